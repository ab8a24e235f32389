import type { Firestore as Admin } from 'firebase-admin/firestore'
import type { Load } from './arriving.ts'
import { unbounded } from './bounds.ts'
import { commentAtOnce, seedCommenters, wrongWords } from './commenters.ts'
import { type Fault, injectFaults, type Shares } from './faults.ts'
import { castAtOnce, seedVoters, wrongVotes } from './voters.ts'

export type Size = Shares & {
  readonly people: number
  readonly commenters: number
  /** Nothing waits for longer than so many milliseconds: after a limit the product waits a quarter of an hour. */
  readonly patience: number
  /** How many times faster than people do they come, read and write. */
  readonly pace: number
}

export type Figures = {
  readonly votes: Load
  readonly talk: Load
  readonly seconds: number
  readonly met: Readonly<Record<Fault, number>>
  /** How often Firestore itself asked to try a batch again. */
  readonly contended: number
  /** What is missing, doubled or miscounted, in words. */
  readonly wrong: readonly string[]
  /** What was tried more often, or sooner, than what failed is a reason for, in words. */
  readonly unbounded: readonly string[]
}

/** Lets a crowd vote and talk at once, by the product's own code, and compares what is stored with what they did. */
export async function letThemAct(db: Admin, firestore: string, size: Size): Promise<Figures> {
  const voters = await seedVoters(db, size.people)
  const commenters = await seedCommenters(db, size.commenters)
  const began = performance.now()
  const injected = injectFaults(size)
  const [votes, talk] = await Promise.all([
    castAtOnce(firestore, voters, size.patience, size.pace),
    commentAtOnce(firestore, commenters, size.patience, size.pace),
  ])
  const seconds = (performance.now() - began) / 1000
  const { batches, ...faults } = injected.end()
  const wrong = [...(await wrongVotes(db, voters)), ...(await wrongWords(db, commenters))]
  // Where Firestore itself asks to try again, that is a reason as good as the injected one.
  const shares = { ...size, contended: size.contended + (1 - size.contended) * (faults.contended / batches) }
  const tried = [...unbounded('votes', votes, shares), ...unbounded('talk', talk, shares)]
  return { votes, talk, seconds, ...faults, wrong, unbounded: tried }
}
