import { type DocumentReference, doc, getDoc, serverTimestamp } from 'firebase/firestore/lite'
import * as v from 'valibot'
import type { Lang } from '#domain/language.ts'
import { CONSENT_VERSION, type Participant } from '#domain/participant.ts'
import { mayBeOver, SLIP_ROLES, type Slip, type SlipProblem, slipProblem } from '#domain/slip.ts'
import { commit } from './commit.ts'
import { toDataError } from './errors.ts'
import { db } from './firestore.ts'
import { readParticipant } from './participants.ts'
import { date, level, parseOrSkip } from './schemas.ts'

const slipSchema = v.object({
  role: v.picklist(SLIP_ROLES),
  school: v.string(),
  district: v.nullable(v.string()),
  level: v.nullable(level),
  batch: v.string(),
  expiresAt: date,
  used: v.boolean(),
  voided: v.nullable(v.string()),
})

export const slipRef = (token: string): DocumentReference => doc(db, 'invites', token)

/** A slip from what is stored, or null for what does not match. */
export function parseSlipDocument(token: string, data: unknown): Slip | null {
  const fields = parseOrSkip(slipSchema, 'invites/…', data)
  return fields && { ...fields, token, voided: fields.voided !== null }
}

/** The slip with this token, or null if there is none. Open to whoever holds it, signed in or not. Costs 1 read. */
export async function readSlip(token: string): Promise<Slip | null> {
  const snapshot = await getDoc(slipRef(token))
  return snapshot.exists() ? parseSlipDocument(token, snapshot.data()) : null
}

/** How claiming a slip ended. */
export type Claim = { readonly participant: Participant } | { readonly problem: SlipProblem }

/**
 * Makes a participant of an account by its slip, and uses the slip up, in one batch. Claiming again after a lost answer
 * finds the own record and succeeds.
 * @param isAgain whether it was refused a moment ago without a reason: what passes by itself has had its time
 * @throws DataError if it is not known how it ended; `refused` if what is stored gives no reason for that
 */
export async function claimSlip(uid: string, slip: Slip, lang: Lang, isAgain: boolean): Promise<Claim> {
  const participant = {
    role: slip.role,
    verification: 'invite',
    district: slip.district,
    level: slip.level,
    lang,
    consentVersion: CONSENT_VERSION,
    joinedAt: serverTimestamp(),
    invite: slip.token,
    lastComment: null,
  }
  try {
    await commit((batch) => {
      batch.set(doc(db, 'participants', uid), participant)
      batch.update(slipRef(slip.token), { used: true })
    })
  } catch (error) {
    const failure = toDataError(error)
    if (failure.kind !== 'refused' && failure.kind !== 'missing') throw failure
    return whyRefused(uid, slip.token, isAgain, failure)
  }
  const joined = await readParticipant(uid)
  if (!joined) throw toDataError(null)
  return { participant: joined }
}

async function whyRefused(uid: string, token: string, isAgain: boolean, failure: Error): Promise<Claim> {
  const [participant, slip] = await Promise.all([readParticipant(uid), readSlip(token)])
  if (participant?.invite === token) return { participant }
  const problem = slipProblem(slip, new Date())
  if (problem) return { problem }
  // Nothing else is wrong that the rules look at. A look-up of theirs may have failed, or something on the way have refused; what
  // is refused twice where the day is near is over by the server's clock.
  if (isAgain && slip && !participant && mayBeOver(slip, new Date())) return { problem: 'expired' }
  throw failure
}
