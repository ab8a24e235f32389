import { useEffect, useState } from 'react'
import { draftsKept } from '#data/draft-store.ts'
import { type JoinDraft, joinDraft } from '#data/drafts.ts'

const EMPTY: JoinDraft = { role: null, fourteen: null, district: null, consent: false }

/**
 * The answers given so far; kept on this device, since signing in by e-mail leads away from the page. `isKept` is false where
 * the device keeps nothing.
 * @param isOfOthers whether they are no answers of whoever comes next, and go: somebody may sign in now without having been
 * asked, or is in
 */
export function useJoinAnswers(isOfOthers: boolean) {
  const [answers, setAnswers] = useState(() => joinDraft.load() ?? EMPTY)
  // Who comes back to answers that only this page has is told, too, without another one.
  const [isKept, setKept] = useState(draftsKept.now)
  useEffect(() => {
    if (!isOfOthers) return
    joinDraft.clear()
    setAnswers(EMPTY)
  }, [isOfOthers])
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
