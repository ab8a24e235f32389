import { expect, it } from 'vitest'
import { drawShard, noStances, SHARDS, STANCES } from '#domain/stance.ts'

it('draws each of the 32 shards, none more often than another', () => {
  const times = new Map<number, number>()
  for (let i = 0; i < 32_000; i++) {
    const shard = drawShard()
    times.set(shard, (times.get(shard) ?? 0) + 1)
  }
  expect([...times.keys()].toSorted((a, b) => a - b)).toEqual(Array.from({ length: SHARDS }, (_, i) => i))
  // 1,000 each are expected, with a deviation of 31.
  for (const count of times.values()) expect(Math.abs(count - 1000)).toBeLessThan(250)
})

it('shows disagreement at the left, agreement at the right', () => {
  expect(STANCES).toEqual(['disagree', 'unsure', 'agree'])
  expect(noStances()).toEqual({ disagree: 0, unsure: 0, agree: 0 })
})
