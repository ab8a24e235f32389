import {
  collection,
  type DocumentData,
  doc,
  type Firestore,
  getCount,
  getDoc,
  getDocs,
  limit,
  query,
  Timestamp,
} from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { MAX_NOTE_LENGTH, MAX_THEME_LENGTH, REVIEW_STATES } from '#domain/review.ts'
import { admin, anyone, onEmulator, signedIn } from './helpers/emulator.ts'
import { accepts } from './helpers/outcomes.ts'
import { seed, seedParticipant } from './helpers/people.ts'
import { by, LOG1, LOG2, logging, namingTheme, review, reviewing, seedReviewers, THEME } from './helpers/reviewing.ts'
import { refused, unheardOf } from './helpers/verdicts.ts'
import { C1, C2, seedComment, seedTask } from './helpers/voices.ts'
import { commit } from './helpers/writes.ts'

onEmulator()

beforeEach(async () => {
  await seedTask()
  await seedParticipant('mina')
  await seedReviewers()
  await seedComment('mina')
})

const PATH = `reviews/${C1}`
const stored = async (path = PATH) => (await getDoc(doc(admin(), path))).data()
const write = (changes: DocumentData = {}) => by('reviewer', reviewing(changes))
const themes = (number: number) => Array.from({ length: number }, (_, i) => `ThemeThemeThemeThe0${i}`)

describe('a review', () => {
  it.each(REVIEW_STATES)('says how far somebody has come: %s', async (state) => {
    await write({ state, themes: themes(5), note: '', assignee: null })
    expect(await stored()).toMatchObject({ state, version: 1 })
  })

  it('is of what is hidden and withdrawn as well', async () => {
    for (const status of ['hidden', 'withdrawn']) await seedComment('mina', { status }, status === 'hidden' ? C1 : C2)
    await by('reviewer', reviewing(), reviewing({}, C2))
  })

  it('is changed by a colleague who has seen the newest version', async () => {
    await write()
    await by('colleague', reviewing({ version: 2, byUid: 'colleague', state: 'done' }))
    expect(await stored()).toMatchObject({ version: 2, byUid: 'colleague' })
  })

  it('is written for ten comments in a batch', async () => {
    const ids = Array.from({ length: 10 }, (_, i) => `t1-AaBbCcDdEeFfGgHhIi1${i}`)
    for (const id of ids) await seedComment('mina', {}, id)
    const full = { themes: themes(5), note: '가'.repeat(MAX_NOTE_LENGTH) }
    await by('reviewer', ...ids.map((id) => reviewing(full, id)))
    await by('reviewer', ...ids.map((id) => reviewing({ ...full, version: 2 }, id)))
  })

  it('is overwritten by one of two who write at once, whatever they write', async () => {
    await write()
    const two = ['reviewer', 'colleague'].map((byUid) =>
      accepts(signedIn(byUid), [reviewing({ version: 2, byUid, note: byUid })]),
    )
    expect((await Promise.all(two)).filter(Boolean)).toHaveLength(1)
    expect(await stored()).toMatchObject({ version: 2 })
  })
})

describe('a review is refused', () => {
  const changes: [string, DocumentData, string][] = [
    ['another task', { taskId: 't2' }, 'isCommentInTask'],
    ['an unknown state', { state: 'burnt' }, 'isReview'],
    ['six themes', { themes: themes(6) }, 'areThemes'],
    ['a theme twice', { themes: [THEME, THEME] }, 'areThemes'],
    ['no list of themes', { themes: THEME }, 'areThemes'],
    ['a theme that is none', { themes: ['도서관'] }, 'isThemeId'],
    ['a fifth theme that is none', { themes: [...themes(4), 5] }, 'isThemeId'],
    ['a note too long', { note: '가'.repeat(MAX_NOTE_LENGTH + 1) }, 'isAtMost'],
    ['a blank note', { note: ' ' }, 'showsSomething'],
    ['no note', { note: null }, 'isFitTextOf'],
    ['an assignee who is none', { assignee: 'kim@sen.go.kr' }, 'isUid'],
    ['a version to come', { version: 2 }, 'isFirstVersion'],
    ['a version as a fraction', { version: 1.0001 }, 'isCount'],
    ['somebody else', { byUid: 'colleague' }, 'isMe'],
    ['a past time', { at: Timestamp.fromMillis(0) }, 'isNow'],
    ['an unknown field', { stars: 5 }, 'hasExactly'],
  ]
  it.each(changes)('with %s', (_, change, reason) => refused(() => write(change), reason))

  it('of what is no comment, or not there', async () => {
    await refused(() => by('reviewer', reviewing({}, C2)), 'isThere')
    await refused(() => by('reviewer', reviewing({}, 'mina')), 'isCommentId')
  })

  it('upon an older version, or another task', async () => {
    await seed(PATH, review({ version: 3 }))
    for (const version of [1, 2, 3, 5]) await refused(() => write({ version }), 'isNextVersion')
    await refused(() => write({ version: 4, taskId: 't2' }), 'staysInItsTask')
    await unheardOf(() => by('reviewer', { path: PATH, remove: true }))
  })
})

