import {
  collectionGroup,
  documentId,
  type Firestore,
  getCount,
  getDocs,
  limit,
  orderBy,
  type Query,
  query,
  where,
} from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { anyone, onEmulator, signedIn } from './helpers/emulator.ts'
import { seed, seedStaff } from './helpers/people.ts'
import { restQuery } from './helpers/rest.ts'
import { reaction, reactionPath } from './helpers/talk.ts'
import { refused } from './helpers/verdicts.ts'
import { C1, C2, commentPath, seedComment, seedTask } from './helpers/voices.ts'
import { commit } from './helpers/writes.ts'

onEmulator()

const ON_T2 = C2.replace('t1', 't2')

beforeEach(async () => {
  await seedTask()
  await seedTask('t2')
  await seedComment('mina')
  await seedComment('mina', { status: 'hidden', text: '내 가려진 글' }, ON_T2)
  await seedComment('jun', { status: 'hidden', text: '남의 가려진 글' }, C2)
  await seed(reactionPath('mina', C2), reaction('mina', 'agree', { commentId: C2 }))
  await seed(reactionPath('jun', C1), reaction('jun', 'disagree'))
  await seedStaff('reviewer', { canReview: true })
})

const group = (db: Firestore, name: string) => collectionGroup(db, name)
const of = (uid: string, all: Query) => query(all, where('authorId', '==', uid))

describe('one’s own comments over all tasks', () => {
  const own = (uid: string) =>
    query(
      of(uid, group(signedIn(uid), 'comments')),
      orderBy('createdAt', 'desc'),
      orderBy(documentId(), 'desc'),
      limit(20),
    )

  it('are listed and counted, also those that are hidden', async () => {
    const { docs } = await getDocs(own('mina'))
    expect(docs.map((each) => each.ref.path).toSorted()).toEqual([commentPath(C1), commentPath(ON_T2)])
    expect((await getCount(own('mina'))).data().count).toBe(2)
  })
})

describe('one’s own reactions', () => {
  it('are listed, newest first', async () => {
    const own = query(of('mina', group(signedIn('mina'), 'reactions')), orderBy('at', 'desc'), limit(20))
    expect((await getDocs(own)).docs.map((each) => each.get('value'))).toEqual(['agree'])
  })

  it('are found among the comments of a page, without a read for those that are not there', async () => {
    const page = query(
      of('mina', group(signedIn('mina'), 'reactions')),
      where('commentId', 'in', [C1, C2, ON_T2]),
      limit(20),
    )
    expect((await getDocs(page)).docs.map((each) => each.ref.path)).toEqual([reactionPath('mina', C2)])
  })
})

// All comments are read by reviewers, and nobody's reactions by anybody else.
const others: [string, [string, ...string[]]][] = [
  ['comments', ['isMe', 'holds']],
  ['reactions', ['isMe']],
]
describe.each(others)('those of others over all tasks: %s', (name, reasons) => {
  const asks: [string, (all: Query) => Query][] = [
    ['all', (all) => all],
    ['somebody’s', (all) => of('jun', all)],
    ['one’s own and somebody’s', (all) => query(all, where('authorId', 'in', ['mina', 'jun']))],
    ['those of a comment', (all) => query(all, where('commentId', '==', C1))],
  ]
  it.each(asks)('are not listed or counted: %s', async (_, ask) => {
    const some = query(ask(group(signedIn('mina'), name)), limit(20))
    await refused(() => getDocs(some), ...reasons)
    await refused(() => getCount(some), ...reasons)
    await refused(() => getDocs(query(ask(group(anyone(), name)), limit(1))), 'isSignedIn')
    const asReviewer = () => getDocs(query(ask(group(signedIn('reviewer'), name)), limit(1)))
    if (name === 'reactions') await refused(asReviewer, 'isMe')
  })

  it('are not listed among one’s own, without a limit or behind an offset', async () => {
    const own = of('mina', group(signedIn('mina'), name))
    const [, ...rest] = reasons
    const unlimited = rest.map(() => 'listsAtMostFiveHundred')
    await refused(() => getDocs(own), 'listsAtMostTwenty', ...unlimited)
    await refused(() => getDocs(query(own, limit(21))), 'listsAtMostTwenty', ...rest)
    await refused(() => getCount(own), 'listsAtMostTwenty', ...unlimited)
    const value = { stringValue: 'mina' }
    const mine = { fieldFilter: { field: { fieldPath: 'authorId' }, op: 'EQUAL', value } }
    const all = { from: [{ collectionId: name, allDescendants: true }], limit: 20 }
    await restQuery('mina', '', { ...all, where: mine })
    await refused(() => restQuery('mina', '', { ...all, where: mine, offset: 1 }), 'skipsNothing')
    await refused(() => restQuery('mina', '', all), ...reasons)
  })
})

it('nothing is written by way of all tasks', async () => {
  const path = 'elsewhere/x/comments/y'
  await refused(() => commit(signedIn('mina'), [{ path: commentPath(C1), update: { agreeTotal: 1 } }]), 'isParticipant')
  await expect(commit(signedIn('mina'), [{ path, set: { authorId: 'mina' } }])).rejects.toThrow('No matching allow')
})
