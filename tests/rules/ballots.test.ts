import { collection, type DocumentData, doc, getDoc, getDocs, limit, query, Timestamp } from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { noStickers, type Stickers } from '#domain/ballot.ts'
import { TASK_IDS } from '#domain/plan.ts'
import { ROLES } from '#domain/roles.ts'
import {
  ballot,
  ballotMove,
  ballotPath,
  ballotTallyPath,
  casting,
  on,
  type Place,
  seedVoting,
} from './helpers/ballots.ts'
import { admin, anyone, onEmulator, signedIn } from './helpers/emulator.ts'
import { accepts } from './helpers/outcomes.ts'
import { seed, seedParticipant, seedStaff } from './helpers/people.ts'
import { refused, unheardOf } from './helpers/verdicts.ts'
import { commit } from './helpers/writes.ts'

onEmulator()

beforeEach(async () => {
  await seedVoting()
  await seedParticipant('mina')
})

const FIVE = on({ t1: 3, t4: 2 })
const ONE = on({ t6: 1 })

const cast = (to: Stickers | null, from: Stickers | null = null, place: Place = {}) =>
  commit(signedIn('mina'), casting('mina', to, from, place))

const tally = async (place: Place = {}) => (await getDoc(doc(admin(), ballotTallyPath(place)))).data()

describe('a ballot', () => {
  it.each([
    ['five stickers on two tasks', FIVE],
    ['all five on one', on({ t2: 5 })],
    ['one each on five', on({ t1: 1, t2: 1, t3: 1, t5: 1, t6: 1 })],
    ['fewer than five', ONE],
  ])('is counted: %s', async (_, stickers) => {
    await cast(stickers)
    expect(await tally()).toEqual({ role: 'student', voters: 1, ...stickers })
    expect((await getDoc(doc(signedIn('mina'), ballotPath('mina')))).get('stickers')).toEqual(stickers)
  })

  it.each(ROLES)('is cast by a %s', async (role) => {
    await seedParticipant('mina', { role })
    await cast(FIVE, null, { role })
    expect(await tally({ role })).toEqual({ role, voters: 1, ...FIVE })
  })

  it('is added to those of others, in any of the 32 shards', async () => {
    await seedParticipant('jun')
    await cast(FIVE, null, { shard: 0 })
    await commit(signedIn('jun'), casting('jun', ONE, null, { shard: 0 }))
    expect(await tally({ shard: 0 })).toEqual({ role: 'student', voters: 2, ...on({ t1: 3, t4: 2, t6: 1 }) })
    await seedParticipant('sol')
    await commit(signedIn('sol'), casting('sol', ONE, null, { shard: 31 }))
  })

  it('moves the counts when it changes, and leaves the number of voters', async () => {
    await cast(FIVE)
    await cast(ONE, FIVE)
    expect(await tally()).toEqual({ role: 'student', voters: 1, ...ONE })
  })

  it('can be taken back with its counts, and cast again', async () => {
    await cast(FIVE)
    await cast(null, FIVE)
    expect(await tally()).toEqual({ role: 'student', voters: 0, ...noStickers() })
    expect((await getDoc(doc(admin(), ballotPath('mina')))).exists()).toBe(false)
    await cast(ONE, null, { shard: 7 })
    expect(await tally({ shard: 7 })).toEqual({ role: 'student', voters: 1, ...ONE })
  })

  it('is private, and so are the tallies', async () => {
    await cast(FIVE)
    await seedStaff('reviewer', { canReview: true })
    const all = (uid: string, path: string) => getDocs(query(collection(signedIn(uid), path), limit(1)))
    await refused(() => getDoc(doc(signedIn('jun'), ballotPath('mina'))), 'isMe')
    await refused(() => getDoc(doc(signedIn('reviewer'), ballotPath('mina'))), 'isMe')
    await unheardOf(() => all('reviewer', 'ballots'))
    await unheardOf(() => all('mina', 'ballots'))
    await refused(() => getDoc(doc(signedIn('mina'), ballotTallyPath())), 'holds')
    await refused(() => all('mina', 'ballotTallies'), 'holds')
    expect((await all('reviewer', 'ballotTallies')).size).toBe(1)
  })
})

