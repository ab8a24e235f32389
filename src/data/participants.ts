import { doc, getDoc, serverTimestamp } from 'firebase/firestore/lite'
import * as v from 'valibot'
import { CONSENT_VERSION, type JoinAnswers, type Participant } from '#domain/participant.ts'
import { verificationFor } from '#domain/roles.ts'
import { commit } from './commit.ts'
import { DataError, toDataError } from './errors.ts'
import { db } from './firestore.ts'
import { keepParticipant } from './kept-participant.ts'
import { count, date, lang, level, parseOrSkip, role, verification } from './schemas.ts'

const participantSchema = v.object({
  role,
  verification,
  district: v.nullable(v.string()),
  level: v.nullable(level),
  lang,
  consentVersion: count,
  joinedAt: date,
  invite: v.nullable(v.string()),
  lastComment: v.nullable(v.object({ id: v.string(), at: date })),
})

/** What stays of somebody who has left. */
const leftSchema = v.object({ leftAt: date })

/** Whether the person who is here takes part, or has left for good. Costs 1 read. */
export async function readMembership(uid: string): Promise<{ participant: Participant | null; leftAt: Date | null }> {
  const snapshot = await getDoc(doc(db, 'participants', uid))
  const left = v.safeParse(leftSchema, snapshot.data())
  const fields =
    snapshot.exists() && !left.success ? parseOrSkip(participantSchema, `participants/${uid}`, snapshot.data()) : null
  const participant = fields && { uid, ...fields }
  keepParticipant(participant)
  return { participant, leftAt: left.success ? left.output.leftAt : null }
}

/** A person's own participant record, or null if they have not joined or have left. Costs 1 read. */
export const readParticipant = async (uid: string): Promise<Participant | null> =>
  (await readMembership(uid)).participant

/** SHA-256 of the lower-case address, in lower-case hexadecimal: the id of its identity. */
export async function identityOf(email: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(email.toLowerCase()))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * Makes the signed-in person a participant, together with the identity that keeps their e-mail from joining twice.
 * Joining again after a lost answer finds the own record and succeeds.
 * @throws DataError `taken` if the address already belongs to somebody, `refused` if the group needs a school address
 */
export async function join(user: { uid: string; email: string }, answers: JoinAnswers): Promise<Participant> {
  const verifiedBy = verificationFor(answers.role, user.email)
  if (!verifiedBy) throw new DataError('refused')
  const participant = {
    role: answers.role,
    verification: verifiedBy,
    district: answers.district,
    level: null,
    lang: answers.lang,
    consentVersion: CONSENT_VERSION,
    joinedAt: serverTimestamp(),
    invite: null,
    lastComment: null,
  }
  const identity = doc(db, 'identities', await identityOf(user.email))
  try {
    await commit((batch) => {
      batch.set(doc(db, 'participants', user.uid), participant)
      batch.set(identity, { uid: user.uid })
    })
  } catch (error) {
    const failure = toDataError(error)
    if (failure.kind !== 'refused') throw failure
    const existing = await readParticipant(user.uid)
    if (!existing) throw new DataError('taken', error)
    return existing
  }
  const joined = await readParticipant(user.uid)
  if (!joined) throw new DataError('unknown')
  return joined
}

/** Notes that a participant has agreed to the consent text as it is now. Doing it again changes nothing. */
export const renewConsent = (uid: string): Promise<void> =>
  commit((batch) => batch.update(doc(db, 'participants', uid), { consentVersion: CONSENT_VERSION }))
