import { noStickers, STICKERS } from '#domain/ballot.ts'
import { TASK_IDS, type TaskId } from '#domain/plan.ts'
import type { Role } from '#domain/roles.ts'
import { noStances, SHARDS, type Stance } from '#domain/stance.ts'
import { type Doc, hoursBefore } from './docs.ts'
import type { SeedInputs } from './inputs.ts'
import type { Person } from './people.ts'
import { revisedAt } from './plan-docs.ts'
import { type Random, randomFor } from './random.ts'

/** How drawn a group is to a task, and of a hundred of them, how many agree and how many disagree. */
type Leaning = readonly [weight: number, agree: number, disagree: number]

// Students and parents part over devices (t2). Hardly a resident takes a stance on t4: a group too small to publish.
const LEANINGS: Readonly<Record<TaskId, Readonly<Record<Role, Leaning>>>> = {
  t1: { student: [5, 58, 14], parent: [9, 76, 9], teacher: [8, 55, 24], staff: [7, 62, 12], resident: [7, 71, 10] },
  t2: { student: [9, 69, 12], parent: [9, 33, 45], teacher: [9, 44, 32], staff: [6, 50, 21], resident: [6, 37, 33] },
  t3: { student: [9, 72, 9], parent: [7, 61, 13], teacher: [5, 57, 15], staff: [5, 59, 11], resident: [9, 78, 6] },
  t4: { student: [6, 55, 19], parent: [5, 46, 24], teacher: [6, 63, 14], staff: [5, 54, 18], resident: [0.3, 50, 25] },
  t5: { student: [8, 81, 6], parent: [10, 88, 4], teacher: [8, 70, 13], staff: [9, 66, 17], resident: [8, 79, 7] },
  t6: { student: [7, 60, 17], parent: [5, 49, 21], teacher: [9, 74, 10], staff: [9, 41, 39], resident: [5, 62, 15] },
}

/** The same of what a second revision says. It lets families choose whether devices come home: parents come round. */
const LEANINGS_SINCE: Readonly<Record<Role, Leaning>> = {
  student: [9, 66, 13],
  parent: [9, 61, 19],
  teacher: [9, 57, 18],
  staff: [6, 56, 17],
  resident: [6, 49, 24],
}

/** So many of those who have taken a stance take one again when the text has changed. */
const SHARE_TAKEN_AGAIN = 0.58

const SHARE_WITH_BALLOT = 0.86

/**
 * Everyone's stances on three to six tasks, and the tallies that are their sums. Of a task that was revised meanwhile
 * each is on the text of its moment, and many have taken another on the new one.
 */
export function stanceDocs(everyone: readonly Person[], inputs: SeedInputs, now: Date): Doc[] {
  const [random, since] = [randomFor('stances'), randomFor('stances on second revisions')]
  const tallies = new Tallies(() => noStances())
  const stances = everyone.flatMap(({ uid, role, joinedHoursAgo }) => {
    const docOf = (taskId: TaskId, revision: number, value: Stance, shard: number, at: Date): Doc => {
      const path = `tasks/${taskId}/revisions/${revision}`
      tallies.add(`${path}/stanceTallies`, role, shard, { [value]: 1 })
      return [`${path}/stances/${uid}`, { value, role, shard, at }]
    }
    return someTasks(role, 3 + random.below(4), random).flatMap((taskId): Doc[] => {
      const first = stanceOf(LEANINGS[taskId][role], random)
      const shard = random.below(SHARDS)
      const at = hoursBefore(now, random.next() * joinedHoursAgo)
      const revised = revisedAt(inputs, taskId, now)
      if (!revised) return [docOf(taskId, 1, first, shard, at)]
      const second = (when: Date) => docOf(taskId, 2, stanceOf(LEANINGS_SINCE[role], since), shard, when)
      if (at >= revised) return [second(at)]
      const again = since.next() < SHARE_TAKEN_AGAIN ? [second(between(revised, now, since))] : []
      return [docOf(taskId, 1, first, shard, at), ...again]
    })
  })
  return [...stances, ...tallies.docs()]
}

const between = (from: Date, to: Date, random: Random): Date =>
  new Date(from.getTime() + random.next() * (to.getTime() - from.getTime()))

/** The sticker ballots of most people, and the tallies that are their sums. */
export function ballotDocs(everyone: readonly Person[], now: Date): Doc[] {
  const random = randomFor('ballots')
  const tallies = new Tallies(() => ({ voters: 0, ...noStickers() }))
  const voters = everyone.filter(() => random.next() < SHARE_WITH_BALLOT)
  const ballots = voters.map(({ uid, role, joinedHoursAgo }): Doc => {
    const stickers = noStickers()
    // One in five keeps a sticker or two.
    const number = random.next() < 0.8 ? STICKERS : STICKERS - 1 - random.below(2)
    for (let i = 0; i < number; i++) stickers[random.weighted(weightsOf(role))] += 1
    const shard = random.below(SHARDS)
    tallies.add('ballotTallies', role, shard, { voters: 1, ...stickers })
    return [`ballots/${uid}`, { stickers, role, shard, at: hoursBefore(now, random.next() * joinedHoursAgo) }]
  })
  return [...ballots, ...tallies.docs()]
}

/** When ballots are taken: since the first people have joined, and for a year, as long as anybody may try the sample. */
export const votingDocs = (now: Date): Doc[] => [
  ['settings/voting', { opensAt: hoursBefore(now, 24 * 90), closesAt: hoursBefore(now, -24 * 365) }],
]

/** Sums by group and shard, as the clients' batches would have left them. */
class Tallies {
  readonly #byPath = new Map<string, { readonly role: Role; readonly sums: Record<string, number> }>()
  readonly #zero: () => Record<string, number>

  constructor(zero: () => Record<string, number>) {
    this.#zero = zero
  }

  add(collection: string, role: Role, shard: number, amounts: Readonly<Record<string, number>>): void {
    const path = `${collection}/${role}-${shard}`
    const { sums } = this.#byPath.get(path) ?? { sums: this.#zero() }
    for (const [field, amount] of Object.entries(amounts)) sums[field] = (sums[field] ?? 0) + amount
    this.#byPath.set(path, { role, sums })
  }

  docs(): Doc[] {
    return [...this.#byPath].map(([path, { role, sums }]) => [path, { role, ...sums }])
  }
}

const weightsOf = (role: Role): Record<TaskId, number> => {
  const weights = noStickers()
  for (const id of TASK_IDS) weights[id] = LEANINGS[id][role][0] * LEANINGS[id][role][1]
  return weights
}

function someTasks(role: Role, number: number, random: Random): TaskId[] {
  const weights = noStickers()
  for (const id of TASK_IDS) weights[id] = LEANINGS[id][role][0]
  const interesting = TASK_IDS.filter((id) => weights[id] >= 1).length
  const drawn: TaskId[] = []
  while (drawn.length < Math.min(number, interesting)) {
    const id = random.weighted(weights)
    weights[id] = 0
    drawn.push(id)
  }
  return drawn
}

const stanceOf = ([, agree, disagree]: Leaning, random: Random): Stance =>
  random.weighted<Stance>({ agree, disagree, unsure: 100 - agree - disagree })
