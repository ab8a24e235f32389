import { type DocumentData, deleteField, doc, getDoc, serverTimestamp, Timestamp } from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { noneByRole } from '#domain/roles.ts'
import { anyone, onEmulator, signedIn } from './helpers/emulator.ts'
import { seedParticipant } from './helpers/people.ts'
import { refused, unheardOf } from './helpers/verdicts.ts'
import { C1, C2, comment, commenting, commentPath, seedComment, seedTask } from './helpers/voices.ts'
import { commit } from './helpers/writes.ts'

onEmulator()

beforeEach(async () => {
  await seedTask()
  await seedParticipant('mina', { level: 'middle' })
})

const say = (changes: DocumentData = {}, id?: string) => commit(signedIn('mina'), commenting('mina', changes, id))
const [minutesAgo, inAMinute] = [Timestamp.fromMillis(Date.now() - 60_000), Timestamp.fromMillis(Date.now() + 60_000)]

describe('a new comment', () => {
  it('is accepted together with its author’s lastComment', async () => {
    await say()
    expect((await getDoc(doc(anyone(), commentPath(C1)))).get('text')).toBe('우리 학교에도 필요해요.')
    const author = await getDoc(doc(signedIn('mina'), 'participants/mina'))
    expect(author.get('lastComment.id')).toBe(C1)
  })

  const changes: [string, DocumentData, string][] = [
    ['somebody else’s uid', { authorId: 'jun' }, 'isMe'],
    ['no author', { authorId: null }, 'isMe'],
    ['another role', { role: 'teacher' }, 'describesMe'],
    ['no role', { role: null }, 'describesMe'],
    ['another district', { district: 'jung' }, 'describesMe'],
    ['no district though the author has one', { district: null }, 'describesMe'],
    ['another level', { level: 'high' }, 'isMyLevel'],
    ['an unknown level', { level: 'university' }, 'isMyLevel'],
    ['a list for the level', { level: ['middle'] }, 'isMyLevel'],
    ['the own level, which its author has not agreed to show', { level: 'middle' }, 'agreedToShowIt'],
    ['another verification', { verification: 'domain' }, 'describesMe'],
    ['an old revision', { revision: 0 }, 'isAboutNewestRevision'],
    ['a future revision', { revision: 2 }, 'isAboutNewestRevision'],
    ['a revision as a text', { revision: '1' }, 'isAboutNewestRevision'],
    ['a subtask that there is not', { subtaskId: 'third' }, 'isAboutSubtask'],
    ['a subtask without a name', { subtaskId: '' }, 'isAboutSubtask'],
    ['a number for the subtask', { subtaskId: 1 }, 'isAboutSubtask'],
    ['an unknown language', { lang: 'ja' }, 'isLang'],
    ['a list for the language', { lang: ['ko'] }, 'isLang'],
    ['a past time', { createdAt: minutesAgo }, 'isNow'],
    ['the year 1970', { createdAt: Timestamp.fromMillis(0) }, 'isNow'],
    ['a future time', { createdAt: inAMinute }, 'isNow'],
    ['a time as a number', { createdAt: Date.now() }, 'isNow'],
    ['an edit already', { editedAt: serverTimestamp() }, 'isUntouched'],
    ['a number of edits', { edits: 1 }, 'isZero'],
    ['a status that is not visible', { status: 'hidden' }, 'isUntouched'],
    ['an unknown status', { status: 'pinned' }, 'isUntouched'],
    ['a decision already', { decided: { reports: 9, edits: 8 } }, 'isUntouched'],
    ['a reason for hiding', { hiddenReason: 'spam' }, 'isUntouched'],
    ['a moderation', { moderations: 1 }, 'isZero'],
    ['a negative moderation', { moderations: -1 }, 'isZero'],
    ['a translation', { translation: '글' }, 'isUntouched'],
    ['an agreement of its own', { agree: { ...noneByRole(), student: 1 } }, 'isZero'],
    ['an agreement as a float', { agree: { ...noneByRole(), parent: 0.5 } }, 'isZero'],
    ['an agreement of an unknown group', { agree: { ...noneByRole(), press: 0 } }, 'hasExactly'],
    ['agreements without a group', { agree: { student: 0 } }, 'hasExactly'],
    ['a number for the agreements', { agree: 0 }, 'isZeroByRole'],
    ['a disagreement', { disagree: { ...noneByRole(), resident: 1 } }, 'isZero'],
    ['no disagreements', { disagree: null }, 'isZeroByRole'],
    ['a total', { agreeTotal: 1 }, 'isZero'],
    ['a negative total', { disagreeTotal: -1 }, 'isZero'],
    ['replies', { replyCount: 1 }, 'isZero'],
    ['reports', { reportCount: 1 }, 'isZero'],
    ['a text for the reports', { reportCount: '0' }, 'isZero'],
    ['an unknown field', { pinned: true }, 'hasExactly'],
  ]
  it.each(changes)('is refused with %s', (_, change, reason) => refused(() => say(change), reason))

  it.each(['agree', 'disagree'])('is refused with a reaction of any group: %s', async (side) => {
    for (const role of ['student', 'parent', 'teacher', 'staff', 'resident']) {
      await refused(() => say({ [side]: { ...noneByRole(), [role]: 1 } }), 'isZero')
    }
  })

  const without = (field: string) => {
    const [written, moved] = commenting('mina')
    if (!written || !('set' in written) || !moved) throw new Error('commenting changed')
    const { [field]: _, ...rest } = written.set
    return () => commit(signedIn('mina'), [{ ...written, set: rest }, moved])
  }
  it.each(Object.keys(comment('mina')).filter((field) => field !== 'decided' && field !== 'level'))(
    'is refused without the field %s',
    (field) => refused(without(field), 'hasExactly'),
  )

  it('comes from a page of before decisions said what they are made upon', () => without('decided')())
  it('comes from a page of before comments said the level', () => without('level')())

  it('says the level of an author who agreed to that, or none, and no other', async () => {
    await seedParticipant('mina', { level: 'middle', consentVersion: 3 })
    await refused(() => say({ level: 'high' }), 'isMyLevel')
    await say({ level: 'middle' })
    await seedParticipant('mina', { level: 'middle', consentVersion: 3 })
    await say({ level: null }, C2)
  })

  it('is refused to people who have not signed in or not joined', async () => {
    await refused(() => commit(anyone(), commenting('mina').slice(0, 1)), 'isSignedIn')
    await refused(() => commit(signedIn('jun'), commenting('jun').slice(0, 1)), 'isParticipant')
  })

  it('is refused in the name of a participant who is somebody else', async () => {
    await seedParticipant('jun')
    await refused(() => commit(signedIn('jun'), commenting('mina')), 'isMe')
  })

  it('may name no district if its author has none', async () => {
    await seedParticipant('mina', { district: null })
    await say({ district: null })
  })
})

