import { type DocumentData, deleteField, doc, getDoc, increment, serverTimestamp } from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { ROLES } from '#domain/roles.ts'
import { admin, anyone, onEmulator, signedIn } from './helpers/emulator.ts'
import { seedParticipant } from './helpers/people.ts'
import { refused } from './helpers/verdicts.ts'
import { commenting, seedTask, stance, stancePath, takingStance, tallyMove, tallyPath } from './helpers/voices.ts'
import { commit, type Write } from './helpers/writes.ts'

onEmulator()

beforeEach(async () => {
  await seedTask()
  await seedParticipant('mina')
  await seedParticipant('jun')
  // Somebody was here before: the attacks are on a tally that exists, as most will be.
  await commit(signedIn('jun'), takingStance('jun', 'agree'))
})

const write = (...writes: Write[]) => commit(signedIn('mina'), writes)
const agree: Write = { path: stancePath('mina'), set: stance('agree') }
const plusOne: Write = { path: tallyPath(), merge: tallyMove(null, 'agree') }
const moves = (change: DocumentData): Write => ({
  path: tallyPath(),
  merge: { ...tallyMove(null, 'agree'), ...change },
})

describe('a tally moves as its stance says', () => {
  it('in one batch, in either order, by increments or by numbers', async () => {
    await write(plusOne, agree)
    await commit(signedIn('jun'), [
      { path: stancePath('jun'), set: stance('disagree') },
      { path: tallyPath(), set: { role: 'student', agree: 1, unsure: 0, disagree: 1 } },
    ])
    const tally = await getDoc(doc(admin(), tallyPath()))
    expect(tally.data()).toEqual({ role: 'student', agree: 1, unsure: 0, disagree: 1 })
  })

  it('beside a comment in the same batch, below the limit on look-ups', () =>
    write(agree, plusOne, ...commenting('mina')))

  it.each(ROLES)('for a %s', async (role) => {
    await seedParticipant('mina', { role })
    await commit(signedIn('mina'), takingStance('mina', 'agree', null, { role }))
  })
})

describe('a stance is refused', () => {
  it('without its tally', () => refused(() => write(agree), 'moves'))

  it('without its tally when that does not exist yet', () =>
    refused(() => write({ path: stancePath('mina'), set: stance('agree', { shard: 9 }) }), 'tallyMovesAsStanceSays'))

  it('with the tally of another shard', () =>
    refused(() => write(agree, { ...plusOne, path: tallyPath({ shard: 4 }) }), 'moves'))

  it('with the tally of another role', () =>
    refused(() => write(agree, { ...plusOne, path: tallyPath({ role: 'parent' }) }), 'moves'))

  it('with the tally of another task or revision', async () => {
    await seedTask('t2')
    await refused(() => write(agree, { ...plusOne, path: tallyPath({ task: 't2' }) }), 'moves')
    await refused(() => write(agree, { ...plusOne, path: tallyPath({ revision: 2 }) }), 'moves')
  })

  const wrongMoves: [string, DocumentData][] = [
    ['+2', { agree: increment(2) }],
    ['0', { agree: increment(0) }],
    ['−1', { agree: increment(-1) }],
    ['+1 for another side too', { unsure: increment(1) }],
    ['+1 for another side', { agree: increment(0), disagree: increment(1) }],
    ['−1 for somebody else’s side', { agree: increment(0), unsure: increment(1) }],
    ['a million', { agree: 1_000_000 }],
  ]
  it.each(wrongMoves)('with a tally that moves by %s', (_, change) =>
    refused(() => write(agree, moves(change)), 'moves'),
  )

  const noTallies: [string, DocumentData, string][] = [
    ['1.5', { agree: increment(1.5) }, 'isCount'],
    ['+0.5 for another side', { unsure: increment(0.5) }, 'isCount'],
    ['a text', { agree: '2' }, 'isCount'],
    ['a list', { agree: [1, 1] }, 'isCount'],
    ['nothing', { agree: null }, 'isCount'],
    ['−1 below zero for another side', { disagree: increment(-1) }, 'isCount'],
    ['an unknown side', { love: increment(1) }, 'hasExactly'],
    ['a side less', { unsure: deleteField() }, 'hasExactly'],
    ['no role', { role: deleteField() }, 'hasExactly'],
  ]
  it.each(noTallies)('with a tally that gets %s', (_, change, reason) =>
    refused(() => write(agree, moves(change)), reason),
  )

  it.each(['parent', 'press', null, 1])('with a tally whose role becomes %j', (role) =>
    refused(() => write(agree, moves({ role })), 'isInRoleOfThatStance'),
  )

  it('when it changes without its tally, or moves one side only', async () => {
    await write(agree, plusOne)
    const unsure: Write = { path: stancePath('mina'), set: stance('unsure') }
    await refused(() => write(unsure), 'moves')
    await refused(() => write(unsure, { path: tallyPath(), merge: tallyMove(null, 'unsure') }), 'moves')
    await refused(() => write(unsure, { path: tallyPath(), merge: tallyMove('agree', null) }), 'moves')
    await refused(() => write(unsure, { path: tallyPath(), merge: tallyMove('agree', 'disagree') }), 'moves')
  })
})

