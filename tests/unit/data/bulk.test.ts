import { describe, expect, it } from 'vitest'
import { inBatches } from '#data/bulk.ts'
import { DataError } from '#data/errors.ts'

const items = (count: number) => Array.from({ length: count }, (_, i) => `c${i}`)

/** Writes that fail where one of these is among them, as the rules fail a whole batch. */
function writer(refused: readonly string[], kind: DataError['kind'] = 'refused') {
  const batches: (readonly string[])[] = []
  const write = async (some: readonly string[]) => {
    batches.push(some)
    if (some.some((id) => refused.includes(id))) throw new DataError(kind)
  }
  return { batches, write }
}

describe('many writes', () => {
  it('go in batches no larger than they may be, each once, and tell how far they are', async () => {
    const { batches, write } = writer([])
    const progress: number[] = []
    const told = await inBatches({
      items: items(10),
      idOf: (id) => id,
      atOnce: 4,
      write,
      onProgress: (done) => progress.push(done),
    })
    expect(batches.map((some) => some.length)).toEqual([4, 4, 2])
    expect(told.done.toSorted()).toEqual(items(10).toSorted())
    expect(told.failed).toEqual([])
    expect(progress.at(-1)).toBe(10)
    expect(progress).toEqual(progress.toSorted((a, b) => a - b))
  })

  it('are done beside those that are refused, each of these with its reason', async () => {
    const { write } = writer(['c1', 'c6'])
    const whyRefused = async (id: string) => new DataError(id === 'c1' ? 'conflict' : 'missing')
    const { done, failed } = await inBatches({ items: items(8), idOf: (id) => id, atOnce: 4, write, whyRefused })
    expect(done).toHaveLength(6)
    expect(failed.map(({ id, error }) => [id, error.kind]).toSorted()).toEqual([
      ['c1', 'conflict'],
      ['c6', 'missing'],
    ])
  })

  it('are done where they had arrived before and their answer was lost', async () => {
    const { write } = writer(['c1'])
    const job = { items: items(2), idOf: (id: string) => id, atOnce: 4, write, whyRefused: async () => null }
    expect(await inBatches(job)).toEqual({ done: ['c0', 'c1'], failed: [] })
  })

  it('end where there is no connection: nothing more is tried, and all that is left is said to have failed', async () => {
    const { batches, write } = writer(items(100), 'offline')
    const { done, failed } = await inBatches({ items: items(100), idOf: (id) => id, atOnce: 4, write })
    expect(done).toEqual([])
    expect(failed.map(({ id }) => id).toSorted()).toEqual(items(100).toSorted())
    expect(new Set(failed.map(({ error }) => error.kind))).toEqual(new Set(['offline']))
    expect(batches.length).toBeLessThanOrEqual(4)
  })

  it('of nothing are nothing', async () => {
    const { write } = writer([])
    expect(await inBatches({ items: items(0), idOf: (id) => id, atOnce: 4, write })).toEqual({ done: [], failed: [] })
  })
})
