import fc from 'fast-check'
import { collection, type DocumentData, doc, getDoc, getDocs, Timestamp } from 'firebase/firestore/lite'
import { describe, expect, it } from 'vitest'
import { REACTIONS, type Reaction } from '#domain/reaction.ts'
import { noneByRole, ROLES } from '#domain/roles.ts'
import { admin, onEmulator, signedIn } from './helpers/emulator.ts'
import { accepts } from './helpers/outcomes.ts'
import { participant } from './helpers/people.ts'
import { counterMove, reacting, reaction, reactionPath } from './helpers/talk.ts'
import { C1, C2, comment, commentPath, seedTask } from './helpers/voices.ts'
import { commit, commitPatiently, type Write } from './helpers/writes.ts'

onEmulator()

const UIDS = ['mina', 'jun', 'sol'] as const
const ROLE_OF = { mina: 'student', jun: 'student', sol: 'parent' } as const
const COMMENTS = [C1, C2] as const

const uid = fc.constantFrom(...UIDS)
const id = fc.constantFrom(...COMMENTS)
const sideOrNone = fc.option(fc.constantFrom(...REACTIONS))

const stored = fc.record({ uid, id, value: fc.constantFrom(...REACTIONS) }).map(({ uid, id, value }): Write => {
  return { path: reactionPath(uid, id), set: reaction(uid, value, { role: ROLE_OF[uid], commentId: id }) }
})
const removed = fc.record({ uid, id }).map(({ uid, id }): Write => ({ path: reactionPath(uid, id), remove: true }))
const moved = fc
  .record({ id, from: sideOrNone, to: sideOrNone, role: fc.constantFrom('student', 'parent') })
  .filter(({ from, to }) => from !== to)
  .map(({ id, from, to, role }): Write => ({ path: commentPath(id), update: counterMove(from, to, role) }))

/** A batch put together at random: nearly always wrong. */
const wild = fc.record({
  uid,
  writes: fc.array(fc.oneof(stored, removed, moved, moved), { minLength: 1, maxLength: 4 }),
})

/** What the client would write on one comment or both; but it may be mistaken about what is stored, or add to it. */
const tame = fc.record({
  uid,
  ids: fc.subarray([...COMMENTS], { minLength: 1 }),
  to: sideOrNone,
  guess: fc.oneof({ weight: 6, arbitrary: fc.constant('right' as const) }, sideOrNone),
  extra: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, moved, removed),
})

const records = async (path: string): Promise<DocumentData[]> =>
  (await getDocs(collection(admin(), path))).docs.map((snapshot) => snapshot.data())

/** The counters that a comment should have by its reactions, and those it has. */
async function recount(id: string): Promise<{ counted: DocumentData; kept: DocumentData }> {
  const reactions = await records(`${commentPath(id)}/reactions`)
  const { agree, disagree, agreeTotal, disagreeTotal } = (await getDoc(doc(admin(), commentPath(id)))).data() ?? {}
  const counted = { agree: noneByRole(), disagree: noneByRole(), agreeTotal: 0, disagreeTotal: 0 }
  for (const { value, role } of reactions as { value: Reaction; role: 'student' }[]) {
    counted[value][role] += 1
    counted[`${value}Total`] += 1
  }
  return { counted, kept: { agree, disagree, agreeTotal, disagreeTotal } }
}

const sideOf = async (uid: string, id: string): Promise<Reaction | null> =>
  (await getDoc(doc(admin(), reactionPath(uid, id)))).data()?.value ?? null

describe('whatever clients send', () => {
  it('the counters of a comment equal its reactions', { timeout: 120_000 }, async () => {
    let accepted = 0
    let refusals = 0
    const law = fc.asyncProperty(
      fc.array(fc.oneof(wild, { weight: 3, arbitrary: tame }), { minLength: 5, maxLength: 15 }),
      async (batches) => {
        await startAnew()
        const db = { mina: signedIn('mina'), jun: signedIn('jun'), sol: signedIn('sol') }
        for (const batch of batches) {
          const writes = 'writes' in batch ? [...batch.writes] : []
          if ('ids' in batch) {
            for (const id of batch.ids) {
              const from = batch.guess === 'right' ? await sideOf(batch.uid, id) : batch.guess
              if (from !== batch.to)
                writes.push(...reacting(batch.uid, batch.to, from, { id, role: ROLE_OF[batch.uid] }))
            }
            if (batch.extra) writes.push(batch.extra)
          }
          if (writes.length === 0) continue
          if (await accepts(db[batch.uid], writes)) accepted += 1
          else refusals += 1
        }
        for (const id of COMMENTS) {
          const { counted, kept } = await recount(id)
          expect(kept).toEqual(counted)
        }
      },
    )
    await fc.assert(law, { numRuns: 25 })
    // The law would hold of nothing at all: both outcomes have to be common.
    expect(accepted).toBeGreaterThan(30)
    expect(refusals).toBeGreaterThan(30)
  })
})

describe('thirty people at once', () => {
  it('leave the counters of one comment equal to their reactions', { timeout: 120_000 }, async () => {
    await startAnew()
    const people = Array.from({ length: 30 }, (_, i) => ({
      uid: `person-${i}`,
      role: ROLES[i % ROLES.length] ?? 'student',
    }))
    await commit(
      admin(),
      people.map(({ uid, role }) => ({ path: `participants/${uid}`, set: participant({ role }) })),
    )
    const react = async ({ uid, role }: (typeof people)[number], i: number) => {
      const db = signedIn(uid)
      const [first, second] = i % 3 === 0 ? (['disagree', 'agree'] as const) : (['agree', null] as const)
      await commitPatiently(db, reacting(uid, first, null, { role }))
      if (i % 2 === 0) await commitPatiently(db, reacting(uid, second, first, { role }))
    }
    await Promise.all(people.map(react))
    const { counted, kept } = await recount(C1)
    expect(kept).toEqual(counted)
    expect(kept.agreeTotal + kept.disagreeTotal).toBe(20)
  })
})

async function startAnew(): Promise<void> {
  await seedTask()
  const reactions = UIDS.flatMap((uid) => COMMENTS.map((id) => reactionPath(uid, id)))
  await commit(admin(), [
    ...reactions.map((path): Write => ({ path, remove: true })),
    ...UIDS.map((uid): Write => ({ path: `participants/${uid}`, set: participant({ role: ROLE_OF[uid] }) })),
    ...COMMENTS.map((id): Write => {
      return { path: commentPath(id), set: comment('ara', { createdAt: Timestamp.fromMillis(0) }) }
    }),
  ])
}
