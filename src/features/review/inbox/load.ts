import type { TimeCursor, TimePage } from '#data/in-order.ts'
import { remote } from '#data/remote.ts'
import type { Report } from '#data/report-list.ts'
import type { AuditAction, AuditEntry } from '#domain/audit.ts'
import { isTaskId, TASK_IDS, type TaskId } from '#domain/plan.ts'
import { inbox, type News } from './inbox-store.ts'

const comments = () => import('#data/review-comments.ts')
const reviews = () => import('#data/reviews.ts')
const responses = () => import('#data/responses.ts')
const answers = () => import('#data/answers.ts')
const themes = () => import('#data/themes.ts')
const staff = () => import('#data/staff-list.ts')
const log = () => import('#data/audit-log.ts')
const reports = () => import('#data/report-list.ts')
const results = () => import('#data/results.ts')

/** How far the first reading is. @property expected comments there should be, as last published; null if not known */
export type Progress = { readonly read: number; readonly expected: number | null }

/** What is left to read of each list: where its next page starts, or that it is read. Kept when a read fails. */
type Left = TimeCursor | null | 'done'
const left = new Map<string, Left>()

/** The newest moment of what is known, from which on changes are asked for. */
const NEVER = { comments: new Date(0), reviews: new Date(0), log: new Date(0), reports: new Date(0) }
let since = NEVER

const atLeastOne = (found: readonly unknown[]): number => Math.max(1, found.length)

const newest = (known: Date, found: readonly Date[]): Date =>
  new Date(found.reduce((latest, date) => Math.max(latest, date.getTime()), known.getTime()))

/** Reads a list to its end, page by page; after a failure it goes on where it stopped. */
async function readAll<T>(
  name: string,
  readPage: (after: TimeCursor | null) => Promise<TimePage<T>>,
  take: (items: readonly T[]) => News,
): Promise<void> {
  for (let at = left.get(name) ?? null; at !== 'done'; ) {
    const { items, next } = await readPage(at)
    inbox.take({ ...take(items), reads: atLeastOne(items) })
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
      since = {
        ...since,
        comments: newest(
          since.comments,
          items.map(({ createdAt }) => createdAt),
        ),
      }
      queueMicrotask(onPage)
      return { comments: items }
    },
  )

const readReviews = () =>
  readAll(
    'reviews',
    (after) => remote(reviews, (module) => module.readReviews(after)),
    (items) => {
      since = {
        ...since,
        reviews: newest(
          since.reviews,
          items.map(({ at }) => at),
        ),
      }
      return { reviews: items }
    },
  )

const readAnswers = () =>
  readAll(
    'answers',
    (after) => remote(answers, (module) => module.readAllAnswers(after)),
    (items) => ({ answers: items }),
  )

async function readThemes(): Promise<void> {
  const found = await remote(themes, (module) => module.readThemes())
  inbox.take({ themes: found, reads: atLeastOne(found) })
}

async function readStaff(): Promise<void> {
  const found = await remote(staff, (module) => module.readStaffList())
  inbox.take({ staff: found, reads: atLeastOne(found) })
}

/** From when on the log is news. */
async function readEndOfLog(): Promise<void> {
  const { items } = await remote(log, (module) => module.readAuditLog(null))
  since = {
    ...since,
    log: newest(
      since.log,
      items.map(({ at }) => at),
    ),
  }
  inbox.take({ log: items, reads: atLeastOne(items) })
}

async function readExpected(onKnown: (expected: number) => void): Promise<void> {
  const published = await remote(results, (module) => module.readResults())
  if (published) onKnown(TASK_IDS.reduce((sum, id) => sum + published.tasks[id].voices, 0))
}

/** Reads everything once: comments 500 at a time, of all tasks side by side. */
export async function readWhole(onProgress: (progress: Progress) => void): Promise<void> {
  let expected: number | null = null
  const tell = () => onProgress({ read: inbox.state().rows.length, expected })
  const readings = await Promise.allSettled([
    // Only how long the bar is hangs on it.
    readExpected((known) => {
      expected = known
      tell()
    }).catch(() => {}),
    readEndOfLog(),
    readThemes(),
    readStaff(),
    readReviews(),
    readAnswers(),
    ...TASK_IDS.map((taskId) => readTask(taskId, tell)),
  ])
  // All have come to an end: whoever tries again does not read beside them.
  for (const reading of readings) if (reading.status === 'rejected') throw reading.reason
  // What was reported before is counted already.
  since = { ...since, reports: newest(since.comments, [since.reviews, since.log]) }
  inbox.complete()
}

