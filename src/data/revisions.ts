import { collection, getDocs, limit, orderBy, query, startAfter } from 'firebase/firestore/lite'
import * as v from 'valibot'
import type { TaskId } from '#domain/plan.ts'
import { REVISIONS_PER_PAGE, type Revision } from '#domain/revision.ts'
import { db } from './firestore.ts'
import { count, date, localized, parseOrSkip } from './schemas.ts'

const revisionSchema = v.object({ revision: count, publishedAt: date, changeNote: localized, sample: v.boolean() })

const parseRevision = (path: string, data: unknown): Revision | null => {
  const fields = parseOrSkip(revisionSchema, path, data)
  if (!fields) return null
  const { revision, ...rest } = fields
  return { number: revision, ...rest }
}

/** One page of revisions, and the number before which the next page begins: null after the last. */
export type RevisionPage = { readonly revisions: readonly Revision[]; readonly next: number | null }

/**
 * The revisions of a task, newest first, ten at a time. Costs a read a revision.
 * @param before the `next` of the page before
 */
export async function readRevisions(taskId: TaskId, before: number | null): Promise<RevisionPage> {
  const revisions = collection(db, 'tasks', taskId, 'revisions')
  const newestFirst = query(revisions, orderBy('revision', 'desc'), limit(REVISIONS_PER_PAGE))
  const { docs } = await getDocs(before === null ? newestFirst : query(newestFirst, startAfter(before)))
  const last: unknown = docs.length === REVISIONS_PER_PAGE ? docs.at(-1)?.get('revision') : undefined
  return {
    revisions: docs
      .map((snapshot) => parseRevision(snapshot.ref.path, snapshot.data()))
      .filter((revision) => revision !== null),
    next: typeof last === 'number' ? last : null,
  }
}
