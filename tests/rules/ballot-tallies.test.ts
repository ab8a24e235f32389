import { type DocumentData, deleteField, doc, getDoc, increment, serverTimestamp } from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { noStickers } from '#domain/ballot.ts'
import {
  ballot,
  ballotMove,
  ballotPath,
  ballotTallyPath,
  casting,
  on,
  recountBallots,
  seedVoting,
} from './helpers/ballots.ts'
import { admin, anyone, onEmulator, signedIn } from './helpers/emulator.ts'
import { seedParticipant } from './helpers/people.ts'
import { double, integer, plus, restCommit, restWrite, serverTime } from './helpers/rest.ts'
import { refused } from './helpers/verdicts.ts'
import { commenting, seedTask, takingStance } from './helpers/voices.ts'
import { commit, type Write } from './helpers/writes.ts'

onEmulator()

const TWO = on({ t1: 1, t3: 1 })
const OTHER = on({ t5: 4 })

beforeEach(async () => {
  await seedVoting()
  await seedParticipant('mina')
  await seedParticipant('jun')
  // Somebody was here before: the attacks are on a tally that exists, as most will be.
  await commit(signedIn('jun'), casting('jun', TWO))
})

const write = (...writes: Write[]) => commit(signedIn('mina'), writes)
const [cast, counted] = casting('mina', TWO)
const moving = (change: DocumentData): Write => ({
  path: ballotTallyPath(),
  merge: { ...ballotMove(null, TWO), ...change },
})

describe('a tally moves as its ballot says', () => {
  it('in one batch, in either order, by increments or by numbers', async () => {
    await write(counted, cast)
    await commit(signedIn('jun'), [
      { path: ballotPath('jun'), set: ballot(OTHER) },
      { path: ballotTallyPath(), set: { role: 'student', voters: 2, ...on({ t1: 1, t3: 1, t5: 4 }) } },
    ])
    const { counted: ballots, tallied } = await recountBallots()
    expect(tallied).toEqual(ballots)
  })

  it('beside a comment and a stance in the same batch, below the limits', async () => {
    await seedTask()
    await write(cast, counted, ...takingStance('mina', 'agree'), ...commenting('mina'))
  })
})

describe('a ballot is refused', () => {
  it('without its tally', () => refused(() => write(cast), 'movesAsBallot'))

  it('without its tally when that does not exist yet', () =>
    refused(() => write({ path: ballotPath('mina'), set: ballot(TWO, { shard: 9 }) }), 'isTallied'))

  it('with the tally of another shard, or of another role', async () => {
    await refused(() => write(cast, { ...counted, path: ballotTallyPath({ shard: 4 }) }), 'movesAsBallot')
    await refused(() => write(cast, { ...counted, path: ballotTallyPath({ role: 'parent' }) }), 'movesAsBallot')
  })

  const wrongMoves: [string, DocumentData][] = [
    ['a sticker more', { t1: increment(2) }],
    ['a sticker less', { t1: increment(0) }],
    ['a sticker on another task', { t2: increment(1) }],
    ['a sticker less of somebody else’s', { t3: increment(-1) }],
    ['no voter', { voters: increment(0) }],
    ['two voters', { voters: increment(2) }],
    ['a voter less', { voters: increment(-1) }],
    ['a million', { t6: 1_000_000 }],
  ]
  it.each(wrongMoves)('with a tally that gets %s', (_, change) =>
    refused(() => write(cast, moving(change)), 'movesAsBallot'),
  )

  const noTallies: [string, DocumentData, string][] = [
    ['1.5', { t1: increment(1.5) }, 'isCount'],
    ['+0.5 on another task', { t2: increment(0.5) }, 'isCount'],
    ['half a voter', { voters: increment(0.5) }, 'isCount'],
    ['a text', { t1: '2' }, 'isCount'],
    ['nothing', { t4: null }, 'isCount'],
    ['less than none on another task', { t2: increment(-1) }, 'isCount'],
    ['an unknown task', { t7: increment(1) }, 'hasExactly'],
    ['a task less', { t6: deleteField() }, 'hasExactly'],
    ['no voters', { voters: deleteField() }, 'hasExactly'],
    ['no role', { role: deleteField() }, 'hasExactly'],
  ]
  it.each(noTallies)('with a tally that gets %s', (_, change, reason) =>
    refused(() => write(cast, moving(change)), reason),
  )

  it.each(['t1', 't2', 't3', 't4', 't5', 't6', 'voters'])('with a tally whose %s moves alone', (field) =>
    refused(() => write(cast, moving({ [field]: increment(3) })), 'movesAsBallot'),
  )

  it.each(['parent', 'press', null, 1])('with a tally whose role becomes %j', (role) =>
    refused(() => write(cast, moving({ role })), 'isInRoleOfMyBallot'),
  )

  it('when it changes or goes without its tally, or with a wrong one', async () => {
    await write(cast, counted)
    const other: Write = { path: ballotPath('mina'), set: ballot(OTHER) }
    const gone: Write = { path: ballotPath('mina'), remove: true }
    const move = (from: typeof TWO | null, to: typeof TWO | null): Write => ({
      path: ballotTallyPath(),
      merge: ballotMove(from, to),
    })
    await refused(() => write(other), 'movesAsBallot')
    await refused(() => write(other, move(null, OTHER)), 'movesAsBallot')
    await refused(() => write(other, move(TWO, null)), 'movesAsBallot')
    await refused(() => write(gone), 'movesAsBallot')
    await refused(() => write(gone, move(TWO, OTHER)), 'movesAsBallot')
    await refused(() => write(gone, move(OTHER, null)), 'isCount')
    const voterStays = { path: ballotTallyPath(), merge: { ...ballotMove(TWO, null), voters: increment(0) } }
    await refused(() => write(gone, voterStays), 'movesAsBallot')
  })
})

