import type { SlipRole } from '#domain/slip.ts'

/** For t(): slips are for children, and so are their words, but where there are others for teachers and staff. */
export const spokenTo = (role: SlipRole | undefined): { readonly context?: string } =>
  role === undefined || role === 'student' ? {} : { context: 'adult' }
