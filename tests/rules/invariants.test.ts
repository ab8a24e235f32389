import fc from 'fast-check'
import { FirebaseError } from 'firebase/app'
import type { Firestore } from 'firebase/firestore/lite'
import { expect, it } from 'vitest'
import { clientAs } from './helpers/clients.ts'
import { onEmulator } from './helpers/emulator.ts'
import { violations } from './helpers/invariants.ts'
import { seed, seedParticipant, staffOf } from './helpers/people.ts'
import { type Batch, fairBatch, MUTATIONS } from './helpers/random-batches.ts'
import type { Pick } from './helpers/random-deeds.ts'
import { readStored, type Stored } from './helpers/stored.ts'
import { learned } from './helpers/strangers.ts'
import { commit } from './helpers/writes.ts'
import { seedWorld } from './policy/world.ts'

onEmulator()

// Always the same batches, unless asked for others:
// RANDOM_RUNS=500 RANDOM_SEED=random npm run test:rules -- tests/rules/invariants.test.ts
const { RANDOM_RUNS = '8', RANDOM_SEED = '20261126' } = process.env
const seeded = RANDOM_SEED === 'random' ? {} : { seed: Number(RANDOM_SEED) }

const numbers = fc.noBias(fc.array(fc.nat(9999), { minLength: 12, maxLength: 12 }))
const mutation = fc.record({ how: fc.nat(MUTATIONS.length - 1), numbers })
const step = fc.record({ numbers, mutations: fc.noBias(fc.array(mutation, { minLength: 5, maxLength: 5 })) })
const STEPS = 30

function picking(from: readonly number[]): Pick {
  let next = 0
  return (limit) => (from[next++ % from.length] ?? 0) % Math.max(limit, 1)
}

// The last three are Firestore's own: what is no batch, and what changes a document that is not there.
const REFUSALS = ['permission-denied', 'invalid-argument', 'not-found', 'failed-precondition']

const clients = new Map<string, Firestore>()
const clientOf = (uid: string): Firestore => {
  const client = clients.get(uid) ?? clientAs(uid)
  clients.set(uid, client)
  return client
}

async function isDone({ uid, writes }: Batch): Promise<boolean> {
  try {
    await commit(clientOf(uid), writes)
    return true
  } catch (error) {
    if (error instanceof FirebaseError && REFUSALS.includes(error.code)) return false
    throw error
  }
}

async function startAnew(): Promise<Stored> {
  await seedWorld()
  await seedParticipant('boss', { role: 'parent' })
  await seed('staff/boss', staffOf({ canReview: true, canEdit: true, canInvite: true, canManage: true }))
  return readStored()
}

it('whatever anybody sends, what is stored afterwards keeps every invariant', {
  timeout: 60_000 + Number(RANDOM_RUNS) * 20_000,
}, async () => {
  const count = { 'fair, done': 0, 'fair, refused': 0, 'changed, done': 0, 'changed, refused': 0 }
  const law = fc.asyncProperty(fc.array(step, { minLength: STEPS, maxLength: STEPS }), async (steps) => {
    let stored = await startAnew()
    let last: Batch = { uid: 'owner', writes: [] }
    const attempt = async (kind: 'fair' | 'changed', batch: Batch) => {
      if (batch.writes.length === 0) return
      const done = await isDone(batch)
      count[`${kind}, ${done ? 'done' : 'refused'}`] += 1
      if (!done) return
      const after = await readStored()
      expect(violations(stored, after, batch.uid), JSON.stringify(batch, null, 1)).toEqual([])
      stored = after
      last = batch
    }
    for (const [i, { numbers, mutations }] of steps.entries()) {
      const fair = fairBatch(stored, picking(numbers))
      // Each part of it without each of the others, and of what was done before; then what chance makes of it.
      for (const { uid, writes } of [fair, last]) {
        for (const one of writes) await attempt('changed', { uid, writes: writes.filter((each) => each !== one) })
      }
      for (const { how, numbers } of mutations) {
        await attempt('changed', MUTATIONS[how]?.(fair, stored, picking(numbers)) ?? fair)
      }
      await attempt('fair', fairBatch(stored, picking(numbers)))
      const stranger = i % 2 === 0 ? 'nobody' : 'stranger'
      expect(await learned(clientOf(stranger), stored), `learned by ${stranger}`).toEqual([])
    }
  })
  // A run is shown as it is: to find a shorter one takes minutes.
  await fc.assert(law, { numRuns: Number(RANDOM_RUNS), endOnFailure: true, ...seeded })
  process.stdout.write(`  ${JSON.stringify(count)}\n`)
  // The law would hold of nothing at all: of both kinds of batches some have to be done, and some not.
  for (const number of Object.values(count)) expect(number).toBeGreaterThan(Number(RANDOM_RUNS) * 2)
})
