import type { CollectionReference } from 'firebase-admin/firestore'
import { json } from '../../../scripts/lib/database.ts'
import { admin } from './emulator.ts'

/**
 * Every document, a line each, found as nothing that is tested looks for it: by asking the database for its collections,
 * and each document, also one that is not there itself, for those below it. The emulator looks through everything for each.
 */
export const walked = async (): Promise<string[]> => (await linesIn(await admin.db.listCollections())).toSorted()

async function linesIn(collections: readonly CollectionReference[]): Promise<string[]> {
  const lines = await Promise.all(
    collections.map(async (collection) => {
      const [{ docs }, all] = await Promise.all([collection.get(), collection.listDocuments()])
      const below = await Promise.all(all.map(async (document) => linesIn(await document.listCollections())))
      return [...docs.map((document) => `${document.ref.path} ${json(document.data())}`), ...below.flat()]
    }),
  )
  return lines.flat()
}
