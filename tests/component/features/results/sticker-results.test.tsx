import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { noStickers } from '#domain/ballot.ts'
import type { Results, StickerCounts } from '#domain/results.ts'
import { StickerResults } from '#features/results/sticker-results.tsx'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { samplePlan, sampleResults } from '../../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

const counts = (voters: number, stickers: Partial<StickerCounts>): StickerCounts => ({
  ...noStickers(),
  ...stickers,
  voters,
})

const results = (changes: Partial<Results['stickers']> = {}, recount: Partial<Results['recount']> = {}): Results => {
  const sample = sampleResults()
  return {
    ...sample,
    recount: { ...sample.recount, ballots: 1234, ballotsTallied: 1234, ...recount },
    stickers: {
      total: counts(1234, { t1: 1000, t5: 3000 }),
      groups: { ...sample.stickers.groups, student: counts(800, { t1: 900, t2: 2100 }) },
      ...changes,
    },
  }
}

describe.each(LANGUAGES)('the published stickers, in %s', (lang) => {
  const { priorities: words, common } = WORDS[lang]
  const show = (shown: Results | null) => renderInApp(<StickerResults results={shown} tasks={samplePlan()} />, { lang })
  const table = (name: RegExp) => within(screen.getByRole('table', { name }))

  it('are a table of all, with the number and the share of each task', async () => {
    await show(results())
    const all = table(new RegExp(fill(words.results.all_other, { value: '1,234' })))
    expect(all.getAllByRole('row')).toHaveLength(7)
    expect(all.getByRole('row', { name: /3,000 75%/ })).toBeTruthy()
    expect(all.getByRole('row', { name: /1,000 25%/ })).toBeTruthy()
  })

  it('are a table a group, and withheld groups are named as such', async () => {
    await show(results())
    expect(table(new RegExp(common.roles.student)).getByRole('row', { name: /2,100 70%/ })).toBeTruthy()
    expect(screen.getAllByRole('table')).toHaveLength(2)
    expect(screen.getAllByText(words.results.withheld)).toHaveLength(4)
    for (const role of ['parent', 'teacher', 'staff', 'resident'] as const)
      expect(screen.getByText(common.roles[role])).toBeTruthy()
  })

  it('say when they were published, and that the recount matches', async () => {
    await show(results())
    expect(screen.getByText(words.results.matches)).toBeTruthy()
    expect(screen.getByText(/1,234.*1,234/)).toBeTruthy()
  })

  it('say so if the recount differs', async () => {
    await show(results({}, { ballots: 1233 }))
    expect(screen.getByText(words.results.differs)).toBeTruthy()
  })

  it('are not there before five people have voted, or anything was published', async () => {
    const { rerender } = await show(results({ total: null }))
    expect(screen.getByText(words.results.few)).toBeTruthy()
    rerender(<StickerResults results={null} tasks={samplePlan()} />)
    expect(screen.getByText(words.results.none)).toBeTruthy()
    expect(screen.queryByRole('table')).toBeNull()
  })
})
