import { deleteField, serverTimestamp, Timestamp } from 'firebase/firestore/lite'
import { beforeEach, describe, it } from 'vitest'
import { SECONDS_BETWEEN_COMMENTS } from '#domain/comment.ts'
import { onEmulator, signedIn } from './helpers/emulator.ts'
import { seedParticipant } from './helpers/people.ts'
import { refused, unheardOf } from './helpers/verdicts.ts'
import { C1, C2, comment, commenting, commentPath, seedComment, seedTask } from './helpers/voices.ts'
import { commit, type Write } from './helpers/writes.ts'

onEmulator()

const OLD = 't1-OldOldOldOldOldOld00'

const spokeSecondsAgo = (seconds: number) =>
  seedParticipant('mina', { lastComment: { id: OLD, at: Timestamp.fromMillis(Date.now() - seconds * 1000) } })

const write = (...writes: Write[]) => commit(signedIn('mina'), writes)
const lastComment = (value: unknown): Write => ({ path: 'participants/mina', update: { lastComment: value } })
const c1: Write = { path: commentPath(C1), set: comment('mina') }
const c2: Write = { path: commentPath(C2), set: comment('mina') }

beforeEach(async () => {
  await seedTask()
  await seedTask('t2')
})

describe('one comment in 15 seconds', () => {
  it('is accepted when the time has passed', async () => {
    await spokeSecondsAgo(SECONDS_BETWEEN_COMMENTS)
    await write(...commenting('mina'))
  })

  it('is refused before', async () => {
    // A machine that stops for a few seconds is no reason to be let through.
    await spokeSecondsAgo(SECONDS_BETWEEN_COMMENTS - 6)
    await refused(() => write(...commenting('mina')), 'waitedFifteenSeconds')
  })

  it('is refused right after another', async () => {
    await seedParticipant('mina')
    await write(...commenting('mina'))
    await refused(() => write(...commenting('mina', {}, C2)), 'waitedFifteenSeconds')
  })

  it('is refused right after another on another task', async () => {
    await seedParticipant('mina')
    await write(...commenting('mina'))
    await refused(() => write(...commenting('mina', {}, C2.replace('t1', 't2'))), 'waitedFifteenSeconds')
  })
})

describe('getting around the waiting time', () => {
  beforeEach(() => seedParticipant('mina'))

  it('with two comments in one batch', async () => {
    await refused(() => write(c1, c2, lastComment({ id: C1, at: serverTimestamp() })), 'isMyLastComment')
    await refused(() => write(c1, c2, lastComment({ id: C2, at: serverTimestamp() })), 'isMyLastComment')
  })

  it('with two comments in one batch that each move lastComment', () =>
    refused(() => write(...commenting('mina'), ...commenting('mina', {}, C2)), 'isMyLastComment'))

  it('with a comment for each task that share their random part', () =>
    refused(() => write(...commenting('mina'), ...commenting('mina', {}, C1.replace('t1', 't2'))), 'isMyLastComment'))

  it('with a comment that leaves lastComment alone', () => refused(() => write(c1), 'isMyLastComment'))

  it('with a comment that names an earlier one', async () => {
    await seedComment('mina', {}, C2)
    await refused(() => write(c1, lastComment({ id: C2, at: serverTimestamp() })), 'isMyLastComment')
  })

  it('of somebody else, by moving their lastComment', async () => {
    await seedParticipant('jun')
    const jun = commenting('jun')
    await refused(() => commit(signedIn('jun'), [...jun, lastComment({ id: C1, at: serverTimestamp() })]), 'isMe')
  })

  it('by moving lastComment alone', () =>
    refused(() => write(lastComment({ id: C1, at: serverTimestamp() })), 'bringsThatComment'))

  it('by moving lastComment to a comment that is already there', async () => {
    await seedComment('mina')
    await refused(() => write(lastComment({ id: C1, at: serverTimestamp() })), 'bringsThatComment')
  })

  const values: [string, unknown][] = [
    ['the year 1970', { id: C1, at: Timestamp.fromMillis(0) }],
    ['a minute ago', { id: C1, at: Timestamp.fromMillis(Date.now() - 60_000) }],
    ['the future', { id: C1, at: Timestamp.fromMillis(Date.now() + 60_000) }],
  ]
  it.each(values)('by dating lastComment to %s', async (_, value) => {
    await refused(() => write(c1, lastComment(value)), 'isMyLastComment')
    await refused(() => write(lastComment(value)), 'isNow')
  })

  const shapes: [string, unknown, string][] = [
    ['nothing', null, 'namesComment'],
    ['no field at all', deleteField(), 'hasExactly'],
    ['a text', C1, 'namesComment'],
    ['a list', [C1], 'namesComment'],
    ['a map without a time', { id: C1 }, 'hasExactly'],
    ['a map without an id', { at: serverTimestamp() }, 'hasExactly'],
    ['a map with more', { id: C1, at: serverTimestamp(), by: 'mina' }, 'hasExactly'],
    ['a number for an id', { id: 1, at: serverTimestamp() }, 'isCommentId'],
    ['a path for an id', { id: 't1/comments/x', at: serverTimestamp() }, 'isCommentId'],
    ['nothing for an id', { id: '', at: serverTimestamp() }, 'isCommentId'],
    ['a time that is none', { id: C1, at: 'now' }, 'isNow'],
  ]
  it.each(shapes)('by setting lastComment alone to %s', async (_, value, reason) => {
    await spokeSecondsAgo(SECONDS_BETWEEN_COMMENTS)
    await refused(() => write(lastComment(value)), reason)
  })

  it('by writing two comments and editing the first into the second', () =>
    refused(
      () =>
        write(
          ...commenting('mina'),
          { path: commentPath(C1), update: { text: '다른 글', edits: 1, editedAt: serverTimestamp() } },
          { path: `${commentPath(C1)}/edits/1`, set: { text: '우리 학교에도 필요해요.', at: serverTimestamp() } },
        ),
      'isUntouched',
    ))

  it('by deleting the first comment in the same batch', () =>
    unheardOf(() => write(...commenting('mina'), { path: commentPath(C1), remove: true }, c2)))
})
