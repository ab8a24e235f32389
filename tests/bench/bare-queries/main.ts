// The queries of the conversation by the SDK alone: no React, no cache, nothing parsed, nothing drawn.
import { initializeApp } from 'firebase/app'
import {
  collection,
  connectFirestoreEmulator,
  documentId,
  getDocs,
  getFirestore,
  limit,
  orderBy,
  type QueryConstraint,
  type QueryDocumentSnapshot,
  query,
  startAfter,
  where,
} from 'firebase/firestore/lite'

const db = getFirestore(initializeApp({ projectId: 'demo-madang' }))
const { firestore } = JSON.parse(String(import.meta.env.VITE_EMULATORS)) as { firestore: string }
const [host = '', port] = firestore.split(':')
connectFirestoreEmulator(db, host, Number(port))

const comments = collection(db, 'tasks', 't1', 'comments')
const topLevel = (statuses: string[]) => [where('parentId', '==', null), where('status', 'in', statuses)]
const all = topLevel(['visible', 'withdrawn'])
const newestFirst = [orderBy('createdAt', 'desc'), orderBy(documentId(), 'desc')]

const QUERIES = {
  first: [...all, ...newestFirst],
  more: [...all, ...newestFirst],
  sort: [...topLevel(['visible']), orderBy('agreeTotal', 'desc'), ...newestFirst],
  filter: [...topLevel(['visible']), where('role', '==', 'student'), orderBy('agreeTotal', 'desc'), ...newestFirst],
} satisfies Record<string, QueryConstraint[]>

let last: QueryDocumentSnapshot | undefined

/** @returns how long the query took, in milliseconds */
async function ask(name: keyof typeof QUERIES): Promise<number> {
  const began = performance.now()
  const place = name === 'more' && last ? [startAfter(last)] : []
  const { docs } = await getDocs(query(comments, ...QUERIES[name], ...place, limit(20)))
  const took = performance.now() - began
  if (docs.length !== 20) throw new Error(`${name}: ${docs.length} comments`)
  if (name === 'first') last = docs.at(-1)
  return took
}

declare global {
  interface Window {
    ask: typeof ask
  }
}

window.ask = ask
