import {
  collection,
  type DocumentReference,
  doc,
  getDoc,
  getDocs,
  limit,
  type QueryDocumentSnapshot,
  query,
  Timestamp,
} from 'firebase/firestore/lite'
import { MAX_EDITS } from '#domain/comment.ts'
import { db } from './firestore.ts'
import { type OwnCursor, type OwnPage, readOwnDocs, stanceRefs } from './own.ts'
import { readPlan } from './tasks.ts'

/** A document as it is stored; times are written as ISO 8601. */
export type StoredDoc = { readonly path: string; readonly data: Readonly<Record<string, unknown>> }

/** A comment as it is stored, with what it said before. */
export type StoredComment = StoredDoc & { readonly formerTexts: readonly StoredDoc[] }

/** What is stored of somebody once, or once a task: few documents. */
export type OwnRecords = {
  readonly participant: StoredDoc | null
  readonly staff: StoredDoc | null
  readonly stances: readonly StoredDoc[]
  readonly ballot: StoredDoc | null
}

function plain(value: unknown): unknown {
  if (value instanceof Timestamp) return value.toDate().toISOString()
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return plainFields(value)
}

const plainFields = (fields: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, plain(value)]))

type Snapshot = { readonly ref: DocumentReference; data(): object | undefined }

const stored = (snapshot: Snapshot): StoredDoc => ({
  path: snapshot.ref.path,
  data: plainFields(snapshot.data() ?? {}),
})

async function readOne(ref: DocumentReference): Promise<StoredDoc | null> {
  const snapshot = await getDoc(ref)
  return snapshot.exists() ? stored(snapshot) : null
}

/** What a comment said before its edits, as it is stored. Costs a read an edit. @param path of the comment */
export async function readStoredEdits(path: string): Promise<readonly StoredDoc[]> {
  const { docs } = await getDocs(query(collection(doc(db, path), 'edits'), limit(MAX_EDITS)))
  return docs.map(stored)
}

async function withFormerTexts(snapshot: QueryDocumentSnapshot): Promise<StoredComment> {
  const isEdited = Number(snapshot.get('edits')) > 0 && snapshot.get('status') !== 'withdrawn'
  return { ...stored(snapshot), formerTexts: isEdited ? await readStoredEdits(snapshot.ref.path) : [] }
}

/** A page of somebody's comments as they are stored. Costs a read a comment, and one an edit. */
export async function readStoredComments(uid: string, after: OwnCursor | null): Promise<OwnPage<StoredComment>> {
  const { items, next } = await readOwnDocs('comments', uid, after)
  return { items: await Promise.all(items.map(withFormerTexts)), next }
}

/** A page of somebody's reactions as they are stored. Costs a read a reaction. */
export async function readStoredReactions(uid: string, after: OwnCursor | null): Promise<OwnPage<StoredDoc>> {
  const { items, next } = await readOwnDocs('reactions', uid, after)
  return { items: items.map(stored), next }
}

/** What else is stored under somebody's id. Costs a read a task, one a revision of it, and three. */
export async function readRecords(uid: string): Promise<OwnRecords> {
  const tasks = await readPlan()
  const refs = tasks.flatMap(({ id, revision }) => stanceRefs(uid, id, revision))
  const [participant, staff, ballot, stances] = await Promise.all([
    readOne(doc(db, 'participants', uid)),
    readOne(doc(db, 'staff', uid)),
    readOne(doc(db, 'ballots', uid)),
    Promise.all(refs.map(({ ref }) => readOne(ref))),
  ])
  return { participant, staff, ballot, stances: stances.filter((stance) => stance !== null) }
}
