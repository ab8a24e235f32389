import {
  type DocumentData,
  deleteField,
  doc,
  getDoc,
  increment,
  serverTimestamp,
  Timestamp,
} from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { admin, anyone, onEmulator, signedIn } from './helpers/emulator.ts'
import { seedParticipant } from './helpers/people.ts'
import { double, integer, plus, restCommit, restWrite } from './helpers/rest.ts'
import { REPLY, reacting, replying } from './helpers/talk.ts'
import { refused } from './helpers/verdicts.ts'
import { C1, C2, comment, commenting, commentPath, seedComment, seedTask } from './helpers/voices.ts'
import { commit, type Write } from './helpers/writes.ts'

onEmulator()

beforeEach(async () => {
  await seedTask()
  await seedParticipant('mina')
  await seedParticipant('jun')
  await seedComment('jun')
})

const write = (...writes: Write[]) => commit(signedIn('mina'), writes)
const [said, moved, counted] = replying('mina') as [Write, Write, Write]
const replyCount = async (id = C1) => (await getDoc(doc(admin(), commentPath(id)))).get('replyCount')

describe('a reply', () => {
  it('is counted by the comment it answers', async () => {
    await write(said, moved, counted)
    expect(await replyCount()).toBe(1)
    expect((await getDoc(doc(anyone(), commentPath(REPLY)))).get('parentId')).toBe(C1)
  })

  it('is accepted in any order, and with the number itself', async () => {
    await write(counted, moved, said)
    await seedComment('jun', { replyCount: 7 }, C2)
    await seedParticipant('mina')
    const [other, last] = replying('mina', {}, REPLY.replace('01', '02'), C2) as [Write, Write]
    await write({ path: commentPath(C2), update: { replyCount: 8 } }, other, last)
  })

  it('may answer one’s own comment, about any subtask', async () => {
    await seedComment('mina')
    await write(...replying('mina', { subtaskId: 'first' }))
  })

  it('may come beside a reaction to another comment', async () => {
    await seedComment('jun', {}, C2)
    await write(said, moved, counted, ...reacting('mina', 'agree', null, { id: C2 }))
  })

  it('is a comment in all else', async () => {
    await refused(() => write(...replying('mina', { authorId: 'jun' })), 'isMe')
    await refused(() => write(...replying('mina', { text: ' ' })), 'showsSomething')
    await refused(() => write(...replying('mina', { replyCount: 1 })), 'isZero')
    await refused(() => write(...replying('mina', { subtaskId: 'third' })), 'isAboutSubtask')
    await refused(() => write(...replying('mina', { revision: 2 })), 'isAboutNewestRevision')
  })

  it('waits for 15 seconds after a comment or another reply', async () => {
    await write(said, moved, counted)
    const second = replying('mina', {}, REPLY.replace('01', '02'))
    await refused(() => write(...second), 'waitedFifteenSeconds')
    await refused(() => write(...commenting('mina', {}, C2)), 'waitedFifteenSeconds')
  })
})

describe('a reply is refused', () => {
  it('to people who have not signed in or not joined', async () => {
    await refused(() => commit(anyone(), [said, counted]), 'isSignedIn')
    await refused(
      () =>
        commit(
          signedIn('sol'),
          replying('sol').filter((each) => each !== moved),
        ),
      'isParticipant',
    )
  })

  it('on a closed task', async () => {
    await seedTask('t1', { status: 'closed' })
    await refused(() => write(said, moved, counted), 'isOpen')
  })

  it.each(['hidden', 'withdrawn'])('to a comment that is %s', async (status) => {
    await seedComment('jun', { status })
    await refused(() => write(said, moved, counted), 'isVisible')
  })

  it('to a reply', async () => {
    await seedComment('jun', { parentId: C2 })
    await refused(() => write(said, moved, counted), 'isNoReply')
  })

  it('to a comment that there is not', () =>
    refused(() => write(...replying('mina', { parentId: C2 })), 'answersVisible'))

  it('to itself', () => refused(() => write(...commenting('mina', { parentId: C1 }, C1).slice(0, 1)), 'changesOnly'))

  it('to itself while it is made', () =>
    refused(() => write(...commenting('mina', { parentId: REPLY }, REPLY)), 'answersVisible'))

  it('to a comment on another task', async () => {
    await seedTask('t2')
    const elsewhere = C1.replace('t1', 't2')
    await seedComment('jun', {}, elsewhere)
    await refused(() => write(...replying('mina', {}, REPLY, elsewhere)), 'answersVisible')
  })

  it.each([1, true, [C1], { id: C1 }, '', 'x/y', `${C1}/edits/1`, `${C1}\n`, 't1-short'])(
    'to what is no id: %j',
    (parentId) => refused(() => write(...commenting('mina', { parentId }, REPLY)), 'isCommentId'),
  )

  it('without the counter of its parent', () => refused(() => write(said, moved), 'isCountedBy'))

  it('with the counter of another comment', async () => {
    await seedComment('jun', {}, C2)
    await refused(() => write(said, moved, { ...counted, path: commentPath(C2) }), 'bringsReply')
    await refused(() => write(said, moved, counted, { ...counted, path: commentPath(C2) }), 'bringsReply')
  })

  const wrong: [string, DocumentData, string][] = [
    ['by 2', { replyCount: increment(2) }, 'isCountedBy'],
    ['by −1', { replyCount: increment(-1) }, 'isCountedBy'],
    ['to a million', { replyCount: 1_000_000 }, 'isCountedBy'],
    ['by 1.5', { replyCount: increment(1.5) }, 'isCountedBy'],
    ['to a text', { replyCount: '1' }, 'isCountedBy'],
    ['to nothing', { replyCount: null }, 'isCountedBy'],
    ['to a count that is gone', { replyCount: deleteField() }, 'isCountedBy'],
    ['together with the reports', { replyCount: increment(1), reportCount: increment(1) }, 'changesOnly'],
    ['together with a reaction', { replyCount: increment(1), agreeTotal: increment(1) }, 'changesOnly'],
    ['together with its hiding', { replyCount: increment(1), hiddenReason: 'x' }, 'changesOnly'],
  ]
  it.each(wrong)('with a counter that moves %s', (_, update, reason) =>
    refused(() => write(said, moved, { ...counted, update }), reason),
  )

  it('when its parent is written twice in the batch', async () => {
    await refused(() => write(said, moved, counted, counted), 'isCountedBy')
    const reaction = reacting('mina', 'agree')
    await refused(() => write(said, moved, counted, ...reaction), 'changesOnly')
  })
})

