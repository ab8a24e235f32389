import { isDeepStrictEqual } from 'node:util'
import { FirebaseError } from 'firebase/app'
import {
  collection,
  collectionGroup,
  count,
  doc,
  type Firestore,
  getAggregate,
  getDoc,
  getDocs,
  limit,
  query,
  sum,
} from 'firebase/firestore/lite'
import { describe, expect, it } from 'vitest'
import { readCoverage, reasonsBetween } from './helpers/coverage.ts'
import { admin, anyone, onEmulator, signedIn } from './helpers/emulator.ts'
import { ANONYMOUS } from './helpers/slips.ts'
import { commit } from './helpers/writes.ts'
import { ACTORS, type Actor, NO_RULE, type Operation } from './policy/rows.ts'
import { POLICY } from './policy/table.ts'
import { seedWorld } from './policy/world.ts'

onEmulator()

function as(actor: Actor): Firestore {
  if (actor === 'nobody') return anyone()
  return actor === 'anonymous' ? signedIn('anonymous', ANONYMOUS) : signedIn(actor)
}

/** Does it in all the ways that the rules take for one. */
function attempts(db: Firestore, actor: Actor, { ask }: Operation): (() => Promise<unknown>)[] {
  if (ask.kind === 'get') return [() => getDoc(doc(db, ask.path))]
  if (ask.kind === 'write') return [() => commit(db, ask.writes(actor))]
  const all = ask.kind === 'list' ? collection(db, ask.of) : collectionGroup(db, ask.of)
  const some = query(all, ...(ask.where ?? []), limit(ask.kind === 'list' ? (ask.most ?? 20) : 20))
  return [() => getDocs(some), () => getAggregate(some, { number: count(), all: sum('revision') })]
}

type Outcome = 'done' | 'refused' | typeof NO_RULE

async function outcomeOf(attempt: () => Promise<unknown>): Promise<Outcome> {
  try {
    await attempt()
    return 'done'
  } catch (error) {
    if (!(error instanceof FirebaseError) || error.code !== 'permission-denied') throw error
    return error.message.includes('No matching allow statements') ? NO_RULE : 'refused'
  }
}

/** Does an operation as those who may not, of whom it leaves no trace. @returns why they could not */
async function whyNot(operation: Operation, actors: readonly Actor[]): Promise<string[]> {
  const outcomes = new Set<Outcome>()
  const before = await readCoverage()
  for (const actor of actors) {
    for (const attempt of attempts(as(actor), actor, operation)) {
      const outcome = await outcomeOf(attempt)
      expect(outcome, `${actor}, who may not`).not.toBe('done')
      outcomes.add(outcome)
    }
  }
  const after = await readCoverage()
  expect(after.errors, 'evaluation errors in the rules').toEqual([])
  return [...(outcomes.has(NO_RULE) ? [NO_RULE] : []), ...reasonsBetween(before, after)].toSorted()
}

/**
 * Why each of them could not. Those signed in are asked together, for to read the reasons is most of the work: only where
 * one's reason lies within another's, which hides it, is each asked alone.
 */
async function reasonsOf(operation: Operation, actors: readonly Actor[]): Promise<string[]> {
  const signedOut = actors.filter((actor) => actor === 'nobody')
  const others = actors.filter((actor) => actor !== 'nobody')
  const expected = [...operation.unless].toSorted()
  const alike = await reasonsIn(operation, [signedOut, others])
  if (isDeepStrictEqual(alike, expected)) return alike
  const alone = others.map((actor) => [actor])
  return reasonsIn(operation, [signedOut, ...alone])
}

async function reasonsIn(operation: Operation, groups: readonly (readonly Actor[])[]): Promise<string[]> {
  const reasons = new Set<string>()
  for (const group of groups) for (const reason of await whyNot(operation, group)) reasons.add(reason)
  return [...reasons].toSorted()
}

async function prepare({ without = [] }: Operation): Promise<void> {
  await seedWorld()
  if (without.length > 0) {
    await commit(
      admin(),
      without.map((path) => ({ path, remove: true })),
    )
  }
}

describe.each(POLICY)('$what', ({ operations }) => {
  it.each(operations)('$name', async (operation) => {
    await prepare(operation)
    const others = ACTORS.filter((actor) => !operation.may.includes(actor))
    expect(await reasonsOf(operation, others)).toEqual([...operation.unless].toSorted())
    for (const actor of operation.may) {
      for (const attempt of attempts(as(actor), actor, operation)) {
        expect(await outcomeOf(attempt), `${actor}, who may`).toBe('done')
      }
      if (operation.ask.kind === 'write') await prepare(operation)
    }
  })
})
