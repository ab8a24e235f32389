import { collection, type DocumentData, doc, getDoc, getDocs, limit, query, Timestamp } from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { loadRules, readCoverage } from './helpers/coverage.ts'
import { admin, anyone, onEmulator, signedIn } from './helpers/emulator.ts'
import { accepts } from './helpers/outcomes.ts'
import { seed, seedParticipant, seedStaff, staffOf } from './helpers/people.ts'
import {
  aboutStaff,
  appointing,
  by,
  dismissing,
  LOG1,
  LOG2,
  logEntry,
  logging,
  staffRecord,
} from './helpers/reviewing.ts'
import { refused, unheardOf } from './helpers/verdicts.ts'
import { commit } from './helpers/writes.ts'

onEmulator()

const REVIEWER = staffOf({ canReview: true, canEdit: true, canInvite: true })

beforeEach(async () => {
  await seedStaff('manager', { canManage: true, canReview: true })
  await seedStaff('other', { canManage: true })
  await seed('staff/reviewer', REVIEWER)
  await seedParticipant('mina')
})

const stored = async (path: string) => (await getDoc(doc(admin(), path))).data()
const [put, entry] = appointing('hana')
const [LOG3, LOG4] = ['LogLogLogLogLogLog03', 'LogLogLogLogLogLog04']
const log = (uid: string) => getDocs(query(collection(signedIn(uid), 'auditLog'), limit(20)))

describe('a manager', () => {
  it('gives rights that hold at once, changes them, and takes them away at once', async () => {
    await refused(() => log('hana'), 'holds')
    await by('manager', ...appointing('hana'))
    expect((await log('hana')).size).toBe(1)
    const other = { canReview: false, canManage: true, follows: LOG1 }
    await by('other', ...appointing('hana', other, LOG2, 'other'))
    await by('manager', ...dismissing('hana', LOG2, 'manager', staffRecord(other)))
    await refused(() => log('hana'), 'holds')
    expect(await stored(`auditLog/hana~${LOG2}`)).toMatchObject({ action: 'staff', target: 'hana', byUid: 'manager' })
  })

  it('gives a record again to somebody who had one, and takes it away again', async () => {
    for (const id of [LOG1, LOG2]) {
      await by('manager', ...appointing('hana', {}, id))
      await by('manager', ...dismissing('hana', id))
    }
    expect((await log('manager')).size).toBe(4)
    expect((await log('other')).size).toBe(4)
  })

  it('takes away what a script has given', () => by('manager', ...dismissing('reviewer', '', 'manager', REVIEWER)))

  it('does not give back what another has taken meanwhile, even by taking the whole record away and giving one anew', async () => {
    await by('manager', ...appointing('hana', { canManage: true }))
    await by('other', ...appointing('hana', { follows: LOG1 }, LOG2, 'other'))
    const stale = appointing('hana', { canManage: true, office: '총무과', follows: LOG1 }, LOG3)
    await refused(() => by('manager', ...stale), 'followsNewest')
    await by('other', ...dismissing('hana', LOG2, 'other', staffRecord({ follows: LOG1 })))
    await refused(() => by('manager', ...stale), 'followsNewest')
    await by('other', ...appointing('hana', {}, LOG4, 'other'))
    await refused(() => by('manager', ...stale), 'followsNewest')
    expect(await stored('staff/hana')).toMatchObject({ canManage: false, office: '정책기획과' })
  })

  it('changes what her own record says, and keeps the right to manage', async () => {
    // What a script has given may have no entry.
    const renamed = { name: '김둘', canManage: true, follows: null }
    await by('manager', ...appointing('manager', renamed))
    const [without, its] = appointing('manager', { canManage: false, follows: LOG1 }, LOG2)
    await refused(() => by('manager', without, its), 'isSomebodyElse')
  })

  it('does not remove herself', () => refused(() => by('manager', ...dismissing('manager')), 'isSomebodyElse'))

  it('is left, whatever two of them do to one another at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, two] = [`one${round}`, `two${round}`] as const
      for (const uid of [one, two]) await seedStaff(uid, { canManage: true })
      const done = await Promise.all([
        accepts(signedIn(one), dismissing(two, '', one, staffOf({ canManage: true }))),
        accepts(signedIn(two), dismissing(one, '', two, staffOf({ canManage: true }))),
      ])
      expect(done.filter(Boolean).length).toBeLessThanOrEqual(1)
    }
    // Each waits for what the other holds, until the emulator gives up for one of them: that is an error of its own.
    const { errors } = await readCoverage()
    expect(errors.filter((error) => !error.includes('Service call error'))).toEqual([])
    await loadRules()
  })
})

