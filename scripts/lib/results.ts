import { isDeepStrictEqual } from 'node:util'
import {
  type DocumentData,
  type DocumentReference,
  FieldValue,
  type Firestore,
  type Query,
  type QueryDocumentSnapshot,
  type Transaction,
} from 'firebase-admin/firestore'
import type { Agreement } from '#domain/agreement.ts'
import { publicationId, type Recount } from '#domain/results.ts'
import { UserError } from './cli.ts'
import { readEverything } from './tallies.ts'
import { pause } from './wait.ts'

const ALREADY_EXISTS = 6

/** @property isNew whether there was something new to publish; what was counted is told in either case */
type Publication = { readonly isNew: boolean; readonly recount: Omit<Recount, 'at'> }

/**
 * Adds the tallies up, counts the stances and ballots one by one, and publishes what may be published: as
 * `results/current` with its number, kept as `results/{number}`; the comments that share and divide most as
 * `results/common-ground`; and the final numbers of revisions that were replaced as `results/agreement`.
 *
 * All of it is read as of one moment, so that a vote cast meanwhile does not show as a difference. It gets the number after
 * the newest that is kept, also where something has put `results/current` back.
 * @throws UserError if there is no plan yet, or if something stands where it is to be kept
 */
export async function publishResults(db: Firestore): Promise<Publication> {
  const [current, commonGround, agreement] = ['current', 'common-ground', 'agreement'].map((id) =>
    db.doc(`results/${id}`),
  ) as [DocumentReference, DocumentReference, DocumentReference]
  const { found, kept, before, groundBefore, agreementBefore } = await db.runTransaction(
    async (transaction) => {
      const [before, groundBefore, agreementBefore] = await Promise.all(
        [current, commonGround, agreement].map(async (ref) => (await transaction.get(ref)).data()),
      )
      const known = agreementBefore?.tasks as Agreement | undefined
      const kept = await newestKept(db, transaction)
      return { kept, before, groundBefore, agreementBefore, found: await readEverything(db, transaction, known) }
    },
    { readOnly: true },
  )
  const results = { ...found.totals, recount: found.recount }
  const ground = { tasks: found.commonGround }
  const replaced = { tasks: found.agreement }
  const isKnown = (stored: DocumentData | undefined, published: object) => stored && isSame(stored, published)
  const { recount } = found
  const last: number = Math.max(kept?.get('number') ?? 0, before?.number ?? 0)
  const isNewest = before?.number === last
  if (isNewest && isKnown(before, results) && isKnown(groundBefore, ground) && isKnown(agreementBefore, replaced)) {
    return { isNew: false, recount }
  }

  const number = last + 1
  const publishedAt = FieldValue.serverTimestamp()
  const publication = {
    ...results,
    recount: { ...recount, at: publishedAt },
    number,
    publishedAt,
    // The log speaks of what people of the office do.
    logEntry: null,
  }
  const batch = db.batch()
  batch.create(db.doc(`results/${publicationId(number)}`), publication)
  batch.set(current, publication)
  batch.set(commonGround, { ...ground, number, publishedAt })
  batch.set(agreement, { ...replaced, number, publishedAt })
  try {
    await batch.commit()
  } catch (error) {
    if ((error as { code?: number }).code !== ALREADY_EXISTS) throw error
    // Somebody has published in the meantime; what is new since comes with the next publication.
    if ((await current.get()).get('number') !== before?.number) return { isNew: false, recount }
    throw new UserError(
      `results/${publicationId(number)} is there already, and is no publication: nothing was published.`,
    )
  }
  return { isNew: true, recount }
}

/** The newest publication of those that are kept under their numbers. Costs at most 4 reads. */
export async function newestKept(db: Firestore, transaction: Transaction): Promise<QueryDocumentSnapshot | undefined> {
  // `current`, `common-ground` and `agreement` bear numbers, too.
  const { docs } = await transaction.get(db.collection('results').orderBy('number', 'desc').limit(4))
  return docs.find((found) => found.id === publicationId(found.get('number')))
}

/** Whether a publication says the same, whoever published it and when. */
function isSame({ number: _, publishedAt: __, logEntry: ___, recount, ...rest }: DocumentData, found: object): boolean {
  const { at: ____, ...counted } = (recount ?? {}) as DocumentData
  return isDeepStrictEqual(recount ? { ...rest, recount: counted } : rest, found)
}

/** All that readEverything() looks at, and what somebody else may have published. */
const sourcesOf = (db: Firestore): readonly Query[] => [
  ...['tasks', 'results', 'ballotTallies', 'ballots'].map((name) => db.collection(name)),
  ...['stanceTallies', 'stances', 'comments'].map((name) => db.collectionGroup(name)),
]

/**
 * Publishes whenever something has changed, but not more often than every so many seconds, until the process ends. Rejects as
 * soon as it fails once: of a Firestore that is gone it may hear some minutes later.
 */
export async function keepPublishing(db: Firestore, seconds: number): Promise<never> {
  let isNew = true
  let failure: Error | undefined
  const changed = () => {
    isNew = true
  }
  for (const source of sourcesOf(db)) {
    source.onSnapshot(changed, (error) => {
      failure = error
    })
  }
  for (;;) {
    await pause(seconds * 1000)
    if (failure) throw failure
    if (!isNew) continue
    isNew = false
    await publishResults(db)
  }
}
