import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { TaskList } from '#features/plan/task-list.tsx'
import { hrefOf } from '../../../helpers/described.ts'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { counts, samplePlan, sampleResult, sampleResults, sampleTask } from '../../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

const results = sampleResults({
  t1: sampleResult({}, { voices: 1234, total: counts(61, 20, 19) }),
  t2: sampleResult({}, { voices: 1 }),
})

/** The item of a task, by its number. */
const item = (number: number) => within(screen.getAllByRole('listitem').filter(isTask)[number - 1] ?? document.body)
const isTask = (element: HTMLElement) => within(element).queryByRole('heading') !== null

describe.each(LANGUAGES)('the list of tasks, in %s', (lang) => {
  const words = WORDS[lang].plan

  it('leads to each of the six pages', async () => {
    const { user, address } = await renderInApp(<TaskList tasks={samplePlan()} results={null} />, { lang })
    const links = screen.getAllByRole('link')
    expect(links.map(hrefOf)).toEqual([1, 2, 3, 4, 5, 6].map((number) => `/${lang}/tasks/${number}`))
    await user.click(screen.getByRole('link', { name: samplePlan()[3]?.title[lang] ?? '' }))
    expect(address()).toBe(`/${lang}/tasks/4`)
  })

  it('tells number, bureau, summary and subtasks of a task', async () => {
    const task = sampleTask({ bureau: 'lifelong' })
    const { container } = await renderInApp(<TaskList tasks={[task]} results={null} />, { lang })
    for (const text of [
      fill(words.tasks.number, { number: 3 }),
      words.bureaus.lifelong,
      task.summary[lang],
      ...task.subtasks.map(({ title }) => title[lang]),
    ]) {
      expect(container.textContent).toContain(text)
    }
  })

  it('tells voices and agreement where they are published, and no number where they are not', async () => {
    await renderInApp(<TaskList tasks={samplePlan()} results={results} />, { lang })
    const manyVoices = lang === 'ko' ? '의견 1,234개' : '1,234 comments'
    const oneVoice = lang === 'ko' ? '의견 1개' : '1 comment'
    expect(item(1).getByText(manyVoices)).toBeTruthy()
    expect(item(1).getByText(fill(words.tasks.agree, { share: '61%' }))).toBeTruthy()
    expect(item(2).getByText(oneVoice)).toBeTruthy()
    expect(item(2).queryByText(/%/)).toBeNull()
  })

  it('shows no numbers before there are results', async () => {
    const { container } = await renderInApp(<TaskList tasks={samplePlan()} results={undefined} />, { lang })
    expect(container.textContent).not.toMatch(/%|의견|comment/)
  })

  it('marks a closed task', async () => {
    const tasks = [sampleTask(), sampleTask({ id: 't4', status: 'closed' })]
    await renderInApp(<TaskList tasks={tasks} results={null} />, { lang })
    expect(item(1).queryByText(words.tasks.closed)).toBeNull()
    expect(item(2).getByText(words.tasks.closed)).toBeTruthy()
  })
})
