import { type DocumentData, doc, getDoc, serverTimestamp } from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { MAX_TRANSLATION_LENGTH } from '#domain/review.ts'
import { anyone, onEmulator } from './helpers/emulator.ts'
import { seedParticipant } from './helpers/people.ts'
import { by, LOG1, LOG2, logging, seedReviewers, translating, translation } from './helpers/reviewing.ts'
import { refused } from './helpers/verdicts.ts'
import { C1, C2, commentPath, editing, seedComment, seedTask } from './helpers/voices.ts'
import { commit } from './helpers/writes.ts'

onEmulator()

const PATH = commentPath(C1)

beforeEach(async () => {
  await seedTask()
  await seedParticipant('mina')
  await seedReviewers()
  await seedComment('mina')
})

const translate = (changes: DocumentData = {}) => by('reviewer', ...translating(changes))
const [put, entry] = translating()
const logAgain = logging(LOG2, 'translate', C1, { reason: 'ko → en' })

describe('a translation by staff', () => {
  it('stands beside the words, and gives way to a better one', async () => {
    await translate()
    const better = translation({ text: 'We need one too.', logEntry: LOG2 })
    await by('reviewer', { path: PATH, update: { translation: better } }, logAgain)
    const read = await getDoc(doc(anyone(), PATH))
    expect(read.data()).toMatchObject({ text: '우리 학교에도 필요해요.', translation: better })
  })

  it('is possible of what is hidden, on a closed task and in place of a machine’s', async () => {
    await seedTask('t1', { status: 'closed' })
    await seedComment('mina', { status: 'hidden', translation: { text: 'x', by: 'machine' } })
    await translate()
  })

  it('may be long, as English is', async () => {
    await translate({ text: 'a'.repeat(MAX_TRANSLATION_LENGTH) })
    const longer = translation({ text: 'a'.repeat(MAX_TRANSLATION_LENGTH + 1), logEntry: LOG2 })
    const write = { path: PATH, update: { translation: longer } }
    await refused(() => by('reviewer', write, logAgain), 'isAtMost')
  })

  it('goes when its author writes something else', async () => {
    await translate()
    await refused(() => by('mina', ...editing()), 'leavesNoTranslation')
    await by('mina', ...editing({ translation: null }))
  })

  it('is of the words that are there when it comes', async () => {
    await by('mina', ...editing())
    await refused(() => translate(), 'isOfTheseWords')
    await translate({ edits: 1 })
  })

  it('is from English too, and the log says so', async () => {
    await seedComment('mina', { lang: 'en' })
    await refused(() => translate(), 'saysInLog')
    await by('reviewer', put, logging(LOG1, 'translate', C1, { reason: 'en → ko' }))
  })
})

describe('a translation is refused', () => {
  const changes: [string, DocumentData, string][] = [
    ['a text that shows nothing', { text: '\u3164' }, 'showsSomething'],
    ['control characters', { text: 'a\u0007' }, 'hasNoControl'],
    ['letters turned around', { text: 'a\u202Eb' }, 'hasNoBidiControl'],
    ['no text', { text: null }, 'isFitTextOf'],
    ['a machine as its author', { by: 'machine' }, 'isTranslation'],
    ['an unknown field', { lang: 'en' }, 'hasExactly'],
    ['other words', { edits: 1 }, 'isOfTheseWords'],
    ['a number of changes that is none', { edits: null }, 'isCount'],
    ['no entry', { logEntry: null }, 'isEntryId'],
    ['another entry', { logEntry: LOG2 }, 'hasEntry'],
  ]
  it.each(changes)('with %s', (_, change, reason) => refused(() => translate(change), reason))

  it('that is none', async () => {
    for (const translation of [null, 'a text', ['a text']]) {
      await seedComment('mina', { translation: { text: 'x', by: 'machine' } })
      await refused(() => by('reviewer', { path: PATH, update: { translation } }, entry), 'isTranslation')
    }
  })

  it('beside any other change', async () => {
    const also = (update: DocumentData) => by('reviewer', { path: PATH, update: { ...put.update, ...update } }, entry)
    await refused(() => also({ editedAt: serverTimestamp() }), 'changesOnly')
    for (const words of [{ lang: 'en' }, { text: '고친 글' }]) await refused(() => also(words), 'isMe')
  })

  it('to everybody but reviewers', async () => {
    for (const uid of ['mina', 'editor']) await refused(() => by(uid, put), 'holds')
    await refused(() => commit(anyone(), [put]), 'isSignedIn')
  })

  it('of words that are withdrawn', async () => {
    await seedComment('mina', { status: 'withdrawn', text: '' })
    await refused(() => translate(), 'hasWords')
  })

  it('of which the log says something else', () =>
    refused(() => by('reviewer', put, logging(LOG1, 'translate', C1, { reason: '한국어를 영어로' })), 'saysInLog'))

  it('without its entry, and by an entry that has served', async () => {
    await refused(() => by('reviewer', put), 'hasEntry')
    await translate()
    const again = { path: PATH, update: { translation: translation({ text: 'Another.' }) } }
    await refused(() => by('reviewer', again), 'isNow')
  })

  it('to an entry alone, or about another comment', async () => {
    await refused(() => by('reviewer', entry), 'isOfTranslation')
    await seedComment('mina', {}, C2)
    await refused(() => by('reviewer', logging(LOG1, 'translate', C2), put), 'isEntry')
    await refused(() => by('reviewer', logging(LOG1, 'translate', 'mina')), 'isCommentId')
    await refused(() => by('reviewer', logging(LOG1, 'translate', C1.replace('01', '03'))), 'isAboutTranslation')
    await refused(() => by('editor', logging(LOG1, 'translate', C1, { byUid: 'editor' })), 'holds')
  })
})
