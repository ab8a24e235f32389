import * as v from 'valibot'
import { LANGS } from '#domain/language.ts'
import { LEVELS } from '#domain/participant.ts'
import type { Citations } from '#domain/plan.ts'
import { ROLES, VERIFICATIONS } from '#domain/roles.ts'

// Shapes that several collections share; each collection's own schema stands beside its reads and writes.

export const localized = v.object({ ko: v.string(), en: v.string() })
/** What a task says, or said in a revision. */
export const taskTexts = {
  title: localized,
  summary: localized,
  plain: localized,
  body: localized,
  subtasks: v.array(v.object({ id: v.string(), title: localized, text: localized })),
}

export const lang = v.picklist(LANGS)
export const role = v.picklist(ROLES)
export const verification = v.picklist(VERIFICATIONS)
/** Of school. */
export const level = v.picklist(LEVELS)
export const count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const byRole = v.object({ student: count, parent: count, teacher: count, staff: count, resident: count })

/** Stickers on each task. */
export const stickers = v.object({ t1: count, t2: count, t3: count, t4: count, t5: count, t6: count })

/** The comments a revision cites, each with the subtask it shaped; stored, '' is the task's own text. */
export const citations = v.pipe(
  v.record(v.string(), v.string()),
  v.transform(
    (stored): Citations =>
      Object.fromEntries(Object.entries(stored).map(([id, subtaskId]) => [id, subtaskId === '' ? null : subtaskId])),
  ),
)

/** A Firestore timestamp, as a Date. */
export const date = v.pipe(
  v.custom<{ toDate(): Date }>(
    (value) => typeof value === 'object' && value !== null && 'toDate' in value,
    'not a timestamp',
  ),
  v.transform((timestamp) => timestamp.toDate()),
)

/** A Date that was kept as JSON. */
export const isoDate = v.pipe(
  v.custom<string>((text) => typeof text === 'string' && !Number.isNaN(Date.parse(text)), 'not a date'),
  v.transform((text) => new Date(text)),
)

/**
 * A document as its schema wants it, or null with a report on the console: a document of an older or newer version of
 * the app must never turn a page blank.
 */
export function parseOrSkip<S extends v.GenericSchema>(
  schema: S,
  path: string,
  data: unknown,
): v.InferOutput<S> | null {
  const result = v.safeParse(schema, data)
  if (result.success) return result.output
  console.warn(`${path} does not match its schema and is left out:`, v.flatten(result.issues).nested)
  return null
}
