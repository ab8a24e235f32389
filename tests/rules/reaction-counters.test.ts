import { type DocumentData, deleteField, increment } from 'firebase/firestore/lite'
import { beforeEach, describe, it } from 'vitest'
import { noneByRole } from '#domain/roles.ts'
import { onEmulator, signedIn } from './helpers/emulator.ts'
import { seedParticipant } from './helpers/people.ts'
import { double, integer, plus, restCommit, restWrite, serverTime } from './helpers/rest.ts'
import { counterMove, reacting, reaction, reactionPath } from './helpers/talk.ts'
import { refused } from './helpers/verdicts.ts'
import { C1, C2, commentPath, editing, seedComment, seedTask } from './helpers/voices.ts'
import { commit, type Write } from './helpers/writes.ts'

onEmulator()

beforeEach(async () => {
  await seedTask()
  for (const uid of ['mina', 'jun', 'sol']) await seedParticipant(uid)
  await seedComment('jun')
  await seedComment('jun', {}, C2)
  // Somebody was here before.
  await commit(signedIn('sol'), reacting('sol', 'agree'))
})

const PATH = commentPath(C1)
const write = (...writes: Write[]) => commit(signedIn('mina'), writes)
const agree: Write = { path: reactionPath('mina'), set: reaction('mina', 'agree') }
const plusOne: Write = { path: PATH, update: counterMove(null, 'agree') }
const moving = (change: DocumentData): Write => ({ path: PATH, update: { ...counterMove(null, 'agree'), ...change } })

describe('a reaction is refused', () => {
  it('without its counters', () => refused(() => write(agree), 'movesByRole'))

  it('with the counters of another comment', () =>
    refused(() => write(agree, { ...plusOne, path: commentPath(C2) }), 'changesMyReaction'))

  const wrongMoves: [string, DocumentData, string][] = [
    ['+2 in its group', { 'agree.student': increment(2) }, 'movesByRole'],
    ['0 in its group', { 'agree.student': increment(0) }, 'movesByRole'],
    ['−1 in its group', { 'agree.student': increment(-1) }, 'movesByRole'],
    ['+1 in another group too', { 'agree.parent': increment(1) }, 'movesByRole'],
    ['+1 in another group instead', { 'agree.student': increment(0), 'agree.parent': increment(1) }, 'movesByRole'],
    ['+1 on the other side too', { 'disagree.student': increment(1) }, 'movesByRole'],
    ['+2 in the total', { agreeTotal: increment(2) }, 'moveSo'],
    ['0 in the total', { agreeTotal: increment(0) }, 'moveSo'],
    ['−1 in the total', { agreeTotal: increment(-1) }, 'moveSo'],
    ['+1 in the other total', { disagreeTotal: increment(1) }, 'moveSo'],
    ['a million', { 'agree.student': 1_000_000, agreeTotal: 1_000_000 }, 'movesByRole'],
  ]
  it.each(wrongMoves)('with counters that move by %s', (_, change, reason) =>
    refused(() => write(agree, moving(change)), reason),
  )

  const noCounters: [string, DocumentData, string][] = [
    ['1.5', { 'agree.student': increment(1.5) }, 'isCount'],
    ['+0.5 in another group', { 'agree.staff': increment(0.5) }, 'isCount'],
    ['a text', { agreeTotal: '2' }, 'isCount'],
    ['−1 below zero', { 'disagree.student': increment(-1) }, 'isCount'],
    ['a list', { agree: [2] }, 'isCountByRole'],
    ['nothing', { agree: null }, 'isCountByRole'],
    ['an unknown group', { agree: { ...noneByRole(), student: 2, press: 0 } }, 'hasExactly'],
    ['a group less', { 'disagree.resident': deleteField() }, 'hasExactly'],
    ['no total', { disagreeTotal: deleteField() }, 'hasCounters'],
  ]
  it.each(noCounters)('with counters that get %s', (_, change, reason) => {
    const { 'agree.student': __, ...rest } = counterMove(null, 'agree')
    const update = 'agree' in change ? { ...rest, ...change } : { ...counterMove(null, 'agree'), ...change }
    return refused(() => write(agree, { path: PATH, update }), reason)
  })

  it('when it changes without its counters, or moves one side only', async () => {
    await write(agree, plusOne)
    const disagree: Write = { path: reactionPath('mina'), set: reaction('mina', 'disagree') }
    await refused(() => write(disagree), 'movesByRole')
    await refused(() => write(disagree, { path: PATH, update: counterMove(null, 'disagree') }), 'movesByRole')
    await refused(() => write(disagree, { path: PATH, update: counterMove('agree', null) }), 'movesByRole')
  })

  it('when it is taken back without its counters, or with the wrong ones', async () => {
    await write(agree, plusOne)
    const back: Write = { path: reactionPath('mina'), remove: true }
    await refused(() => write(back), 'movesByRole')
    await refused(() => write(back, { path: PATH, update: counterMove('disagree', null) }), 'isCount')
    await refused(() => write(back, plusOne), 'movesByRole')
    await refused(() => write(back, { path: PATH, update: counterMove('agree', 'disagree') }), 'movesByRole')
  })
})

