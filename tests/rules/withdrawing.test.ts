import {
  collection,
  type DocumentData,
  deleteField,
  doc,
  getDoc,
  getDocs,
  limit,
  query,
  where,
} from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { MAX_EDITS } from '#domain/comment.ts'
import { noneByRole } from '#domain/roles.ts'
import { admin, anyone, onEmulator, signedIn } from './helpers/emulator.ts'
import { seed, seedParticipant, seedStaff } from './helpers/people.ts'
import { REPLY, reacting, replying, reporting, withdrawing } from './helpers/talk.ts'
import { refused } from './helpers/verdicts.ts'
import { C1, commenting, commentPath, editing, seedComment, seedTask } from './helpers/voices.ts'
import { commit, type Write } from './helpers/writes.ts'

onEmulator()

const PATH = commentPath(C1)
const withdraw = (changes: DocumentData = {}) => commit(signedIn('mina'), withdrawing(0, changes))
const write = (...writes: Write[]) => commit(signedIn('mina'), writes)
const stored = async () => (await getDoc(doc(admin(), PATH))).data()

async function seedEdited(edits: number): Promise<void> {
  await seedComment('mina', { edits })
  for (let n = 1; n <= edits; n += 1) await seed(`${PATH}/edits/${n}`, { text: `옛 글 ${n}` })
}

beforeEach(async () => {
  await seedTask()
  await seedParticipant('mina')
  await seedParticipant('jun')
  await seedComment('mina')
})

describe('a withdrawal', () => {
  it('takes the words and their translation away and leaves the counts', async () => {
    const agree = { ...noneByRole(), parent: 4 }
    await seedComment('mina', { agree, agreeTotal: 4, replyCount: 2, reportCount: 1, translation: 'We need it.' })
    const before = await stored()
    await withdraw()
    expect(await stored()).toEqual({ ...before, status: 'withdrawn', text: '', translation: null })
  })

  it('leaves a place in its thread that everybody can get and list', async () => {
    await withdraw()
    expect((await getDoc(doc(anyone(), PATH))).get('status')).toBe('withdrawn')
    const comments = collection(anyone(), 'tasks/t1/comments')
    const thread = query(comments, where('status', 'in', ['visible', 'withdrawn']), limit(20))
    expect((await getDocs(thread)).size).toBe(1)
    const more = query(comments, where('status', 'in', ['visible', 'withdrawn', 'hidden']), limit(20))
    await refused(() => getDocs(more), 'isSignedIn', 'isPublic')
  })

  it.each([1, 2, MAX_EDITS])('takes every former text away, of %d', async (edits) => {
    await seedEdited(edits)
    await write(...withdrawing(edits))
    expect((await getDocs(collection(admin(), `${PATH}/edits`))).size).toBe(0)
  })

  it('takes former texts away in any order, beside a comment in the same batch', async () => {
    await seedEdited(3)
    await write(...withdrawing(3).toReversed(), ...commenting('mina', {}, REPLY))
  })

  it('is possible on a closed task', async () => {
    await seedTask('t1', { status: 'closed' })
    await withdraw()
  })

  it('is possible for a reply, which stays counted', async () => {
    await seedComment('mina', { parentId: REPLY })
    await withdraw()
  })
})

