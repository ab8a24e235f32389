import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { left, type Stickers } from '#domain/ballot.ts'
import { TASK_IDS } from '#domain/plan.ts'
import { SHARDS } from '#domain/stance.ts'
import {
  ballot,
  ballotMove,
  ballotPath,
  ballotTallyPath,
  casting,
  recountBallots,
  seedVoting,
} from './helpers/ballots.ts'
import { admin, onEmulator, signedIn } from './helpers/emulator.ts'
import { accepts } from './helpers/outcomes.ts'
import { participant } from './helpers/people.ts'
import { commit, type Write } from './helpers/writes.ts'

onEmulator()

const ROLE_OF = { mina: 'student', jun: 'student', sol: 'parent' } as const
const UIDS = ['mina', 'jun', 'sol'] as const
const PLACES = [0, 1, SHARDS].flatMap((shard) => (['student', 'parent'] as const).map((role) => ({ role, shard })))

const uid = fc.constantFrom(...UIDS)
const stickers = fc
  .array(fc.constantFrom(...TASK_IDS), { minLength: 1, maxLength: 6 })
  .map(
    (ids): Stickers =>
      Object.fromEntries(TASK_IDS.map((id) => [id, ids.filter((one) => one === id).length])) as Stickers,
  )
const stickersOrNone = fc.option(stickers)
const somewhere = fc.constantFrom(...PLACES)

const tallyPiece = fc
  .tuple(stickersOrNone, stickersOrNone, somewhere)
  .map(([from, to, at]): Write => ({ path: ballotTallyPath(at), merge: ballotMove(from, to, at.role) }))
const piece: fc.Arbitrary<Write> = fc.oneof(
  fc.tuple(uid, stickers, somewhere).map(([whose, to, at]) => ({ path: ballotPath(whose), set: ballot(to, at) })),
  tallyPiece,
  fc.constantFrom(ballotPath('mina'), ballotTallyPath({ shard: 0 })).map((path) => ({ path, remove: true as const })),
)

/** A batch put together at random: nearly always wrong. */
const wild = fc.record({ uid, pieces: fc.array(piece, { minLength: 1, maxLength: 4 }) })

/** A batch as the client writes it, but the client may be mistaken about what it cast before, and may add to it. */
const tame = fc.record({
  uid,
  to: stickersOrNone,
  mistaken: fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, stickersOrNone),
  shard: fc.constantFrom(0, 1),
  extra: fc.oneof(
    { weight: 5, arbitrary: fc.constant([]) },
    tallyPiece.map((write) => [write]),
  ),
})

type Known = Record<(typeof UIDS)[number], { stickers: Stickers; shard: number } | null>

describe('whatever clients send', () => {
  it('the sum over the shards equals the sum over the ballots', { timeout: 120_000 }, async () => {
    let accepted = 0
    let refusals = 0
    const law = fc.asyncProperty(
      fc.array(fc.oneof(wild, { weight: 2, arbitrary: tame }), { minLength: 5, maxLength: 15 }),
      async (batches) => {
        await startAnew()
        const db = { mina: signedIn('mina'), jun: signedIn('jun'), sol: signedIn('sol') }
        const known: Known = { mina: null, jun: null, sol: null }
        for (const batch of batches) {
          const before = known[batch.uid]
          const place = 'pieces' in batch ? {} : { role: ROLE_OF[batch.uid], shard: before?.shard ?? batch.shard }
          const writes =
            'pieces' in batch
              ? batch.pieces
              : [
                  ...casting(
                    batch.uid,
                    batch.to,
                    batch.mistaken === undefined ? (before?.stickers ?? null) : batch.mistaken,
                    place,
                  ),
                  ...batch.extra,
                ]
          if (!(await accepts(db[batch.uid], writes))) {
            refusals += 1
            continue
          }
          accepted += 1
          const last = writes.findLast(({ path }) => path === ballotPath(batch.uid))
          if (last) known[batch.uid] = 'set' in last ? { stickers: last.set.stickers, shard: last.set.shard } : null
        }
        const { counted, tallied } = await recountBallots()
        expect(tallied).toEqual(counted)
        for (const one of Object.values(known)) if (one) expect(left(one.stickers)).toBeGreaterThanOrEqual(0)
      },
    )
    await fc.assert(law, { numRuns: 20 })
    // The law would hold of nothing at all: both outcomes have to be common.
    expect(accepted).toBeGreaterThan(30)
    expect(refusals).toBeGreaterThan(30)
  })
})

async function startAnew(): Promise<void> {
  const paths = [...UIDS.map(ballotPath), ...PLACES.map(ballotTallyPath)]
  await commit(
    admin(),
    paths.map((path) => ({ path, remove: true })),
  )
  await seedVoting()
  await commit(
    admin(),
    UIDS.map((one) => ({ path: `participants/${one}`, set: participant({ role: ROLE_OF[one] }) })),
  )
}
