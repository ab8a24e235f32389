import type { TokenOptions } from '@firebase/rules-unit-testing'
import { type DocumentData, serverTimestamp, Timestamp } from 'firebase/firestore/lite'
import { voidingEntryId } from '#domain/audit.ts'
import { signedIn } from './emulator.ts'
import { participant, seed, seedStaff } from './people.ts'
import { commit, type Write } from './writes.ts'

/** Those who deal with slips: two who may issue them, and somebody with every other right. */
export async function seedInviters(): Promise<void> {
  await seedStaff('inviter', { canInvite: true })
  await seedStaff('other', { canInvite: true })
  await seedStaff('reviewer', { canReview: true, canEdit: true, canManage: true })
}

export const by = (uid: string, ...writes: Write[]) => commit(signedIn(uid), writes)

export const minutesAgo = (minutes: number): Timestamp => Timestamp.fromMillis(Date.now() - minutes * 60_000)

export const T1 = 'TokenTokenTokenToken01'
export const T2 = 'TokenTokenTokenToken02'
export const BATCH = 'BatchBatchBatchBatch'
/** The entry about voiding the first slip of that batch, and maybe others after it. */
export const VOIDING = voidingEntryId(BATCH, T1)
export const OTHER_BATCH = 'OtherOtherOtherOther'

/** Nobody but the device knows who this is. */
export const ANONYMOUS: TokenOptions = {
  email: null as unknown as string,
  email_verified: false,
  firebase: { sign_in_provider: 'anonymous' },
}

export const inDays = (days: number): Timestamp => Timestamp.fromMillis(Date.now() + days * 86_400_000)

/** A slip as it is issued: for a pupil of a middle school in Mapo, unless changed. */
export const slip = (changes: DocumentData = {}): DocumentData => ({
  role: 'student',
  school: '한빛중학교',
  district: 'mapo',
  level: 'middle',
  batch: BATCH,
  issuedBy: 'inviter',
  issuedAt: serverTimestamp(),
  expiresAt: inDays(30),
  used: false,
  voided: null,
  ...changes,
})

export const entry = (action: string, changes: DocumentData = {}): DocumentData => ({
  action,
  target: BATCH,
  byUid: 'inviter',
  at: serverTimestamp(),
  reason: '1학년 1반',
  ...changes,
})

/** Issuing slips, as the client does it: the entry in the log and the slips in one batch. */
export const issuing = (changes: DocumentData = {}, tokens: readonly string[] = [T1]): Write[] => [
  { path: `auditLog/${BATCH}`, set: entry('issue-slips') },
  ...tokens.map((token): Write => ({ path: `invites/${token}`, set: slip(changes) })),
]

/** Voiding slips, as the client does it. */
export const voiding = (changes: DocumentData = {}, tokens: readonly string[] = [T1]): Write[] => [
  { path: `auditLog/${VOIDING}`, set: entry('void-slips') },
  ...tokens.map((token): Write => ({ path: `invites/${token}`, update: { voided: VOIDING, ...changes } })),
]

/** A participant as the slip above makes one. */
export const slipHolder = (changes: DocumentData = {}): DocumentData =>
  participant({ verification: 'invite', level: 'middle', invite: T1, ...changes })

/** Claiming a slip, as the client does it: the slip and the participant in one batch. */
export const claiming = (uid: string, changes: DocumentData = {}, token: string = T1): Write[] => [
  { path: `invites/${token}`, update: { used: true } },
  { path: `participants/${uid}`, set: slipHolder({ invite: token, ...changes }) },
]

/** A slip that was issued yesterday. */
export const seedSlip = (changes: DocumentData = {}, token: string = T1): Promise<void> =>
  seed(`invites/${token}`, slip({ issuedAt: inDays(-1), ...changes }))
