import {
  collection,
  collectionGroup,
  type DocumentData,
  deleteField,
  doc,
  documentId,
  getCount,
  getDoc,
  getDocs,
  limit,
  query,
  serverTimestamp,
  Timestamp,
  where,
} from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { ANSWER_STATUSES } from '#domain/official-answer.ts'
import { admin, anyone, onEmulator, signedIn } from './helpers/emulator.ts'
import { seed, seedParticipant } from './helpers/people.ts'
import {
  answer,
  answering,
  answeringAnew,
  by,
  LOG1,
  LOG2,
  logEntry,
  logging,
  seedReviewers,
} from './helpers/reviewing.ts'
import { alreadyThere, refused, unheardOf } from './helpers/verdicts.ts'
import { C1, C2, editing, seedComment, seedTask } from './helpers/voices.ts'
import { commit } from './helpers/writes.ts'

onEmulator()

beforeEach(async () => {
  await seedTask()
  await seedParticipant('mina')
  await seedReviewers()
  await seedComment('mina')
  await seedComment('mina', {}, C2)
})

const stored = async (path: string) => (await getDoc(doc(admin(), path))).data()
const [put, entry] = answering()

describe('official answers', () => {
  beforeEach(() => seed(`responses/${C1}`, answer({ at: Timestamp.fromMillis(0) })))

  it('are read by anybody, one or those to a page of comments', async () => {
    const db = anyone()
    expect((await getDoc(doc(db, `responses/${C1}`))).get('status')).toBe('adopted')
    expect((await getDoc(doc(db, `responses/${C2}`))).exists()).toBe(false)
    const toThese = where(documentId(), 'in', [C1, C2])
    expect((await getDocs(query(collection(db, 'responses'), toThese, limit(20)))).size).toBe(1)
  })

  it('are listed by 20 at most, and by 500 for reviewers', async () => {
    const all = collection(anyone(), 'responses')
    const unlimited = ['listsAtMostTwenty', 'listsAtMostFiveHundred'] as const
    await refused(() => getDocs(all), ...unlimited)
    await refused(() => getDocs(query(all, limit(21))), 'listsAtMostTwenty', 'isSignedIn')
    await refused(() => getCount(all), ...unlimited)
    const reviewers = collection(signedIn('reviewer'), 'responses')
    expect((await getDocs(query(reviewers, limit(500)))).size).toBe(1)
    await refused(() => getDocs(query(reviewers, limit(501))), ...unlimited)
    await refused(
      () => getDocs(query(collection(signedIn('mina'), 'responses'), limit(21))),
      'listsAtMostTwenty',
      'holds',
    )
    await unheardOf(() => getDocs(query(collectionGroup(anyone(), 'responses'), limit(1))))
  })
})

describe('a reviewer', () => {
  it.each(ANSWER_STATUSES)('answers a comment: %s. Who it was stands in the log alone', async (status) => {
    await by('reviewer', ...answering({ status }))
    expect((await getDoc(doc(anyone(), `responses/${C1}`))).data()).not.toHaveProperty('byUid')
    expect(await stored(`auditLog/${LOG1}`)).toMatchObject({ action: 'answer', target: C1, byUid: 'reviewer' })
  })

  it('answers anew, on a closed task as well, under another entry', async () => {
    await seedTask('t1', { status: 'closed' })
    await by('reviewer', ...answering({ status: 'considering' }))
    await refused(() => by('reviewer', { path: put.path, update: { status: 'declined' } }), 'isNow')
    const [again] = answeringAnew({ status: 'declined' })
    const told = logging(LOG2, 'answer', C1, { byUid: 'colleague', reason: 'declined' })
    await by('colleague', again, told)
    expect(await stored(put.path)).toMatchObject({ status: 'declined' })
  })

  it('answers the words that are there: when they change, the answer stays one to those before', async () => {
    await by('reviewer', ...answering())
    await by('mina', ...editing())
    expect((await stored(put.path))?.edits).toBe(0)
    await refused(() => by('reviewer', ...answeringAnew()), 'answersTheseWords')
    await by('reviewer', ...answeringAnew({ edits: 1 }))
  })

  it('cannot make an answer look older or newer than it is, or as if it had never been changed', async () => {
    const past = Timestamp.fromMillis(0)
    await refused(() => by('reviewer', ...answering({ firstAt: past })), 'keepsFirstTime')
    await by('reviewer', ...answering())
    const first = (await stored(put.path))?.firstAt
    for (const firstAt of [serverTimestamp(), past, null, deleteField()])
      await refused(() => by('reviewer', ...answeringAnew({ firstAt })), 'keepsFirstTime')
    await by('reviewer', ...answeringAnew())
    expect(await stored(put.path)).toMatchObject({ firstAt: first, at: expect.not.objectContaining(first) })
  })

  it('cannot say when an answer of before answers said so was given', async () => {
    const { firstAt: _, ...before } = answer({ at: Timestamp.fromMillis(0) })
    await seed(put.path, before)
    await refused(() => by('reviewer', ...answeringAnew({ firstAt: serverTimestamp() })), 'keepsFirstTime')
    await by('reviewer', ...answeringAnew())
  })

  it('answers four comments in a batch, at whatever length', async () => {
    const ids = ['3', '4', '5', '6'].map((n) => `t1-AaBbCcDdEeFfGgHhIi0${n}`)
    for (const id of ids) await seedComment('mina', {}, id)
    const message = { ko: '가'.repeat(2000), en: 'a'.repeat(2000) }
    await by('reviewer', ...ids.flatMap((id, i) => [...answering({ message }, id, `LogLogLogLogLogLog1${i}`)]))
  })
})

