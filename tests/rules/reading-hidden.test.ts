import {
  average,
  collection,
  collectionGroup,
  doc,
  documentId,
  type Firestore,
  getAggregate,
  getCount,
  getDoc,
  getDocs,
  limit,
  or,
  orderBy,
  type Query,
  query,
  sum,
  where,
} from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { anyone, onEmulator, signedIn } from './helpers/emulator.ts'
import { seed, seedStaff } from './helpers/people.ts'
import { refused, unheardOf } from './helpers/verdicts.ts'
import { C1, C2, commentPath, seedComment, seedTask } from './helpers/voices.ts'

onEmulator()

const HIDDEN = commentPath(C2)
const hidden = where('status', '==', 'hidden')
const visible = where('status', '==', 'visible')

beforeEach(async () => {
  await seedTask()
  await seedComment('mina', { agreeTotal: 2 })
  await seedComment('mina', { status: 'hidden', agreeTotal: 40 }, C2)
  await seed(`${commentPath(C1)}/edits/1`, { text: '먼저' })
  await seed(`${HIDDEN}/edits/1`, { text: '먼저' })
  await seedStaff('reviewer', { canReview: true })
  await seedStaff('editor', { canEdit: true, canManage: true, canInvite: true })
})

const comments = (db: Firestore, path = 'tasks/t1/comments') => collection(db, path)
const edits = (db: Firestore, path: string) => query(collection(db, `${path}/edits`), limit(20))

// Why a comment is not shown: it is not visible, not one's own, and one is no reviewer.
const strangers: [string, () => Firestore, [string, ...string[]]][] = [
  ['somebody not signed in', anyone, ['isSignedIn', 'isPublic']],
  ['another participant', () => signedIn('jun'), ['isMe', 'holds', 'isPublic']],
  ['staff without the right to review', () => signedIn('editor'), ['isMe', 'holds', 'isPublic']],
]

describe('what is visible', () => {
  it('is read and listed by everybody, at most 20 at a time', async () => {
    expect((await getDoc(doc(anyone(), commentPath(C1)))).exists()).toBe(true)
    const page = query(
      comments(anyone()),
      where('parentId', '==', null),
      visible,
      orderBy('createdAt', 'desc'),
      limit(20),
    )
    expect((await getDocs(page)).docs.map(({ id }) => id)).toEqual([C1])
    expect((await getDocs(edits(anyone(), commentPath(C1)))).size).toBe(1)
    expect((await getCount(query(comments(anyone()), visible, limit(20)))).data().count).toBe(1)
  })

  it('is not listed without a limit or by more than 20', async () => {
    const visibleOnes = query(comments(anyone()), visible)
    const unlimited = ['listsAtMostTwenty', 'listsAtMostFiveHundred'] as const
    await refused(() => getDocs(visibleOnes), ...unlimited)
    await refused(() => getDocs(query(visibleOnes, limit(21))), 'listsAtMostTwenty', 'isSignedIn')
    await refused(() => getCount(visibleOnes), ...unlimited)
    await refused(() => getAggregate(visibleOnes, { total: sum('agreeTotal') }), ...unlimited)
    const all = collection(anyone(), `${commentPath(C1)}/edits`)
    await refused(() => getDocs(all), 'listsAtMostTwenty')
    await refused(() => getDocs(query(all, limit(21))), 'listsAtMostTwenty')
    await refused(() => getCount(all), 'listsAtMostTwenty')
  })
})

