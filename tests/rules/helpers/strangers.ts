import { FirebaseError } from 'firebase/app'
import {
  collection,
  collectionGroup,
  count,
  doc,
  type Firestore,
  getAggregate,
  getDoc,
  getDocs,
  limit,
  query,
  sum,
  where,
} from 'firebase/firestore/lite'
import { commentsIn } from './laws.ts'
import type { Stored } from './stored.ts'

const COMMENTS = 'tasks/t1/comments'

/**
 * What somebody learns who has written nothing and is no reviewer: of what is hidden anything, and words that were taken
 * back. Invariant 7 says: nothing.
 */
export async function learned(stranger: Firestore, stored: Stored): Promise<string[]> {
  const inState = (state: string) =>
    commentsIn(stored).flatMap(([path, { status }]) => (status === state ? [path] : []))
  const [hidden, withdrawn] = [inState('hidden'), inState('withdrawn')]
  const all = collection(stranger, COMMENTS)
  const secrets: (readonly [what: string, ask: () => Promise<unknown>])[] = [
    ...hidden.map((path) => [path, () => getDoc(doc(stranger, path))] as const),
    ...hidden.map((path) => [`${path}/edits`, () => getDocs(editsOf(stranger, path))] as const),
    ['all comments', () => getDocs(query(all, limit(20)))],
    ['how many there are', () => getAggregate(query(all, limit(20)), { number: count(), all: sum('agreeTotal') })],
    ['the hidden ones', () => getDocs(query(all, where('status', '==', 'hidden'), limit(20)))],
    ['those of all tasks', () => getDocs(query(collectionGroup(stranger, 'comments'), limit(20)))],
  ]
  const answered = await Promise.all(secrets.map(async ([what, ask]) => ((await isRefused(ask)) ? [] : [what])))
  const shown = await getDocs(query(all, where('status', 'in', ['visible', 'withdrawn']), limit(20)))
  const former = await Promise.all(withdrawn.map((path) => getDocs(editsOf(stranger, path))))
  return [
    ...answered.flat(),
    ...shown.docs.filter(({ ref }) => hidden.includes(ref.path)).map(({ ref }) => `${ref.path}, in a list`),
    ...shown.docs.filter((each) => each.get('status') === 'withdrawn' && each.get('text') !== '').map(({ id }) => id),
    ...former.flatMap(({ docs }) => docs.map(({ ref }) => ref.path)),
  ]
}

const editsOf = (stranger: Firestore, path: string) => query(collection(stranger, `${path}/edits`), limit(20))

async function isRefused(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask()
    return false
  } catch (error) {
    if (error instanceof FirebaseError && error.code === 'permission-denied') return true
    throw error
  }
}
