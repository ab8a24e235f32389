import { SHARDS } from '#domain/stance.ts'

/** A city-wide week puts a tenth of 963,000 ballots into one hour: students, teachers and as many parents do not. */
const RATES = [27, 54, 270]
/** The share of the largest group among those who vote: all of them pupils, or two thirds. */
const LARGEST_GROUPS = [1, 2 / 3]

/** How often more than `limit` of so many writes a second, spread at random, meet at one document in a second. */
export function shareOfSeconds(perSecond: number, limit: number): number {
  let term = Math.exp(-perSecond)
  let atMost = 0
  for (let writes = 0; writes <= limit; writes++) {
    atMost += term
    term *= perSecond / (writes + 1)
  }
  return 1 - atMost
}

/** For each rate of ballots, what one document bears: with 32 shards a group, and with one. */
export function loadTable(): string {
  const rows = RATES.flatMap((rate) =>
    LARGEST_GROUPS.map((share) => {
      const perShard = (rate * share) / SHARDS
      const cells = [
        String(rate),
        `${Math.round(share * 100)} %`,
        (rate * share).toFixed(1),
        perShard.toFixed(2),
        perShard <= 1 ? 'yes' : 'no',
        `${(100 * shareOfSeconds(perShard, 3)).toFixed(1)} %`,
      ]
      return `| ${cells.join(' | ')} |`
    }),
  )
  return `| ballots a second | of the largest group | writes a second without shards | with ${SHARDS} | within one a second | seconds in which more than 3 meet |
| ---: | ---: | ---: | ---: | :--: | ---: |
${rows.join('\n')}`
}
