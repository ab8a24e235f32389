import { type DocumentData, doc, getDoc, Timestamp } from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { STANCES } from '#domain/stance.ts'
import { admin, anyone, onEmulator, signedIn } from './helpers/emulator.ts'
import { seed, seedParticipant, seedStaff } from './helpers/people.ts'
import { refused, unheardOf } from './helpers/verdicts.ts'
import { type Place, seedTask, stance, stancePath, takingStance, tallyMove, tallyPath } from './helpers/voices.ts'
import { commit } from './helpers/writes.ts'

onEmulator()

beforeEach(async () => {
  await seedTask('t1', { revision: 2 })
  await seedParticipant('mina')
})

const HERE: Place = { revision: 2 }
const STANCE = stancePath('mina', HERE)
const TALLY = tallyPath(HERE)

const take = (...[to, from, place]: [to: 'agree' | 'unsure' | 'disagree', from?: 'agree' | 'unsure' | null, Place?]) =>
  commit(signedIn('mina'), takingStance('mina', to, from, { ...HERE, ...place }))

const tally = async (path: string = TALLY) => (await getDoc(doc(admin(), path))).data()

describe('a stance', () => {
  it.each(STANCES)('is counted: %s', async (value) => {
    await take(value)
    expect(await tally()).toEqual({ role: 'student', agree: 0, unsure: 0, disagree: 0, [value]: 1 })
    expect((await getDoc(doc(signedIn('mina'), STANCE))).get('value')).toBe(value)
  })

  it('moves the count when it changes, and back', async () => {
    await take('agree')
    await take('unsure', 'agree')
    expect(await tally()).toEqual({ role: 'student', agree: 0, unsure: 1, disagree: 0 })
    await take('agree', 'unsure')
    expect(await tally()).toEqual({ role: 'student', agree: 1, unsure: 0, disagree: 0 })
  })

  it('is added to what others thought, in any of the 32 shards', async () => {
    await seedParticipant('jun')
    await take('agree', null, { shard: 0 })
    await commit(signedIn('jun'), takingStance('jun', 'agree', null, { ...HERE, shard: 0 }))
    expect((await tally(tallyPath({ ...HERE, shard: 0 })))?.agree).toBe(2)
    await seedParticipant('sol')
    await commit(signedIn('sol'), takingStance('sol', 'agree', null, { ...HERE, shard: 31 }))
  })

  it('is taken anew on a new revision', async () => {
    await take('agree')
    await seedTask('t1', { revision: 3 })
    await take('agree', null, { revision: 3 })
  })

  it('is private', async () => {
    await take('agree')
    await seedStaff('reviewer', { canReview: true })
    await refused(() => getDoc(doc(signedIn('jun'), STANCE)), 'isMe')
    await refused(() => getDoc(doc(signedIn('reviewer'), STANCE)), 'isMe')
    await refused(() => getDoc(doc(anyone(), STANCE)), 'isSignedIn')
  })
})

