import type { TimeCursor, TimePage } from '#data/in-order.ts'
import { remote } from '#data/remote.ts'
import { TASK_IDS, type TaskId } from '#domain/plan.ts'
import { behind } from './behind.ts'
import { readChanges, readStaff, readThemes } from './changes.ts'
import { inbox, type News } from './inbox-store.ts'
import { readsOf, since } from './since.ts'

const comments = () => import('#data/review-comments.ts')
const reviews = () => import('#data/reviews.ts')
const answers = () => import('#data/answers.ts')
const log = () => import('#data/audit-log.ts')
const results = () => import('#data/results.ts')

/** How far the first reading is. @property expected comments there should be, as last published; null if not known */
export type Progress = { readonly read: number; readonly expected: number | null }

/** What is left to read of each list: where its next page starts, or that it is read. Kept when a read fails. */
type Left = TimeCursor | null | 'done'
const left = new Map<string, Left>()
let hasBegun = false

/** Reads a list to its end, page by page; after a failure it goes on where it stopped. */
async function readAll<T>(
  name: string,
  readPage: (after: TimeCursor | null) => Promise<TimePage<T>>,
  take: (items: readonly T[]) => News,
): Promise<void> {
  for (let at = left.get(name) ?? null; at !== 'done'; ) {
    const { items, next } = await readPage(at)
    inbox.take({ ...take(items), reads: readsOf(items) })
    at = next ?? 'done'
    left.set(name, at)
  }
}

const readTask = (taskId: TaskId, onPage: () => void) =>
  readAll(
    taskId,
    async (after) => {
      const { comments: items, next } = await remote(comments, (module) => module.readCommentsForReview(taskId, after))
      return { items, next }
    },
    (items) => {
      queueMicrotask(onPage)
      return { comments: items }
    },
  )

/** In the order of their changes: what changes meanwhile comes at the end. */
const readReviews = () =>
  readAll(
    'reviews',
    (after) => remote(reviews, (module) => module.readReviews(after)),
    (items) => {
      since.note('reviews', items, ({ at }) => at)
      return { reviews: items }
    },
  )

const readAnswers = () =>
  readAll(
    'answers',
    (after) => remote(answers, (module) => module.readAllAnswers(after)),
    (items) => ({ answers: items }),
  )

/** From when on changes are news: the newest that there is before anything is read. Stays when a read fails. */
async function begin(): Promise<void> {
  if (hasBegun) return
  const [{ items: entries }, written] = await Promise.all([
    remote(log, (module) => module.readAuditLog(null)),
    remote(comments, (module) => Promise.all(TASK_IDS.map(module.readNewestMoment))),
  ])
  const moments = [...entries.map(({ at }) => at), ...written].map((at) => at?.getTime() ?? 0)
  since.begin(new Date(Math.max(0, ...moments)))
  behind.begin(entries)
  inbox.take({ reads: readsOf(entries) + written.length })
  hasBegun = true
}

async function readExpected(onKnown: (expected: number) => void): Promise<void> {
  const published = await remote(results, (module) => module.readResults())
  if (published) onKnown(TASK_IDS.reduce((sum, id) => sum + published.tasks[id].voices, 0))
}

/** Reads everything once, comments 500 at a time, of all tasks side by side, and then what has changed meanwhile. */
export async function readWhole(onProgress: (progress: Progress) => void): Promise<void> {
  let expected: number | null = null
  await begin()
  const tell = () => onProgress({ read: inbox.state().rows.length, expected })
  const readings = await Promise.allSettled([
    // Only how long the bar is hangs on it.
    readExpected((known) => {
      expected = known
      tell()
    }).catch(() => {}),
    readThemes(),
    readStaff(),
    readReviews(),
    readAnswers(),
    ...TASK_IDS.map((taskId) => readTask(taskId, tell)),
  ])
  // All have come to an end: whoever tries again does not read beside them.
  for (const reading of readings) if (reading.status === 'rejected') throw reading.reason
  await readChanges()
  inbox.complete()
}

/** Forgets what was read: for somebody else, or to read it all again. */
export function startOver(): void {
  left.clear()
  hasBegun = false
  behind.reset()
  since.reset()
  inbox.clear()
}
