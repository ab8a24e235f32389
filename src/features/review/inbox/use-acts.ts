import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { aboutOf, reviewDraft } from '#data/drafts.ts'
import { toDataError } from '#data/errors.ts'
import { grouped } from '#domain/grouped.ts'
import type { InboxRow } from '#domain/inbox.ts'
import { acting, useActing } from './acting.ts'
import { type Act, type Deed, type Outcome, prepare } from './acts.ts'
import { actMutation } from './mutations.ts'

/** What a reviewer does to comments: shown at once, sent one after the other, told what failed, taken back step by step. */
export function useActs(uid: string) {
  const { t } = useTranslation('review-inbox')
  const { going, last, steps, wrong } = useActing()
  const sending = useMutation(actMutation(t('act.undoReason')))
  const many = going.find(({ act }) => act.sent.length > 1)
  const [step] = steps

  /** @returns whether all of it is stored */
  const perform = async (deeds: readonly Deed[], isUndo = false): Promise<boolean> => {
    const [first] = deeds
    if (!first) return false
    const prepared = prepare(deeds, uid)
    acting.begin(prepared, deeds)
    const outcome = await sending
      .mutateAsync(prepared)
      // Whatever happens is told in the outcome; this is for what nobody has thought of.
      .catch((error): Outcome => failedWhole(deeds, error))
    const { done, undo, failed, conflicts } = outcome
    const act = (isUndo && first.undoes) || first.act
    acting.end(prepared, outcome, done.length > 0 ? { act, count: done.length, isUndone: isUndo, undo } : null)
    const isStored = failed.length + conflicts.length === 0
    if (isStored && !isUndo) forgetReason(deeds)
    return isStored
  }

  return {
    /** How far that is which takes a while. */
    progress: many && { done: many.done, all: many.act.sent.length },
    last,
    wrong,
    /** What is taken back next. */
    step,
    /** @param rows as they were when somebody decided about them */
    run: (rows: readonly InboxRow[], act: Act) =>
      perform(rows.map(({ comment: { id, edits, reportCount } }) => ({ id, act, seen: { edits, reportCount } }))),
    /** Does again what failed, or what somebody else's change came in between of: on top of that. */
    again(deeds: readonly Deed[]) {
      const anew = deeds.map(({ id, act, seen }) => ({ id, act, seen }))
      for (const some of grouped(anew, ({ act }) => JSON.stringify(act)).values()) perform(some)
    },
    undo() {
      if (!step || step.undo.length === 0) return
      acting.stepBack()
      perform(step.undo, true)
    },
    putAside: acting.putAside,
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