describe('a tally is refused', () => {
  it('without a ballot, and to somebody who has not signed in', async () => {
    await refused(() => write(counted), 'changesMyBallot')
    await refused(() => commit(anyone(), [counted]), 'isSignedIn')
  })

  it('without a ballot, when somebody cast one before', async () => {
    await write(cast, counted)
    await refused(() => write(counted), 'changesMyBallot')
    await refused(() => write(moving({ voters: increment(0), t1: increment(0), t3: increment(0) })), 'changesMyBallot')
  })

  it('twice for one ballot: a second shard, a second role, ten shards', async () => {
    const second = (place: Parameters<typeof ballotTallyPath>[0]): Write => ({
      path: ballotTallyPath(place),
      merge: ballotMove(null, TWO, place?.role),
    })
    await refused(() => write(cast, counted, second({ shard: 4 })), 'countsMyBallot')
    await refused(() => write(cast, counted, second({ role: 'parent' })), 'countsMyBallot')
    const shards = Array.from({ length: 10 }, (_, shard) => second({ shard: shard + 10 }))
    await refused(() => write(cast, counted, ...shards), 'countsMyBallot')
  })

  it('when it is written twice or ten times in a batch', async () => {
    await refused(() => write(cast, counted, counted), 'movesAsBallot')
    await refused(() => write(cast, ...Array.from({ length: 10 }, () => counted)), 'movesAsBallot')
  })

  it('under a name that is no shard of the role', async () => {
    for (const name of ['student-32', 'student', 'student-03', 'student-3 ', 'press-3']) {
      await refused(() => write(cast, counted, { ...counted, path: `ballotTallies/${name}` }), 'countsMyBallot')
    }
  })

  it.each<[string, DocumentData, string]>([
    ['nothing but a time', { at: serverTimestamp() }, 'hasExactly'],
    ['a shard in words', { ...ballot(TWO), shard: '3' }, 'isShard'],
    ['six stickers', { ...ballot(TWO), stickers: on({ t1: 6 }) }, 'isNumber'],
    ['stickers in words', { ...ballot(TWO), stickers: 'two' }, 'isPlaced'],
  ])('beside a ballot that is none: %s', async (_, set, reason) => {
    await refused(() => write({ path: ballotPath('mina'), set }, counted), reason)
    await refused(() => write(counted, { path: ballotPath('mina'), set }), reason)
  })

  it('that is a float in the end, over REST', async () => {
    const fields = { stickers: TWO, role: 'student', shard: 3 }
    const said = restWrite(ballotPath('mina'), fields, [serverTime('at')])
    const steps = [plus('voters', integer(1)), plus('t1', double(1)), plus('t3', integer(1))]
    const tally = restWrite(ballotTallyPath(), { role: 'student' }, steps, ['role'])
    await refused(() => restCommit('mina', said, tally), 'isCount')
    const float = restWrite(ballotPath('mina'), { ...fields, stickers: { ...TWO, t1: double(1) } }, [serverTime('at')])
    await refused(() => restCommit('mina', float, tally), 'isCount')
  })
})

describe('one document written twice in a batch', () => {
  it('leaves the tally equal to the ballots all the same', async () => {
    const other: Write = { path: ballotPath('mina'), set: ballot(OTHER) }
    const elsewhere: Write = { path: ballotPath('mina'), set: ballot(TWO, { shard: 4 }) }
    await refused(() => write(cast, other, counted), 'movesAsBallot')
    await refused(
      () => write(cast, counted, other, { path: ballotTallyPath(), merge: ballotMove(null, OTHER) }),
      'movesAsBallot',
    )
    await refused(() => write(cast, elsewhere, counted), 'isTallied')
  })

  it('does not hide a deletion or a change of shard', async () => {
    await write(cast, counted)
    const gone: Write = { path: ballotPath('mina'), remove: true }
    const elsewhere = { shard: 4 }
    await refused(() => write(gone, cast, counted), 'changesMyBallot')
    await refused(
      () =>
        write(
          gone,
          { path: ballotPath('mina'), set: ballot(OTHER, elsewhere) },
          { path: ballotTallyPath(elsewhere), merge: ballotMove(null, OTHER) },
        ),
      'staysInItsShard',
    )
    await refused(
      () =>
        write(
          { path: ballotTallyPath(), remove: true },
          { path: ballotPath('mina'), set: ballot(OTHER) },
          { path: ballotTallyPath(), set: { role: 'student', voters: 0, ...noStickers() } },
        ),
      'movesAsBallot',
    )
    const { counted: ballots, tallied } = await recountBallots()
    expect(tallied).toEqual(ballots)
    expect((await getDoc(doc(admin(), ballotTallyPath()))).get('voters')).toBe(2)
  })
})
