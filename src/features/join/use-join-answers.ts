import { useEffect, useState } from 'react'
import { draftsKept } from '#data/draft-store.ts'
import { type JoinDraft, joinDraft } from '#data/drafts.ts'

const EMPTY: JoinDraft = { role: null, fourteen: null, district: null, consent: false }

/**
 * The answers given so far; kept on this device, since signing in by e-mail leads away from the page. `isKept` is false where
 * the device keeps nothing.
 * @param isUnasked whether somebody may sign in now without having been asked: what is kept is another's, and goes
 */
export function useJoinAnswers(isUnasked: boolean) {
  const [answers, setAnswers] = useState(() => joinDraft.load() ?? EMPTY)
  // Who comes back to answers that only this page has is told, too, without another one.
  const [isKept, setKept] = useState(draftsKept.now)
  useEffect(() => {
    if (!isUnasked) return
    joinDraft.clear()
    setAnswers(EMPTY)
  }, [isUnasked])
  const change = (part: Partial<JoinDraft>) => {
    const next = { ...answers, ...part }
    setKept(joinDraft.save(next))
    setAnswers(next)
  }
  return { answers, isKept, change }
}

/** Whether they are the answers of somebody under 14. */
export const isOfChild = (answers: JoinDraft | null): boolean =>
  answers?.role === 'student' && answers.fourteen === false

/** Whether nothing is left to ask before signing in. */
export const isComplete = ({ role, fourteen, consent }: JoinDraft): boolean =>
  role !== null && (role !== 'student' || fourteen === true) && consent
