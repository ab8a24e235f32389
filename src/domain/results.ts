import type { Stickers } from './ballot.ts'
import type { Task, TaskId } from './plan.ts'
import type { Role } from './roles.ts'
import { STANCES, type StanceCounts } from './stance.ts'

/** What is published of one question: the sums of all groups together and of each, or null. */
export type Published<Counts> = {
  /** All groups together, or null while they are fewer than five people. */
  readonly total: Counts | null
  /** A group is null if it is smaller than five, or withheld so that a difference of totals does not reveal one. */
  readonly groups: Readonly<Record<Role, Counts | null>>
}

export type TaskResult = Published<StanceCounts> & {
  /** The revision that the stances are about. */
  readonly revision: number
  /** Number of visible comments, replies included. */
  readonly voices: number
  /** How many of them are about a subtask, by its id. */
  readonly subtaskVoices: Readonly<Record<string, number>>
} & Partial<PublishedOpening>

/**
 * Whether a task took comments and stances when the results were published, and when that turns, in the form of ISO 8601:
 * so that whoever has an older task in hand learns that it closed or opened. Older results say nothing of it.
 */
export type PublishedOpening = { readonly status: Task['status']; readonly turnsAt: string | null }

/** Whether results tell of another task than one that somebody has in hand: of a newer text, or that it closed or opened. */
export const tellsOfOther = (
  { revision, status, turnsAt }: Pick<Task, 'revision' | 'status' | 'turnsAt'>,
  result: TaskResult | undefined,
): boolean =>
  result !== undefined &&
  (result.revision > revision ||
    (result.status !== undefined && (result.status !== status || result.turnsAt !== (turnsAt?.toISOString() ?? null))))

/** Ballots added up: how many people, and how many stickers on each task. */
export type StickerCounts = Stickers & { readonly voters: number }

/** Documents counted one by one, against the sums of the tallies; equal unless something is wrong. */
export type Recount = {
  readonly at: Date
  /** Over all tasks. */
  readonly stances: number
  readonly tallied: number
  readonly ballots: number
  readonly ballotsTallied: number
}

/** What `results/current` holds: the published totals, and the public recount they were checked with. */
export type Results = {
  /** From 1 on; each publication is kept as `results/{number of six digits}`. */
  readonly number: number
  readonly publishedAt: Date
  readonly recount: Recount
  readonly tasks: Readonly<Record<TaskId, TaskResult>>
  /** The sticker vote, which is one over all tasks. */
  readonly stickers: Published<StickerCounts>
}

/** How many people took a stance. */
export const peopleIn = (counts: StanceCounts): number => STANCES.reduce((people, stance) => people + counts[stance], 0)

/** “000012”: the id under which a publication is kept, so that ids stand in the order of time. */
export const publicationId = (number: number): string => String(number).padStart(6, '0')

/** Of a task's comments, this many of the most agreed and of the most disagreed are looked at for common ground. */
export const COMMENTS_READ = 20

/** So many that share and so many that divide are published of each task. */
export const COMMENTS_NAMED = 3

/** Whether what was counted one by one is what the tallies say. */
export const matches = ({ stances, tallied, ballots, ballotsTallied }: Omit<Recount, 'at'>): boolean =>
  stances === tallied && ballots === ballotsTallied
