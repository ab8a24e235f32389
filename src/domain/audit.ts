import { RIGHTS, type Right, type Staff } from './staff.ts'

/** What staff do that is written into the log; the last ones are the scripts' too. */
export const AUDIT_ACTIONS = [
  'hide',
  'restore',
  'answer',
  'translate',
  'theme',
  'publish-results',
  'publish-revision',
  'close-task',
  'reopen-task',
  'issue-slips',
  'void-slips',
  'staff',
  'set-voting',
] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

/** One action of staff: what was done to what, by whom, when and why. It is never changed. */
export type AuditEntry = {
  readonly id: string
  readonly action: AuditAction
  /** The id of what it was done to: a comment, a theme, a person, a publication, a batch of slips. */
  readonly target: string
  readonly byUid: string
  readonly at: Date
  /** A text; what it says as a fact the rules have compared with what was done. */
  readonly reason: string
}

/** The entry about a decision: it is found by the comment and how often reviewers have decided about that. */
export const moderationEntryId = (commentId: string, moderations: number): string => `${commentId}~${moderations}`

/** The entry about voiding slips: it is found by the first of them, so that there is one. */
export const voidingEntryId = (batch: string, first: string): string => `${batch}~${first}`

/** The entry about a removal: what is gone cannot name it, so it is found by the entry that spoke of it last. */
export const removalEntryId = (uid: string, lastEntry: string): string => `${uid}~${lastEntry}`

const STEPS = ['add', 'change', 'remove'] as const
export type StaffStep = (typeof STEPS)[number]

/**
 * What the log says of a staff record: which step it was, and what the record said, which may be gone since. The rules
 * put the same together, letter by letter.
 */
export const staffEntryReason = (step: StaffStep, { name, office, ...rights }: Staff): string =>
  `${step}: ${name}, ${office}:${RIGHTS.map((right) => (rights[right] ? ` ${right}` : '')).join('')}`

const STAFF_REASON = /^(?<step>add|change|remove): (?<who>.+):(?<rights>(?: can[A-Z][a-z]+)*)$/su

/** The same in its parts; null for what a script has written in its own words. */
export function parseStaffReason(reason: string): { step: StaffStep; who: string; rights: readonly Right[] } | null {
  const { step, who = '', rights = '' } = STAFF_REASON.exec(reason)?.groups ?? {}
  const known = STEPS.find((each) => each === step)
  return known ? { step: known, who, rights: RIGHTS.filter((right) => rights.split(' ').includes(right)) } : null
}

/**
 * What the log says when a task is opened or closed: until when, to the minute, and why. The rules compare the date.
 * @param turnsAt null until somebody decides again
 */
export const turnReason = (turnsAt: Date | null, why: string): string =>
  `until ${turnsAt ? `${turnsAt.toISOString().slice(0, 16)}Z` : 'further notice'}: ${why}`

const TURN_REASON = /^until (?<until>\d{4}-\d\d-\d\dT\d\d:\d\dZ|further notice): (?<why>.+)$/su

/** The same in its parts; null for what is written in another way. */
export function parseTurnReason(reason: string): { until: Date | null; why: string } | null {
  const { until, why } = TURN_REASON.exec(reason)?.groups ?? {}
  if (until === undefined || why === undefined) return null
  return { until: until === 'further notice' ? null : new Date(until), why }
}
