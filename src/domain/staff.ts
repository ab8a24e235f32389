import type { StaffRights } from './demo-accounts.ts'

/** The rights of staff, in the order in which they are shown. */
export const RIGHTS = [
  'canReview',
  'canEdit',
  'canInvite',
  'canManage',
] as const satisfies readonly (keyof StaffRights)[]
export type Right = (typeof RIGHTS)[number]

/** Somebody of the education office, and what they may do. */
export type Staff = StaffRights & { readonly name: string; readonly office: string }
export type StaffMember = Staff & {
  readonly uid: string
  /** The entry of the log about what it says: who has seen another one does not write over it. Null before there is one. */
  readonly logEntry: string | null
}

/** An account's id as Firebase makes it, or as somebody has chosen it on an emulator. */
export const isUid = (text: string): boolean => /^[A-Za-z0-9_-]{1,128}$/.test(text)
