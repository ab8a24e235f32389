import { readFileSync } from 'node:fs'
import type { CollectionReference } from 'firebase-admin/firestore'
import { json } from '../../../scripts/lib/database.ts'
import { admin } from './emulator.ts'

// Of tasks/{task}/comments/{comment}, tasks/*/comments, as in a manifest.
/** The collections that the rules speak of. */
export function collectionsOfRules(): string[] {
  const within: string[] = []
  const found = new Set<string>()
  for (const [, indent = '', path = ''] of readFileSync('firestore.rules', 'utf8').matchAll(
    /^( +)match \/(.+) \{$/gm,
  )) {
    // The outermost is the database.
    const depth = indent.length / 2 - 1
    within.splice(depth, within.length, path)
    const names = within.slice(1).join('/').split('/')
    // What all collections of one name have in common is no further collection.
    if (depth > 0 && !path.includes('=**'))
      found.add(
        names
          .slice(0, -1)
          .join('/')
          .replace(/\{\w+\}/g, '*'),
      )
  }
  return [...found].toSorted()
}

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