describe('the task of a comment', () => {
  it('is open', async () => {
    await seedTask('t1', { status: 'closed' })
    await refused(() => say(), 'isOpen')
  })

  it('exists', () => refused(() => say({}, 't9-AaBbCcDdEeFfGgHhIi01'), 'isOpen'))

  it.each(['first', 'second'])('has the subtask %s', (subtaskId) => say({ subtaskId }))

  it('has up to ten subtasks that can be spoken of', async () => {
    const ids = Array.from({ length: 10 }, (_, i) => `s${i}`)
    for (const subtaskId of ids) {
      await seedTask('t1', { subtasks: ids.map((id) => ({ id })) })
      await seedParticipant('mina')
      await say({ subtaskId }, `t1-AaBbCcDdEeFfGgHhIi${subtaskId.replace('s', '0')}`)
    }
  })

  it('may have no subtasks', async () => {
    await seedTask('t1', { subtasks: [] })
    await refused(() => say({ subtaskId: 'first' }), 'isAboutSubtask')
    await say()
  })
})

describe('the id of a comment', () => {
  const underTask1 = (id: string) => {
    const [, moved] = commenting('mina', {}, id)
    if (!moved) throw new Error('commenting changed')
    return [{ path: `tasks/t1/comments/${id}`, set: comment('mina') }, moved]
  }

  const ids: [string, string][] = [
    ['too short', 't1-AaBbCcDdEeFfGgHhIi0'],
    ['too long', 't1-AaBbCcDdEeFfGgHhIi012'],
    ['with another sign', 't1-AaBbCcDdEeFfGgHhIi-1'],
    ['with Hangul', 't1-AaBbCcDdEeFfGgHhIi0가'],
    ['with a line break', 't1-AaBbCcDdEeFfGgHhIi01\n'],
  ]
  it.each(ids)('is refused %s', (_, id) => refused(() => commit(signedIn('mina'), underTask1(id)), 'isCommentId'))

  it.each(['AaBbCcDdEeFfGgHhIi01234', 't2-AaBbCcDdEeFfGgHhIi01', 't11-AaBbCcDdEeFfGgHhIi01'])(
    'begins with its task, not as in %s',
    (id) => refused(() => commit(signedIn('mina'), underTask1(id)), 'isIdInTask'),
  )

  it('is not used under two tasks in one batch', async () => {
    await seedTask('t2')
    const id = 't2-AaBbCcDdEeFfGgHhIi01'
    const [elsewhere] = underTask1(id)
    if (!elsewhere) throw new Error('commenting changed')
    await refused(() => commit(signedIn('mina'), [...commenting('mina', {}, id), elsewhere]), 'isIdInTask')
  })
})

describe('a comment that is there', () => {
  it('is not written anew by its author', async () => {
    await seedComment('mina')
    await refused(() => say({ text: '다른 글' }), 'changesOnly')
  })

  it.each([
    [{ hiddenReason: 'x' }, 'changesOnly'],
    [{ authorId: 'jun' }, 'changesOnly'],
    [{ subtaskId: 'first' }, 'changesOnly'],
    // These are a reviewer's.
    [{ moderations: 1 }, 'holds'],
    [{ translation: '글' }, 'holds'],
  ])('is not changed beside its words: %j', async (change, reason) => {
    await seedComment('mina')
    await refused(() => commit(signedIn('mina'), [{ path: commentPath(C1), update: change }]), reason)
  })

  it('is not written again as it is', async () => {
    await seedComment('mina')
    const update = { lang: 'ko' }
    await refused(() => commit(signedIn('mina'), [{ path: commentPath(C1), update }]), 'comesWithMyReport')
    await refused(() => commit(anyone(), [{ path: commentPath(C1), update }]), 'isSignedIn')
    await refused(() => commit(signedIn('jun'), [{ path: commentPath(C1), update }]), 'isParticipant')
  })

  it('loses no field', async () => {
    await seedComment('mina')
    const update = { translation: deleteField() }
    await refused(() => commit(signedIn('mina'), [{ path: commentPath(C1), update }]), 'hasExactly')
  })

  it('is not deleted, by its author or anybody', async () => {
    await seedComment('mina')
    await unheardOf(() => commit(signedIn('mina'), [{ path: commentPath(C1), remove: true }]))
    await unheardOf(() => commit(signedIn('jun'), [{ path: commentPath(C1), remove: true }]))
  })
})