describe('a staff record is refused', () => {
  const changes: [string, DocumentData, string][] = [
    ['a right that is no yes or no', { canReview: 'yes' }, 'isStaffRecord'],
    ['a right as a number', { canManage: 1 }, 'isStaffRecord'],
    ['an unknown right', { canFly: true }, 'hasExactly'],
    ['a blank name', { name: ' ' }, 'showsSomething'],
    ['a name too long', { name: '가'.repeat(101) }, 'isAtMost'],
    ['no office', { office: null }, 'isFitTextOf'],
    ['an office too long', { office: '가'.repeat(101) }, 'isAtMost'],
    ['nothing that it follows', { follows: '' }, 'followsNewest'],
    ['what is not there that it follows', { follows: LOG2 }, 'followsNewest'],
    ['another name than the log', { name: '김둘' }, 'saysInLog'],
    ['another office than the log', { office: '총무과' }, 'saysInLog'],
    ['a right that the log does not tell of', { canManage: true }, 'saysInLog'],
    ['a right less than the log tells of', { canReview: false }, 'saysInLog'],
    ['no entry', { logEntry: null }, 'isEntryId'],
    ['another entry', { logEntry: LOG2 }, 'hasEntry'],
  ]
  it.each(changes)('with %s', (_, change, reason) =>
    refused(() => by('manager', { path: put.path, set: { ...put.set, ...change } }, entry), reason),
  )

  it.each(Object.keys(staffRecord()))('without the field %s', (field) => {
    const { [field]: _, ...set } = put.set
    return refused(() => by('manager', { path: put.path, set }, entry), 'hasExactly')
  })

  it('under what is no account', () =>
    refused(() => by('manager', { ...put, path: 'staff/kim@sen.go.kr' }, entry), 'isUid'))

  it('without its entry, or by one that has served', async () => {
    await refused(() => by('manager', put), 'hasEntry')
    await by('manager', put, entry)
    await refused(() => by('manager', { path: put.path, update: { canManage: true, follows: LOG1 } }), 'isNow')
    await seed(
      `auditLog/${LOG2}`,
      logEntry('staff', 'hana', { byUid: 'manager', at: Timestamp.fromMillis(Date.now() - 60_000) }),
    )
    await refused(() => by('manager', appointing('hana', { follows: LOG1 }, LOG2)[0]), 'isNow')
  })

  it('to go a second time', async () => {
    await by('manager', put, entry)
    await by('manager', ...dismissing('hana', LOG1))
    await refused(() => by('manager', dismissing('hana', LOG1)[0]), 'isThere')
  })

  it('to stay after a removal that the log does not speak of', async () => {
    await by('manager', put, entry)
    await refused(() => by('manager', dismissing('hana', LOG1)[0]), 'hasEntry')
    await refused(
      () => by('manager', dismissing('hana', LOG1)[0], logging(LOG2, 'staff', 'hana', { byUid: 'manager' })),
      'isAboutRemoval',
    )
    await refused(() => by('manager', ...dismissing('hana', LOG2)), 'hasEntry')
  })

  it('to everybody without the right to manage, for themselves too', async () => {
    for (const uid of ['reviewer', 'mina']) {
      await refused(() => by(uid, ...appointing(uid, { canManage: true }, LOG1, uid)), 'holds', 'isSomebodyElse')
      await refused(() => by(uid, ...appointing('hana', {}, LOG1, uid)), 'holds')
      await refused(() => by(uid, ...dismissing('manager', '', uid)), 'holds')
    }
    await refused(() => commit(anyone(), [put, entry]), 'isSignedIn')
  })
})

describe('an entry about staff is refused', () => {
  const mine = { byUid: 'manager' }

  it('of a first record as of a change, and the other way round', async () => {
    const told = (step: 'add' | 'change' | 'remove', record = staffRecord()) =>
      logging(LOG1, 'staff', 'hana', { ...mine, reason: aboutStaff(step, record) })
    await refused(() => by('manager', put, told('change')), 'saysInLog')
    await refused(() => by('manager', put, told('remove')), 'saysInLog')
    await by('manager', put, told('add'))
    const [again, its] = appointing('hana', { follows: LOG1 }, LOG2)
    const { reason } = told('add').set
    await refused(() => by('manager', again, { ...its, set: { ...its.set, reason } }), 'saysInLog')
  })

  it('of other rights than those that are taken away', () =>
    refused(() => by('manager', ...dismissing('reviewer', '', 'manager', staffOf({ canReview: true }))), 'saysInLog'))

  it('of whatever a name is made of, in no other words', async () => {
    for (const [n, name] of ['가: canManage', '김, 부서: canReview canEdit', '줄\n바꿈'].entries()) {
      await by('manager', ...appointing(`p${n}`, { name, office: name }, `LogLogLogLogLogLog1${n}`))
    }
  })

  it('without what it speaks of', async () => {
    await refused(() => by('manager', entry), 'isAboutRemoval')
    await refused(() => by('manager', logging(LOG1, 'staff', 'reviewer', mine)), 'isNamedBy')
    await refused(() => by('manager', logging('reviewer~', 'staff', 'reviewer', mine)), 'isEntryId')
    await refused(() => by('manager', logging(LOG1, 'staff', '../x', mine)), 'isUid')
  })

  it('in another’s name, and by those who may not manage', async () => {
    await refused(() => by('manager', put, logging(LOG1, 'staff', 'hana', { byUid: 'other' })), 'isMe')
    await refused(() => by('reviewer', logging(LOG1, 'staff', 'hana')), 'holds')
  })

  it('of a removal under another name', async () => {
    const [removal] = dismissing('reviewer')
    await refused(() => by('manager', logging(LOG1, 'staff', 'reviewer', mine), removal), 'hasEntry')
  })

  it('to be changed or deleted', async () => {
    await by('manager', put, entry)
    await unheardOf(() => by('manager', { path: entry.path, update: { reason: '다른 까닭' } }))
    await unheardOf(() => by('manager', { path: entry.path, remove: true }))
  })
})