describe('a withdrawal is refused', () => {
  it('to everybody but the author', async () => {
    await seedParticipant('reviewer')
    await seedStaff('reviewer', { canReview: true, canEdit: true, canManage: true })
    for (const uid of ['jun', 'reviewer']) await refused(() => commit(signedIn(uid), withdrawing()), 'isMe')
    await refused(() => commit(anyone(), withdrawing()), 'isSignedIn')
  })

  it.each(['hidden', 'unknown'])('when the comment is %s', async (status) => {
    await seedComment('mina', { status })
    await refused(() => withdraw(), 'isVisible')
  })

  const changes: [string, DocumentData, string][] = [
    ['a word left', { text: '.' }, 'leavesNoWords'],
    ['a blank left', { text: ' ' }, 'leavesNoWords'],
    ['no text', { text: null }, 'leavesNoWords'],
    ['another status', { status: 'hidden' }, 'leavesNoWords'],
    ['an unknown status', { status: 'gone' }, 'leavesNoWords'],
    ['no status', { status: null }, 'leavesNoWords'],
    ['a translation', { translation: 'We need it.' }, 'leavesNoTranslation'],
    ['a reason', { hiddenReason: 'mine' }, 'changesOnly'],
    ['another author', { authorId: 'jun' }, 'changesOnly'],
    ['the edits forgotten', { edits: 5 }, 'changesOnly'],
    ['the counts forgotten', { agreeTotal: 9 }, 'changesOnly'],
    ['the replies forgotten', { replyCount: 9 }, 'changesOnly'],
    ['an unknown field', { withdrawnAt: null }, 'hasExactly'],
    ['a field less', { translation: deleteField() }, 'hasExactly'],
  ]
  it.each(changes)('with %s', (_, change, reason) => refused(() => withdraw(change), reason))

  it('with the words alone left behind', async () => {
    await refused(() => write({ path: PATH, update: { status: 'withdrawn' } }), 'leavesNoWords')
    await refused(() => write({ path: PATH, update: { text: '' } }), 'showsSomething')
  })

  it('with its translation left behind', async () => {
    await seedComment('mina', { translation: 'We need it.' })
    await refused(() => write({ path: PATH, update: { status: 'withdrawn', text: '' } }), 'leavesNoTranslation')
  })

  it.each(Array.from({ length: MAX_EDITS }, (_, i) => i + 1))('with former text %d left behind', async (n) => {
    await seedEdited(MAX_EDITS)
    const rest = withdrawing(MAX_EDITS).filter(({ path }) => path !== `${PATH}/edits/${n}`)
    await refused(() => write(...rest), 'isGone')
  })

  it('with a new edit in the same batch', async () => {
    await refused(() => write(...editing(), ...withdrawing(1)), 'changesOnly')
    await refused(() => write(...withdrawing(0, { edits: 1 }), ...editing().slice(1)), 'changesOnly')
  })

  it('with a former text written anew in the same batch', async () => {
    await seedEdited(1)
    const [, ...anew] = editing({}, { text: '글' })
    await refused(() => write(...withdrawing(1), ...anew), 'isGone')
  })
})

describe('a former text is not taken away', () => {
  beforeEach(() => seedEdited(1))
  const gone: Write = { path: `${PATH}/edits/1`, remove: true }

  it('without its comment', () => refused(() => write(gone), 'isWithdrawnByMe'))

  it('with an edit of its comment', () =>
    refused(() => write(gone, ...editing({ edits: 2 }, {}, 2)), 'isWithdrawnByMe'))

  it('by anybody else, or of a comment that there is not', async () => {
    await refused(() => commit(signedIn('jun'), [gone]), 'isMe')
    await refused(() => commit(anyone(), [gone]), 'isSignedIn')
    await seedComment('mina', { status: 'withdrawn', text: '', edits: 1 })
    await refused(() => commit(signedIn('jun'), [gone]), 'isMe')
    await write({ path: `${commentPath(REPLY)}/edits/1`, remove: true }).then(
      () => expect.fail('accepted'),
      (error) => expect(error.code).toBe('permission-denied'),
    )
  })

  it('by being emptied', () => refused(() => write({ path: gone.path, set: { text: '' } }), 'hasExactly'))
})

describe('what is withdrawn', () => {
  beforeEach(() => withdraw())

  it('does not come back', async () => {
    const back = { status: 'visible', text: '다시' }
    await refused(() => write({ path: PATH, update: back }), 'isVisible')
    await refused(() => write(...editing({}, { text: '' })), 'isVisible')
    await refused(() => write(...commenting('mina')), 'isVisible')
    await refused(() => withdraw({ translation: '글' }), 'holds')
  })

  it('is not answered, reacted to or reported', async () => {
    await refused(() => commit(signedIn('jun'), replying('jun')), 'isVisible')
    await refused(() => commit(signedIn('jun'), reacting('jun', 'agree')), 'isVisible')
    await refused(() => commit(signedIn('jun'), reporting('jun')), 'isVisible')
  })
})
