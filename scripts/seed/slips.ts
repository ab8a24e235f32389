import { createHash } from 'node:crypto'
import { SLIP_ALPHABET, SLIP_LENGTH } from '#domain/slip.ts'
import { type Doc, hoursBefore } from './docs.ts'
import { idFrom } from './random.ts'

const BATCH = idFrom('batch of slips', 20)
const ISSUED_BY = 'demo-editor'
const SLIPS = 12
const HOURS_VALID = 24 * 90

/** A slip's token that is the same every time. On emulators only: anybody could work it out. */
const tokenOf = (index: number): string =>
  [...createHash('sha256').update(`slip ${index}`).digest().subarray(0, SLIP_LENGTH)]
    .map((byte) => SLIP_ALPHABET[byte % SLIP_ALPHABET.length])
    .join('')

/** The slips to try joining with. */
export const DEMO_SLIPS: readonly string[] = Array.from({ length: SLIPS }, (_, index) => tokenOf(index))

/** A batch of slips for a school that does not exist, and its entry in the log. */
export function slipDocs(now: Date): Doc[] {
  const slip = {
    role: 'student',
    school: '서울마당초등학교',
    district: 'jongno',
    level: 'elementary',
    batch: BATCH,
    issuedBy: ISSUED_BY,
    issuedAt: hoursBefore(now, 2),
    expiresAt: hoursBefore(now, -HOURS_VALID),
    used: false,
    voided: null,
  }
  const entry = {
    action: 'issue-slips',
    target: BATCH,
    byUid: ISSUED_BY,
    at: hoursBefore(now, 2),
    reason: '6학년 1반 투표 수업 (예시)',
  }
  return [
    [`auditLog/${BATCH}`, entry],
    ...DEMO_SLIPS.map((token, index): Doc => [`invites/${token}`, { ...slip, used: index >= SLIPS - 3 }]),
  ]
}
