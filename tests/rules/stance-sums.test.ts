import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SHARDS, STANCES, type Stance } from '#domain/stance.ts'
import { admin, onEmulator, signedIn } from './helpers/emulator.ts'
import { accepts } from './helpers/outcomes.ts'
import { participant } from './helpers/people.ts'
import { recount } from './helpers/recount.ts'
import { seedTask, stance, stancePath, tallyMove, tallyPath } from './helpers/voices.ts'
import { commit, type Write } from './helpers/writes.ts'

onEmulator()

const UIDS = ['mina', 'jun', 'sol'] as const
const ROLE_OF = { mina: 'student', jun: 'student', sol: 'parent' } as const

const side = fc.constantFrom(...STANCES)
const sideOrNone = fc.option(side)
// Mostly the few shards that meet, sometimes one outside.
const shard = fc.oneof(fc.constantFrom(0, 1), fc.constantFrom(SHARDS, -1))
const role = fc.constantFrom('student', 'parent')

type Piece = { readonly kind: 'stance' | 'tally' | 'remove'; readonly write: Write }

const stancePiece = fc.record({ uid: fc.constantFrom(...UIDS), value: side, shard, role }).map(
  ({ uid, value, ...place }): Piece => ({
    kind: 'stance',
    write: { path: stancePath(uid), set: stance(value, place) },
  }),
)
const tallyPiece = fc.record({ from: sideOrNone, to: sideOrNone, shard, role }).map(
  ({ from, to, ...place }): Piece => ({
    kind: 'tally',
    write: { path: tallyPath(place), merge: tallyMove(from, to, place.role) },
  }),
)
const removal = fc
  .constantFrom(stancePath('mina'), tallyPath({ shard: 0 }))
  .map((path): Piece => ({ kind: 'remove', write: { path, remove: true } }))

/** A batch put together at random: nearly always wrong. */
const wild = fc.record({
  uid: fc.constantFrom(...UIDS),
  pieces: fc.array(fc.oneof({ weight: 4, arbitrary: stancePiece }, { weight: 5, arbitrary: tallyPiece }, removal), {
    minLength: 1,
    maxLength: 4,
  }),
})

/** A batch as the client writes it, but the client may be mistaken about what it took before, and may add to it. */
const tame = fc.record({
  uid: fc.constantFrom(...UIDS),
  to: side,
  guess: fc.oneof({ weight: 5, arbitrary: fc.constant('right' as const) }, sideOrNone),
  shard: fc.constantFrom(0, 1),
  extra: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, tallyPiece),
})

type Known = Record<(typeof UIDS)[number], { value: Stance; shard: number } | null>

describe('whatever clients send', () => {
  it('the sum over the shards equals the sum over the stances', { timeout: 120_000 }, async () => {
    let accepted = 0
    let refusals = 0
    const law = fc.asyncProperty(
      fc.array(fc.oneof(wild, { weight: 2, arbitrary: tame }), { minLength: 5, maxLength: 15 }),
      async (batches) => {
        await startAnew()
        const db = { mina: signedIn('mina'), jun: signedIn('jun'), sol: signedIn('sol') }
        const known: Known = { mina: null, jun: null, sol: null }
        for (const batch of batches) {
          const { uid } = batch
          let writes: Write[]
          if ('pieces' in batch) writes = batch.pieces.map(({ write }) => write)
          else {
            const before = known[uid]
            const from = batch.guess === 'right' ? (before?.value ?? null) : batch.guess
            const place = { role: ROLE_OF[uid], shard: batch.guess === 'right' && before ? before.shard : batch.shard }
            writes = [
              { path: stancePath(uid), set: stance(batch.to, place) },
              { path: tallyPath(place), merge: tallyMove(from, batch.to, place.role) },
              ...(batch.extra ? [batch.extra.write] : []),
            ]
          }
          if (await accepts(db[uid], writes)) {
            accepted += 1
            const taken = writes.findLast(({ path }) => path === stancePath(uid))
            if (taken && 'set' in taken) known[uid] = { value: taken.set.value, shard: taken.set.shard }
          } else refusals += 1
        }
        const { counted, tallied } = await recount()
        expect(tallied).toEqual(counted)
      },
    )
    await fc.assert(law, { numRuns: 25 })
    // The law would hold of nothing at all: both outcomes have to be common.
    expect(accepted).toBeGreaterThan(30)
    expect(refusals).toBeGreaterThan(30)
  })
})

async function startAnew(): Promise<void> {
  const db = admin()
  const paths = UIDS.map((uid) => stancePath(uid))
  for (const place of ['student', 'parent'] as const) {
    for (const shardNumber of [0, 1, SHARDS, -1]) paths.push(tallyPath({ role: place, shard: shardNumber }))
  }
  await seedTask()
  await commit(
    db,
    paths.map((path) => ({ path, remove: true })),
  )
  await commit(
    db,
    UIDS.map((uid) => ({ path: `participants/${uid}`, set: participant({ role: ROLE_OF[uid] }) })),
  )
}
