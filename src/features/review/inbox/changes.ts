import { remote } from '#data/remote.ts'
import { taskOfComment } from '#domain/comment.ts'
import { grouped } from '#domain/grouped.ts'
import { TASK_IDS } from '#domain/plan.ts'
import { behind } from './behind.ts'
import { inbox, type News } from './inbox-store.ts'
import { readsOf, since } from './since.ts'

const comments = () => import('#data/review-comments.ts')
const reviews = () => import('#data/reviews.ts')
const responses = () => import('#data/responses.ts')
const themes = () => import('#data/themes.ts')
const staff = () => import('#data/staff-list.ts')
const log = () => import('#data/audit-log.ts')
const reports = () => import('#data/report-list.ts')

/** As many as one question may name. */
const COMMENTS_AT_ONCE = 30
const ANSWERS_AT_ONCE = 20

export async function readThemes(): Promise<void> {
  const found = await remote(themes, (module) => module.readThemes())
  inbox.take({ themes: found, reads: readsOf(found) })
}

export async function readStaff(): Promise<void> {
  const found = await remote(staff, (module) => module.readStaffList())
  inbox.take({ staff: found, reads: readsOf(found) })
}

/** Reads a comment as it is now: when it is opened, and after it was translated. */
export async function readCommentAgain(commentId: string): Promise<void> {
  const taskId = taskOfComment(commentId)
  if (!taskId) return
  const comment = await remote(comments, (module) => module.readCommentById(taskId, commentId))
  inbox.take({ comments: comment ? [comment] : [], reads: 1 })
}

const pagesOf = (ids: readonly string[], perPage: number): string[][] =>
  Array.from({ length: Math.ceil(ids.length / perPage) }, (_, page) => ids.slice(page * perPage, (page + 1) * perPage))

/** Reads page after page and takes all in at once; when one fails, what was read before is not read once more. */
async function readAgain<T>(
  kind: 'comments' | 'answers',
  pages: readonly (readonly string[])[],
  readPage: (ids: readonly string[]) => Promise<readonly T[]>,
  take: (found: readonly T[]) => News,
): Promise<void> {
  const found: T[] = []
  let reads = 0
  try {
    for (const ids of pages) {
      const some = await readPage(ids)
      found.push(...some)
      reads += readsOf(some)
      behind.caughtUp(kind, ids)
    }
  } finally {
    if (reads > 0) inbox.take({ ...take(found), reads })
  }
}

/** Reads comments as they are now, 30 of a task for one question. */
export function readCommentsAgain(commentIds: readonly string[]): Promise<void> {
  const pages = [...grouped(commentIds, taskOfComment)].flatMap(([taskId, ids]) =>
    taskId ? pagesOf(ids, COMMENTS_AT_ONCE) : [],
  )
  return readAgain(
    'comments',
    pages,
    async (ids) => {
      const taskId = taskOfComment(ids[0] ?? '')
      return taskId ? remote(comments, (module) => module.readCommentsById(taskId, ids)) : []
    },
    (found) => ({ comments: found }),
  )
}

/** Reads the answers to comments as they are now. */
export const readAnswersTo = (commentIds: readonly string[]): Promise<void> =>
  readAgain(
    'answers',
    pagesOf(commentIds, ANSWERS_AT_ONCE),
    async (ids) => Object.values(await remote(responses, (module) => module.readResponses(ids))),
    (found) => ({ answers: found }),
  )

/** Reads a list again, if the inbox is behind in it. */
async function catchUpOn(kind: 'themes' | 'staff', read: () => Promise<void>): Promise<void> {
  const ids = behind.in(kind)
  if (ids.length === 0) return
  await read()
  behind.caughtUp(kind, ids)
}

/** Reads again what the log and reports have told of. What fails stays behind, and holds up nothing else. */
async function catchUp(): Promise<void> {
  const readings = await Promise.allSettled([
    readCommentsAgain(behind.in('comments')),
    readAnswersTo(behind.in('answers')),
    catchUpOn('themes', readThemes),
    catchUpOn('staff', readStaff),
  ])
  for (const reading of readings) if (reading.status === 'rejected') throw reading.reason
}

/** Reads what others have written, noted, reported and decided since the last time. Costs at least five reads. */
export async function readChanges(): Promise<void> {
  const [written, edited, noted, decided, reported] = await Promise.all([
    remote(comments, (module) => module.readWrittenSince(since.of('written'))),
    remote(comments, (module) => module.readEditedSince(since.of('edited'))),
    remote(reviews, (module) => module.readReviewsSince(since.of('reviews'))),
    remote(log, (module) => module.readAuditSince(since.of('log'))),
    remote(reports, (module) => module.readReportsSince(since.of('reports'))),
  ])
  inbox.take({
    comments: [...written, ...edited],
    reviews: noted,
    reads: [written, edited, noted, decided, reported].reduce((sum, found) => sum + readsOf(found), 0),
  })
  behind.hear(decided, reported)
  since.note('written', written, ({ createdAt }) => createdAt)
  since.note('edited', edited, ({ editedAt }) => editedAt)
  since.note('reviews', noted, ({ at }) => at)
  since.note('log', decided, ({ at }) => at)
  since.note('reports', reported, ({ at }) => at)
  await catchUp()
}

/** Takes out of memory what authors have taken back, which no log tells of. Costs a read for each that ever was. */
export async function readWithdrawn(): Promise<void> {
  const found = await remote(comments, (module) => Promise.all(TASK_IDS.map(module.readWithdrawn)))
  inbox.take({ comments: found.flat(), reads: found.reduce((sum, some) => sum + readsOf(some), 0) })
}
