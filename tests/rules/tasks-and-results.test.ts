import {
  collection,
  collectionGroup,
  doc,
  type Firestore,
  getCount,
  getDoc,
  getDocs,
  limit,
  orderBy,
  query,
  startAfter,
} from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { anyone, onEmulator, signedIn } from './helpers/emulator.ts'
import { seed, seedParticipant, seedStaff } from './helpers/people.ts'
import { refused, unheardOf } from './helpers/verdicts.ts'
import { seedTask } from './helpers/voices.ts'
import { commit } from './helpers/writes.ts'

onEmulator()

beforeEach(async () => {
  await seedTask()
  await seed('tasks/t1/revisions/1', { revision: 1 })
  await seed('results/current', { tasks: {} })
  await seedParticipant('mina')
  await seedStaff('editor', { canReview: true, canEdit: true, canInvite: true, canManage: true })
})

describe('reading the plan and its results', () => {
  it('needs no account', async () => {
    const db = anyone()
    expect((await getDoc(doc(db, 'tasks/t1'))).exists()).toBe(true)
    expect((await getDocs(collection(db, 'tasks'))).size).toBe(1)
    expect((await getDoc(doc(db, 'tasks/t1/revisions/1'))).exists()).toBe(true)
    const newestFirst = query(collection(db, 'tasks/t1/revisions'), orderBy('revision', 'desc'), limit(10))
    expect((await getDocs(newestFirst)).size).toBe(1)
    expect((await getDocs(query(newestFirst, startAfter(1)))).size).toBe(0)
    expect((await getDoc(doc(db, 'results/current'))).exists()).toBe(true)
    expect((await getDocs(query(collection(db, 'results'), limit(20)))).size).toBe(1)
  })

  it.each(['results', 'tasks/t1/revisions'])('lists no more than 20 of %s', async (path) => {
    const all = collection(anyone(), path)
    expect((await getDocs(query(all, limit(20)))).size).toBe(1)
    await refused(() => getDocs(query(all, limit(21))), 'listsAtMostTwenty')
    await refused(() => getDocs(all), 'listsAtMostTwenty')
    await refused(() => getCount(all), 'listsAtMostTwenty')
  })

  it('does not look for revisions over all tasks', async () => {
    await unheardOf(() => getDocs(query(collectionGroup(anyone(), 'revisions'), limit(1))))
  })
})

describe('the plan', () => {
  const people: [string, () => Firestore][] = [
    ['somebody who is not signed in', anyone],
    ['a participant', () => signedIn('mina')],
    ['staff with every right', () => signedIn('editor')],
  ]

  it.each(people)('is deleted by nobody, such as %s', async (_, person) => {
    for (const path of ['tasks/t1', 'tasks/t7', 'tasks/t1/revisions/1', 'tasks/t1/revisions/2']) {
      await unheardOf(() => commit(person(), [{ path, remove: true }]))
    }
  })
})

describe('what nobody knows', () => {
  const paths = ['unknown/x', 'participants/mina/notes/x', 'tasks/t1/unknown/x']
  it.each(paths)('%s is not written', async (path) => {
    for (const uid of ['mina', 'editor']) {
      await unheardOf(() => commit(signedIn(uid), [{ path, set: { value: 1 } }]))
      await unheardOf(() => commit(signedIn(uid), [{ path, remove: true }]))
    }
  })

  it.each(['unknown', 'identities', 'participants'])('%s is not listed', async (path) => {
    const some = query(collection(signedIn('editor'), path), limit(1))
    await unheardOf(() => getDocs(some))
  })

  it('unknown/x is not read', () => unheardOf(() => getDoc(doc(signedIn('editor'), 'unknown/x'))))
})

describe('one’s own ballot and reactions', () => {
  it.each(['ballots/mina', 'tasks/t1/comments/c/reactions/mina'])('%s is read by its owner alone', async (path) => {
    expect((await getDoc(doc(signedIn('mina'), path))).exists()).toBe(false)
    await refused(() => getDoc(doc(signedIn('jun'), path)), 'isMe')
    await refused(() => getDoc(doc(signedIn('editor'), path)), 'isMe')
    await refused(() => getDoc(doc(anyone(), path)), 'isSignedIn')
  })
})
