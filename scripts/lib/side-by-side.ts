import { type Manifest, readDocuments } from './backup-files.ts'
import type { Database, StoredDocument } from './database.ts'

/** What a backup and a database have at the same path: at least one of the two. */
type Pair = { readonly kept?: StoredDocument; readonly stored?: StoredDocument }

/** Both are in the order of paths: of two that differ, the earlier is missing from the other side. */
export async function* sideBySide(folder: string, manifest: Manifest, database: Database): AsyncGenerator<Pair> {
  const documents = database.documents()
  let next = await documents.next()
  for await (const kept of readDocuments(folder, manifest)) {
    for (; !next.done && inOrder(next.value.path, kept.path) < 0; next = await documents.next()) {
      yield { stored: next.value }
    }
    if (next.done || next.value.path !== kept.path) yield { kept }
    else {
      yield { kept, stored: next.value }
      next = await documents.next()
    }
  }
  for (; !next.done; next = await documents.next()) yield { stored: next.value }
}

/** As Firestore orders paths: part by part, each by its bytes. */
function inOrder(one: string, other: string): number {
  if (one === other) return 0
  const [ones, others] = [one.split('/'), other.split('/')]
  for (const [index, part] of ones.entries()) {
    const order = Buffer.compare(Buffer.from(part), Buffer.from(others[index] ?? ''))
    if (order !== 0) return order
  }
  return -1
}
