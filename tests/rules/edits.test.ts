import { type DocumentData, deleteField, doc, getDoc, serverTimestamp, Timestamp } from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { MAX_EDITS } from '#domain/comment.ts'
import { anyone, onEmulator, signedIn } from './helpers/emulator.ts'
import { seed, seedParticipant, seedStaff } from './helpers/people.ts'
import { double, integer, plus, restCommit, restWrite } from './helpers/rest.ts'
import { alreadyThere, refused, unheardOf } from './helpers/verdicts.ts'
import { C1, C2, commentPath, editing, seedComment, seedTask } from './helpers/voices.ts'
import { commit, type Write } from './helpers/writes.ts'

onEmulator()

const PATH = commentPath(C1)
const edit = (changes: DocumentData = {}, kept: DocumentData = {}, n = 1, uid = 'mina') =>
  commit(signedIn(uid), editing(changes, kept, n))
const [edited, kept] = editing() as [Write, Write]

beforeEach(async () => {
  await seedTask()
  await seedParticipant('mina')
  await seedComment('mina')
})

describe('an edit', () => {
  it('keeps the former text where everybody can read it', async () => {
    await edit()
    const snapshot = await getDoc(doc(anyone(), PATH))
    expect([snapshot.get('text'), snapshot.get('edits')]).toEqual(['고친 글', 1])
    expect((await getDoc(doc(anyone(), `${PATH}/edits/1`))).get('text')).toBe('우리 학교에도 필요해요.')
  })

  it('follows an edit, and may change the language', async () => {
    await edit()
    await edit({ text: 'Our school needs it too.', lang: 'en' }, { text: '고친 글' }, 2)
    expect((await getDoc(doc(anyone(), `${PATH}/edits/2`))).get('text')).toBe('고친 글')
  })

  it('may correct the language alone, of a translated comment too', async () => {
    const text = '우리 학교에도 필요해요.'
    await edit({ text, lang: 'en' })
    expect((await getDoc(doc(anyone(), PATH))).get('lang')).toBe('en')
    await seedComment('mina', { edits: 1, translation: { text: 'Our school needs it too.', by: 'machine' } })
    await refused(() => edit({ text, lang: 'en' }, {}, 2), 'leavesNoTranslation')
    await edit({ text, lang: 'en', translation: null }, {}, 2)
    await seedParticipant('jun')
    await refused(() => edit({ text, lang: 'ko' }, {}, 3, 'jun'), 'isMe')
    await refused(() => commit(signedIn('mina'), [{ path: PATH, update: { lang: 'ko' } }]), 'isNow')
  })

  it('takes the translation of the former text away', async () => {
    await seedComment('mina', { translation: { text: 'Our school needs it too.', by: 'machine' } })
    await refused(() => edit(), 'leavesNoTranslation')
    await edit({ translation: null })
    expect((await getDoc(doc(anyone(), PATH))).get('translation')).toBeNull()
  })

  it('is possible eight times and no more', async () => {
    await seedComment('mina', { edits: MAX_EDITS - 1 })
    await edit({ edits: MAX_EDITS }, {}, MAX_EDITS)
    const again = () => edit({ edits: MAX_EDITS + 1, text: '또 고친 글' }, { text: '고친 글' }, MAX_EDITS + 1)
    await refused(again, 'isAmongEightEdits')
  })

  it('is refused to everybody but the author', async () => {
    await seedParticipant('jun')
    await seedParticipant('reviewer')
    await seedStaff('reviewer', { canReview: true, canEdit: true, canManage: true })
    await refused(() => edit({}, {}, 1, 'jun'), 'isMe')
    await refused(() => edit({}, {}, 1, 'reviewer'), 'isMe')
    await refused(() => commit(anyone(), editing()), 'isSignedIn')
  })

  it.each(['hidden', 'withdrawn'])('is refused when the comment is %s', async (status) => {
    await seedComment('mina', { status })
    await refused(() => edit(), 'isVisible')
  })

  it('is refused when the task is closed or gone', async () => {
    await seedTask('t1', { status: 'closed' })
    await refused(() => edit(), 'isOpen')
  })

  const changes: [string, DocumentData, string][] = [
    ['the same text', { text: '우리 학교에도 필요해요.' }, 'changesOnly'],
    ['an unknown language', { lang: 'ja' }, 'isLang'],
    ['no language', { lang: null }, 'isLang'],
    ['another author', { authorId: 'jun' }, 'changesOnly'],
    ['another role', { role: 'teacher' }, 'changesOnly'],
    ['a level', { level: 'high' }, 'changesOnly'],
    ['another district', { district: null }, 'changesOnly'],
    ['another verification', { verification: 'domain' }, 'changesOnly'],
    ['another time of birth', { createdAt: serverTimestamp() }, 'changesOnly'],
    ['another subtask', { subtaskId: 'first' }, 'changesOnly'],
    ['another revision', { revision: 2 }, 'changesOnly'],
    ['another status', { status: 'hidden' }, 'changesOnly'],
    ['agreement', { agreeTotal: 1 }, 'changesOnly'],
    ['an unknown field', { pinned: true }, 'hasExactly'],
    ['a field less', { translation: deleteField() }, 'hasExactly'],
    ['no text', { text: deleteField() }, 'hasExactly'],
    ['no language at all', { lang: deleteField() }, 'hasExactly'],
    ['no time at all', { editedAt: deleteField() }, 'hasExactly'],
    ['no number of edits', { edits: deleteField() }, 'hasExactly'],
    ['a translation of its own', { translation: { text: 'We need it.', by: 'staff' } }, 'leavesNoTranslation'],
    ['a past time', { editedAt: Timestamp.fromMillis(0) }, 'isNow'],
    ['a future time', { editedAt: Timestamp.fromMillis(Date.now() + 60_000) }, 'isNow'],
    ['no time', { editedAt: null }, 'isNow'],
  ]
  it.each(changes)('is refused with %s', (_, change, reason) => refused(() => edit(change), reason))

  it.each([0, 2])('is refused when the number of edits becomes %s', (edits) =>
    refused(() => edit({ edits }), 'isCountedAsEdit'),
  )

  it.each([-1, 1.5, '1', null])('is refused when the number of edits is no count: %s', (edits) =>
    refused(() => edit({ edits }), 'isCount'),
  )
})

