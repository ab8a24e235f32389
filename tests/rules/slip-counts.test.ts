import { beforeEach, describe, expect, it, vi } from 'vitest'
import { readCounts } from '#data/slip-batches.ts'
import { onEmulator, signedIn } from './helpers/emulator.ts'
import { BATCH, OTHER_BATCH, seedInviters, seedSlip, T1, T2, VOIDING } from './helpers/slips.ts'

// The app's own code against the rules: as somebody who issues slips.
const here = vi.hoisted(() => ({ db: undefined as unknown }))
vi.mock('#data/firestore.ts', () => ({
  get db() {
    return here.db
  },
}))

onEmulator()

beforeEach(async () => {
  await seedInviters()
  here.db = signedIn('inviter')
})

describe('the slips of a batch', () => {
  it('are counted, with what they say', async () => {
    await seedSlip({ used: true }, T1)
    await seedSlip({ voided: VOIDING }, T2)
    const terms = { role: 'student', school: '한빛중학교' }
    expect(await readCounts(BATCH)).toMatchObject({ terms, all: 2, used: 1, voided: 1 })
  })

  it('are none only where there is none', async () => {
    await seedSlip({ batch: OTHER_BATCH })
    expect(await readCounts(BATCH)).toBeNull()
  })

  it('are counted where what they say cannot be read', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    await seedSlip({ school: 7 })
    expect(await readCounts(BATCH)).toEqual({ terms: null, all: 1, used: 0, voided: 0 })
  })
})
