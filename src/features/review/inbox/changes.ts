import { remote } from '#data/remote.ts'
import type { Report } from '#data/report-list.ts'
import type { AuditAction, AuditEntry } from '#domain/audit.ts'
import { isTaskId, type TaskId } from '#domain/plan.ts'
import { inbox } from './inbox-store.ts'
import { readsOf, since } from './since.ts'

const comments = () => import('#data/review-comments.ts')
const reviews = () => import('#data/reviews.ts')
const responses = () => import('#data/responses.ts')
const themes = () => import('#data/themes.ts')
const staff = () => import('#data/staff-list.ts')
const log = () => import('#data/audit-log.ts')
const reports = () => import('#data/report-list.ts')

/** What of the log makes a comment another one. */
const CHANGES_COMMENT: ReadonlySet<AuditAction> = new Set(['hide', 'restore', 'translate'])

/** As many as one question may ask for. */
const ANSWERS_AT_ONCE = 20

export async function readThemes(): Promise<void> {
  const found = await remote(themes, (module) => module.readThemes())
  inbox.take({ themes: found, reads: readsOf(found) })
}

export async function readStaff(): Promise<void> {
  const found = await remote(staff, (module) => module.readStaffList())
  inbox.take({ staff: found, reads: readsOf(found) })
}

const taskIdOf = (commentId: string): TaskId | null => {
  const [taskId] = commentId.split('-')
  return isTaskId(taskId) ? taskId : null
}

/** Reads a comment as it is now: when it is opened, and after others have done something about it. */
export async function readCommentAgain(commentId: string): Promise<void> {
  const taskId = taskIdOf(commentId)
  if (!taskId) return
  const comment = await remote(comments, (module) => module.readCommentById(taskId, commentId))
  inbox.take({ comments: comment ? [comment] : [], reads: 1 })
}

/** Reads the answers to comments as they are now. */
export async function readAnswersTo(commentIds: readonly string[]): Promise<void> {
  const pages = Array.from({ length: Math.ceil(commentIds.length / ANSWERS_AT_ONCE) }, (_, page) =>
    commentIds.slice(page * ANSWERS_AT_ONCE, (page + 1) * ANSWERS_AT_ONCE),
  )
  await Promise.all(
    pages.map(async (ids) => {
      const found = await remote(responses, (module) => module.readResponses(ids))
      inbox.take({ answers: Object.values(found), reads: readsOf(ids) })
    }),
  )
}

const targets = (entries: readonly AuditEntry[], is: (entry: AuditEntry) => boolean): string[] => [
  ...new Set(entries.filter(is).map(({ target }) => target)),
]

/** Reads again what the log says has changed. */
async function follow(entries: readonly AuditEntry[]): Promise<void> {
  const tells = (wanted: AuditAction) => entries.some(({ action }) => action === wanted)
  await Promise.all([
    ...targets(entries, ({ action }) => CHANGES_COMMENT.has(action)).map(readCommentAgain),
    readAnswersTo(targets(entries, ({ action }) => action === 'answer')),
    ...(tells('theme') ? [readThemes()] : []),
    ...(tells('staff') ? [readStaff()] : []),
  ])
}

/** Reports that were taken in: what was reported last comes again each time. */
const taken = new Set<string>()

/** The comments that reports are about which have not been taken in, each once. */
function newlyReported(found: readonly Report[]): string[] {
  const keyOf = ({ commentId, at }: Report) => `${commentId} ${at.getTime()}`
  const fresh = found.filter((report) => !taken.has(keyOf(report)))
  for (const report of fresh) taken.add(keyOf(report))
  return [...new Set(fresh.map(({ commentId }) => commentId))]
}

/** Reads what others have written, noted, reported and decided since the last time. Costs at least five reads. */
export async function readChanges(): Promise<void> {
  const [written, noted, decided, reported] = await Promise.all([
    remote(comments, (module) => module.readCommentsSince(since.of('comments'))),
    remote(reviews, (module) => module.readReviewsSince(since.of('reviews'))),
    remote(log, (module) => module.readAuditSince(since.of('log'))),
    remote(reports, (module) => module.readReportsSince(since.of('reports'))),
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
    reads: Math.max(2, written.length) + readsOf(noted) + readsOf(decided) + readsOf(reported),
  })
  since.note(
    'comments',
    written.flatMap(({ createdAt, editedAt }) => [createdAt, editedAt ?? createdAt]),
  )
  for (const [kind, found] of [
    ['reviews', noted],
    ['log', decided],
    ['reports', reported],
  ] as const) {
    since.note(
      kind,
      found.map(({ at }) => at),
    )
  }
}