describe('a stance is refused', () => {
  it('to people who have not signed in or not joined', async () => {
    await refused(() => commit(anyone(), takingStance('mina', 'agree', null, HERE)), 'isSignedIn')
    await refused(() => commit(signedIn('jun'), takingStance('jun', 'agree', null, HERE)), 'isParticipant')
  })

  it('in somebody else’s name', async () => {
    await seedParticipant('jun')
    const [, counted] = takingStance('jun', 'agree', null, HERE)
    if (!counted) throw new Error('takingStance changed')
    await refused(() => commit(signedIn('jun'), [...takingStance('mina', 'agree', null, HERE)]), 'isMe')
    await refused(() => commit(signedIn('jun'), [{ path: STANCE, set: stance('agree') }, counted]), 'isMe')
  })

  it('on a closed task', async () => {
    await seedTask('t1', { revision: 2, status: 'closed' })
    await refused(() => take('agree'), 'isOpen')
  })

  it('on a task that there is not', () => refused(() => take('agree', null, { task: 't7' }), 'isOpen'))

  it.each([0, 1, 3])('on revision %d while 2 is the newest', (revision) =>
    refused(() => take('agree', null, { revision }), 'isNewestRevision'),
  )

  it('when it changes on a task that has closed or moved on since', async () => {
    await take('agree')
    await seedTask('t1', { revision: 2, status: 'closed' })
    await refused(() => take('unsure', 'agree'), 'isOpen')
    await seedTask('t1', { revision: 3 })
    await refused(() => take('unsure', 'agree'), 'isNewestRevision')
  })

  it('in a role that is not one’s own', () => refused(() => take('agree', null, { role: 'teacher' }), 'isInMyRole'))

  const shapes: [string, DocumentData, string][] = [
    ['an unknown value', { value: 'love' }, 'isStance'],
    ['a value that is a list', { value: ['agree'] }, 'isStance'],
    ['no value', { value: null }, 'isStance'],
    ['an unknown role', { role: 'press' }, 'isStance'],
    ['the shard 32', { shard: 32 }, 'isShard'],
    ['the shard -1', { shard: -1 }, 'isShard'],
    ['the shard "0"', { shard: '0' }, 'isShard'],
    ['the shard 1.5', { shard: 1.5 }, 'isShard'],
    ['no shard', { shard: null }, 'isShard'],
    ['a past time', { at: Timestamp.fromMillis(0) }, 'isNow'],
    ['a future time', { at: Timestamp.fromMillis(Date.now() + 60_000) }, 'isNow'],
    ['no time', { at: null }, 'isNow'],
    ['an unknown field', { note: '' }, 'hasExactly'],
  ]
  it.each(shapes)('with %s', async (_, change, reason) => {
    const set = { ...stance('agree'), ...change }
    const [counted] = takingStance('mina', 'agree', null, HERE).slice(1)
    if (!counted) throw new Error('takingStance changed')
    const elsewhere = `tasks/t1/revisions/2/stanceTallies/${set.role}-${set.shard}`
    const path = reason === 'isShard' ? elsewhere : counted.path
    await refused(
      () =>
        commit(signedIn('mina'), [
          { path: STANCE, set },
          { ...counted, path },
        ]),
      reason,
    )
  })

  it.each(['value', 'role', 'shard', 'at'])('without the field %s', async (field) => {
    const { [field]: _, ...set } = stance('agree')
    const [counted] = takingStance('mina', 'agree', null, HERE).slice(1)
    if (!counted) throw new Error('takingStance changed')
    await refused(() => commit(signedIn('mina'), [{ path: STANCE, set }, counted]), 'hasExactly')
  })

  it('when it stays the same', async () => {
    await take('agree')
    const [again] = takingStance('mina', 'agree', null, HERE)
    if (!again) throw new Error('takingStance changed')
    await refused(() => commit(signedIn('mina'), [again]), 'changesItsMind')
    await refused(
      () => commit(signedIn('mina'), [again, { path: TALLY, merge: tallyMove('agree', 'agree') }]),
      'changesItsMind',
    )
  })

  it('when the same batch is sent twice', async () => {
    await take('agree')
    await refused(() => take('agree'), 'changesItsMind')
  })

  it('when it moves to another shard', async () => {
    await seedParticipant('jun')
    await commit(signedIn('jun'), takingStance('jun', 'agree', null, { ...HERE, shard: 4 }))
    await take('agree')
    await refused(() => take('unsure', 'agree', { shard: 4 }), 'keepsItsShard')
    await refused(() => take('unsure', null, { shard: 4 }), 'moves')
  })

  it('when it is deleted, with or without its tally', async () => {
    await take('agree')
    const back = { path: TALLY, merge: tallyMove('agree', null) }
    await unheardOf(() => commit(signedIn('mina'), [{ path: STANCE, remove: true }]))
    await unheardOf(() => commit(signedIn('mina'), [{ path: STANCE, remove: true }, back]))
    await unheardOf(() => commit(signedIn('mina'), [{ path: TALLY, remove: true }]))
    await unheardOf(() =>
      commit(signedIn('mina'), [
        { path: STANCE, remove: true },
        { path: TALLY, remove: true },
      ]),
    )
  })

  it('when its tally, already wrong, would fall below zero', async () => {
    await seed(TALLY, { role: 'student', agree: 0, unsure: 0, disagree: 0 })
    await seed(STANCE, { ...stance('agree'), at: Timestamp.fromMillis(0) })
    await refused(() => take('unsure', 'agree'), 'isCount')
  })
})
