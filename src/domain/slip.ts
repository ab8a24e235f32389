import type { Level } from './participant.ts'
import type { Role } from './roles.ts'

/** The groups a paper slip can admit to: parents and residents have addresses of their own. */
export const SLIP_ROLES = ['student', 'teacher', 'staff'] as const satisfies readonly Role[]
export type SlipRole = (typeof SLIP_ROLES)[number]

/** A slip is valid for a year at most. */
export const MAX_SLIP_DAYS = 366

/** A list of slips holds at most a batch. */
export const MAX_SLIPS_PER_BATCH = 500

/** The name of a school on a slip, in UTF-16 units. */
export const MAX_SCHOOL_LENGTH = 100

/** What a batch of slips is issued with, and what each of its slips says. */
export type SlipTerms = {
  readonly role: SlipRole
  readonly school: string
  readonly district: string | null
  readonly level: Level | null
  readonly expiresAt: Date
}

/** Whether slips can be used no more, by the device's clock. */
export const areOver = ({ expiresAt }: Pick<SlipTerms, 'expiresAt'>, now: Date): boolean =>
  expiresAt.getTime() < now.getTime()

export type Slip = SlipTerms & {
  readonly token: string
  readonly batch: string
  readonly used: boolean
  readonly voided: boolean
}

// Digits and letters without I, L, O and U, which are taken for others (Crockford's base 32): 5 bits each.
export const SLIP_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const SLIP_LENGTH = 20
const GROUP = 4

/** A slip's token, or the id of an entry in the log: 20 letters of 32, drawn evenly, 100 bits. */
export const newSlipToken = (): string =>
  // 256 is a multiple of 32: the lower five bits of a byte are as even as the byte.
  Array.from(crypto.getRandomValues(new Uint8Array(SLIP_LENGTH)), (byte) => SLIP_ALPHABET[byte % 32]).join('')

/** As it is printed and read out: “XXXX-XXXX-XXXX-XXXX-XXXX”. What is longer or shorter is cut up the same way. */
export const formatSlip = (token: string): string => (token.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-')

const LOOKALIKES: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', U: 'V' }

/**
 * What somebody typed, as a token would be written: in capitals, look-alike letters folded, without what separates.
 * What no token holds stays in it.
 */
export const foldTyped = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Po}_\u200B\uFEFF]/gu, '')
    // Only letters that a token can hold: toUpperCase() takes others apart, “ΐ” into three.
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/[OILU]/g, (letter) => LOOKALIKES[letter] ?? letter)
    // An accent that stood on a separator has come to stand on a letter.
    .normalize('NFKC')

/** Why what was typed is no token: nothing, the wrong keyboard, strange characters, too few or too many. */
export type TypedProblem = 'empty' | 'hangul' | 'strange' | 'short' | 'long'

export function typedProblem(typed: string): TypedProblem | null {
  const folded = foldTyped(typed)
  if (folded === '') return 'empty'
  if (/\p{Script=Hangul}/u.test(folded)) return 'hangul'
  if ([...folded].some((letter) => !SLIP_ALPHABET.includes(letter))) return 'strange'
  if (folded.length === SLIP_LENGTH) return null
  return folded.length < SLIP_LENGTH ? 'short' : 'long'
}

/** The token that somebody typed or that stands in an address, or null if it is none. */
export const parseSlip = (typed: string): string | null => (typedProblem(typed) === null ? foldTyped(typed) : null)

/** Why nobody can join with a slip. */
export type SlipProblem = 'unknown' | 'used' | 'voided' | 'expired'

// The rules go by the server's clock. Within a day, the clock of a device is not worth more than asking them.
const CLOCK_MAY_BE_OFF_MS = 86_400_000

/** Whether a slip that the rules refuse may be over by the server's clock. */
export const mayBeOver = ({ expiresAt }: Slip, now: Date): boolean =>
  Math.abs(expiresAt.getTime() - now.getTime()) <= CLOCK_MAY_BE_OFF_MS

/** What is wrong with a slip as far as can be told before claiming it; null if nothing is. */
export function slipProblem(slip: Slip | null, now: Date): SlipProblem | null {
  if (!slip) return 'unknown'
  if (slip.used) return 'used'
  if (slip.voided) return 'voided'
  return now.getTime() > slip.expiresAt.getTime() + CLOCK_MAY_BE_OFF_MS ? 'expired' : null
}