describe('the number of replies', () => {
  it('does not grow alone', async () => {
    await refused(() => write(counted), 'namesComment')
    await refused(() => commit(anyone(), [counted]), 'isSignedIn')
    await refused(() => commit(signedIn('sol'), [counted]), 'isParticipant')
    await refused(() => commit(signedIn('jun'), [counted]), 'namesComment')
  })

  it('does not grow by an earlier reply, by a comment or by somebody else’s reply', async () => {
    await write(said, moved, counted)
    await refused(() => write(counted), 'isNow')
    await refused(() => commit(signedIn('jun'), [counted]), 'namesComment')
    await seedParticipant('mina')
    await refused(() => write(...commenting('mina', {}, C2), counted), 'bringsReply')
    expect(await replyCount()).toBe(1)
  })

  it('does not grow by a lastComment that names an earlier reply', async () => {
    await seedComment('mina', { parentId: C1 }, REPLY)
    const named = { path: 'participants/mina', update: { lastComment: { id: REPLY, at: serverTimestamp() } } }
    await refused(() => write(named, counted), 'bringsReply')
  })

  it('does not grow by a lastComment in the very moment of an earlier reply', async () => {
    await seedComment('mina', { parentId: C1 }, REPLY)
    await seedParticipant('mina', { lastComment: { id: REPLY, at: Timestamp.now() } })
    await refused(() => write(counted), 'isNow')
  })

  it.each([
    null,
    'x',
    1,
    [REPLY],
    { id: REPLY },
    { id: 1, at: serverTimestamp() },
    { id: 'a/b', at: serverTimestamp() },
  ])('does not grow by a lastComment that is none: %j', async (lastComment) => {
    const shape = typeof lastComment === 'object' && lastComment !== null && !Array.isArray(lastComment)
    const reason = !shape ? 'namesComment' : 'at' in lastComment ? 'isCommentId' : 'hasExactly'
    await refused(() => write({ path: 'participants/mina', update: { lastComment } }, counted), reason)
  })

  it('is not lowered or raised over the REST interface', async () => {
    const raise = (by: ReturnType<typeof integer>) => restWrite(commentPath(C1), {}, [plus('replyCount', by)], [])
    const { createdAt: _, ...fields } = comment('mina', { parentId: C1 })
    const now = (fieldPath: string) => ({ fieldPath, setToServerValue: 'REQUEST_TIME' })
    const reply = [
      restWrite(commentPath(REPLY), fields, [now('createdAt')]),
      restWrite('participants/mina', { lastComment: { id: REPLY } }, [now('lastComment.at')], ['lastComment']),
    ]
    await refused(() => restCommit('mina', ...reply, raise(double(1))), 'isCount')
    await refused(() => restCommit('mina', ...reply, raise(integer(1)), raise(integer(1))), 'isCountedBy')
    await restCommit('mina', ...reply, raise(integer(1)))
    await refused(() => restCommit('mina', raise(integer(1))), 'isNow')
    await refused(() => restCommit('mina', raise(integer(-1))), 'isNow')
  })
})
