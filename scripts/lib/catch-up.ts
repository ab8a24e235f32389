import type { DocumentReference, Firestore, Query, Transaction } from 'firebase-admin/firestore'
import { TASK_IDS } from '#domain/plan.ts'
import { claimSteps } from './claim-steps.ts'
import { logSteps } from './log-steps.ts'
import { Progress } from './progress.ts'
import { pages } from './rebuild.ts'
import { newestKept } from './results.ts'

// A restoration brings documents back that others, which it leaves, have gone beyond: entries of the log, publications and
// revisions that are kept, and former words. Those are numbered and never written twice, so that what is older than they
// are could not be gone on with: the rules would refuse its next number for ever. And participants: the slip that one came
// with would let in another.

/** What was brought up to what stands beside it. */
export type Change = {
  /** A line for whoever restores. */
  readonly said: string
  /** Of documents that are others now. Where people have to look, none. */
  readonly paths: readonly string[]
}

/** Looks at a document that may be older than what stands beside it, and brings it up to that. @returns what was done, if anything */
export type CatchUp = (transaction: Transaction) => Promise<Change | null>

const AT_ONCE = 20

/**
 * Brings everything up to what stands beside it. Where nothing is older it changes nothing: so it is done again where it was
 * stopped, and people may go on meanwhile.
 * @param asOf the moment that the backup is of, in milliseconds
 * @param onChange told of each change when it is done: what comes after it may fail
 */
export async function catchUp(db: Firestore, asOf: number, onChange: (change: Change) => void): Promise<void> {
  // One group after the other: what was claimed is not to be voided, and by the former words that are kept a decision tells
  // which words it was about, until those of a comment come back.
  const groups = [
    await claimSteps(db),
    await logSteps(db, asOf),
    [...(await wordSteps(db)), ...TASK_IDS.map((id) => taskStep(db.doc(`tasks/${id}`))), publicationStep(db)],
  ]
  const progress = new Progress('Catching up', groups.flat().length)
  const take = async (step: CatchUp) => {
    const change = await db.runTransaction(step)
    if (!change) return
    progress.clear()
    onChange(change)
  }
  for (const steps of groups) {
    for (let next = 0; next < steps.length; next += AT_ONCE) {
      const some = steps.slice(next, next + AT_ONCE)
      await Promise.all(some.map(take))
      progress.advance(some.length)
    }
  }
  progress.end()
}

/** `current` is the newest publication that is kept. */
function publicationStep(db: Firestore): CatchUp {
  const ref = db.doc('results/current')
  return async (transaction) => {
    const [current, kept] = [await transaction.get(ref), await newestKept(db, transaction)]
    if (!kept || kept.get('number') <= (current.get('number') ?? 0)) return null
    transaction.set(ref, kept.data())
    return { said: `${ref.path}: as ${kept.ref.path}`, paths: [ref.path] }
  }
}

/** The revisions of a task that it has not come to. */
export const revisionsAfter = (task: DocumentReference, number: number): Query =>
  task.collection('revisions').where('revision', '>', number).orderBy('revision')

/** What a task says, and its newest revision too. */
const SAID = ['bureau', 'title', 'summary', 'plain', 'body', 'subtasks', 'revision', 'sample', 'publishedAt']

/** A task says what its newest revision says (invariant 9). Whether it takes comments is its own. */
function taskStep(ref: DocumentReference): CatchUp {
  return async (transaction) => {
    const task = (await transaction.get(ref)).data()
    if (!task) return null
    const newer = (await transaction.get(revisionsAfter(ref, task.revision))).docs.map((found) => found.data())
    const newest = newer.at(-1)
    if (!newest) return null
    const said = Object.fromEntries(SAID.map((name) => [name, newest[name]]))
    const cited = newer.map(({ revision, citations }) => [revision, citations])
    transaction.update(ref, { ...said, cited: { ...task.cited, ...Object.fromEntries(cited) } })
    return { said: `${ref.path}: says what its revision ${newest.revision} says`, paths: [ref.path] }
  }
}

/** All former words of all comments, by their paths alone. */
export const formerWords = (db: Firestore): Query => db.collectionGroup('edits').select()

/** Comments whose words were changed, and how often. Costs a read for every former text. */
async function wordSteps(db: Firestore): Promise<readonly CatchUp[]> {
  const newest = new Map<string, number>()
  for await (const { ref } of pages(formerWords(db))) {
    const comment = ref.parent.parent?.path ?? ''
    newest.set(comment, Math.max(newest.get(comment) ?? 0, Number(ref.id)))
  }
  return [...newest].map(([path, number]) => wordStep(db.doc(path), number))
}

/**
 * A comment of before its words were changed takes the last words of it that are kept, which are no longer former ones then:
 * its author could change them no more, and what was kept would outlive a withdrawal.
 */
function wordStep(ref: DocumentReference, newest: number): CatchUp {
  const edit = (number: number) => ref.collection('edits').doc(String(number))
  return async (transaction) => {
    const [comment, kept] = [(await transaction.get(ref)).data(), await transaction.get(edit(newest))]
    if (!comment || comment.status === 'withdrawn' || !(comment.edits < newest) || !kept.exists) return null
    const edits = newest - 1
    const since = edits === 0 ? null : (await transaction.get(edit(edits))).get('at')
    const answer = await transaction.get(ref.firestore.doc(`responses/${ref.id}`))
    transaction.delete(kept.ref)
    if (edits > comment.edits) {
      const words = { text: kept.get('text'), translation: null, edits, editedAt: since ?? comment.editedAt }
      transaction.update(ref, words)
    }
    const said = `${ref.path}: has its newest words that are kept`
    // Pages would show it as an answer to these words.
    const isToOthers = (answer.get('edits') ?? 0) > edits
    return {
      said: isToOthers ? `${said}; ${answer.ref.path} was given to later ones: answer it anew` : said,
      paths: [ref.path, kept.ref.path],
    }
  }
}
