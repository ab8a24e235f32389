/** What a person thinks of a task's revision, in the order shown: left, middle, right. */
export const STANCES = ['disagree', 'unsure', 'agree'] as const
export type Stance = (typeof STANCES)[number]

export const isStance = (value: unknown): value is Stance => STANCES.some((stance) => stance === value)

/** Every tally is spread over this many documents for each group, so that many can vote in the same second. */
export const SHARDS = 32

export type StanceCounts = Readonly<Record<Stance, number>>

export const noStances = (): Record<Stance, number> => ({ agree: 0, unsure: 0, disagree: 0 })

/** A shard from 0 to 31, drawn once a person and task and then kept in a private document. */
export const drawShard = (): number => (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % SHARDS
