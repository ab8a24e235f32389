import { type DocumentData, serverTimestamp } from 'firebase/firestore/lite'
import { type AuditAction, moderationEntryId, removalEntryId, type StaffStep, staffEntryReason } from '#domain/audit.ts'
import type { HideReason } from '#domain/review.ts'
import type { Staff } from '#domain/staff.ts'
import { signedIn } from './emulator.ts'
import { seed, seedStaff } from './people.ts'
import { C1, commentPath } from './voices.ts'
import { commit, type Write } from './writes.ts'

// What staff do in the review workspace, as the client does it: each action with its entry in the log.

export const LOG1 = 'LogLogLogLogLogLog01'
export const LOG2 = 'LogLogLogLogLogLog02'
export const THEME = 'ThemeThemeThemeThe01'

/** Two who may review, and one with every other right. */
export async function seedReviewers(): Promise<void> {
  await seedStaff('reviewer', { canReview: true })
  await seedStaff('colleague', { canReview: true })
  await seedStaff('editor', { canEdit: true, canInvite: true, canManage: true })
}

export const by = (uid: string, ...writes: Write[]): Promise<void> => commit(signedIn(uid), writes)

export const logEntry = (action: AuditAction, target: string, changes: DocumentData = {}): DocumentData => ({
  action,
  target,
  byUid: 'reviewer',
  at: serverTimestamp(),
  reason: '담당자가 살펴봄',
  ...changes,
})

export const logging = (id: string, action: AuditAction, target: string, changes: DocumentData = {}) =>
  ({ path: `auditLog/${id}`, set: logEntry(action, target, changes) }) satisfies Write

/** A decision upon words that nobody has changed or reported: what it makes of the comment, and its entry. */
const deciding = (action: 'hide' | 'restore', fields: DocumentData, reason: string, number: number, id: string) =>
  [
    {
      path: commentPath(id),
      update: { moderations: number, decided: { reports: 0, edits: 0 }, ...fields } as DocumentData,
    },
    logging(moderationEntryId(id, number), action, id, { reason }),
  ] as const satisfies Write[]

export const hiding = (number = 1, id = C1, reason: HideReason = 'abuse', decided = { reports: 0, edits: 0 }) =>
  deciding('hide', { status: 'hidden', hiddenReason: reason, decided }, reason, number, id)

export const restoring = (number = 2, id = C1, changes: DocumentData = {}) =>
  deciding('restore', { status: 'visible', hiddenReason: null, ...changes }, '문제가 없음', number, id)

/** What hiding and restoring have left. */
export async function seedDecisions(number: number, id: string = C1): Promise<void> {
  for (let n = 1; n <= number; n += 1) await seed(`auditLog/${moderationEntryId(id, n)}`, logEntry('hide', id))
}

export const translation = (changes: DocumentData = {}): DocumentData => ({
  text: 'Our school needs it too.',
  by: 'staff',
  edits: 0,
  logEntry: LOG1,
  ...changes,
})

export const translating = (changes: DocumentData = {}, id = C1) =>
  [
    { path: commentPath(id), update: { translation: translation(changes) } },
    logging(LOG1, 'translate', id, { reason: 'ko → en' }),
  ] as const satisfies Write[]

export const answer = (changes: DocumentData = {}): DocumentData => ({
  taskId: 't1',
  edits: 0,
  status: 'adopted',
  message: { ko: '반영했습니다.', en: 'We have adopted this.' },
  office: { ko: '정책기획과', en: 'Policy planning' },
  at: serverTimestamp(),
  firstAt: serverTimestamp(),
  logEntry: LOG1,
  ...changes,
})

export const answering = (changes: DocumentData = {}, id = C1, entry = LOG1) =>
  [
    { path: `responses/${id}`, set: answer({ logEntry: entry, ...changes }) },
    logging(entry, 'answer', id, { reason: changes.status ?? 'adopted' }),
  ] as const satisfies Write[]

/** Changing an answer: it keeps its first time. */
export function answeringAnew(changes: DocumentData = {}, id = C1, entry = LOG2) {
  const { firstAt: _, ...says } = answer()
  return [
    { path: `responses/${id}`, update: { ...says, logEntry: entry, ...changes } },
    logging(entry, 'answer', id, { reason: changes.status ?? 'adopted' }),
  ] as const satisfies Write[]
}

export const review = (changes: DocumentData = {}): DocumentData => ({
  taskId: 't1',
  state: 'read',
  themes: [THEME],
  note: '도서관 담당과 의논',
  assignee: 'colleague',
  version: 1,
  byUid: 'reviewer',
  at: serverTimestamp(),
  ...changes,
})

export const reviewing = (changes: DocumentData = {}, id = C1) =>
  ({ path: `reviews/${id}`, set: review(changes) }) satisfies Write

export function namingTheme(label = { ko: '도서관', en: 'Libraries' }, entry = LOG1) {
  const reason = `${label.ko} / ${label.en}`
  return [
    { path: `themes/${THEME}`, set: { label, logEntry: entry } },
    logging(entry, 'theme', THEME, { reason }),
  ] as const satisfies Write[]
}

export const staffRecord = (changes: DocumentData = {}): DocumentData => ({
  name: '김하나',
  office: '정책기획과',
  canReview: true,
  canEdit: false,
  canInvite: false,
  canManage: false,
  follows: null,
  logEntry: LOG1,
  ...changes,
})

export const aboutStaff = (step: StaffStep, record: DocumentData): string => staffEntryReason(step, record as Staff)

/** Giving a record, or changing the one that it follows, by a manager. */
export const appointing = (
  uid: string,
  changes: DocumentData = {},
  entry = LOG1,
  byUid = 'manager',
  step: StaffStep = 'follows' in changes ? 'change' : 'add',
) => {
  const set = staffRecord({ logEntry: entry, ...changes })
  const reason = aboutStaff(step, set)
  return [{ path: `staff/${uid}`, set }, logging(entry, 'staff', uid, { byUid, reason })] as const satisfies Write[]
}

/** Taking a record away; @param last the entry that spoke of it last */
export const dismissing = (uid: string, last = '', byUid = 'manager', record: DocumentData = staffRecord()) =>
  [
    { path: `staff/${uid}`, remove: true },
    logging(removalEntryId(uid, last), 'staff', uid, { byUid, reason: aboutStaff('remove', record) }),
  ] as const satisfies Write[]