/** What of the log makes a comment another one. */
const CHANGES_COMMENT: ReadonlySet<AuditAction> = new Set(['hide', 'restore', 'translate'])

/** As many as one question may ask for. */
const ANSWERS_AT_ONCE = 20

const taskIdOf = (commentId: string): TaskId | null => {
  const [taskId] = commentId.split('-')
  return isTaskId(taskId) ? taskId : null
}

const targets = (entries: readonly AuditEntry[], is: (entry: AuditEntry) => boolean): string[] => [
  ...new Set(entries.filter(is).map(({ target }) => target)),
]

/** Reads a comment as it is now: before something is done about it, and after others have. */
export async function readCommentAgain(commentId: string): Promise<void> {
  const taskId = taskIdOf(commentId)
  if (!taskId) return
  const comment = await remote(comments, (module) => module.readCommentById(taskId, commentId))
  inbox.take({ comments: comment ? [comment] : [], reads: 1 })
}

/** Reads the answers to comments as they are now. */
export async function readAnswersTo(commentIds: readonly string[]): Promise<void> {
  await Promise.all(
    chunks(commentIds, ANSWERS_AT_ONCE).map(async (ids) => {
      const found = await remote(responses, (module) => module.readResponses(ids))
      inbox.take({ answers: Object.values(found), reads: atLeastOne(ids) })
    }),
  )
}

async function follow(entries: readonly AuditEntry[]): Promise<void> {
  const answered = targets(entries, ({ action }) => action === 'answer')
  await Promise.all([
    ...targets(entries, ({ action }) => CHANGES_COMMENT.has(action)).map(readCommentAgain),
    readAnswersTo(answered),
    ...(entries.some(({ action }) => action === 'theme') ? [readThemes()] : []),
    ...(entries.some(({ action }) => action === 'staff') ? [readStaff()] : []),
  ])
}

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size))

/** Reports that were taken in: what was reported last comes again each time. */
const taken = new Set<string>()

/** The comments that reports are about which have not been taken in, each once. */
function newlyReported(found: readonly Report[]): string[] {
  const fresh = found.filter(({ commentId, at }) => !taken.has(`${commentId} ${at.getTime()}`))
  for (const { commentId, at } of fresh) taken.add(`${commentId} ${at.getTime()}`)
  return [...new Set(fresh.map(({ commentId }) => commentId))]
}

/** Reads what others have written, noted and decided since the last time. Costs at least five reads. */
export async function readChanges(): Promise<void> {
  const [written, noted, decided, reported] = await Promise.all([
    remote(comments, (module) => module.readCommentsSince(since.comments)),
    remote(reviews, (module) => module.readReviewsSince(since.reviews)),
    remote(log, (module) => module.readAuditSince(since.log)),
    remote(reports, (module) => module.readReportsSince(since.reports)),
  ])
  const known = new Set(inbox.state().log.map(({ id }) => id))
  await Promise.all([
    follow(decided.filter(({ id }) => !known.has(id))),
    ...newlyReported(reported).map(readCommentAgain),
  ])
  inbox.take({
    comments: written,
    reviews: noted,
    log: decided,
    reads: Math.max(2, written.length) + atLeastOne(noted) + atLeastOne(decided) + atLeastOne(reported),
  })
  since = {
    comments: newest(
      since.comments,
      written.flatMap(({ createdAt, editedAt }) => [createdAt, editedAt ?? createdAt]),
    ),
    reviews: newest(
      since.reviews,
      noted.map(({ at }) => at),
    ),
    log: newest(
      since.log,
      decided.map(({ at }) => at),
    ),
    reports: newest(
      since.reports,
      reported.map(({ at }) => at),
    ),
  }
}

/** Forgets what was read: for somebody else, or to read it all again. */
export function startOver(): void {
  left.clear()
  since = NEVER
  inbox.clear()
}
