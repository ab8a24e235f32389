import type { Report } from '#data/report-list.ts'
import { type AuditAction, type AuditEntry, moderationEntryId } from '#domain/audit.ts'
import type { ReviewComment } from '#domain/review.ts'

type Kind = 'comments' | 'answers' | 'themes' | 'staff'

/** What of the log makes what another one. */
const CHANGES: Partial<Record<AuditAction, Kind>> = {
  hide: 'comments',
  restore: 'comments',
  translate: 'comments',
  answer: 'answers',
  theme: 'themes',
  staff: 'staff',
}

/** Ids of what has changed and was not read again yet. */
const left = {
  comments: new Set<string>(),
  answers: new Set<string>(),
  themes: new Set<string>(),
  staff: new Set<string>(),
} as const satisfies Record<Kind, Set<string>>

/** Entries of the log and reports that were heard of: what is newest comes again each time. */
const heard = new Set<string>()
/** Entries of one's own decisions, which are shown ahead of the log, and the comments of those on their way. */
const own = new Set<string>()
const underWay = new Set<string>()

function isNew(key: string): boolean {
  const isHeard = heard.has(key)
  heard.add(key)
  return !isHeard
}

type Decided = Pick<ReviewComment, 'id' | 'moderations'>
const entryOf = ({ id, moderations }: Decided): string => moderationEntryId(id, moderations + 1)

/** In what the inbox is behind the database. It stays so until that was read, however often a read fails. */
export const behind = {
  in: (kind: Kind): readonly string[] => [...left[kind]].filter((id) => !underWay.has(id)),

  caughtUp(kind: Kind, ids: readonly string[]): void {
    for (const id of ids) left[kind].delete(id)
  },

  /** Takes note of what the log and reports tell of, each once. */
  hear(entries: readonly AuditEntry[], reports: readonly Report[]): void {
    for (const { id, action, target } of entries) {
      const kind = CHANGES[action]
      if (isNew(id) && kind && !own.has(id)) left[kind].add(target)
    }
    for (const { commentId, at } of reports) if (isNew(`${commentId} ${at.getTime()}`)) left.comments.add(commentId)
  },

  /** These were there before anything was read. */
  begin(entries: readonly AuditEntry[]): void {
    for (const { id } of entries) heard.add(id)
  },

  /** One's own decisions are on their way: the log will tell nothing new of them. @param comments as they were before */
  decide(comments: readonly Decided[]): void {
    for (const comment of comments) {
      own.add(entryOf(comment))
      underWay.add(comment.id)
    }
  },

  /** What became of them. Those that failed, or whose answer was lost, are to be read again. */
  decided(comments: readonly Decided[], failed: readonly Decided[]): void {
    for (const { id } of comments) underWay.delete(id)
    for (const comment of failed) {
      own.delete(entryOf(comment))
      left.comments.add(comment.id)
    }
  },

  reset(): void {
    for (const set of [...Object.values(left), heard, own, underWay]) set.clear()
  },
}
