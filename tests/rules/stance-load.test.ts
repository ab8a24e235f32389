import { describe, expect, it } from 'vitest'
import { ROLES } from '#domain/roles.ts'
import { STANCES, type Stance } from '#domain/stance.ts'
import { admin, onEmulator, signedIn } from './helpers/emulator.ts'
import { participant } from './helpers/people.ts'
import { recount } from './helpers/recount.ts'
import { seedTask, takingStance } from './helpers/voices.ts'
import { commit, commitPatiently } from './helpers/writes.ts'

onEmulator()

const PEOPLE = 200

const person = (i: number) => ({
  uid: `person-${i}`,
  role: ROLES[i % ROLES.length] ?? 'student',
  // Few shards, so that many meet at one document.
  shard: i % 3,
  first: STANCES[i % STANCES.length] ?? 'agree',
  second: i % 4 === 0 ? null : (STANCES[(i + (i % 3)) % STANCES.length] ?? 'agree'),
})

describe('two hundred people at once', () => {
  it('leave every tally equal to the stances', { timeout: 120_000 }, async () => {
    await seedTask()
    const people = Array.from({ length: PEOPLE }, (_, i) => person(i))
    await commit(
      admin(),
      people.map(({ uid, role }) => ({ path: `participants/${uid}`, set: participant({ role }) })),
    )

    const take = async ({ uid, role, shard, first, second }: (typeof people)[number]) => {
      const db = signedIn(uid)
      await commitPatiently(db, takingStance(uid, first, null, { role, shard }))
      if (second !== null && second !== first)
        await commitPatiently(db, takingStance(uid, second, first, { role, shard }))
    }
    await Promise.all(people.map(take))

    const expected: Record<string, number> = {}
    for (const { role, first, second } of people) {
      const side: Stance = second ?? first
      expected[`${role} ${side}`] = (expected[`${role} ${side}`] ?? 0) + 1
    }
    const { counted, tallied } = await recount()
    expect(counted).toEqual(expected)
    expect(tallied).toEqual(expected)
  })
})
