import { type DocumentData, serverTimestamp, Timestamp } from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { answerBeside } from '#data/presence.ts'
import { onEmulator, signedIn } from './helpers/emulator.ts'
import { seed } from './helpers/people.ts'
import { by, seedReviewers } from './helpers/reviewing.ts'
import { refused } from './helpers/verdicts.ts'
import { C1, C2 } from './helpers/voices.ts'

// The app's own code against the rules: as a reviewer.
const here = vi.hoisted(() => ({ db: undefined as unknown }))
vi.mock('#data/firestore.ts', () => ({
  get db() {
    return here.db
  },
}))
vi.mock('#data/session.ts', () => ({ currentUser: async () => ({ uid: 'reviewer', email: 'reviewer@sen.go.kr' }) }))

onEmulator()

beforeEach(async () => {
  await seedReviewers()
  here.db = signedIn('reviewer')
})

const say = (uid: string, changes: DocumentData = {}, at = uid) =>
  by(uid, { path: `presence/${at}`, set: { answering: C1, at: serverTimestamp(), ...changes } })

describe('that somebody is answering', () => {
  it('is told to whoever answers the same, as long as it is so', async () => {
    await say('colleague', { answering: `${C2},${C1}` })
    expect(await answerBeside([C1])).toEqual(['Kim'])
    await say('colleague', { answering: C2 })
    expect(await answerBeside([C1])).toEqual([])
    await seed('presence/colleague', { answering: C1, at: Timestamp.fromMillis(Date.now() - 160_000) })
    expect(await answerBeside([C1])).toEqual([])
  })

  it('is told of at most twenty comments', async () => {
    const twenty = Array.from({ length: 20 }, (_, i) => `t1-AaBbCcDdEeFfGgHhI${String(i).padStart(3, '0')}`)
    await say('reviewer', { answering: twenty.join(',') })
    await refused(() => say('reviewer', { answering: [...twenty, C1].join(',') }), 'namesComments')
    await answerBeside([...twenty, C1])
  })

  it.each<[string, DocumentData, string]>([
    ['a comment that can be none', { answering: 'me' }, 'namesComments'],
    ['nothing', { answering: '' }, 'namesComments'],
    ['a list', { answering: [C1] }, 'namesComments'],
    ['words', { note: 'hello' }, 'hasExactly'],
    ['another time', { at: Timestamp.fromMillis(0) }, 'isNow'],
  ])('is refused with %s', (_, changes, reason) => refused(() => say('reviewer', changes), reason))

  it('is said by reviewers, of themselves', async () => {
    await refused(() => say('reviewer', {}, 'colleague'), 'isMe')
    await refused(() => say('editor'), 'holds')
  })
})