describe('the former text', () => {
  it('is kept in the same batch', () => refused(() => commit(signedIn('mina'), [edited]), 'keepsFormerText'))

  it('is not kept without an edit', () => refused(() => commit(signedIn('mina'), [kept]), 'comesWithEdit'))

  const changes: [string, DocumentData, string][] = [
    ['another text', { text: '다른 글' }, 'isTextBefore'],
    ['the new text', { text: '고친 글' }, 'isTextBefore'],
    ['no text', { text: null }, 'isTextBefore'],
    ['a past time', { at: Timestamp.fromMillis(0) }, 'isNow'],
    ['more', { by: 'mina' }, 'hasExactly'],
  ]
  it.each(changes)('is not kept with %s', (_, change, reason) => refused(() => edit({}, change), reason))

  it.each(['0', '2', '01', 'x'])('is not kept under the number %s', async (n) => {
    const elsewhere = { ...kept, path: `${PATH}/edits/${n}` }
    await refused(() => commit(signedIn('mina'), [edited, elsewhere]), 'keepsFormerText')
    await refused(() => commit(signedIn('mina'), [edited, kept, elsewhere]), 'isEditOfMyComment')
  })

  it('is not kept for a comment that there is not', () =>
    refused(() => commit(signedIn('mina'), [{ ...kept, path: `${commentPath(C2)}/edits/1` }]), 'isEditOfMyComment'))

  it('is never changed, nor deleted while its comment stands', async () => {
    await edit()
    const path = `${PATH}/edits/1`
    for (const uid of ['mina', 'jun']) {
      await unheardOf(() => commit(signedIn(uid), [{ path, update: { text: '' } }]))
    }
    await refused(() => commit(signedIn('mina'), [{ path, remove: true }]), 'isWithdrawnByMe')
    await refused(() => commit(signedIn('jun'), [{ path, remove: true }]), 'isMe')
    await alreadyThere(() => commit(signedIn('mina'), [kept]))
  })

  it('is not overwritten by a later edit', async () => {
    await seed(PATH, { ...(await getDoc(doc(anyone(), PATH))).data(), edits: 0 })
    await seed(`${PATH}/edits/1`, { text: '옛 글', at: Timestamp.fromMillis(0) })
    await alreadyThere(() => edit())
    await refused(() => commit(signedIn('mina'), [edited]), 'isNow')
  })

  it('of an edit is not lost by a second edit in the same batch', async () => {
    const second = editing({ text: '다시 고친 글' }, { text: '고친 글' }, 2)
    await refused(() => commit(signedIn('mina'), [edited, kept, ...second]), 'isCountedAsEdit')
  })
})

describe('an edit over the REST interface', () => {
  const fields = ['agree.parent', 'disagree.staff', 'agreeTotal', 'disagreeTotal', 'replyCount', 'reportCount']
  it.each([...fields, 'moderations', 'revision'])('brings no float 0.0 for %s, which no difference shows', (field) => {
    const now = (fieldPath: string) => ({ fieldPath, setToServerValue: 'REQUEST_TIME' })
    const moves = [now('editedAt'), plus('edits', integer(1)), plus(field, double(0))]
    const words = restWrite(PATH, { text: '고친 글' }, moves, ['text'])
    const former = restWrite(`${PATH}/edits/1`, { text: '우리 학교에도 필요해요.' }, [now('at')])
    return refused(() => restCommit('mina', words, former), 'isCount')
  })
})
