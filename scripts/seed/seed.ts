import type { Admin } from '../lib/admin.ts'
import { emptyFirestore } from '../lib/firestore-emulator.ts'
import { publishResults } from '../lib/results.ts'
import { answerDocs } from './answers.ts'
import { historyDocs } from './history.ts'
import { readInputs } from './inputs.ts'
import { ballotDocs, stanceDocs, votingDocs } from './opinions.ts'
import { people, peopleDocs } from './people.ts'
import { planDocs } from './plan-docs.ts'
import { reviewDocs, withReviews } from './reviews.ts'
import { slipDocs } from './slips.ts'
import { voiceDocs } from './voices.ts'
import { writeDocs } from './write.ts'

/**
 * Writes the sample plan, voices, participants and votes, and publishes the results. An emulator is emptied before;
 * in a real project nothing is deleted, and the demo accounts get no rights there.
 * @returns how many documents were written
 */
export async function seedFirestore(admin: Admin): Promise<number> {
  const now = new Date()
  const inputs = readInputs()
  const everyone = people(inputs)
  const sample = [
    ...planDocs(inputs, now),
    ...withReviews(voiceDocs(inputs, now), inputs),
    ...reviewDocs(inputs, now),
    ...answerDocs(inputs, now),
    ...peopleDocs(everyone, admin.emulators !== null, now),
    ...stanceDocs(everyone, inputs, now),
    ...ballotDocs(everyone, now),
    ...(admin.emulators ? slipDocs(now) : []),
    ...votingDocs(now),
  ]
  // A real project keeps what it has published.
  const docs = admin.emulators ? [...sample, ...historyDocs(sample, now)] : sample
  if (admin.emulators) await emptyFirestore(admin.emulators.firestore)
  await writeDocs(admin, docs)
  await publishResults(admin.db)
  return docs.length
}
