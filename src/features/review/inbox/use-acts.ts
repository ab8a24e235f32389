import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { aboutOf, reviewDraft } from '#data/drafts.ts'
import { toDataError } from '#data/errors.ts'
import { type Act, type Deed, type Outcome, prepare } from './acts.ts'
import { actMutation } from './mutations.ts'

/** What was done last, for whoever wants to take it back. @property count of how many comments */
export type LastAct = { readonly act: Act; readonly count: number; readonly isUndone: boolean }

type Progress = { readonly done: number; readonly all: number }

const STEPS_BACK = 50

const NOTHING_WRONG: Pick<Outcome, 'failed' | 'conflicts'> = { failed: [], conflicts: [] }

/** What a reviewer does to comments: shown at once, sent one after the other, told what failed, taken back step by step. */
export function useActs(uid: string) {
  const { t } = useTranslation('review-inbox')
  const [progress, setProgress] = useState<Progress | null>(null)
  const [steps, setSteps] = useState<readonly (readonly Deed[])[]>([])
  const [last, setLast] = useState<LastAct | null>(null)
  const [wrong, setWrong] = useState(NOTHING_WRONG)
  const sending = useMutation(
    actMutation(t('act.undoReason'), (done) => setProgress((shown) => shown && { ...shown, done })),
  )

  /** @returns whether all of it is stored */
  const perform = async (deeds: readonly Deed[], isUndo = false): Promise<boolean> => {
    const [first] = deeds
    if (!first) return false
    const prepared = prepare(deeds, uid)
    setWrong(NOTHING_WRONG)
    if (prepared.sent.length > 1) setProgress({ done: 0, all: prepared.sent.length })
    const outcome = await sending
      .mutateAsync(prepared)
      // Whatever happens is told in the outcome; this is for what nobody has thought of.
      .catch((error): Outcome => failedWhole(deeds, error))
    setProgress(null)
    if (!isUndo && outcome.undo.length > 0) setSteps((before) => [...before.slice(1 - STEPS_BACK), outcome.undo])
    if (outcome.done.length > 0) {
      setLast({ act: (isUndo && first.undoes) || first.act, count: outcome.done.length, isUndone: isUndo })
    }
    setWrong(outcome)
    const isStored = outcome.failed.length + outcome.conflicts.length === 0
    if (isStored && !isUndo) forgetReason(deeds)
    return isStored
  }

  return {
    progress,
    last,
    wrong,
    canUndo: steps.length > 0,
    run: (ids: readonly string[], act: Act) => perform(ids.map((id) => ({ id, act }))),
    /** Does again what failed, or what somebody else's change came in between of: on top of that. */
    again: (deeds: readonly Deed[]) => perform(deeds.map(({ id, act }) => ({ id, act }))),
    undo() {
      const step = steps.at(-1)
      setSteps(steps.slice(0, -1))
      return step ? perform(step, true) : undefined
    },
    dismiss: () => setWrong(NOTHING_WRONG),
  }
}

export type Acts = ReturnType<typeof useActs>

/** The reason that was given for a decision stays on the device until that is stored. */
function forgetReason(deeds: readonly Deed[]): void {
  const kind = deeds[0]?.act.kind
  if (kind === 'hide' || kind === 'restore') reviewDraft(kind, aboutOf(deeds.map(({ id }) => id))).clear()
}

const failedWhole = (deeds: readonly Deed[], error: unknown): Outcome => ({
  done: [],
  undo: [],
  conflicts: [],
  failed: deeds.map((deed) => ({ deed, why: toDataError(error).kind })),
})
