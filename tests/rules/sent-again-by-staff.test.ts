import { collection, doc, getDoc, getDocs } from 'firebase/firestore/lite'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answerComments } from '#data/answers.ts'
import { toDataError } from '#data/errors.ts'
import { hideComments, restoreComments } from '#data/moderation.ts'
import { setOpening } from '#data/plan-publishing.ts'
import { addStaff, changeStaff, removeStaff } from '#data/staff-list.ts'
import { addTheme, renameTheme } from '#data/themes.ts'
import { writeTranslation } from '#data/translations.ts'
import { fakeStorage, forbiddenStorage } from '../helpers/fake-storage.ts'
import { sampleTask } from '../helpers/samples.ts'
import { admin, onEmulator, signedIn } from './helpers/emulator.ts'
import { seed, seedParticipant, seedStaff, staffOf } from './helpers/people.ts'
import { turning } from './helpers/planning.ts'
import { answer, by, LOG1, LOG2, logging, namingTheme, THEME, translation } from './helpers/reviewing.ts'
import { C1, C2, commentPath, seedComment } from './helpers/voices.ts'
import { commit } from './helpers/writes.ts'

// The app's own code against the rules: as somebody of the office, who sends again because no answer came.
const here = vi.hoisted(() => ({ db: undefined as unknown }))
vi.mock('#data/firestore.ts', () => ({
  get db() {
    return here.db
  },
}))
vi.mock('#data/session.ts', () => ({ currentUser: async () => ({ uid: 'mina', email: 'mina@example.com' }) }))

onEmulator()

const { id, ...task } = sampleTask({ id: 't1', revision: 1 })

beforeEach(async () => {
  vi.stubGlobal('localStorage', fakeStorage())
  await seed(`tasks/${id}`, task)
  here.db = signedIn('mina')
})
afterEach(() => void vi.unstubAllGlobals())

const twice = (act: () => Promise<unknown>) => Promise.all([act(), act()])
const stored = async (path: string) => (await getDoc(doc(admin(), path))).data()
const logged = async () => (await getDocs(collection(admin(), 'auditLog'))).docs.map((entry) => entry.get('reason'))

/** What is written arrives, and its answer does not. */
const withoutAnswer = async (act: () => Promise<unknown>) => {
  const send = globalThis.fetch
  vi.stubGlobal('fetch', async (...request: Parameters<typeof fetch>) => {
    const answer = await send(...request)
    // What is read comes back.
    if (String(request[0]).includes(':commit')) throw new TypeError('the line is cut')
    return answer
  })
  const failed = await act().catch(toDataError)
  vi.stubGlobal('fetch', send)
  expect(failed).toMatchObject({ kind: 'offline' })
}

const C3 = 't1-AaBbCcDdEeFfGgHhIi03'
const LIBRARIES = { ko: '도서관', en: 'Libraries' }
const ANSWER = {
  status: 'adopted',
  message: { ko: '반영했습니다.', en: 'We have adopted this.' },
  office: { ko: '정책기획과', en: 'Policy planning' },
} as const
const HANA = { ...staffOf({ canReview: true }), uid: 'hana', logEntry: LOG1 }

const words = { id: C1, taskId: 't1', lang: 'ko', edits: 0 } as const
const seen = { ...words, moderations: 0, reportCount: 0 }

/** One of many things, as if it were the only one. */
const alone = async (act: ReturnType<typeof hideComments>) => {
  const [failed] = (await act).failed
  if (failed) throw failed.error
}

const ACTS: [string, () => Promise<unknown>][] = [
  ['hiding', () => alone(hideComments([seen], 'abuse'))],
  ['restoring', () => alone(restoreComments([{ ...seen, id: C2, moderations: 1 }], '문제가 없음'))],
  ['an answer', () => alone(answerComments([words], ANSWER, new Set()))],
  ['another answer', () => alone(answerComments([{ ...words, id: C3 }], ANSWER, new Set([C3])))],
  ['a translation', () => writeTranslation(words, 'Our school needs it too.')],
  ['a new theme', () => addTheme(LIBRARIES)],
  ['another name of a theme', () => renameTheme(THEME, LIBRARIES)],
  ['a staff record', () => addStaff({ ...HANA, uid: 'dul', logEntry: null })],
  ['another staff record', () => changeStaff({ ...HANA, office: '총무과' })],
  ['a staff record taken away', () => removeStaff(HANA)],
  ['a closing', () => setOpening(id, { status: 'closed', turnsAt: null }, 'mina', '설문이 끝났습니다')],
]

const renamedByJun = () => {
  const [theme, entry] = namingTheme({ ko: '책방', en: 'Bookshops' }, LOG2)
  return by('jun', theme, { ...entry, set: { ...entry.set, byUid: 'jun' } })
}

