import { collection, doc, getDocs, limit, query, serverTimestamp, Timestamp, where } from 'firebase/firestore/lite'
import * as v from 'valibot'
import { commit } from './commit.ts'
import { db } from './firestore.ts'
import { actor } from './log-entry.ts'
import { date, parseOrSkip } from './schemas.ts'
import { readStaff } from './staff.ts'

// Who is answering which comments at this moment. Nobody is held back by it, and nobody has to say that they are done:
// who has not said so for a while does not count.

/** How long what somebody has said counts: two of its turns may be lost. */
const COUNTS_MS = 150_000
/** So many comments are named; a selection of more shares its first ones. */
const NAMED = 20
/** More do not write at a time. */
const MOST = 20

const presenceSchema = v.object({ answering: v.string(), at: date })

const presence = () => collection(db, 'presence')

/** Who has said since a moment what they are answering. Costs a read each, and at least one. */
export async function readPresence(since: Date) {
  const { docs } = await getDocs(query(presence(), where('at', '>', Timestamp.fromDate(since)), limit(MOST)))
  return docs.flatMap((each) => {
    const fields = parseOrSkip(presenceSchema, each.ref.path, each.data())
    return fields ? { uid: each.id, ...fields } : []
  })
}

/**
 * Says that these comments are being answered, and finds who else answers one of them. Costs a write, and a read for each
 * who answers anything now; another one for each who answers the same.
 * @returns the names of the others
 */
export async function answerBeside(commentIds: readonly string[]): Promise<readonly string[]> {
  const uid = await actor()
  await commit((batch) =>
    batch.set(doc(presence(), uid), { answering: commentIds.slice(0, NAMED).join(','), at: serverTimestamp() }),
  )
  const found = await readPresence(new Date(Date.now() - COUNTS_MS))
  // By the server's clock, where this device's is slow.
  const now = found.find((each) => each.uid === uid)?.at.getTime() ?? Date.now()
  const others = found
    .filter((each) => each.uid !== uid && now - each.at.getTime() < COUNTS_MS)
    .filter(({ answering }) => answering.split(',').some((id) => commentIds.includes(id)))
  const records = await Promise.all(others.map((each) => readStaff(each.uid)))
  return records.flatMap((record) => record?.name ?? [])
}
