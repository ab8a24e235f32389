import { collection, doc, getDoc, getDocs, limit, orderBy, query, startAfter } from 'firebase/firestore/lite'
import * as v from 'valibot'
import type { TaskId, TaskTexts } from '#domain/plan.ts'
import { REVISIONS_PER_PAGE, type Revision } from '#domain/revision.ts'
import { DataError } from './errors.ts'
import { db } from './firestore.ts'
import { citations, count, date, localized, parseOrSkip, taskTexts } from './schemas.ts'

const textsSchema = v.object(taskTexts)

const revisionSchema = v.object({
  revision: count,
  publishedAt: date,
  changeNote: localized,
  sample: v.boolean(),
  // The first ones cite nobody, and say so by a list.
  citations: v.union([
    citations,
    v.pipe(
      v.array(v.unknown()),
      v.transform(() => ({})),
    ),
  ]),
})

const parseRevision = (path: string, data: unknown): Revision | null => {
  const fields = parseOrSkip(revisionSchema, path, data)
  if (!fields) return null
  const { revision, ...rest } = fields
  return { number: revision, ...rest }
}

/** One page of revisions, and the number before which the next page begins: null after the last. */
export type RevisionPage = { readonly revisions: readonly Revision[]; readonly next: number | null }

/** What revisions say, by their numbers. */
export type TextsByRevision = ReadonlyMap<number, TaskTexts>

/**
 * The revisions of a task, newest first, ten at a time, and what they say. Costs a read a revision.
 * @param before the `next` of the page before
 */
export async function readRevisions(
  taskId: TaskId,
  before: number | null,
): Promise<{ page: RevisionPage; texts: TextsByRevision }> {
  const revisions = collection(db, 'tasks', taskId, 'revisions')
  const newestFirst = query(revisions, orderBy('revision', 'desc'), limit(REVISIONS_PER_PAGE))
  const { docs } = await getDocs(before === null ? newestFirst : query(newestFirst, startAfter(before)))
  const last: unknown = docs.length === REVISIONS_PER_PAGE ? docs.at(-1)?.get('revision') : undefined
  const texts = new Map<number, TaskTexts>()
  const found = docs.flatMap((snapshot) => {
    const revision = parseRevision(snapshot.ref.path, snapshot.data())
    const said = v.safeParse(textsSchema, snapshot.data())
    if (revision && said.success) texts.set(revision.number, said.output)
    return revision ?? []
  })
  return { page: { revisions: found, next: typeof last === 'number' ? last : null }, texts }
}

/** What one revision says. Costs 1 read. @throws DataError `missing` if there is none, or none that can be read */
export async function readRevisionTexts(taskId: TaskId, number: number): Promise<TaskTexts> {
  const snapshot = await getDoc(doc(db, 'tasks', taskId, 'revisions', String(number)))
  const texts = snapshot.exists() ? parseOrSkip(textsSchema, snapshot.ref.path, snapshot.data()) : null
  if (!texts) throw new DataError('missing')
  return texts
}
