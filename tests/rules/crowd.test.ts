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
      return here.getStore()?.db
    },
  }
})
const shards = vi.hoisted(() => ({ one: false }))
vi.mock('#domain/stance.ts', async (original) => {
  const stance = await original<typeof import('#domain/stance.ts')>()
  return { ...stance, drawShard: () => (shards.one ? 0 : stance.drawShard()) }
})
vi.mock('#data/painted.ts', () => ({ painted: async () => {} }))
vi.stubGlobal('navigator', { onLine: true })

onEmulator()

const { FIRESTORE_EMULATOR_HOST: firestore = '', CROWD, CROWD_FIGURES } = process.env
const FEW = { people: 40, commenters: 12, faults: 0.15, contended: 0.1, patience: 15, pace: 100 }
const size: Size = CROWD ? JSON.parse(CROWD) : FEW
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
  expect(figures.unbounded).toEqual([])
  if (size.faults > 0) for (const times of Object.values(figures.met)) expect(times).toBeGreaterThan(0)
})

it.skipIf(CROWD)(
  'nor do those who all meet in one shard, and are often asked to try again',
  { timeout: 120_000 },
  async () => {
    shards.one = true
    // Two of five batches.
    const { wrong, votes, unbounded, met } = await letThemAct(db, firestore, {
      ...FEW,
      people: 20,
      commenters: 0,
      faults: 0,
      contended: 0.4,
    })
    expect(wrong).toEqual([])
    expect(votes.lost).toBe(0)
    expect(unbounded).toEqual([])
    expect(met['asked to try again']).toBeGreaterThan(0)
    const tallies = await db.collection('ballotTallies').get()
    expect(tallies.docs.map(({ id }) => id).filter((id) => !id.endsWith('-0'))).toEqual([])
    expect(tallies.size).toBeGreaterThan(0)
  },
)
