import type { DocumentReference, DocumentSnapshot, Firestore, Query } from 'firebase-admin/firestore'
import type { CatchUp } from './catch-up.ts'
import { pages } from './rebuild.ts'

// Slips that a restoration has brought back as they were before somebody came with them: the record of whoever did names
// theirs, as long as they have not left.

/** Everybody who came with a slip. In its order: that is the one that needs no index. */
export const slipHolders = (db: Firestore): Query =>
  db.collection('participants').where('invite', '>', '').orderBy('invite').select('invite')

/** Slips that are looked at together. */
const AT_ONCE = 500

/** Slips that were claimed, and do not say so. Costs two reads for everybody who came with one: of their record, and of it. */
export async function claimSteps(db: Firestore): Promise<readonly CatchUp[]> {
  const steps: CatchUp[] = []
  let claimed: DocumentReference[] = []
  const look = async () => {
    const slips = claimed.length === 0 ? [] : await db.getAll(...claimed, { fieldMask: ['used'] })
    steps.push(...slips.filter(isUnused).map(({ ref }) => claimStep(ref)))
    claimed = []
  }
  for await (const person of pages(slipHolders(db))) {
    claimed.push(db.doc(`invites/${person.get('invite')}`))
    if (claimed.length === AT_ONCE) await look()
  }
  await look()
  return steps
}

const isUnused = (slip: DocumentSnapshot): boolean => slip.get('used') === false

/** A claimed slip cannot be voided: where it is void, that was done while it could be claimed once more. */
const claimStep =
  (ref: DocumentReference): CatchUp =>
  async (transaction) => {
    if (!isUnused(await transaction.get(ref))) return null
    transaction.update(ref, { used: true, voided: null })
    return { said: `${ref.path}: claimed again`, paths: [ref.path] }
  }
