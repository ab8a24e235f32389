import { doc, type Firestore, getDoc } from 'firebase/firestore/lite'
import { beforeEach, expect, it, vi } from 'vitest'
import { bringAbout } from '#data/bring-about.ts'
import { perform } from '#data/perform.ts'
import { readStance } from '#data/stances.ts'
import type { Deed } from '#domain/deed.ts'
import type { Stance } from '#domain/stance.ts'
import { sampleComment, sampleParticipant, sampleTask } from '../helpers/samples.ts'
import { on, seedVoting } from './helpers/ballots.ts'
import { admin, onEmulator, signedIn } from './helpers/emulator.ts'
import { seed, seedParticipant } from './helpers/people.ts'
import {
  C1,
  C2,
  commentPath,
  seedComment,
  stance,
  stancePath,
  takingStance,
  tallyMove,
  tallyPath,
} from './helpers/voices.ts'
import { commit } from './helpers/writes.ts'

// An answer that takes too long counts as lost: then its author may take back what they wrote, or choose something else, and
// what was begun goes on all the same, as soon as the line is back.

const here = vi.hoisted(() => ({ db: undefined as unknown }))
vi.mock('#data/firestore.ts', () => ({
  get db() {
    return here.db
  },
}))
// Everything is given up when it is about to write.
vi.mock('#data/remote.ts', () => ({
  remote: async <M, R>(load: () => Promise<M>, run: (module: M, isLost: () => boolean) => Promise<R>) =>
    run(await load(), () => true),
}))

onEmulator()

const mina = sampleParticipant({ uid: 'mina', role: 'student', verification: 'email' })
const { id: taskId, ...task } = sampleTask({ id: 't1', revision: 1 })
const OWN = C2

beforeEach(async () => {
  await seed(`tasks/${taskId}`, task)
  await seedVoting()
  await seedParticipant('mina')
  await seedComment('jun')
  await seedComment('mina', {}, OWN)
  here.db = signedIn('mina')
})

const NEW = 't1-AaBbCcDdEeFfGgHhIi03'
const comment = sampleComment({ id: NEW, taskId, authorId: 'mina', role: 'student', revision: 1 })
const stored = async (path: string) => (await getDoc(doc(admin(), path))).data()

it.each<{ deed: Deed; path: string }>([
  { deed: { kind: 'comment', comment }, path: commentPath(NEW) },
  { deed: { kind: 'edit', taskId, commentId: OWN, text: '고친 글', lang: 'ko', edits: 1 }, path: commentPath(OWN) },
  { deed: { kind: 'withdraw', taskId, commentId: OWN }, path: commentPath(OWN) },
  { deed: { kind: 'react', taskId, commentId: C1, value: 'agree' }, path: commentPath(C1) },
  { deed: { kind: 'report', taskId, commentId: C1, reason: 'abuse' }, path: commentPath(C1) },
  { deed: { kind: 'stance', taskId, revision: 1, value: 'agree' }, path: stancePath('mina') },
  { deed: { kind: 'ballot', stickers: on({ t1: 3 }) }, path: 'ballots/mina' },
])('a deed that was given up writes nothing any more: $deed.kind', async ({ deed, path }) => {
  const before = await stored(path)
  await expect(perform(mina, deed)).rejects.toMatchObject({ kind: 'offline' })
  expect(await stored(path)).toEqual(before)
})

it('what was given up on its way and is refused leaves what its author has chosen since', async () => {
  const isGivenUp = vi.fn(() => true).mockReturnValueOnce(false)
  const agreed = bringAbout<Stance | null>({
    isLost: isGivenUp,
    async read() {
      const was = await readStance('mina', 't1', 1)
      // While the first was stuck, the other choice has arrived.
      if (was === null) await commit(signedIn('mina'), takingStance('mina', 'disagree'))
      return was
    },
    isDone: (was) => was === 'agree',
    write(batch, was) {
      batch.set(doc(here.db as Firestore, stancePath('mina')), stance('agree'))
      batch.set(doc(here.db as Firestore, tallyPath()), tallyMove(was, 'agree'), { merge: true })
    },
    why: async (failure) => failure,
  })
  await expect(agreed).rejects.toMatchObject({ kind: 'offline' })
  expect((await stored(stancePath('mina')))?.value).toBe('disagree')
})
