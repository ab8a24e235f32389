import { hashKey } from '@tanstack/react-query'
import {
  collection,
  type DocumentSnapshot,
  doc,
  getDoc,
  getDocs,
  limit,
  query,
  serverTimestamp,
} from 'firebase/firestore/lite'
import * as v from 'valibot'
import { isTaskId, TASK_IDS, type Task, type TaskId } from '#domain/plan.ts'
import { type PlanDraft, unwritten } from '#domain/plan-draft.ts'
import { commit } from './commit.ts'
import { DataError, toDataError } from './errors.ts'
import { db } from './firestore.ts'
import { planDraftSchema } from './plan-draft-schema.ts'
import { count, date, parseOrSkip } from './schemas.ts'
import { readTask } from './tasks.ts'

/** A draft that editors share, as it is stored. */
export type StoredDraft = {
  /** Null where nothing is begun: after a publication, or when a draft was thrown away. */
  readonly draft: PlanDraft | null
  /** There is one that this version of the app cannot read: nothing may be written over it. */
  readonly isUnreadable: boolean
  /** 1, then one more each time: who writes upon an older one is refused. */
  readonly version: number
  readonly byUid: string
  readonly byName: string
  readonly at: Date
}

/** The editor who writes. */
export type Editor = { readonly uid: string; readonly name: string }

const storedSchema = v.object({ content: v.string(), version: count, byUid: v.string(), byName: v.string(), at: date })

/** A draft may be half done in any way; it is kept as one text, and only what is published is looked at by the rules. */
function parseContent(path: string, content: string): PlanDraft | null {
  try {
    return content === '' ? null : parseOrSkip(planDraftSchema, path, JSON.parse(content))
  } catch {
    return null
  }
}

export const draftRef = (taskId: TaskId) => doc(db, 'drafts', taskId)

function parseDraft(snapshot: DocumentSnapshot): StoredDraft | null {
  const fields = snapshot.exists() ? parseOrSkip(storedSchema, snapshot.ref.path, snapshot.data()) : null
  if (!fields) return null
  const { content, ...rest } = fields
  const draft = parseContent(snapshot.ref.path, content)
  return { draft, isUnreadable: content !== '' && draft === null, ...rest }
}

/** The draft of a task's next revision, or null if there never was one. Costs 1 read. */
export const readDraft = async (taskId: TaskId): Promise<StoredDraft | null> =>
  parseDraft(await getDoc(draftRef(taskId)))

/** The drafts that are begun, by their tasks. Costs a read for each task that ever had one, and at least one. */
export async function readDrafts(): Promise<ReadonlyMap<TaskId, StoredDraft>> {
  const { docs } = await getDocs(query(collection(db, 'drafts'), limit(TASK_IDS.length)))
  return new Map(
    docs.flatMap((found): [TaskId, StoredDraft][] => {
      const stored = parseDraft(found)
      return isTaskId(found.id) && (stored?.draft || stored?.isUnreadable) ? [[found.id, stored]] : []
    }),
  )
}

/**
 * A task as its editors see it: before its first revision it says nothing. Costs 1 read, and 1 more before that.
 * @throws DataError `missing` if nothing is published of it, and no draft begun
 */
export async function readWritten(id: TaskId): Promise<Task> {
  try {
    return await readTask(id)
  } catch (error) {
    const begun = toDataError(error).kind === 'missing' ? (await readDraft(id))?.draft : null
    if (begun?.base === 0) return unwritten(id, begun)
    throw error
  }
}

/** The document of a draft. @param draft null where it is done with */
export const draftFields = (draft: PlanDraft | null, version: number, { uid, name }: Editor) => ({
  content: draft ? JSON.stringify(draft) : '',
  version,
  byUid: uid,
  byName: name,
  at: serverTimestamp(),
})

/**
 * Writes a draft upon the version that the editor has seen.
 * @returns its new version
 * @throws DataError `conflict` if another editor has written in the meantime
 */
export async function writeDraft(
  taskId: TaskId,
  draft: PlanDraft | null,
  seen: number,
  editor: Editor,
): Promise<number> {
  try {
    await commit((batch) => batch.set(draftRef(taskId), draftFields(draft, seen + 1, editor)))
    return seen + 1
  } catch (error) {
    const failure = toDataError(error)
    if (failure.kind !== 'refused') throw failure
    const now = await readDraft(taskId)
    // A write whose answer was lost has arrived.
    if (now?.version === seen + 1 && now.byUid === editor.uid && isSame(now.draft, draft)) return seen + 1
    throw new DataError(now && now.version !== seen ? 'conflict' : 'refused')
  }
}

/** Whatever the order of their fields: what was read has that of its schema. */
const isSame = (one: unknown, other: unknown): boolean => hashKey([one]) === hashKey([other])
