import { createHash } from 'node:crypto'
import { type DocumentData, doc, serverTimestamp, setDoc, Timestamp } from 'firebase/firestore/lite'
import type { StaffRights } from '#domain/demo-accounts.ts'
import type { Staff } from '#domain/staff.ts'
import { admin, emailOf } from './emulator.ts'
import type { Write } from './writes.ts'

/** A participant who came by e-mail, and so tells no level. */
export const participant = (changes: DocumentData = {}): DocumentData => ({
  role: 'student',
  verification: 'email',
  district: 'mapo',
  level: null,
  lang: 'ko',
  consentVersion: 1,
  joinedAt: serverTimestamp(),
  invite: null,
  lastComment: null,
  ...changes,
})

export const emailHash = (email: string): string => createHash('sha256').update(email.toLowerCase()).digest('hex')

/** Joining, as the client does it: the participant and the identity in one batch. */
export const joining = (uid: string, changes: DocumentData = {}, email: string = emailOf(uid)): Write[] => [
  { path: `participants/${uid}`, set: participant(changes) },
  { path: `identities/${emailHash(email)}`, set: { uid } },
]

/** A participant who joined long ago. */
export async function seedParticipant(uid: string, changes: DocumentData = {}): Promise<void> {
  await seed(`participants/${uid}`, participant({ joinedAt: Timestamp.fromMillis(0), ...changes }))
  await seed(`identities/${emailHash(emailOf(uid))}`, { uid })
}

/** A staff record as somebody has made it who left no entry: of a person named Kim, with the rights that are said. */
export const staffOf = (rights: Partial<StaffRights>): Staff => {
  const none = { canReview: false, canEdit: false, canInvite: false, canManage: false }
  return { name: 'Kim', office: 'SMOE', ...none, ...rights }
}

export const seedStaff = (uid: string, rights: Partial<StaffRights>): Promise<void> =>
  seed(`staff/${uid}`, staffOf(rights))

/** Puts a document there, past the rules. */
export const seed = (path: string, data: DocumentData): Promise<void> => setDoc(doc(admin(), path), data)
