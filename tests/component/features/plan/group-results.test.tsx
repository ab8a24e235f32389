import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ROLES } from '#domain/roles.ts'
import { GroupResults } from '#features/plan/group-results.tsx'
import { Hero } from '#features/plan/hero.tsx'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { counts, sampleResult, sampleResults } from '../../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

const groups = { student: counts(1234, 0, 766), parent: counts(5), staff: counts(0), resident: counts(0, 3, 3) }
const publishedAt = new Date('2026-03-05T15:30:00Z')

describe.each(LANGUAGES)('where the groups stand, in %s', (lang) => {
  const { plan, common } = WORDS[lang]
  const cellsOf = (group: string) => {
    const row = screen.getAllByRole('row').find((one) => within(one).queryByRole('rowheader', { name: group }))
    return row
      ? within(row)
          .getAllByRole('cell')
          .map((cell) => cell.textContent)
      : []
  }
  const show = () => renderInApp(<GroupResults result={sampleResult(groups)} publishedAt={publishedAt} />, { lang })

  it('is a table that says what it shows', async () => {
    await show()
    expect(screen.getByRole('table', { name: plan.results.caption })).toBeTruthy()
    const headings = [plan.results.group, plan.results.share, plan.results.people]
    expect(screen.getAllByRole('columnheader').map((heading) => heading.textContent)).toEqual(headings)
  })

  it('has share and number of people of each published group', async () => {
    await show()
    const people = (value: string) => (lang === 'ko' ? `${value}명` : value)
    expect(cellsOf(common.roles.student)).toEqual(['62%', people('2,000')])
    expect(cellsOf(common.roles.parent)).toEqual(['100%', people('5')])
    expect(cellsOf(common.roles.resident)).toEqual(['0%', people('6')])
  })

  it('names the groups whose numbers are withheld, without a number', async () => {
    await show()
    expect(cellsOf(common.roles.teacher)).toEqual([plan.results.withheld])
    expect(cellsOf(common.roles.staff)).toEqual([plan.results.withheld])
    const names = screen.getAllByRole('rowheader').map((name) => name.textContent)
    expect(names).toEqual(ROLES.map((role) => common.roles[role]))
  })

  it('says when it was counted, by the clock of Seoul', async () => {
    const { container } = await show()
    const moment = lang === 'ko' ? '2026년 3월 6일 00:30' : /6 March 2026\D+00:30/
    expect(container.textContent).toMatch(moment)
  })

  it('has no picture beside the table that would say the same again', async () => {
    await show()
    expect(screen.queryByRole('img')).toBeNull()
  })

  it('says so before anything is published', async () => {
    await renderInApp(<GroupResults result={undefined} publishedAt={undefined} />, { lang })
    expect(screen.getByText(plan.results.none)).toBeTruthy()
    expect(screen.queryByRole('table')).toBeNull()
  })
})

describe.each(LANGUAGES)('the head of the home page, in %s', (lang) => {
  const { plan, common } = WORDS[lang]

  it('says in words what its yard shows', async () => {
    const results = sampleResults({ t1: sampleResult(groups) })
    await renderInApp(<Hero results={results} joined={false} />, { lang })
    const shares = { student: '62%', parent: '100%', teacher: null, staff: null, resident: '0%' }
    const said = ROLES.map((role) =>
      fill(plan.hero.group, { group: common.roles[role], share: shares[role] ?? plan.hero.noNumber }),
    )
    expect(screen.getByRole('img', { name: fill(plan.hero.yard, { groups: said.join(', ') }) })).toBeTruthy()
  })

  it('asks to join only those who have not', async () => {
    const { rerender } = await renderInApp(<Hero results={null} joined={false} />, { lang })
    expect(screen.getByRole('link', { name: plan.hero.join })).toBeTruthy()
    rerender(<Hero results={null} joined={true} />)
    expect(screen.queryByRole('link', { name: plan.hero.join })).toBeNull()
    expect(screen.getByRole('link', { name: plan.hero.start })).toBeTruthy()
  })
})
