import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Results, StickerCounts } from '#domain/results.ts'
import { noBallots } from '#domain/totals.ts'
import { Compare } from '#features/results/compare.tsx'
import { Glance } from '#features/results/glance.tsx'
import { Limits } from '#features/results/limits.tsx'
import { fitting, pictureOf } from '#features/results/picture.ts'
import { Present } from '#features/results/present.tsx'
import { keptResultsQuery } from '#features/results/queries.ts'
import { tableFile } from '#features/results/table-file.ts'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { counts, samplePlan, sampleResult, sampleResults } from '../../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

const ballots = (voters: number, t1: number, t2: number): StickerCounts => ({ ...noBallots(), voters, t1, t2 })

const results = (number: number, students: number): Results => {
  const sample = sampleResults({
    t1: sampleResult(
      { student: counts(students, 10), parent: counts(30, 0, 10) },
      { total: counts(students + 30, 10, 10), revision: 1 },
    ),
  })
  return {
    ...sample,
    number,
    publishedAt: new Date(Date.UTC(2026, 2, number)),
    stickers: { total: ballots(50, 60, 40), groups: { ...sample.stickers.groups, student: ballots(20, 60, 20) } },
  }
}

const NOW = results(3, 30)
const KEPT = [results(1, 10), results(2, 28), NOW]
const tasks = samplePlan()

describe.each(LANGUAGES)('results in detail, in %s', (lang) => {
  const { results: words, present } = WORDS[lang]
  const rowOf = (table: HTMLElement, name: RegExp) =>
    within(within(table).getByRole('row', { name }))
      .getAllByRole('cell')
      .map((cell) => cell.textContent)
  const people = (value: number) => fill(words.peopleValue_other, { value })

  it('are a table of all groups together at a glance', async () => {
    await renderInApp(<Glance results={NOW} tasks={tasks} />, { lang })
    expect(rowOf(screen.getByRole('table'), /t1/)).toEqual(['75%', '13%', '13%', '80', '60%'])
    expect(rowOf(screen.getByRole('table'), /t2/)).toEqual([words.few, '40%'])
  })

  async function compare() {
    const client = testClient()
    client.setQueryData(keptResultsQuery(3).queryKey, KEPT)
    return renderInApp(<Compare results={NOW} tasks={tasks} />, { lang, client })
  }
  const table = (region: string) =>
    within(screen.getByRole('region', { name: region })).getByRole('table', { hidden: true })

  it('put two groups side by side, with the gap in points; what is withheld has none', async () => {
    const { user } = await compare()
    const gap = fill(words.compare.points, { points: 0 })
    expect(rowOf(table(words.compare.title), /t1/)).toEqual([`75%${people(40)}`, `75%${people(40)}`, gap])
    await user.selectOptions(screen.getByLabelText(words.compare.other), 'staff')
    expect(rowOf(table(words.compare.title), /t1/)).toEqual([`75%${people(40)}`, words.withheld, '–'])
    await user.click(screen.getByRole('radio', { name: words.measures.stickers }))
    expect(rowOf(table(words.compare.title), /t1/)[0]).toBe(`75%${people(20)}`)
  })

  it('show the course as a table as well, without a moment that differs by fewer than five people', async () => {
    await compare()
    const rows = within(table(words.course.title)).getAllByRole('row', { hidden: true }).slice(1)
    expect(rows).toHaveLength(2)
    expect(rows[0]?.textContent).toContain('75%')
    expect(rows[1]?.textContent).toContain('50%')
  })

  it('say who took part against how many there are', async () => {
    await renderInApp(<Limits results={NOW} />, { lang })
    expect(rowOf(screen.getByRole('table'), new RegExp(words.parts.student))).toEqual([
      people(20),
      fill(words.peopleValue_other, { value: '880,370' }),
      '0.0023%',
    ])
    expect(rowOf(screen.getByRole('table'), new RegExp(words.parts.parent))).toEqual([
      words.withheld,
      words.limits.notCounted,
      '–',
    ])
  })

  it('have a file whose withheld rows have no numbers', async () => {
    await renderInApp(<p />, { lang })
    const lines = (await act(() => tableFile(NOW, tasks))).trim().split('\r\n')
    expect(lines).toHaveLength(1 + 6 * 6 * 2)
    const both = (key: 'staff' | 'student') => `${WORDS.ko.results.parts[key]} / ${WORDS.en.results.parts[key]}`
    const staff = lines.filter((line) => line.includes(both('staff')))
    expect(staff).toHaveLength(12)
    for (const line of staff) expect(line).toMatch(/비공개 \/ Not published,,,,$/)
    expect(lines.find((line) => line.includes(both('student')))).toMatch(/,40,30,10,0,$/)
  })

  it('have a picture in which nothing is markup but its own', () => {
    const svg = pictureOf(NOW, tasks, {
      name: '<script>',
      title: '"&',
      note: '',
      titleOf: ({ title }) => title[lang],
      share: (share) => `${Math.round(100 * share)}%`,
      none: '–',
    })
    const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml')
    expect(drawn.querySelector('parsererror, script')).toBeNull()
    expect(drawn.documentElement.textContent).toContain('<script>')
    expect(drawn.documentElement.textContent).toContain('75%')
    expect(fitting('가나다라마', 6)).toBe('가나다…')
  })

  it('are folded away on a classroom screen until somebody shows them', async () => {
    const { user } = await renderInApp(<Present results={NOW} tasks={tasks} readAt={Date.UTC(2026, 2, 3)} />, { lang })
    expect(screen.getByRole('img', { name: present.code })).toBeTruthy()
    expect(document.body.textContent).toContain(fill(present.voters_other, { value: 50 }))
    expect(screen.queryByRole('list')).toBeNull()
    await user.click(screen.getByRole('button', { name: present.show }))
    const shown = within(screen.getByRole('list', { name: present.bars })).getAllByRole('listitem')
    expect(shown[0]?.textContent).toContain('60%')
    await user.click(screen.getByRole('button', { name: present.hide }))
    expect(screen.queryByRole('list')).toBeNull()
  })
})