describe('an answer is refused', () => {
  const changes: [string, DocumentData, string][] = [
    ['another task', { taskId: 't2' }, 'isCommentInTask'],
    ['no task', { taskId: null }, 'isCommentInTask'],
    ['other words', { edits: 1 }, 'answersTheseWords'],
    ['a number of changes that is none', { edits: '0' }, 'isCount'],
    ['an unknown status', { status: 'ignored' }, 'isAnswerStatus'],
    ['no status', { status: null }, 'isAnswerStatus'],
    ['one language', { message: { ko: '반영했습니다.' } }, 'hasExactly'],
    ['another language', { message: { ko: '가', en: 'a', ja: 'a' } }, 'hasExactly'],
    ['no message', { message: '반영했습니다.' }, 'isFitInBoth'],
    ['a blank message', { message: { ko: ' ', en: 'a' } }, 'showsSomething'],
    ['a message that is blank in English', { message: { ko: '가', en: '\n' } }, 'showsSomething'],
    ['a message too long', { message: { ko: '가', en: 'a'.repeat(2001) } }, 'isAtMost'],
    ['a number for a message', { message: { ko: 1, en: 'a' } }, 'isFitTextOf'],
    ['a blank office', { office: { ko: '', en: 'Office' } }, 'showsSomething'],
    ['an office too long', { office: { ko: '가'.repeat(101), en: 'Office' } }, 'isAtMost'],
    ['a past time', { at: Timestamp.fromMillis(0) }, 'isNow'],
    ['no time', { at: null }, 'isNow'],
    ['no first time', { firstAt: null }, 'keepsFirstTime'],
    ['its author', { byUid: 'reviewer' }, 'hasExactly'],
    ['another status than the log', { status: 'declined' }, 'saysInLog'],
    ['no entry', { logEntry: null }, 'isNamedBy'],
    ['another entry', { logEntry: LOG2 }, 'isNamedBy'],
  ]
  it.each(changes)('with %s', (_, change, reason) =>
    refused(() => by('reviewer', { path: put.path, set: { ...put.set, ...change } }, entry), reason),
  )

  it.each(Object.keys(answer()).filter((field) => !['logEntry', 'firstAt'].includes(field)))(
    'without the field %s',
    (field) => {
      const { [field]: _, ...set } = put.set
      return refused(() => by('reviewer', { path: put.path, set }, entry), 'hasExactly')
    },
  )

  it('to what is hidden, withdrawn or not there', async () => {
    for (const status of ['hidden', 'withdrawn']) {
      await seedComment('mina', { status })
      await refused(() => by('reviewer', ...answering()), 'isVisible')
    }
    await refused(() => by('reviewer', ...answering({}, C1.replace('01', '03'))), 'isThere')
    await refused(() => by('reviewer', { path: 'responses/mina', set: answer() }, entry), 'isCommentId')
  })

  it('but not when it is put right after its comment was hidden or withdrawn', async () => {
    await by('reviewer', ...answering())
    for (const [status, id] of [
      ['hidden', LOG2],
      ['withdrawn', 'LogLogLogLogLogLog03'],
    ] as const) {
      await seedComment('mina', { status })
      await by('reviewer', ...answeringAnew({ message: { ko: '고친 답변', en: 'Put right' } }, C1, id))
    }
    expect((await stored(`responses/${C1}`))?.message.en).toBe('Put right')
  })

  it('without its entry, or by an old one, and an entry without its answer', async () => {
    await refused(() => by('reviewer', put), 'hasEntry')
    await seed(`auditLog/${LOG2}`, logEntry('answer', C1, { at: Timestamp.fromMillis(Date.now() - 60_000) }))
    await refused(() => by('reviewer', { path: put.path, set: answer({ logEntry: LOG2 }) }), 'isNow')
    await refused(() => by('reviewer', entry), 'isNamedBy')
    await refused(() => by('reviewer', logging(LOG1, 'answer', C2), put), 'isNamedBy')
    await refused(() => by('reviewer', logging('short', 'answer', C1), put), 'isEntryId')
    await refused(() => by('reviewer', logging(LOG1, 'answer', 'mina'), put), 'isCommentId')
  })

  it('in another’s name, and by an entry about another comment', async () => {
    await refused(() => by('reviewer', put, logging(LOG1, 'answer', C1, { byUid: 'colleague' })), 'isMe')
    await refused(() => by('reviewer', put, logging(LOG1, 'answer', C2)), 'isNamedBy')
    await refused(() => by('reviewer', ...answering(), { path: `responses/${C2}`, set: answer() }), 'isEntry')
  })

  const people: [string, string][] = [
    ['a participant, under their own comment too', 'mina'],
    ['staff without the right to review', 'editor'],
  ]
  it.each(people)('from %s', async (_, uid) => {
    await refused(() => by(uid, put, logging(LOG1, 'answer', C1, { byUid: uid })), 'holds')
    await refused(() => by(uid, logging(LOG1, 'answer', C1, { byUid: uid })), 'holds')
    await refused(() => commit(anyone(), [put]), 'isSignedIn')
  })

  it('a change or an end, once it stands in the log', async () => {
    await by('reviewer', ...answering())
    await unheardOf(() => by('reviewer', { path: put.path, remove: true }))
    await alreadyThere(() => by('reviewer', entry))
    for (const uid of ['reviewer', 'editor']) {
      await unheardOf(() => by(uid, { path: entry.path, update: { reason: '다른 까닭' } }))
      await unheardOf(() => by(uid, { path: entry.path, remove: true }))
    }
  })
})