describe.each(strangers)('what is hidden, to %s', (_, person, reasons) => {
  const refuses = (ask: (db: Firestore) => Promise<unknown>) => refused(() => ask(person()), ...reasons)

  it('is not got', () => refuses((db) => getDoc(doc(db, HIDDEN))))
  it('is not got by its edits', () => refuses((db) => getDoc(doc(db, `${HIDDEN}/edits/1`))))
  it('is not got by an edit that there is not', () => refuses((db) => getDoc(doc(db, `${HIDDEN}/edits/2`))))
  it('is not listed by its edits', () => refuses((db) => getDocs(edits(db, HIDDEN))))
  it('is not counted by its edits', () => refuses((db) => getCount(edits(db, HIDDEN))))

  const queries: [string, (all: Query) => Query][] = [
    ['all', (all) => all],
    ['the hidden ones', (all) => query(all, hidden)],
    ['those of a person', (all) => query(all, where('authorId', '==', 'mina'))],
    ['those with a text', (all) => query(all, where('text', '>=', '우리'), where('text', '<', '우릭'))],
    ['those by agreement', (all) => query(all, orderBy('agreeTotal', 'desc'))],
    ['those by id', (all) => query(all, where('__name__', '==', C2))],
  ]
  it.each(queries)('is not listed, counted or summed among %s', async (_, choose) => {
    const chosen = (db: Firestore) => query(choose(comments(db)), limit(20))
    await refuses((db) => getDocs(chosen(db)))
    await refuses((db) => getCount(chosen(db)))
    await refuses((db) => getAggregate(chosen(db), { total: sum('agreeTotal'), mean: average('agreeTotal') }))
  })

  it('is not listed with the visible ones', async () => {
    await refuses((db) => getDocs(query(comments(db), where('status', 'in', ['visible', 'hidden']), limit(20))))
    await refuses((db) => getDocs(query(comments(db), or(visible, where('lang', '==', 'ko')), limit(20))))
  })

  it('is not found by a query over all tasks', async () => {
    const comments = collectionGroup(person(), 'comments')
    const reasons: [string, ...string[]] = person === anyone ? ['isSignedIn'] : ['isMe', 'holds']
    await refused(() => getDocs(query(comments, visible, limit(20))), ...reasons)
    await refused(() => getCount(query(comments, hidden, limit(20))), ...reasons)
    for (const name of ['edits', 'stances']) {
      await unheardOf(() => getDocs(query(collectionGroup(person(), name), visible, limit(20))))
      await unheardOf(() => getCount(query(collectionGroup(person(), name), limit(20))))
    }
  })

  it('is left out of counts and sums of the visible ones', async () => {
    const answer = await getAggregate(query(comments(person()), visible, limit(20)), { total: sum('agreeTotal') })
    expect(answer.data().total).toBe(2)
  })
})

describe('what is hidden, or of an unknown status,', () => {
  it.each(['hidden', 'unknown'])('is read by its author and by reviewers: %s', async (status) => {
    await seedComment('mina', { status }, C2)
    for (const uid of ['mina', 'reviewer']) {
      const db = signedIn(uid)
      expect((await getDoc(doc(db, HIDDEN))).exists()).toBe(true)
      expect((await getDoc(doc(db, `${HIDDEN}/edits/1`))).exists()).toBe(true)
      expect((await getDocs(edits(db, HIDDEN))).size).toBe(1)
    }
    await refused(() => getDoc(doc(anyone(), HIDDEN)), 'isSignedIn', 'isPublic')
  })

  it('is listed by its author, at most 20 at a time, and by reviewers, at most 500', async () => {
    const own = query(comments(signedIn('mina')), where('authorId', '==', 'mina'))
    expect((await getDocs(query(own, limit(20)))).size).toBe(2)
    await refused(() => getDocs(query(own, limit(21))), 'listsAtMostTwenty', 'holds')
    for (const all of [comments(signedIn('reviewer')), collectionGroup(signedIn('reviewer'), 'comments')]) {
      expect((await getDocs(query(all, limit(20)))).size).toBe(2)
      expect((await getDocs(query(all, limit(500)))).size).toBe(2)
      await refused(() => getDocs(query(all, limit(501))), 'listsAtMostTwenty', 'listsAtMostFiveHundred')
    }
  })

  it('is read again by reviewers with others, as many as one question may name', async () => {
    const others = Array.from({ length: 28 }, (_, number) => `t1-${String(number).padStart(20, '0')}`)
    for (const ids of [
      [C1, C2],
      [C1, C2, ...others],
    ]) {
      const named = query(comments(signedIn('reviewer')), where(documentId(), 'in', ids), limit(ids.length))
      expect((await getDocs(named)).size).toBe(2)
    }
  })
})

describe('a comment that there is not', () => {
  const nowhere = commentPath('t1-AaBbCcDdEeFfGgHhIi99')

  it('is looked for by people who are signed in, not by others', async () => {
    expect((await getDoc(doc(signedIn('jun'), nowhere))).exists()).toBe(false)
    await refused(() => getDoc(doc(anyone(), nowhere)), 'isSignedIn')
  })

  it('has no edits', async () => {
    await refused(() => getDoc(doc(signedIn('jun'), `${nowhere}/edits/1`)), 'mayReadEdits')
    await refused(() => getDocs(edits(signedIn('jun'), nowhere)), 'mayReadEdits')
  })
})
