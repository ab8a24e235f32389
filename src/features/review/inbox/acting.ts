import { useSyncExternalStore } from 'react'
import type { Act, Deed, Outcome, Prepared } from './acts.ts'

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

type Wrong = Pick<Outcome, 'failed' | 'conflicts'>

/** What a reviewer is doing and has done. Whoever goes to another room and comes back finds what failed meanwhile. */
type Acting = {
  /** What is on its way, in the order in which it is sent. */
  readonly going: readonly { readonly act: Prepared; readonly done: number }[]
  readonly last: LastAct | null
  /** What can be taken back, the last one first. */
  readonly steps: readonly LastAct[]
  /** What could not be done, until it is tried again or put aside. */
  readonly wrong: Wrong
}

const NOTHING: Acting = { going: [], last: null, steps: [], wrong: { failed: [], conflicts: [] } }
const STEPS_BACK = 50

let state = NOTHING
const listeners = new Set<() => void>()

function change(part: Partial<Acting>) {
  state = { ...state, ...part }
  for (const listener of listeners) listener()
}

/** Two deeds of one name are about the same thing: the later one counts. */
const nameOf = ({ id, act }: Deed): string => `${id} ${'theme' in act ? act.theme : act.kind}`

function without({ failed, conflicts }: Wrong, deeds: readonly Deed[]): Wrong {
  const names = new Set(deeds.map(nameOf))
  const isOther = ({ deed }: { readonly deed: Deed }) => !names.has(nameOf(deed))
  return { failed: failed.filter(isOther), conflicts: conflicts.filter(isOther) }
}

export const acting = {
  begin(act: Prepared, deeds: readonly Deed[]) {
    change({ going: [...state.going, { act, done: 0 }], wrong: without(state.wrong, deeds) })
  },
  progress(act: Prepared, done: number) {
    change({ going: state.going.map((one) => (one.act === act ? { act, done } : one)) })
  },
  end(act: Prepared, { failed, conflicts }: Wrong, last: LastAct | null) {
    // Somebody else is here since.
    if (!state.going.some((one) => one.act === act)) return
    const wrong = without(
      state.wrong,
      [...failed, ...conflicts].map(({ deed }) => deed),
    )
    change({
      going: state.going.filter((one) => one.act !== act),
      wrong: { failed: [...wrong.failed, ...failed], conflicts: [...wrong.conflicts, ...conflicts] },
      ...(last && { last }),
      ...(last && !last.isUndone && { steps: [last, ...state.steps].slice(0, STEPS_BACK) }),
    })
  },
  /** The last step is on its way back. */
  stepBack: () => change({ steps: state.steps.slice(1) }),
  putAside: (deeds: readonly Deed[]) => change({ wrong: without(state.wrong, deeds) }),
  /** Forgets everything: somebody else is here. */
  clear: () => change(NOTHING),
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const current = () => state

export const useActing = (): Acting => useSyncExternalStore(subscribe, current, current)