describe('a tally is refused', () => {
  it('without a stance', () => refused(() => write(plusOne), 'comesWithStance'))

  it('to somebody who has not signed in', () => refused(() => commit(anyone(), [plusOne]), 'isSignedIn'))

  it('without a stance, when somebody took one before', async () => {
    await write(agree, plusOne)
    await refused(() => write(plusOne), 'isNow')
    await refused(() => write({ path: tallyPath(), merge: tallyMove('agree', 'unsure') }), 'isNow')
    await refused(() => write({ path: tallyPath(), merge: tallyMove(null, null) }), 'isNow')
  })

  it('twice for one stance: a second shard', () =>
    refused(() => write(agree, plusOne, { ...plusOne, path: tallyPath({ shard: 4 }) }), 'countsThatStance'))

  it('twice for one stance: a second role', () => {
    const second: Write = { path: tallyPath({ role: 'parent' }), merge: tallyMove(null, 'agree', 'parent') }
    return refused(() => write(agree, plusOne, second), 'countsThatStance')
  })

  it('twice for one stance: another revision or task', async () => {
    await seedTask('t2')
    for (const place of [{ revision: 2 }, { task: 't2' }]) {
      await refused(() => write(agree, plusOne, { ...plusOne, path: tallyPath(place) }), 'comesWithStance')
    }
  })

  it('ten times with one stance', () => {
    const shards = Array.from({ length: 10 }, (_, shard) => ({ ...plusOne, path: tallyPath({ shard }) }))
    return refused(() => write(agree, ...shards), 'countsThatStance')
  })

  it('when it is written twice in a batch and moves by two', () =>
    refused(() => write(agree, plusOne, plusOne), 'moves'))

  it('when it is written ten times in a batch', () =>
    refused(() => write(agree, ...Array.from({ length: 10 }, () => plusOne)), 'moves'))

  it('under a name that is no shard of the role', async () => {
    for (const name of ['student-32', 'student', 'student-03', 'student-3 ', 'press-3']) {
      const elsewhere = { ...plusOne, path: `tasks/t1/revisions/1/stanceTallies/${name}` }
      await refused(() => write(agree, plusOne, elsewhere), 'countsThatStance')
    }
  })

  it('beside a stance that is none', async () => {
    for (const set of [{ at: serverTimestamp() }, { ...stance('agree'), shard: '3' }]) {
      const reason = 'shard' in set ? 'isShard' : 'hasExactly'
      await refused(() => write({ path: stancePath('mina'), set }, plusOne), reason)
      await refused(() => write(plusOne, { path: stancePath('mina'), set }), reason)
    }
  })
})

describe('one document written twice in a batch', () => {
  it('leaves the tally equal to the stances all the same', async () => {
    const unsure: Write = { path: stancePath('mina'), set: stance('unsure') }
    await refused(() => write(agree, unsure, plusOne), 'moves')
    await refused(() => write(agree, plusOne, unsure, { path: tallyPath(), merge: tallyMove(null, 'unsure') }), 'moves')
    await refused(
      () => write(agree, { ...agree, set: stance('agree', { shard: 4 }) }, plusOne),
      'tallyMovesAsStanceSays',
    )
  })

  it('does not hide a deletion', async () => {
    await write(agree, plusOne)
    await refused(() => write({ path: stancePath('mina'), remove: true }, agree, plusOne), 'changesItsMind')
    await refused(
      () =>
        write(
          { path: tallyPath(), remove: true },
          { ...agree, set: stance('unsure') },
          {
            path: tallyPath(),
            merge: tallyMove(null, 'unsure'),
          },
        ),
      'moves',
    )
  })
})