describe('a theme', () => {
  it('is named and renamed, each time under an entry in the log', async () => {
    await by('reviewer', ...namingTheme())
    await refused(() => by('reviewer', namingTheme({ ko: '책', en: 'Books' })[0]), 'isNow')
    await by('reviewer', ...namingTheme({ ko: '책'.repeat(MAX_THEME_LENGTH), en: 'Books' }, LOG2))
    expect(await stored(`auditLog/${LOG2}`)).toMatchObject({ action: 'theme', target: THEME })
  })

  const [put, entry] = namingTheme()

  it('of which the log says something else', () =>
    refused(() => by('reviewer', put, { ...entry, set: { ...entry.set, reason: '도서관' } }), 'saysInLog'))
  const changes: [string, DocumentData, string][] = [
    ['one language', { label: { ko: '도서관' } }, 'hasExactly'],
    ['a blank name', { label: { ko: '도서관', en: ' ' } }, 'showsSomething'],
    ['a name too long', { label: { ko: '책'.repeat(MAX_THEME_LENGTH + 1), en: 'Books' } }, 'isAtMost'],
    ['an unknown field', { colour: 'red' }, 'hasExactly'],
    ['no entry', { logEntry: null }, 'isEntryId'],
  ]
  it.each(changes)('is refused with %s', (_, change, reason) =>
    refused(() => by('reviewer', { path: put.path, set: { ...put.set, ...change } }, entry), reason),
  )

  it('is refused under another id, without its entry, and an entry without it', async () => {
    await refused(() => by('reviewer', { ...put, path: 'themes/library' }, entry), 'isThemeId')
    await refused(() => by('reviewer', put), 'hasEntry')
    await refused(() => by('reviewer', entry), 'isNamedBy')
    await refused(() => by('reviewer', logging(LOG1, 'theme', 'library'), put), 'isThemeId')
    await refused(() => by('editor', logging(LOG1, 'theme', THEME, { byUid: 'editor' })), 'holds')
    await by('reviewer', ...namingTheme())
    await unheardOf(() => by('reviewer', { path: put.path, remove: true }))
  })
})

describe.each([
  ['reviews', PATH, reviewing()],
  ['themes', `themes/${THEME}`, namingTheme()[0]],
] as const)('%s', (name, path, put) => {
  beforeEach(() => seed(path, put.set))
  const list = (db: Firestore, number: number) => query(collection(db, name), limit(number))

  it('are read and listed by reviewers, at most 500 at a time', async () => {
    const db = signedIn('reviewer')
    expect((await getDoc(doc(db, path))).exists()).toBe(true)
    expect((await getDocs(list(db, 500))).size).toBe(1)
    await refused(() => getDocs(list(db, 501)), 'listsAtMostFiveHundred')
    await refused(() => getCount(collection(db, name)), 'listsAtMostFiveHundred')
  })

  it.each(['mina', 'editor'])('are not read or written by %s', async (uid) => {
    await refused(() => getDoc(doc(signedIn(uid), path)), 'holds')
    await refused(() => getDocs(list(signedIn(uid), 1)), 'holds')
    await refused(() => by(uid, put), 'holds')
    await refused(() => commit(anyone(), [put]), 'isSignedIn')
    await refused(() => getDocs(list(anyone(), 1)), 'isSignedIn')
  })
})
