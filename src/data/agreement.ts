import { doc, getDoc } from 'firebase/firestore/lite'
import * as v from 'valibot'
import type { Agreement } from '#domain/agreement.ts'
import { db } from './firestore.ts'
import { stancesPublished } from './results.ts'
import { count, date, parseOrSkip } from './schemas.ts'

const revisions = v.array(v.object({ revision: count, ...stancesPublished }))

const agreementSchema = v.object({
  publishedAt: date,
  tasks: v.object({ t1: revisions, t2: revisions, t3: revisions, t4: revisions, t5: revisions, t6: revisions }),
})

const NONE: Agreement = { t1: [], t2: [], t3: [], t4: [], t5: [], t6: [] }

/** The final numbers of all revisions that were replaced. Costs 1 read. */
export async function readAgreement(): Promise<Agreement> {
  const snapshot = await getDoc(doc(db, 'results', 'agreement'))
  const read = snapshot.exists() ? parseOrSkip(agreementSchema, snapshot.ref.path, snapshot.data()) : null
  return read?.tasks ?? NONE
}
