import { setTimeout } from 'node:timers/promises'
import { doc, getDoc, Timestamp } from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { castBallot } from '#data/ballots.ts'
import { editComment, withdrawComment } from '#data/comment-words.ts'
import { addComment } from '#data/comments.ts'
import { react } from '#data/reactions.ts'
import { report } from '#data/reports.ts'
import { takeStance } from '#data/stances.ts'
import { sampleComment, sampleParticipant, sampleTask } from '../helpers/samples.ts'
import { on, recountBallots, seedVoting } from './helpers/ballots.ts'
import { admin, anyone, onEmulator, signedIn } from './helpers/emulator.ts'
import { seed, seedParticipant } from './helpers/people.ts'
import { C1, C2, commentPath, seedComment, stancePath } from './helpers/voices.ts'

// The app's own code against the rules: as somebody who is signed in.
const here = vi.hoisted(() => ({ db: undefined as unknown }))
vi.mock('#data/firestore.ts', () => ({
  get db() {
    return here.db
  },
}))
vi.mock('#data/session.ts', () => ({ currentUser: async () => ({ uid: 'mina', email: 'mina@example.com' }) }))

onEmulator()

const mina = sampleParticipant({ uid: 'mina', role: 'student', verification: 'email' })
const { id, ...task } = sampleTask({ id: 't1', revision: 1 })

beforeEach(async () => {
  await seed(`tasks/${id}`, task)
  await seedVoting()
  await seedParticipant('mina')
  await seedComment('jun')
  here.db = signedIn('mina')
})

const twice = (act: () => Promise<void>) => Promise.all([act(), act()])
const stored = async (path: string) => (await getDoc(doc(admin(), path))).data()

// An answer that takes too long counts as lost, and the same is sent again while the first is still on its way.
describe('what arrives twice at the same time has arrived once, and is not refused:', () => {
  it('a ballot', async () => {
    await twice(() => castBallot(mina, on({ t1: 3, t4: 2 })))
    expect((await stored('ballots/mina'))?.stickers).toEqual(on({ t1: 3, t4: 2 }))
    const { counted, tallied } = await recountBallots()
    expect(tallied).toEqual(counted)
  })

  it('a ballot taken back', async () => {
    await castBallot(mina, on({ t1: 1 }))
    await twice(() => castBallot(mina, on({})))
    expect(await stored('ballots/mina')).toBeUndefined()
  })

  it('a stance', async () => {
    await twice(() => takeStance(mina, 't1', 1, 'agree'))
    expect((await stored(stancePath('mina')))?.value).toBe('agree')
  })

  it('an edit', async () => {
    await seedComment('mina')
    await twice(() =>
      editComment(mina, { kind: 'edit', taskId: 't1', commentId: C1, text: '고친 글', lang: 'ko', edits: 1 }),
    )
    expect(await stored(commentPath(C1))).toMatchObject({ text: '고친 글', edits: 1 })
  })

  it('a withdrawal', async () => {
    await seedComment('mina')
    await twice(() => withdrawComment(mina, { kind: 'withdraw', taskId: 't1', commentId: C1 }))
    expect(await stored(commentPath(C1))).toMatchObject({ text: '', status: 'withdrawn' })
  })

  it('a reaction and a report', async () => {
    await twice(() => react(mina, { kind: 'react', taskId: 't1', commentId: C1, value: 'agree' }))
    await twice(() => report(mina, { kind: 'report', taskId: 't1', commentId: C1, reason: 'abuse' }))
    expect(await stored(commentPath(C1))).toMatchObject({ agreeTotal: 1, reportCount: 1 })
  })
})

