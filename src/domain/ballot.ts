import { TASK_IDS, type TaskId } from './plan.ts'

/** As many stickers as everybody has, to place on the six tasks, any number on one. */
export const STICKERS = 5

/** How many stickers there are on each task. */
export type Stickers = Readonly<Record<TaskId, number>>

export const noStickers = (): Record<TaskId, number> => ({ t1: 0, t2: 0, t3: 0, t4: 0, t5: 0, t6: 0 })

/** How many are placed in all. */
export const placed = (stickers: Stickers): number => TASK_IDS.reduce((sum, id) => sum + stickers[id], 0)

/** How many somebody has left to place. */
export const left = (stickers: Stickers): number => STICKERS - placed(stickers)

/** One more on a task; the same stickers if none is left. */
export const place = (stickers: Stickers, id: TaskId): Stickers =>
  left(stickers) > 0 ? { ...stickers, [id]: stickers[id] + 1 } : stickers

/** One less on a task; the same stickers if there is none. */
export const remove = (stickers: Stickers, id: TaskId): Stickers =>
  stickers[id] > 0 ? { ...stickers, [id]: stickers[id] - 1 } : stickers

export const sameStickers = (one: Stickers, other: Stickers): boolean => TASK_IDS.every((id) => one[id] === other[id])

/** Whether the rules take it: whole numbers, none negative, one to five in all; none at all takes a ballot back. */
export const isBallot = (stickers: Stickers): boolean =>
  TASK_IDS.every((id) => Number.isInteger(stickers[id]) && stickers[id] >= 0) && left(stickers) >= 0

/** When ballots are taken: from `opensAt` on, and no longer at `closesAt`. */
export type Voting = { readonly opensAt: Date; readonly closesAt: Date }

export type VotingPhase = 'before' | 'open' | 'closed'

/** @param voting null if nobody has said when: nothing is taken then, as after the end */
export function phaseOf(voting: Voting | null, now: Date): VotingPhase {
  if (!voting || now >= voting.closesAt) return 'closed'
  return now < voting.opensAt ? 'before' : 'open'
}
