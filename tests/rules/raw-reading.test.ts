import { FirebaseError } from 'firebase/app'
import {
  collection,
  type DocumentChange,
  doc,
  type FirestoreError,
  limit,
  onSnapshot,
  query,
  where,
} from 'firebase/firestore'
import { beforeEach, describe, expect, it } from 'vitest'
import { listener, onEmulator } from './helpers/emulator.ts'
import { seed, seedParticipant } from './helpers/people.ts'
import { DOCUMENTS, rest, restAggregate, restQuery } from './helpers/rest.ts'
import { refused } from './helpers/verdicts.ts'
import { C1, C2, commentPath, seedComment, seedTask, stance, stancePath } from './helpers/voices.ts'

onEmulator()

beforeEach(async () => {
  await seedTask()
  await seedParticipant('mina')
  await seedComment('mina')
  await seedComment('mina', { status: 'hidden', text: '가려진 글' }, C2)
  await seed(`${commentPath(C2)}/edits/1`, { text: '가려진 글' })
  await seed(stancePath('mina'), { ...stance('agree') })
})

const NOT_SHOWN = ['isMe', 'holds', 'isPublic'] as const
const hidden = { fieldFilter: { field: { fieldPath: 'status' }, op: 'EQUAL', value: { stringValue: 'hidden' } } }
const comments = { from: [{ collectionId: 'comments' }], limit: 20 }

describe('reading over the REST interface', () => {
  it('shows what is visible', async () => {
    const answer = await rest(null, 'GET', `/${commentPath(C1)}`)
    expect(JSON.stringify(answer)).toContain('우리 학교')
  })

  it('lists from the start, and skips nothing that would be paid for', async () => {
    const visible = { fieldFilter: { field: { fieldPath: 'status' }, op: 'EQUAL', value: { stringValue: 'visible' } } }
    await restQuery(null, '/tasks/t1', { ...comments, where: visible })
    await refused(() => restQuery(null, '/tasks/t1', { ...comments, where: visible, offset: 1 }), 'skipsNothing')
    await refused(() => restQuery('jun', '/tasks/t1', { ...comments, where: visible, offset: 100_000 }), 'skipsNothing')
  })

  it('does not get a hidden comment, not even a field of it', () =>
    refused(() => rest('jun', 'GET', `/${commentPath(C2)}?mask.fieldPaths=text`), ...NOT_SHOWN))

  it('does not get it among several documents', () => {
    const documents = [C1, C2].map((id) => `${DOCUMENTS}/${commentPath(id)}`)
    return refused(() => rest('jun', 'POST', ':batchGet', { documents }), ...NOT_SHOWN)
  })

  it('does not get it in a transaction', () =>
    refused(
      () =>
        rest('jun', 'POST', ':batchGet', {
          documents: [`${DOCUMENTS}/${commentPath(C2)}`],
          newTransaction: { readOnly: {} },
        }),
      ...NOT_SHOWN,
    ))

  it('does not list it by pages', () =>
    refused(() => rest('jun', 'GET', '/tasks/t1/comments?pageSize=20'), ...NOT_SHOWN))

  it('does not list more by a page of 300', () =>
    refused(() => rest('jun', 'GET', '/tasks/t1/comments?pageSize=300'), 'listsAtMostTwenty', 'holds'))

  it('does not list it by a query for a single field', () =>
    refused(
      () => restQuery('jun', '/tasks/t1', { ...comments, where: hidden, select: { fields: [{ fieldPath: 'text' }] } }),
      ...NOT_SHOWN,
    ))

  it('does not list it behind an offset', () =>
    refused(() => restQuery('jun', '/tasks/t1', { ...comments, offset: 1 }), 'skipsNothing'))

  it('does not count or sum it', async () => {
    const sums = [{ count: {} }, { count: { upTo: '1' } }, { sum: { field: { fieldPath: 'agreeTotal' } } }]
    for (const what of sums) {
      await refused(() => restAggregate('jun', '/tasks/t1', { ...comments, where: hidden }, what), ...NOT_SHOWN)
    }
    const unlimited = { from: comments.from, where: hidden }
    const reasons = ['listsAtMostTwenty', 'listsAtMostFiveHundred'] as const
    await refused(() => restAggregate('jun', '/tasks/t1', unlimited, { count: { upTo: '1' } }), ...reasons)
  })

  it('does not count people by their private stances', async () => {
    const stances = { from: [{ collectionId: 'stances' }], limit: 1 }
    const ask = restAggregate('mina', '/tasks/t1/revisions/1', stances, { count: {} })
    await expect(ask).rejects.toThrow('No matching allow statements')
  })

  it.each(['/tasks/t1/comments?showMissing=true&pageSize=20', '/participants?showMissing=true'])(
    'does not list what is missing: %s',
    async (path) => {
      const ask = rest('jun', 'GET', path)
      await expect(ask).rejects.toThrow(FirebaseError)
      await expect(ask).rejects.toThrow('require admin')
    },
  )

  it.each([':listCollectionIds', '/participants/mina:listCollectionIds'])('does not list collections: %s', (path) =>
    expect(rest('mina', 'POST', path, {})).rejects.toThrow('require admin'),
  )
})

describe('listening with the full SDK', () => {
  it('hears of visible comments and of their being hidden, never of what they say then', async () => {
    const heard: DocumentChange[] = []
    const visible = query(collection(listener('jun'), 'tasks/t1/comments'), where('status', '==', 'visible'), limit(20))
    const stop = onSnapshot(visible, (snapshot) => heard.push(...snapshot.docChanges()))
    await expect.poll(() => heard.length, { timeout: 10_000 }).toBe(1)
    await seedComment('mina', { status: 'hidden', text: '나중에 가린 글' })
    await expect.poll(() => heard.at(-1)?.type, { timeout: 10_000 }).toBe('removed')
    stop()
    expect(JSON.stringify(heard.map((change) => change.doc.data()))).not.toMatch(/가려진|나중에/)
  })

  it('is cut off when the comment it listens to is hidden', async () => {
    const errors: FirestoreError[] = []
    const texts: unknown[] = []
    const one = doc(listener('jun'), commentPath(C1))
    onSnapshot(
      one,
      (snapshot) => texts.push(snapshot.get('text')),
      (error) => errors.push(error),
    )
    await expect.poll(() => texts.length, { timeout: 10_000 }).toBe(1)
    await seedComment('mina', { status: 'hidden', text: '나중에 가린 글' })
    await expect.poll(() => errors.map(({ code }) => code), { timeout: 10_000 }).toEqual(['permission-denied'])
    expect(texts).toEqual(['우리 학교에도 필요해요.'])
  })
})
