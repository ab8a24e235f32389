/** The five declared stakeholder groups, in the order in which the product shows them. */
export const ROLES = ['student', 'parent', 'teacher', 'staff', 'resident'] as const
export type Role = (typeof ROLES)[number]

/** A whole number for each group. */
export type ByRole = Readonly<Record<Role, number>>

/** How it is known who somebody is: a paper slip from school, a school e-mail domain, or a verified e-mail. */
export const VERIFICATIONS = ['invite', 'domain', 'email'] as const
export type Verification = (typeof VERIFICATIONS)[number]

export const isRole = (value: unknown): value is Role => ROLES.some((role) => role === value)

export const noneByRole = (): Record<Role, number> => ({
  student: 0,
  parent: 0,
  teacher: 0,
  staff: 0,
  resident: 0,
})

/** Teachers and school staff show that they are by an e-mail address of a Seoul school or education office. */
export const needsSchoolEmail = (role: Role): boolean => role === 'teacher' || role === 'staff'

// The same pattern stands in firestore.rules; tests/rules checks both against the same addresses.
const SCHOOL_EMAIL = /^[^@]+@([a-z0-9-]+\.)*sen\.(go|es|ms|hs)\.kr$/

export const isSchoolEmail = (email: string): boolean => SCHOOL_EMAIL.test(email.toLowerCase())

/** The verification somebody of this group gets with this e-mail address, or null if the address does not do. */
export function verificationFor(role: Role, email: string): Exclude<Verification, 'invite'> | null {
  if (!needsSchoolEmail(role)) return 'email'
  return isSchoolEmail(email) ? 'domain' : null
}