describe('what staff do is done and logged once:', () => {
  beforeEach(async () => {
    await seedStaff('mina', { canReview: true, canEdit: true, canManage: true })
    await seedParticipant('jun')
    await seedComment('jun')
    await seedComment('jun', { status: 'hidden', hiddenReason: 'abuse', moderations: 1 }, C2)
    await seedComment('jun', {}, C3)
    await seed(`responses/${C3}`, answer({ status: 'considering' }))
    await seed(`themes/${THEME}`, { label: { ko: '책', en: 'Books' }, logEntry: LOG1 })
    const { uid, ...hana } = HANA
    await seed(`staff/${uid}`, { ...hana, follows: null })
  })

  it.each(ACTS)('%s, sent again because no answer came', async (_, act) => {
    await withoutAnswer(act)
    await act()
    expect(await logged()).toHaveLength(1)
  })

  it.each(ACTS)('%s, sent twice at the same time', async (_, act) => {
    await twice(act)
    expect(await logged()).toHaveLength(1)
  })

  it('a new theme, where the device keeps nothing', async () => {
    vi.stubGlobal('localStorage', forbiddenStorage())
    await withoutAnswer(() => addTheme(LIBRARIES))
    await addTheme(LIBRARIES)
    expect(await logged()).toHaveLength(1)
  })

  it('a new theme, sent again in another tab, and then in the first one, too', async () => {
    await withoutAnswer(() => addTheme(LIBRARIES))
    vi.resetModules()
    const inAnotherTab = await import('#data/themes.ts')
    await inAnotherTab.addTheme(LIBRARIES)
    await addTheme(LIBRARIES)
    expect(await logged()).toHaveLength(1)
  })

  it('a theme is one theme, and one of another name another', async () => {
    await withoutAnswer(() => addTheme(LIBRARIES))
    const cafeteria = await addTheme({ ko: '급식', en: 'School lunch' })
    const libraries = await addTheme(LIBRARIES)
    const { docs } = await getDocs(collection(admin(), 'themes'))
    expect(docs.map((theme) => theme.id).toSorted()).toEqual([THEME, cafeteria.id, libraries.id].toSorted())
  })

  it('what never arrived and is refused on the way is nobody’s conflict, and is done by another press', async () => {
    const send = globalThis.fetch
    const commitsMeet = (what: () => Response) =>
      vi.stubGlobal('fetch', async (...request: Parameters<typeof fetch>) =>
        String(request[0]).includes(':commit') ? what() : await send(...request),
      )
    commitsMeet(() => {
      throw new TypeError('no line')
    })
    await expect(renameTheme(THEME, LIBRARIES)).rejects.toMatchObject({ kind: 'offline' })
    const error = { code: 403, status: 'PERMISSION_DENIED', message: 'by a gateway' }
    commitsMeet(() => Response.json({ error }, { status: 403 }))
    await expect(renameTheme(THEME, LIBRARIES)).rejects.toMatchObject({ kind: 'refused' })
    vi.stubGlobal('fetch', send)
    await renameTheme(THEME, LIBRARIES)
    expect(await logged()).toEqual(['도서관 / Libraries'])
  })

  it.each<[string, () => Promise<unknown>, () => Promise<void>]>([
    ['another name of a theme', () => renameTheme(THEME, LIBRARIES), renamedByJun],
    [
      'a translation',
      () => writeTranslation(words, 'Our school needs it too.'),
      () =>
        by(
          'jun',
          { path: commentPath(C1), update: { translation: translation({ logEntry: LOG2 }) } },
          logging(LOG2, 'translate', C1, { reason: 'ko → en', byUid: 'jun' }),
        ),
    ],
  ])('%s that a colleague has written over since is not done over theirs unasked', async (_, act, over) => {
    await seedStaff('jun', { canReview: true })
    await withoutAnswer(act)
    await over()
    await expect(act()).rejects.toMatchObject({ kind: 'conflict' })
    expect(await logged()).toHaveLength(2)
    await act()
    expect(await logged()).toHaveLength(3)
  })
})

describe('closing a task', () => {
  const close = (reason: string) => setOpening(id, { status: 'closed', turnsAt: null }, 'mina', reason)
  beforeEach(() => seedStaff('mina', { canEdit: true }))

  it('the same again after an answer is another closing', async () => {
    await close('점검합니다')
    await close('점검합니다')
    expect(await logged()).toHaveLength(2)
  })

  it('a closing whose answer was lost, and that somebody else has taken back since, is not done over them unasked', async () => {
    await withoutAnswer(() => close('점검합니다'))
    await seedStaff('jun', { canEdit: true })
    // On a device of their own.
    await commit(signedIn('jun'), turning('jun', { status: 'open', turnsAt: null }))
    await expect(close('점검합니다')).rejects.toMatchObject({ kind: 'conflict' })
    expect(await stored(`tasks/${id}`)).toMatchObject({ status: 'open' })
    await close('점검합니다')
    expect(await logged()).toHaveLength(3)
  })

  it('a closing that its own editor has taken back since is done again', async () => {
    await withoutAnswer(() => close('점검합니다'))
    await setOpening(id, { status: 'open', turnsAt: null }, 'mina', '다시 받습니다')
    await close('점검합니다')
    expect(await logged()).toHaveLength(3)
  })

  it('a closing that is not theirs to do is refused', async () => {
    await seedStaff('mina', { canReview: true })
    await expect(close('점검합니다')).rejects.toMatchObject({ kind: 'refused' })
    expect(await logged()).toEqual([])
  })
})
