import { vi } from 'vitest'
import { DataError } from '#data/errors.ts'
import type { TimeCursor, TimePage } from '#data/in-order.ts'
import type { Report } from '#data/report-list.ts'
import { type AuditAction, type AuditEntry, moderationEntryId } from '#domain/audit.ts'
import type { TaskId } from '#domain/plan.ts'
import type { HideReason, Review, ReviewComment } from '#domain/review.ts'
import { commentId, reviewComment } from './inbox.ts'

const PAGE = 2
const OVERLAP_MS = 10_000

/** A database with a clock of its own, as the inbox of reviewers reads it: comments in pages of two. */
export function farInbox() {
  const comments = new Map<string, ReviewComment>()
  const log: AuditEntry[] = []
  const reports: Report[] = []
  const asked: string[] = []
  let now = Date.UTC(2026, 2, 5)
  let onAsked: (question: string) => void = () => {}

  const ask = (question: string) => {
    asked.push(question)
    onAsked(question)
  }
  const since = <T>(all: readonly T[], at: Date, momentOf: (one: T) => Date | null): readonly T[] =>
    all.filter((one) => (momentOf(one)?.getTime() ?? 0) > at.getTime() - OVERLAP_MS)
  const change = (id: string, part: Partial<ReviewComment>) => {
    const known = comments.get(id)
    if (known) comments.set(id, { ...known, ...part })
  }
  const enter = (id: string, action: AuditAction, target: string) =>
    log.push({ id, action, target, byUid: 'duri', at: new Date(now), reason: 'abuse' })

  return {
    /** What was asked for since the last look at it. */
    asked: () => asked.splice(0),
    /** What happens when something is asked for: it may fail, or others may do something just then. */
    when: (act: (question: string) => void) => {
      onAsked = act
    },
    fails: (what: string) => (question: string) => {
      if (question.startsWith(what)) throw new DataError('offline')
    },
    pass: (seconds: number) => {
      now += seconds * 1000
    },
    write(number: number, text = `의견 ${number}`) {
      const id = commentId(number)
      comments.set(id, reviewComment({ id, text, createdAt: new Date(now) }))
    },
    edit(number: number, text: string) {
      const id = commentId(number)
      change(id, { text, editedAt: new Date(now), edits: (comments.get(id)?.edits ?? 0) + 1 })
    },
    withdraw: (number: number) => change(commentId(number), { status: 'withdrawn', text: '', translation: null }),
    hide(number: number, hiddenReason: HideReason = 'abuse') {
      const id = commentId(number)
      const moderations = (comments.get(id)?.moderations ?? 0) + 1
      change(id, { status: 'hidden', hiddenReason, moderations })
      enter(moderationEntryId(id, moderations), 'hide', id)
    },
    report(number: number) {
      const id = commentId(number)
      change(id, { reportCount: (comments.get(id)?.reportCount ?? 0) + 1 })
      reports.push({ taskId: 't3', commentId: id, reason: 'abuse', at: new Date(now) })
    },
    enter,
    clear() {
      comments.clear()
      for (const list of [log, reports, asked]) list.length = 0
      onAsked = () => {}
    },

    reviewComments: {
      async readCommentsForReview(taskId: TaskId, after: TimeCursor | null) {
        ask(`${taskId} ${after?.id ?? ''}`)
        const all = [...comments.values()].filter((comment) => comment.taskId === taskId)
        const from = after ? all.findIndex(({ id }) => id === after.id) + 1 : 0
        const some = all.slice(from, from + PAGE)
        const last = some.length === PAGE ? some.at(-1) : undefined
        return { comments: some, next: last ? { seconds: 0, nanoseconds: 0, id: last.id } : null }
      },
      async readNewestMoment(taskId: TaskId) {
        ask('newest')
        return taskId === 't3' ? ([...comments.values()].at(-1)?.createdAt ?? null) : null
      },
      async readWrittenSince(at: Date) {
        ask('written')
        return since([...comments.values()], at, ({ createdAt }) => createdAt)
      },
      async readEditedSince(at: Date) {
        ask('edited')
        return since([...comments.values()], at, ({ editedAt }) => editedAt)
      },
      async readWithdrawn(taskId: TaskId) {
        ask('withdrawn')
        return [...comments.values()].filter((comment) => comment.taskId === taskId && comment.status === 'withdrawn')
      },
      async readCommentsById(_: TaskId, ids: readonly string[]) {
        ask(`again ${ids.length}`)
        return ids.flatMap((id) => comments.get(id) ?? [])
      },
    },
    reviews: {
      readReviews: async (): Promise<TimePage<Review>> => ({ items: [], next: null }),
      readReviewsSince: async (): Promise<readonly Review[]> => [],
      readReview: vi.fn(async (): Promise<Review | null> => null),
    },
    auditLog: {
      async readAuditLog() {
        ask('end of the log')
        return { items: log.toReversed().slice(0, 20), next: null }
      },
      async readAuditSince(at: Date) {
        ask('log')
        return since(log, at, (entry) => entry.at)
      },
    },
    reportList: { readReportsSince: async (at: Date) => since(reports, at, (report) => report.at) },
    themes: {
      async readThemes() {
        ask('themes')
        return []
      },
    },
    empty: {
      readStaffList: async () => [],
      readResults: async () => null,
      readAllAnswers: async () => ({ items: [], next: null }),
      readResponses: async () => ({}),
    },
  }
}