describe('a ballot is refused', () => {
  it('to those who have not joined', async () => {
    await refused(() => commit(anyone(), casting('mina', FIVE)), 'isSignedIn')
    await refused(() => commit(signedIn('jun'), casting('jun', FIVE)), 'isParticipant')
  })

  it('to those who have left', async () => {
    await cast(FIVE)
    await seed('participants/mina', { leftAt: Timestamp.now() })
    await refused(() => cast(ONE, FIVE), 'hasNotLeft')
    await refused(() => cast(null, FIVE), 'hasNotLeft')
  })

  it('in somebody else’s name', async () => {
    await seedParticipant('jun')
    await refused(() => commit(signedIn('jun'), casting('mina', FIVE)), 'isMe')
    await refused(
      () => commit(signedIn('jun'), [...casting('jun', FIVE), { path: ballotPath('mina'), set: ballot(FIVE) }]),
      'isMe',
    )
    await cast(FIVE)
    await refused(() => commit(signedIn('jun'), casting('mina', null, FIVE)), 'isMe')
  })

  it.each<[string, DocumentData | null, string]>([
    ['before voting begins', { opensAt: Timestamp.fromMillis(Date.now() + 60_000) }, 'isWithin'],
    ['once voting has closed', { closesAt: Timestamp.fromMillis(Date.now() - 1) }, 'isWithin'],
    ['when nobody has said when voting is', null, 'isVotingOpen'],
  ])('%s: cast, changed or taken back', async (_, change, reason) => {
    await cast(FIVE)
    if (change) await seedVoting(change)
    else await commit(admin(), [{ path: 'settings/voting', remove: true }])
    await refused(() => cast(ONE, FIVE), reason)
    await refused(() => cast(null, FIVE), reason)
    await seedParticipant('jun')
    await refused(() => commit(signedIn('jun'), casting('jun', FIVE)), reason)
  })

  it('in a role that is not one’s own', async () => {
    await refused(() => cast(FIVE, null, { role: 'teacher' }), 'isInMyRole')
    await cast(FIVE)
    await refused(() => cast(ONE, FIVE, { role: 'teacher' }), 'isInMyRole')
  })

  const numbers: [string, DocumentData, string][] = [
    ['six stickers', on({ t1: 3, t2: 3 }), 'areOneToFive'],
    ['six stickers on one task', on({ t1: 6 }), 'isNumber'],
    ['thirty', on({ t1: 5, t2: 5, t3: 5, t4: 5, t5: 5, t6: 5 }), 'areOneToFive'],
    ['none', on({}), 'areOneToFive'],
    ['less than none on one task', on({ t1: -1, t2: 2 }), 'isCount'],
    ['less than none, and more elsewhere', on({ t1: -5, t2: 5, t3: 5 }), 'isCount'],
    ['half a sticker', { ...noStickers(), t1: 0.5 }, 'isCount'],
    ['a text', { ...noStickers(), t1: '1' }, 'isCount'],
    ['nothing', { ...noStickers(), t1: null }, 'isCount'],
    ['a list', { ...noStickers(), t1: [1] }, 'isCount'],
    ['numbers that overflow when added up', Object.fromEntries(TASK_IDS.map((id) => [id, 2 ** 52])), 'isNumber'],
    ['a task more', { ...FIVE, t7: 0 }, 'hasExactly'],
    ['a task less', { t1: 1, t2: 0, t3: 0, t4: 0, t5: 0 }, 'hasExactly'],
    ['another task instead', { t1: 1, t2: 0, t3: 0, t4: 0, t5: 0, t7: 0 }, 'hasExactly'],
  ]
  it.each(numbers)('with %s', (_, stickers, reason) =>
    refused(
      () =>
        commit(signedIn('mina'), [
          { path: ballotPath('mina'), set: { ...ballot(FIVE), stickers } },
          { path: ballotTallyPath(), merge: ballotMove(null, FIVE) },
        ]),
      reason,
    ),
  )

  const shapes: [string, DocumentData, string][] = [
    ['stickers that are none', { stickers: 5 }, 'isPlaced'],
    ['stickers in a list', { stickers: [5, 0, 0, 0, 0, 0] }, 'isPlaced'],
    ['an unknown role', { role: 'press' }, 'isBallot'],
    ['the shard 32', { shard: 32 }, 'isShard'],
    ['the shard -1', { shard: -1 }, 'isShard'],
    ['the shard "3"', { shard: '3' }, 'isShard'],
    ['the shard 1.5', { shard: 1.5 }, 'isShard'],
    ['no shard', { shard: null }, 'isShard'],
    ['an unknown field', { name: 'Mina' }, 'hasExactly'],
  ]
  it.each(shapes)('with %s', (_, change, reason) =>
    refused(
      () =>
        commit(signedIn('mina'), [
          { path: ballotPath('mina'), set: { ...ballot(FIVE), ...change } },
          { path: ballotTallyPath(), merge: ballotMove(null, FIVE) },
        ]),
      reason,
    ),
  )

  it.each([
    ['a past time', Timestamp.fromMillis(0)],
    ['a future time', Timestamp.fromMillis(Date.now() + 60_000)],
    ['no time', null],
  ])('with %s', (_, at) =>
    refused(
      () =>
        commit(signedIn('mina'), [
          { path: ballotPath('mina'), set: { ...ballot(FIVE), at } },
          { path: ballotTallyPath(), merge: ballotMove(null, FIVE) },
        ]),
      'isNow',
    ),
  )

  it.each(['stickers', 'role', 'shard', 'at'])('without the field %s', (field) => {
    const { [field]: _, ...set } = ballot(FIVE)
    const counted = { path: ballotTallyPath(), merge: ballotMove(null, FIVE) }
    return refused(() => commit(signedIn('mina'), [{ path: ballotPath('mina'), set }, counted]), 'hasExactly')
  })

  it('when it stays the same, and when the same batch is sent twice', async () => {
    await cast(FIVE)
    await refused(() => cast(FIVE, FIVE), 'changesMyBallot')
    await refused(() => cast(FIVE), 'changesMyBallot')
    await refused(() => commit(signedIn('mina'), casting('mina', FIVE).slice(0, 1)), 'changesMyBallot')
  })

  it('when there is none to take back', async () => {
    await refused(() => cast(null), 'changesMyBallot')
    await cast(FIVE)
    await cast(null, FIVE)
    await refused(() => cast(null, FIVE), 'changesMyBallot')
  })

  it('when it moves to another shard', async () => {
    await seedParticipant('jun')
    await commit(signedIn('jun'), casting('jun', FIVE, null, { shard: 4 }))
    await cast(FIVE)
    await refused(() => cast(ONE, FIVE, { shard: 4 }), 'staysInItsShard')
  })

  it('when it is deleted without its tally, or the tally with it', async () => {
    await cast(FIVE)
    const removal = { path: ballotPath('mina'), remove: true } as const
    const noTally = { path: ballotTallyPath(), remove: true } as const
    await refused(() => commit(signedIn('mina'), [removal]), 'movesAsBallot')
    expect(await accepts(signedIn('mina'), [removal, noTally])).toBe(false)
    await unheardOf(() => commit(signedIn('mina'), [noTally]))
  })

  it('when its tally, already wrong, would fall below zero', async () => {
    await seed(ballotTallyPath(), { role: 'student', voters: 1, ...noStickers() })
    await seed(ballotPath('mina'), { ...ballot(FIVE), at: Timestamp.fromMillis(0) })
    await refused(() => cast(ONE, FIVE), 'isCount')
  })
})

describe('when voting is', () => {
  it('everybody may read, nobody may write', async () => {
    expect((await getDoc(doc(anyone(), 'settings/voting'))).exists()).toBe(true)
    await seedStaff('editor', { canReview: true, canEdit: true, canInvite: true, canManage: true })
    for (const uid of ['mina', 'editor']) {
      await unheardOf(() => commit(signedIn(uid), [{ path: 'settings/voting', update: { closesAt: Timestamp.now() } }]))
      await unheardOf(() => commit(signedIn(uid), [{ path: 'settings/voting', remove: true }]))
    }
    await unheardOf(() => getDocs(query(collection(anyone(), 'settings'), limit(1))))
    await unheardOf(() => getDoc(doc(anyone(), 'settings/other')))
  })
})
