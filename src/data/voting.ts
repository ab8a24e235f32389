import { doc, getDoc } from 'firebase/firestore/lite'
import * as v from 'valibot'
import type { Voting } from '#domain/ballot.ts'
import { db } from './firestore.ts'
import { date, parseOrSkip } from './schemas.ts'

const votingSchema = v.object({ opensAt: date, closesAt: date })

/** When ballots are taken, or null if nobody has said so. Costs 1 read. */
export async function readVoting(): Promise<Voting | null> {
  const snapshot = await getDoc(doc(db, 'settings', 'voting'))
  return snapshot.exists() ? parseOrSkip(votingSchema, 'settings/voting', snapshot.data()) : null
}
