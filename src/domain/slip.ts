import type { Role } from './roles.ts'

/** The groups a paper slip can admit to: parents and residents have addresses of their own. */
export const SLIP_ROLES = ['student', 'teacher', 'staff'] as const satisfies readonly Role[]

/** A slip is valid for a year at most. */
export const MAX_SLIP_DAYS = 366

/** A list of slips holds at most a batch. */
export const MAX_SLIPS_PER_BATCH = 500
