import { collection, doc, getDoc, getDocs, limit, query } from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { admin, anyone, onEmulator, signedIn } from './helpers/emulator.ts'
import { seed, seedStaff } from './helpers/people.ts'
import { refused } from './helpers/verdicts.ts'
import { tallyPath } from './helpers/voices.ts'
import { commit } from './helpers/writes.ts'

onEmulator()

beforeEach(async () => {
  await seedStaff('manager', { canManage: true })
  await seedStaff('reviewer', { canReview: true })
  await seedStaff('inviter', { canInvite: true, canEdit: true })
  await seed(tallyPath(), { role: 'student', agree: 1, unsure: 0, disagree: 0 })
  await seed('ballotTallies/student-3', { role: 'student', voters: 1 })
})

const records = (uid: string, number = 500) => getDocs(query(collection(signedIn(uid), 'staff'), limit(number)))

describe('staff records', () => {
  it('are read by their owner', async () => {
    expect((await getDoc(doc(signedIn('reviewer'), 'staff/reviewer'))).get('canReview')).toBe(true)
  })

  it('are read and listed by managers and by reviewers, who work together', async () => {
    for (const uid of ['manager', 'reviewer']) {
      expect((await getDoc(doc(signedIn(uid), 'staff/inviter'))).exists()).toBe(true)
      expect((await records(uid)).size).toBe(3)
      await refused(() => records(uid, 501), 'listsAtMostFiveHundred')
    }
  })

  it('are read by nobody else', async () => {
    await refused(() => getDoc(doc(signedIn('inviter'), 'staff/manager')), 'isMe', 'holds')
    await refused(() => getDoc(doc(signedIn('mina'), 'staff/manager')), 'isMe', 'holds')
    await refused(() => getDoc(doc(anyone(), 'staff/manager')), 'isSignedIn')
    await refused(() => records('inviter'), 'holds')
    await refused(() => records('mina'), 'holds')
    await refused(() => getDocs(query(collection(anyone(), 'staff'), limit(1))), 'isSignedIn')
  })

  it('give no right by anything but true', async () => {
    for (const canManage of ['true', 1, null, { yes: true }]) {
      await seed('staff/manager', { canManage })
      await refused(() => records('manager'), 'holds')
    }
    await seed('staff/manager', { name: 'Kim' })
    await refused(() => records('manager'), 'holds')
  })

  it('take the right away at once when they are taken away', async () => {
    await records('manager')
    await commit(admin(), [{ path: 'staff/manager', remove: true }])
    await refused(() => records('manager'), 'holds')
  })

  it('give nothing that a token only claims', () =>
    refused(
      () => getDocs(query(collection(signedIn('mina', { canManage: true, admin: true }), 'staff'), limit(1))),
      'holds',
    ))
})

describe.each(['tasks/t1/revisions/1/stanceTallies', 'ballotTallies'])('%s', (path) => {
  const tallies = (uid: string) => getDocs(collection(signedIn(uid), path))

  it('are read by reviewers', async () => {
    expect((await tallies('reviewer')).size).toBe(1)
    expect((await getDoc(doc(signedIn('reviewer'), `${path}/student-3`))).exists()).toBe(true)
  })

  it('are not public', async () => {
    await refused(() => tallies('manager'), 'holds')
    await refused(() => tallies('mina'), 'holds')
    await refused(() => getDoc(doc(signedIn('mina'), `${path}/student-3`)), 'holds')
    await refused(() => getDoc(doc(anyone(), `${path}/student-3`)), 'isSignedIn')
    await refused(() => getDocs(collection(anyone(), path)), 'isSignedIn')
  })
})
