import * as v from 'valibot'
import { COMMENT_STATUSES } from '#domain/comment.ts'
import type { Deed } from '#domain/deed.ts'
import { TASK_IDS } from '#domain/plan.ts'
import { REACTIONS } from '#domain/reaction.ts'
import { REPORT_REASONS } from '#domain/report.ts'
import { STANCES } from '#domain/stance.ts'
import type { DataErrorKind } from './errors.ts'
import type { OutboxEntry } from './outbox.ts'
import { byRole, count, lang, role, verification } from './schemas.ts'

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
]) satisfies v.GenericSchema<unknown, Deed>

const entrySchema = v.object({
  id: v.string(),
  uid: v.string(),
  deed,
  at: v.number(),
  reason: v.nullable(v.string()),
  refused: v.boolean(),
  kept: v.boolean(),
})

/** What the device has kept of a deed, or null for what another version of the app kept. */
export function parseEntry(kept: string | null): OutboxEntry | null {
  try {
    const result = v.safeParse(entrySchema, JSON.parse(kept ?? 'null'))
    return result.success ? (result.output as OutboxEntry & { reason: DataErrorKind | null }) : null
  } catch {
    return null
  }
}
