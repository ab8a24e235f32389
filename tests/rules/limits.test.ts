import { expect, it } from 'vitest'
import { loadRules } from './helpers/coverage.ts'
import { admin, onEmulator } from './helpers/emulator.ts'
import { ALLOWED, expressionsOf, loadSpendingRules, lookUpsOf, type Use } from './helpers/limits.ts'
import { asSent } from './helpers/sent.ts'
import { ANONYMOUS } from './helpers/slips.ts'
import { commit, type Write } from './helpers/writes.ts'
import { policyDocument } from './policy/document.ts'
import { LARGEST } from './policy/largest.ts'
import type { Operation } from './policy/rows.ts'
import { POLICY } from './policy/table.ts'
import { seedWorld } from './policy/world.ts'

onEmulator()

/** Every write that somebody can make, by its name. */
const WRITES = POLICY.flatMap(({ what, operations }) =>
  operations
    .filter(({ ask, may }) => ask.kind === 'write' && may.length > 0)
    .map((operation): [name: string, Operation] => [`${what}, ${operation.name}`, operation]),
)

type Measure<T> = (...asked: Parameters<typeof expressionsOf>) => Promise<T>

/** Measures every write, where there is what it needs, under rules that spend what is measured. */
async function measured<T>(measure: Measure<T>): Promise<ReadonlyMap<Operation, T>> {
  const results = new Map<Operation, T>()
  await seedWorld()
  for (const [name, operation] of WRITES) {
    const { may, without = [] } = operation
    const { world = [], writes } = LARGEST[name] ?? { writes: writesOf(operation) }
    const changes = [...without.map((path) => ({ path, remove: true as const })), ...world]
    const uid = may[0] ?? 'nobody'
    if (changes.length > 0) await commit(admin(), changes)
    const asker = { uid, token: uid === 'anonymous' ? ANONYMOUS : {} }
    results.set(operation, await measure(asker, await asSent(writes(uid))))
    if (changes.length > 0) await seedWorld()
  }
  return results
}

function writesOf({ ask }: Operation): (uid: string) => readonly Write[] {
  if (ask.kind !== 'write') throw new Error('no write')
  return ask.writes
}

const isNear = (use: Use): boolean =>
  (Object.keys(ALLOWED) as (keyof Use)[]).some((what) => use[what] > ALLOWED[what] * 0.9)

it('every write keeps a tenth of what Firestore allows, and docs/security-policy.md says how much it takes', {
  timeout: 180_000,
}, async () => {
  await loadSpendingRules('expressions')
  const expressions = await measured(expressionsOf)
  await loadSpendingRules('lookUps')
  const lookUps = await measured(lookUpsOf)
  await loadRules()
  const uses = new Map(
    [...lookUps].map(([write, use]): [Operation, Use] => [write, { ...use, expressions: expressions.get(write) ?? 0 }]),
  )
  await expect(policyDocument(uses)).toMatchFileSnapshot('../../docs/security-policy.md')
  const near = WRITES.filter(([, write]) => isNear(uses.get(write) ?? ALLOWED)).map(([name]) => name)
  expect(near, 'come within a tenth of a limit').toEqual([])
  const names = WRITES.map(([name]) => name)
  expect(Object.keys(LARGEST).filter((name) => !names.includes(name))).toEqual([])
})
