import { writeFileSync } from 'node:fs'
import { afterAll, expect, it, vi } from 'vitest'
import { connectToEmulators } from '../../scripts/lib/admin.ts'
import { letThemAct, type Size } from '../bench/helpers/crowd.ts'
import { loadRules } from './helpers/coverage.ts'
import { onEmulator } from './helpers/emulator.ts'

// The app's own code and its own times, for many people at once. `npm run bench:votes` runs this for a thousand.
vi.mock('#data/firestore.ts', async () => {
  const { here } = await import('../bench/helpers/here.ts')
  return {
    get db() {
      return here.getStore()
    },
  }
})
vi.mock('#data/painted.ts', () => ({ painted: async () => {} }))
vi.stubGlobal('navigator', { onLine: true })

onEmulator()

const { FIRESTORE_EMULATOR_HOST: firestore = '', CROWD, CROWD_FIGURES } = process.env
const size: Size = CROWD ? JSON.parse(CROWD) : { people: 40, commenters: 12, faults: 0.15, patience: 15, pace: 100 }
const { db, close } = connectToEmulators({ auth: '127.0.0.1:1', firestore })

afterAll(close)

it('a crowd whose requests fail now and then loses nothing, doubles nothing, and every sum is exact', {
  timeout: CROWD ? 1_200_000 : 120_000,
}, async () => {
  const figures = await letThemAct(db, firestore, size)
  // What the rules came to for a thousand people is too long a report to be read: for errors in them every run looks, for few.
  if (CROWD) await loadRules()
  if (CROWD_FIGURES) writeFileSync(CROWD_FIGURES, JSON.stringify(figures))
  expect(figures.wrong).toEqual([])
  expect([figures.votes.lost, figures.talk.lost]).toEqual([0, 0])
  if (size.faults > 0) for (const times of Object.values(figures.met)) expect(times).toBeGreaterThan(0)
})