describe('counters are refused', () => {
  it('without a reaction', () => refused(() => write(plusOne), 'changesMyReaction'))

  it('with an earlier reaction', async () => {
    await write(agree, plusOne)
    await refused(() => write(plusOne), 'changesMyReaction')
    await refused(() => write({ path: PATH, update: counterMove('agree', null) }), 'changesMyReaction')
    await refused(() => write({ path: PATH, update: counterMove('agree', 'disagree') }), 'changesMyReaction')
  })

  it('with a reaction on another comment', () =>
    refused(() => write(...reacting('mina', 'agree', null, { id: C2 }), plusOne), 'changesMyReaction'))

  it('to the comment’s author, also beside new words', async () => {
    await refused(() => commit(signedIn('jun'), [plusOne]), 'changesMyReaction')
    await refused(() => commit(signedIn('jun'), editing(counterMove(null, 'agree'))), 'changesOnly')
  })

  it.each([
    { status: 'hidden' },
    { text: '다른 글' },
    { lang: 'en' },
    { replyCount: increment(1) },
    { reportCount: increment(1) },
    { moderations: 1 },
    { authorId: 'mina' },
    { createdAt: null },
  ])('together with another change of the comment: %j', async (change) => {
    await refused(() => write(agree, moving(change)), 'changesOnly')
  })

  it('when two people’s reactions share one move', async () => {
    const both = ['mina', 'sol'].map((uid) => ({ path: reactionPath(uid), set: reaction(uid, 'agree') }))
    await refused(() => write(...both, plusOne), 'isMe')
  })
})

describe('one document written twice in a batch', () => {
  it('leaves the counters equal to the reactions all the same', async () => {
    const disagree: Write = { path: reactionPath('mina'), set: reaction('mina', 'disagree') }
    const other: Write = { path: PATH, update: counterMove(null, 'disagree') }
    const back: Write = { path: reactionPath('mina'), remove: true }
    await refused(() => write(agree, disagree, plusOne), 'movesByRole')
    await refused(() => write(agree, plusOne, disagree, other), 'movesByRole')
    await refused(() => write(agree, plusOne, plusOne), 'movesByRole')
    await refused(() => write(agree, plusOne, back), 'changesMyReaction')
    await refused(() => write(agree, ...Array.from({ length: 10 }, () => plusOne)), 'movesByRole')
  })

  it('does not count anew what it takes back', async () => {
    await write(agree, plusOne)
    const back: Write = { path: reactionPath('mina'), remove: true }
    await refused(() => write(back, agree, plusOne), 'changesMyReaction')
    await refused(() => write(agree, back, plusOne), 'movesByRole')
  })
})

describe('a reaction over the REST interface', () => {
  type RestWrite = Parameters<typeof restWrite>
  const one = integer(1)
  const stored: RestWrite = [
    reactionPath('mina'),
    { authorId: 'mina', commentId: C1, value: 'disagree', role: 'student' },
    [serverTime('at')],
  ]
  const counters = (group = one, total = one, ...more: ReturnType<typeof plus>[]): RestWrite => [
    PATH,
    {},
    [plus('disagree.student', group), plus('disagreeTotal', total), ...more],
    [],
  ]
  const send = (...writes: RestWrite[]) => restCommit('mina', ...writes.map((each) => restWrite(...each)))

  it('is accepted as from the SDK', () => send(stored, counters()))

  it('is refused with counters that grow by the float 1.0', async () => {
    await refused(() => send(counters(double(1))), 'isCount')
    await refused(() => send(counters(one, double(1))), 'isCount')
  })

  it.each(['agree.student', 'agree.resident', 'disagree.parent', 'agreeTotal', 'replyCount', 'edits', 'revision'])(
    'is refused with a float 0.0 for %s, which no difference shows',
    (field) => refused(() => send(stored, counters(one, one, plus(field, double(0)))), 'isCount'),
  )

  it('is refused when one write carries the increment twice', () =>
    refused(() => send(stored, counters(one, one, plus('disagree.student', one))), 'movesByRole'))

  it('is refused when a counter is raised by a maximum', () =>
    refused(
      () => send(stored, counters(one, one, { fieldPath: 'agreeTotal', maximum: integer(50) } as never)),
      'moveSo',
    ))

  it('is not counted again by a replay, whatever the replay demands', async () => {
    await send(stored, counters())
    const writes = [stored, counters()].map((each) => ({ ...restWrite(...each), currentDocument: { exists: true } }))
    await refused(() => restCommit('mina', ...writes), 'changesMyReaction')
  })
})
