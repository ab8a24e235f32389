import * as v from 'valibot'
import { COMMENT_STATUSES } from '#domain/comment.ts'
import { type Deed, subjectOf } from '#domain/deed.ts'
import { TASK_IDS } from '#domain/plan.ts'
import { REACTIONS } from '#domain/reaction.ts'
import { REPORT_REASONS } from '#domain/report.ts'
import { STANCES } from '#domain/stance.ts'
import { REFUSALS, type Refusal, WAITS, type Wait } from './refusals.ts'
import { byRole, count, lang, role, stickers, verification } from './schemas.ts'

/** A deed that has not arrived yet. */
export type OutboxEntry = {
  /** Whose it is and what it is about. */
  readonly id: string
  readonly uid: string
  readonly deed: Deed
  /** When it was put here, in milliseconds, but later than all before it; tells it from others on the same subject. */
  readonly at: number
  /** Why it could not be sent; null if that was not tried yet. */
  readonly reason: Wait | Refusal | null
  /** Whether it has come back: it waits to be taken back or thrown away. */
  readonly refused: boolean
  /** Whether this device keeps it; if not, it lives as long as this page. */
  readonly kept: boolean
  /** Whether it is on its way from this page at this moment. */
  readonly sending: boolean
}

/** The id of an entry. */
export const entryId = (uid: string, deed: Deed): string => `${uid}:${subjectOf(deed)}`

const taskId = v.picklist(TASK_IDS)
const onComment = { taskId, commentId: v.string() }

const isoDate = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.transform((text) => new Date(text)),
)

const comment = v.object({
  id: v.string(),
  taskId,
  authorId: v.string(),
  role,
  district: v.nullable(v.string()),
  verification,
  text: v.string(),
  lang,
  subtaskId: v.nullable(v.string()),
  parentId: v.nullable(v.string()),
  revision: count,
  createdAt: isoDate,
  editedAt: v.nullable(isoDate),
  edits: count,
  agree: byRole,
  disagree: byRole,
  agreeTotal: count,
  disagreeTotal: count,
  replyCount: count,
  status: v.picklist(COMMENT_STATUSES),
  reportCount: count,
  moderations: count,
  translation: v.null(),
})

const deed = v.variant('kind', [
  v.object({ kind: v.literal('comment'), comment }),
  v.object({ kind: v.literal('edit'), ...onComment, text: v.string(), lang, edits: count }),
  v.object({ kind: v.literal('withdraw'), ...onComment }),
  v.object({ kind: v.literal('react'), ...onComment, value: v.nullable(v.picklist(REACTIONS)) }),
  v.object({ kind: v.literal('report'), ...onComment, reason: v.picklist(REPORT_REASONS) }),
  v.object({ kind: v.literal('stance'), taskId, revision: count, value: v.picklist(STANCES) }),
  v.object({ kind: v.literal('ballot'), stickers }),
]) satisfies v.GenericSchema<unknown, Deed>

const entrySchema = v.object({
  uid: v.string(),
  deed,
  at: v.number(),
  reason: v.fallback(v.nullable(v.picklist([...WAITS, ...REFUSALS])), null),
  refused: v.boolean(),
})

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** What is kept of an entry as text. What is true of this moment alone is not. */
export const entryText = ({ uid, deed, at, reason, refused }: OutboxEntry): string =>
  JSON.stringify({ uid, deed, at, reason, refused })

/** The entry that was kept under an id, or null for what this version of the app cannot read. */
export function parseEntry(id: string, text: string): Omit<OutboxEntry, 'kept' | 'sending'> | null {
  const result = v.safeParse(entrySchema, parsedJson(text))
  // Under another id it could neither be found nor taken out again.
  return result.success && entryId(result.output.uid, result.output.deed) === id ? { id, ...result.output } : null
}

const wordsSchema = v.object({
  uid: v.fallback(v.nullable(v.string()), null),
  deed: v.union([v.object({ comment: v.object({ text: v.string() }) }), v.object({ text: v.string() })]),
})

/** Whose it was and what it said, as far as that can be made out of what another version of the app has kept. */
export function salvage(text: string): { uid: string | null; words: string | null } {
  const kept = parsedJson(text)
  const result = v.safeParse(wordsSchema, kept)
  if (!result.success) {
    const owner = v.safeParse(v.object({ uid: v.string() }), kept)
    return { uid: owner.success ? owner.output.uid : null, words: null }
  }
  const { uid, deed } = result.output
  return { uid, words: 'comment' in deed ? deed.comment.text : deed.text }
}
