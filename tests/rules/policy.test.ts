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
import { clientAs } from './helpers/clients.ts'
import { readCoverage, reasonsBetween } from './helpers/coverage.ts'
import { admin, onEmulator } from './helpers/emulator.ts'
import { commit, type Write } from './helpers/writes.ts'
import { ACTORS, type Actor, type Deed, deedsOf, NO_RULE, type Operation, whyNot } from './policy/rows.ts'
import { POLICY } from './policy/table.ts'
import { seedWorld } from './policy/world.ts'

onEmulator()

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

/** Does an operation as some who may not, of whom it leaves no trace. @returns why they could not, together */
async function reasonsFor(operation: Operation, actors: readonly Actor[], expected: Outcome): Promise<string[]> {
  const before = await readCoverage()
  for (const actor of actors) {
    for (const attempt of attempts(clientAs(actor), actor, operation)) {
      expect(await outcomeOf(attempt), `${actor}, who may not`).toBe(expected)
    }
  }
  const after = await readCoverage()
  expect(after.errors, 'evaluation errors in the rules').toEqual([])
  return reasonsBetween(before, after)
}

/**
 * Expects each of them to be refused for the reasons of the table. To read the reasons is most of the work, but who is asked
 * together with others hides what refuses them behind what refuses those; where no rule speaks of it, each answer says so.
 */
async function expectRefusals(operation: Operation, actors: readonly Actor[]): Promise<void> {
  const isUnheardOf = (actor: Actor) => whyNot(operation, actor).includes(NO_RULE)
  expect(await reasonsFor(operation, actors.filter(isUnheardOf), NO_RULE)).toEqual([])
  const found: Partial<Record<Actor, string[]>> = {}
  const others = actors.filter((actor) => !isUnheardOf(actor))
  for (const actor of others) found[actor] = (await reasonsFor(operation, [actor], 'refused')).toSorted()
  expect(found).toEqual(Object.fromEntries(others.map((actor) => [actor, whyNot(operation, actor).toSorted()])))
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

/** What a batch does with the documents of a collection: whether each is there tells a creation from a change. */
async function deedsIn(path: string, writes: readonly Write[]): Promise<Deed[]> {
  const within = new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`)
  const own = writes.filter((each) => within.test(each.path))
  const deedOf = async (each: Write): Promise<Deed> =>
    'remove' in each ? 'delete' : (await getDoc(doc(admin(), each.path))).exists() ? 'update' : 'create'
  return Promise.all(own.map(deedOf))
}

describe.each(POLICY)('$what', ({ path, operations }) => {
  it.each(operations)('$name', async (operation) => {
    await prepare(operation)
    const { ask, may } = operation
    if (ask.kind === 'write') {
      const done = await deedsIn(path, ask.writes(may[0] ?? 'owner'))
      expect(done, 'does what it is called').toEqual(expect.arrayContaining([...deedsOf(operation)]))
    }
    const others = ACTORS.filter((actor) => !operation.may.includes(actor))
    await expectRefusals(operation, others)
    for (const actor of operation.may) {
      for (const attempt of attempts(clientAs(actor), actor, operation)) {
        expect(await outcomeOf(attempt), `${actor}, who may`).toBe('done')
      }
      if (operation.ask.kind === 'write') await prepare(operation)
    }
  })
})
