import { useState } from 'react'
import { joinDraft } from '#data/drafts.ts'

const EMPTY = { role: null, fourteen: null, district: null, consent: false } as const

type Answers = NonNullable<ReturnType<typeof joinDraft.load>>

/** The answers given so far; kept on this device, since signing in by e-mail leads away from the page. */
export function useJoinAnswers() {
  const [answers, setAnswers] = useState<Answers>(() => joinDraft.load() ?? EMPTY)
  const change = (part: Partial<Answers>) => {
    const next = { ...answers, ...part }
    joinDraft.save(next)
    setAnswers(next)
  }
  return { answers, change }
}

export type { Answers }

/** Whether nothing is left to ask before signing in. */
export const isComplete = ({ role, fourteen, consent }: Answers): boolean =>
  role !== null && (role !== 'student' || fourteen === true) && consent
