import { setTimeout } from 'node:timers/promises'
import { serverTimestamp, Timestamp } from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { SHARDS } from '#domain/stance.ts'
import { readCoverage } from './helpers/coverage.ts'
import { admin, onEmulator, signedIn } from './helpers/emulator.ts'
import { seedParticipant } from './helpers/people.ts'
import { recount } from './helpers/recount.ts'
import { integer, plus, restCommit, restWrite } from './helpers/rest.ts'
import { refused } from './helpers/verdicts.ts'
import { seedTask, stance, stancePath, takingStance, tallyMove, tallyPath } from './helpers/voices.ts'
import { commit, type Write } from './helpers/writes.ts'

onEmulator()

beforeEach(() => seedTask())

describe('two stances share the move of one tally', () => {
  beforeEach(async () => {
    await seedParticipant('mina')
    await seedParticipant('jun')
  })

  const both = (value: 'agree' | 'disagree', move: Write) => [
    ...['mina', 'jun'].map((uid) => ({ path: stancePath(uid), set: stance(value) })),
    move,
  ]

  it('which is refused when they are taken', () =>
    refused(
      () => commit(signedIn('jun'), both('agree', { path: tallyPath(), merge: tallyMove(null, 'agree') })),
      'isMe',
    ))

  it('which is refused when they change', async () => {
    for (const uid of ['mina', 'jun']) await commit(signedIn(uid), takingStance(uid, 'agree'))
    const move = { path: tallyPath(), merge: tallyMove('agree', 'disagree') }
    await refused(() => commit(signedIn('jun'), both('disagree', move)), 'isMe')
    const { counted, tallied } = await recount()
    expect(tallied).toEqual(counted)
  })
})

describe('a stance that is none', () => {
  // The emulator judges the documents of a batch in an order of its own, which their names decide.
  it.each(Array.from({ length: SHARDS }, (_, shard) => shard))(
    'does not explain the tally of shard %d',
    async (shard) => {
      await seedParticipant('mina')
      const tally = { path: tallyPath({ shard }), merge: tallyMove(null, 'agree') }
      const nameless = { path: stancePath('mina'), set: { at: serverTimestamp() } }
      await refused(() => commit(signedIn('mina'), [nameless, tally]), 'hasExactly')
    },
  )
})

describe('a tally alone', () => {
  const PEOPLE = 300
  const AHEAD = 500

  // The server's clock has milliseconds: a stance of this very moment can be one of another batch.
  it.each([
    ['is not made', false],
    ['is not moved', true],
  ])('%s in the very millisecond of an earlier stance', async (_, isThere) => {
    const uids = Array.from({ length: PEOPLE }, (_, i) => `person-${i}`)
    const none = { role: 'student', agree: 0, unsure: 0, disagree: 0 }
    if (isThere) {
      const shards = Array.from({ length: SHARDS }, (_, shard) => ({ path: tallyPath({ shard }), set: none }))
      await commit(admin(), shards)
    }
    let accepted = 0
    const attackOnce = async () => {
      const start = Date.now() + AHEAD
      const stances = uids.map((uid, i) => ({
        path: stancePath(uid),
        set: { ...stance('agree', { shard: i % SHARDS }), at: Timestamp.fromMillis(start + i) },
      }))
      await commit(admin(), stances)
      await setTimeout(start - 10 - Date.now())
      const attack = async () => {
        while (Date.now() < start + PEOPLE) {
          // About how long a request is under way before the rules look at the clock.
          const i = Math.max(0, Date.now() - start + Math.floor(Math.random() * 8))
          const sides = [plus('agree', integer(1)), plus('unsure', integer(0)), plus('disagree', integer(0))]
          const write = restWrite(tallyPath({ shard: i % SHARDS }), { role: 'student' }, sides, ['role'])
          await restCommit(`person-${i}`, write).then(
            () => (accepted += 1),
            () => null,
          )
        }
      }
      await Promise.all(Array.from({ length: 8 }, attack))
    }

    // Only who meets the millisecond is judged by what the tally moved: on a busy machine not always at once.
    const refusedByMoves = async () => (await readCoverage()).falsehoods.get('moves') ?? 0
    const before = await refusedByMoves()
    for (let times = 0; times < 5 && (await refusedByMoves()) === before; times += 1) await attackOnce()
    expect(accepted).toBe(0)
    expect(await refusedByMoves()).toBeGreaterThan(before)
  })
})
