import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { aboutOf, reviewDraft } from '#data/drafts.ts'
import { toDataError } from '#data/errors.ts'
import { type Act, type Deed, type Outcome, prepare } from './acts.ts'
import { actMutation } from './mutations.ts'

/**
 * What was done last, or taken back.
 * @property count of how many comments
 * @property undo what takes it back; nothing where a reported comment was left as it was
 */
export type LastAct = {
  readonly act: Act
  readonly count: number
  readonly isUndone: boolean
  readonly undo: readonly Deed[]
}

type Progress = { readonly done: number; readonly all: number }

const STEPS_BACK = 50

const NOTHING_WRONG: Pick<Outcome, 'failed' | 'conflicts'> = { failed: [], conflicts: [] }

/** What a reviewer does to comments: shown at once, sent one after the other, told what failed, taken back step by step. */
export function useActs(uid: string) {
  const { t } = useTranslation('review-inbox')
  const [progress, setProgress] = useState<Progress | null>(null)
  const [steps, setSteps] = useState<readonly LastAct[]>([])
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
    if (outcome.done.length > 0) {
      const act = (isUndo && first.undoes) || first.act
      const done = { act, count: outcome.done.length, isUndone: isUndo, undo: outcome.undo }
      setLast(done)
      if (!isUndo) setSteps((before) => [...before.slice(1 - STEPS_BACK), done])
    }
    setWrong(outcome)
    const isStored = outcome.failed.length + outcome.conflicts.length === 0
    if (isStored && !isUndo) forgetReason(deeds)
    return isStored
  }

  const step = steps.at(-1)
  return {
    progress,
    last,
    wrong,
    /** What is taken back next. */
    step,
    run: (ids: readonly string[], act: Act) => perform(ids.map((id) => ({ id, act }))),
    /** Does again what failed, or what somebody else's change came in between of: on top of that. */
    again: (deeds: readonly Deed[]) => perform(deeds.map(({ id, act }) => ({ id, act }))),
    undo() {
      if (!step || step.undo.length === 0) return
      setSteps(steps.slice(0, -1))
      perform(step.undo, true)
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
