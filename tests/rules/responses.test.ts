import {
  collection,
  collectionGroup,
  doc,
  documentId,
  type Firestore,
  getCount,
  getDoc,
  getDocs,
  limit,
  query,
  where,
} from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { anyone, onEmulator, signedIn } from './helpers/emulator.ts'
import { seed, seedParticipant, seedStaff } from './helpers/people.ts'
import { refused, unheardOf } from './helpers/verdicts.ts'
import { C1, C2, seedComment, seedTask } from './helpers/voices.ts'
import { commit } from './helpers/writes.ts'

onEmulator()

const response = {
  taskId: 't1',
  status: 'adopted',
  message: { ko: '반영했습니다.', en: 'We have adopted this.' },
  office: { ko: '정책기획과', en: 'Policy planning' },
  byUid: 'reviewer',
}

beforeEach(async () => {
  await seedTask()
  await seedParticipant('mina')
  await seedStaff('reviewer', { canReview: true })
  await seedComment('mina')
  await seed(`responses/${C1}`, response)
})

describe('official answers', () => {
  it('are read by anybody, one or those to a page of comments', async () => {
    const db = anyone()
    expect((await getDoc(doc(db, `responses/${C1}`))).get('status')).toBe('adopted')
    expect((await getDoc(doc(db, `responses/${C2}`))).exists()).toBe(false)
    const toThese = where(documentId(), 'in', [C1, C2])
    expect((await getDocs(query(collection(db, 'responses'), toThese, limit(20)))).size).toBe(1)
  })

  it('are listed by 20 at most, and counted no further', async () => {
    const all = collection(anyone(), 'responses')
    await refused(() => getDocs(all), 'listsAtMostTwenty')
    await refused(() => getDocs(query(all, limit(21))), 'listsAtMostTwenty')
    await refused(() => getCount(all), 'listsAtMostTwenty')
    await unheardOf(() => getDocs(query(collectionGroup(anyone(), 'responses'), limit(1))))
  })

  const people: [string, () => Firestore][] = [
    ['somebody who is not signed in', anyone],
    ['a participant, under their own comment too', () => signedIn('mina')],
    ['a reviewer, before there are rules for it', () => signedIn('reviewer')],
  ]
  it.each(people)('are not written by %s', async (_, person) => {
    await unheardOf(() => commit(person(), [{ path: `responses/${C2}`, set: response }]))
    await unheardOf(() => commit(person(), [{ path: `responses/${C1}`, update: { status: 'declined' } }]))
    await unheardOf(() => commit(person(), [{ path: `responses/${C1}`, remove: true }]))
  })
})
