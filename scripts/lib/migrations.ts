import {
  type DocumentData,
  type DocumentSnapshot,
  FieldPath,
  FieldValue,
  type Firestore,
  type Query,
  type QueryDocumentSnapshot,
  type UpdateData,
} from 'firebase-admin/firestore'
import { UserError } from './cli.ts'
import { Progress } from './progress.ts'

/** What a document wants to be as the code has it. */
export type Change = {
  /** As an update takes it: fields to set, or to delete. */
  readonly update: UpdateData<DocumentData>
  /** Documents to write with it, by path. Their paths follow from the document, so that doing it again makes no second. */
  readonly beside?: Readonly<Record<string, DocumentData>>
}

/** Brings documents of an older shape into that of today. */
export type Migration = {
  readonly title: string
  readonly steps: readonly {
    /** The documents to look at. */
    readonly of: (db: Firestore) => Query
    /** Null for a document that is as it should be: whatever was changed is not changed again. */
    readonly change: (document: QueryDocumentSnapshot) => Change | null
  }[]
}

const SCHEMA = 'settings/schema'
const PAGE = 200
/** gRPC's NOT_FOUND and FAILED_PRECONDITION: somebody has removed or written the document since it was read. */
const CHANGED_MEANWHILE = [5, 9]

/** The number of the last migration that was applied to this database, for people to know; 0 of one that knows none. */
export async function schemaVersion(db: Firestore): Promise<number> {
  const version: unknown = (await db.doc(SCHEMA).get()).get('version')
  return typeof version === 'number' ? version : 0
}

/**
 * Applies all migrations, one after the other, and notes each when it is through. Also those that are noted already: a backup
 * that was restored, or a page kept on a device, may have brought back documents of before. One that was stopped begins again
 * and changes what is left.
 * @param migrations all there are; the first has the number 1
 * @param apply false only counts
 * @returns how many documents each migration changes, by its number
 * @throws UserError if the database is newer than the code
 */
export async function migrate(
  db: Firestore,
  migrations: readonly Migration[],
  apply: boolean,
): Promise<ReadonlyMap<number, number>> {
  const version = await schemaVersion(db)
  if (version > migrations.length) {
    throw new UserError(
      `The database has version ${version}, and this code knows ${migrations.length}: update the code.`,
    )
  }
  const changed = new Map<number, number>()
  for (const [index, migration] of migrations.entries()) {
    const number = index + 1
    const documents = await run(db, migration, number, apply)
    changed.set(number, documents)
    if (!apply || (documents === 0 && number <= version)) continue
    const applied = { [number]: { title: migration.title, at: FieldValue.serverTimestamp() } }
    await db.doc(SCHEMA).set({ version: Math.max(number, version), applied }, { merge: true })
  }
  return changed
}

async function run(db: Firestore, { steps }: Migration, number: number, apply: boolean): Promise<number> {
  const counts = await Promise.all(steps.map(async ({ of }) => (await of(db).count().get()).data().count))
  const progress = new Progress(
    `Migration ${number}`,
    counts.reduce((sum, count) => sum + count, 0),
  )
  let changed = 0
  for (const { of, change } of steps) {
    const first = firstPage(of(db))
    let last: QueryDocumentSnapshot | undefined
    for (;;) {
      const page = last ? first.startAfter(last) : first
      const { docs } = await page.get()
      changed += apply ? await applyTo(db, docs, change) : docs.filter((each) => change(each) !== null).length
      progress.advance(docs.length)
      last = docs.at(-1)
      if (docs.length < PAGE) break
    }
  }
  progress.end()
  return changed
}

/** The first of the documents to look at, in an order that needs no index. */
export const firstPage = (documents: Query): Query => documents.orderBy(FieldPath.documentId()).limit(PAGE)

type Changing = Migration['steps'][number]['change']

/** Changes documents at once, as they were read: if somebody has written one of them since, all are read again. */
async function applyTo(db: Firestore, docs: readonly QueryDocumentSnapshot[], change: Changing): Promise<number> {
  const batch = db.batch()
  let changed = 0
  for (const document of docs) {
    const wanted = change(document)
    if (!wanted) continue
    changed++
    batch.update(document.ref, wanted.update, { lastUpdateTime: document.updateTime })
    for (const [path, data] of Object.entries(wanted.beside ?? {})) batch.set(db.doc(path), data)
  }
  if (changed === 0) return 0
  try {
    await batch.commit()
    return changed
  } catch (error) {
    if (!CHANGED_MEANWHILE.includes((error as { code?: number }).code ?? 0)) throw error
    const again = await db.getAll(...docs.map(({ ref }) => ref))
    return applyTo(db, again.filter(isThere), change)
  }
}

const isThere = (document: DocumentSnapshot): document is QueryDocumentSnapshot => document.exists
