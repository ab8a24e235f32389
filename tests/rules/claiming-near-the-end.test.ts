import { beforeEach, expect, it, vi } from 'vitest'
import { claimSlip, readSlip } from '#data/invites.ts'
import type { Slip } from '#domain/slip.ts'
import { onEmulator, signedIn } from './helpers/emulator.ts'
import { ANONYMOUS, inDays, seedSlip, T1 } from './helpers/slips.ts'

// The app's own code against the rules: as a child with a slip.
const here = vi.hoisted(() => ({ db: undefined as unknown }))
vi.mock('#data/firestore.ts', () => ({
  get db() {
    return here.db
  },
}))

onEmulator()

beforeEach(() => {
  here.db = signedIn('kid', ANONYMOUS)
})

/** @param changes what is claimed otherwise than it is stored: the rules refuse that, and no reason for it is stored */
async function claim(days: number, isAgain: boolean, changes: Partial<Slip> = { role: 'teacher' }) {
  await seedSlip({ expiresAt: inDays(days) })
  const slip = await readSlip(T1)
  if (!slip) throw new Error('There is no slip.')
  return claimSlip('kid', { ...slip, ...changes }, 'ko', isAgain)
}

const OVER = { problem: 'expired' }

it.each([-0.001, 0.9])(
  'a slip refused %d days before its end is called over once it is refused again',
  async (days) => {
    await expect(claim(days, false)).rejects.toMatchObject({ kind: 'refused' })
    await expect(claim(days, true)).resolves.toEqual(OVER)
  },
)

it.each([1.1, 1.9, 30])('a slip refused %d days before its end is not called over', async (days) => {
  await expect(claim(days, true)).rejects.toMatchObject({ kind: 'refused' })
})

it('a slip that is over by the server’s clock alone is called that, and a good one admits on its last day', async () => {
  await expect(claim(-0.001, true, {})).resolves.toEqual(OVER)
  await expect(claim(0.5, false, {})).resolves.toMatchObject({ participant: { invite: T1 } })
})