describe('an edit that is taken back without anybody knowing whether it has arrived', () => {
  const FORMER = '우리 학교에도 필요해요.'
  const edit = (text: string, ...undone: string[]) => {
    const deed = { kind: 'edit', taskId: 't1', commentId: C1, text, lang: 'ko', edits: 1 } as const
    const replaces = undone.map((former) => ({ text: former, lang: 'ko' }) as const)
    return editComment(mina, undone.length === 0 ? deed : { ...deed, replaces, isUndo: true })
  }
  beforeEach(() => seedComment('mina'))

  it('is changed back where it has', async () => {
    await edit('고친 글')
    await edit(FORMER, '고친 글')
    expect(await stored(commentPath(C1))).toMatchObject({ text: FORMER, edits: 2 })
  })

  it('is changed back where one has that another took the place of', async () => {
    await edit('먼저 고친 글')
    await edit(FORMER, '먼저 고친 글', '다시 고친 글')
    expect(await stored(commentPath(C1))).toMatchObject({ text: FORMER, edits: 2 })
  })

  it('changes nothing where it has not', async () => {
    await edit(FORMER, '고친 글')
    expect(await stored(commentPath(C1))).toMatchObject({ text: FORMER, edits: 0 })
  })

  it('takes no words away that its author has written elsewhere since', async () => {
    await edit('다른 기기에서 고친 글')
    await edit(FORMER, '고친 글')
    expect(await stored(commentPath(C1))).toMatchObject({ text: '다른 기기에서 고친 글', edits: 1 })
  })
})

describe('a comment that is taken back without anybody knowing whether it has arrived', () => {
  const comment = sampleComment({ id: C2, taskId: id, authorId: 'mina', role: 'student', revision: 1 })
  const takeBack = () => withdrawComment(mina, { kind: 'withdraw', taskId: 't1', commentId: C2, isUndo: true })
  const isWithdrawn = async () => expect(await stored(commentPath(C2))).toMatchObject({ text: '', status: 'withdrawn' })

  it('is withdrawn where it has, also a second time', async () => {
    await addComment(comment)
    await takeBack()
    await isWithdrawn()
    await takeBack()
    await isWithdrawn()
  })

  it('is no failure where it has not', async () => {
    await takeBack()
    expect(await stored(commentPath(C2))).toBeUndefined()
  })

  it('is withdrawn where it arrives a moment after the question, over the line that both waited for', async () => {
    const takenBack = takeBack()
    await setTimeout(500)
    await addComment(comment)
    await takenBack
    await isWithdrawn()
  })

  it('stays where its author has found it, and changed it, on another device', async () => {
    await addComment(comment)
    await editComment(mina, { kind: 'edit', taskId: 't1', commentId: C2, text: '고친 글', lang: 'ko', edits: 1 })
    await expect(takeBack()).rejects.toMatchObject({ kind: 'refused' })
    expect(await stored(commentPath(C2))).toMatchObject({ text: '고친 글', status: 'visible' })
  })

  it('has not been looked for where that was refused: a look-up of the rules may have failed', async () => {
    here.db = anyone()
    await expect(takeBack()).rejects.toMatchObject({ code: 'permission-denied' })
  })
})

describe('of two things at the same time on two devices the later one counts, and neither is refused:', () => {
  it('ballots', async () => {
    await Promise.all([castBallot(mina, on({ t1: 5 })), castBallot(mina, on({ t2: 5 }))])
    const { counted, tallied } = await recountBallots()
    expect(counted['student voters']).toBe(1)
    expect(tallied).toEqual(counted)
  })

  it('stances', async () => {
    await Promise.all([takeStance(mina, 't1', 1, 'agree'), takeStance(mina, 't1', 1, 'disagree')])
    expect(await stored(stancePath('mina'))).toBeDefined()
  })
})

describe('what the rules refuse says why:', () => {
  it('the vote has ended', async () => {
    await seedVoting({ closesAt: Timestamp.fromMillis(0) })
    await expect(castBallot(mina, on({ t1: 5 }))).rejects.toMatchObject({ kind: 'closed' })
  })

  it('the task is closed', async () => {
    await seed(`tasks/${id}`, { ...task, status: 'closed' })
    await expect(takeStance(mina, 't1', 1, 'agree')).rejects.toMatchObject({ kind: 'closed' })
  })

  it('somebody has left, on another device', async () => {
    await seed('participants/mina', { leftAt: Timestamp.fromMillis(0) })
    await expect(castBallot(mina, on({ t1: 5 }))).rejects.toMatchObject({ kind: 'not-joined' })
    await expect(takeStance(mina, 't1', 1, 'agree')).rejects.toMatchObject({ kind: 'not-joined' })
  })
})
