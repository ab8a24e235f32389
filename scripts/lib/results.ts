import { isDeepStrictEqual } from 'node:util'
import { type DocumentData, FieldValue, type Firestore } from 'firebase-admin/firestore'
import { publicationId } from '#domain/results.ts'
import { readEverything } from './tallies.ts'
import { pause } from './wait.ts'

const ALREADY_EXISTS = 6

/**
 * Adds the tallies up, counts the stances and ballots one by one, and publishes what may be published: as
 * `results/current` with its number, kept as `results/{number}`, and the comments that share and divide most as
 * `results/common-ground`.
 *
 * All of it is read as of one moment, so that a vote cast meanwhile does not show as a difference.
 * @returns whether there was something new to publish
 * @throws UserError if there is no plan yet
 */
export async function publishResults(db: Firestore): Promise<boolean> {
  const [current, commonGround] = [db.doc('results/current'), db.doc('results/common-ground')]
  const { found, before, groundBefore } = await db.runTransaction(
    async (transaction) => ({
      before: (await transaction.get(current)).data(),
      groundBefore: (await transaction.get(commonGround)).data(),
      found: await readEverything(db, transaction),
    }),
    { readOnly: true },
  )
  const results = { ...found.totals, recount: found.recount }
  const ground = { tasks: found.commonGround }
  if (before && groundBefore && isSame(before, results) && isSame(groundBefore, ground)) return false

  const number = (before?.number ?? 0) + 1
  const publishedAt = FieldValue.serverTimestamp()
  const publication = {
    ...results,
    recount: { ...found.recount, at: publishedAt },
    number,
    publishedAt,
    // The log speaks of what people of the office do.
    logEntry: null,
  }
  const batch = db.batch()
  batch.create(db.doc(`results/${publicationId(number)}`), publication)
  batch.set(current, publication)
  batch.set(commonGround, { ...ground, number, publishedAt })
  try {
    await batch.commit()
  } catch (error) {
    // Somebody has published in the meantime; what is new since comes with the next publication.
    if ((error as { code?: number }).code === ALREADY_EXISTS) return false
    throw error
  }
  return true
}

/** Whether a publication says the same, whoever published it and when. */
function isSame({ number: _, publishedAt: __, logEntry: ___, recount, ...rest }: DocumentData, found: object): boolean {
  const { at: ____, ...counted } = (recount ?? {}) as DocumentData
  return isDeepStrictEqual(recount ? { ...rest, recount: counted } : rest, found)
}

/** Publishes again and again until the process ends; rejects as soon as it fails once. */
export async function keepPublishing(db: Firestore, seconds: number): Promise<never> {
  for (;;) {
    await pause(seconds * 1000)
    await publishResults(db)
  }
}
