import * as v from 'valibot'
import { type Deed, type DeedKind, type DeedOf, subjectOf } from '#domain/deed.ts'
import { TASK_IDS } from '#domain/plan.ts'
import { REACTIONS } from '#domain/reaction.ts'
import { REPORT_REASONS } from '#domain/report.ts'
import { STANCES } from '#domain/stance.ts'
import { commentFields } from './comment-fields.ts'
import { isRefusal, isWait, type Refusal, type Wait } from './refusals.ts'
import { count, isoDate, lang, stickers } from './schemas.ts'

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

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null

const taskId = v.picklist(TASK_IDS)
const onComment = { taskId, commentId: v.string() }
const words = { text: v.string(), lang }
const isUndo = v.optional(v.boolean(), false)
const undo = { replaces: v.optional(v.array(v.object(words)), []), isUndo }
const comment = v.object({
  id: v.string(),
  taskId,
  ...commentFields(isoDate),
  status: v.literal('visible'),
  translation: v.null(),
})

// A schema a kind, looked up by its name: valibot has a union for that, which every reader would load with the rest.
const DEEDS: { readonly [K in DeedKind]: v.GenericSchema<unknown, Omit<DeedOf<K>, 'kind'>> } = {
  comment: v.object({ comment }),
  edit: v.object({ ...onComment, ...words, edits: count, ...undo }),
  withdraw: v.object({ ...onComment, isUndo }),
  react: v.object({ ...onComment, value: v.nullable(v.picklist(REACTIONS)) }),
  report: v.object({ ...onComment, reason: v.picklist(REPORT_REASONS) }),
  stance: v.object({ taskId, revision: count, value: v.picklist(STANCES) }),
  ballot: v.object({ stickers }),
}

const entrySchema = v.object({
  uid: v.string(),
  deed: v.custom<Fields>(isFields, 'no deed'),
  at: v.number(),
  refused: v.boolean(),
})

const reasonOf = (reason: unknown) => (isWait(reason) || isRefusal(reason) ? reason : null)

function parseDeed(fields: Fields): Deed | null {
  const kind = (Object.keys(DEEDS) as DeedKind[]).find((one) => one === fields.kind)
  const result = kind && v.safeParse(DEEDS[kind], fields)
  return result?.success ? ({ kind, ...result.output } as Deed) : null
}

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
  const kept = parsedJson(text)
  const result = v.safeParse(entrySchema, kept)
  const deed = result.success ? parseDeed(result.output.deed) : null
  // Under another id it could neither be found nor taken out again.
  if (!result.success || !deed || entryId(result.output.uid, deed) !== id) return null
  return { ...result.output, id, deed, reason: reasonOf((kept as Fields).reason) }
}

const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {})
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Whose it was and what it said, as far as that can be made out of what another version of the app has kept. */
export function salvage(text: string): { uid: string | null; words: string | null } {
  const { uid, deed } = fieldsOf(parsedJson(text))
  const { comment, text: words } = fieldsOf(deed)
  return { uid: textOrNull(uid), words: textOrNull(fieldsOf(comment).text ?? words) }
}
