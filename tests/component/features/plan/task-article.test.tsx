import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Outline } from '#features/plan/outline.tsx'
import { TaskArticle, TaskHeader } from '#features/plan/task-article.tsx'
import { hrefOf } from '../../../helpers/described.ts'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { sampleTaskIn } from '../../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

describe.each(LANGUAGES)('the text of a task, in %s', (lang) => {
  const task = sampleTaskIn(lang)
  const words = WORDS[lang].plan

  it('is the full one at first, in paragraphs', async () => {
    const { container } = await renderInApp(<TaskArticle task={task} voices={undefined} />, { lang })
    const section = within(screen.getByRole('region', { name: words.task.text }))
    for (const paragraph of task.body.split('\n\n')) expect(section.getByText(paragraph).tagName).toBe('P')
    expect(container.textContent).not.toContain(task.plain)
  })

  it('becomes the easy one and the full one again', async () => {
    const { user, container } = await renderInApp(<TaskArticle task={task} voices={undefined} />, { lang })
    const choice = within(screen.getByRole('group', { name: words.task.length }))
    await user.click(choice.getByRole('radio', { name: words.task.plain }))
    expect(screen.getByText(task.plain)).toBeTruthy()
    expect(container.textContent).not.toContain(task.body.split('\n\n')[0])
    await user.click(choice.getByRole('radio', { name: words.task.full }))
    expect(container.textContent).toContain(task.body.split('\n\n')[0])
    expect(container.textContent).not.toContain(task.plain)
  })

  it('has each subtask under a heading, at a place to link to', async () => {
    const { container } = await renderInApp(<TaskArticle task={task} voices={undefined} />, { lang })
    for (const subtask of task.subtasks) {
      const heading = screen.getByRole('heading', { level: 3, name: subtask.title })
      expect(heading.closest(`#${subtask.id}`)?.textContent).toContain(subtask.text)
    }
    expect(container.querySelectorAll('[id="s1"], [id="s2"]')).toHaveLength(2)
  })

  it('says how many voices are about each subtask, once that is known', async () => {
    const { rerender } = await renderInApp(<TaskArticle task={task} voices={undefined} />, { lang })
    expect(screen.queryByText(/^(의견 \d|\d+ comment)/)).toBeNull()
    rerender(<TaskArticle task={task} voices={{ s1: 1, s2: 1200 }} />)
    const counts = screen.getAllByText(/^의견 [\d,]+개$|^[\d,]+ comments?$/)
    expect(counts.map((count) => count.textContent)).toEqual(
      lang === 'ko' ? ['의견 1개', '의견 1,200개'] : ['1 comment', '1,200 comments'],
    )
  })

  it('has an address to copy for each subtask', async () => {
    await renderInApp(<TaskArticle task={task} voices={undefined} />, { lang })
    const name = words.task.linkTo.replace('{{subtask}}', task.subtasks[1]?.title ?? '')
    expect(hrefOf(screen.getByRole('link', { name }))).toBe('#s2')
  })

  it('has an outline whose links all lead to a part of it', async () => {
    const { container } = await renderInApp(
      <>
        <Outline task={task} />
        <TaskArticle task={task} voices={undefined} />
      </>,
      { lang },
    )
    const outline = within(screen.getAllByRole('navigation', { name: words.task.outline })[0] as HTMLElement)
    expect(outline.getByRole('link', { name: task.subtasks[1]?.title ?? '' })).toBeTruthy()
    const targets = outline.getAllByRole('link').map((link) => hrefOf(link))
    // The groups and the voices follow the article on the page and are not part of it.
    expect(targets).toEqual(['#text', '#subtasks', '#s1', '#s2', '#groups', '#voices'])
    for (const target of targets.slice(0, -2))
      expect(container.querySelector(`article ${target}`), target ?? '').toBeTruthy()
  })
})

describe.each(LANGUAGES)('the head of a task, in %s', (lang) => {
  const task = sampleTaskIn(lang)
  const words = WORDS[lang].plan

  it('tells its number, bureau, revision, day in Seoul and title', async () => {
    await renderInApp(<TaskHeader task={task} />, { lang })
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(task.title)
    expect(screen.getByText(fill(words.tasks.number, { number: 3 }))).toBeTruthy()
    expect(screen.getByText(words.bureaus.policy)).toBeTruthy()
    expect(screen.getByText(fill(words.task.revision, { revision: 2 }))).toBeTruthy()
    const day = lang === 'ko' ? '2026년 3월 2일' : '2 March 2026'
    expect(screen.getByText(fill(words.task.published, { day }))).toBeTruthy()
  })

  it('names no revision and no day of a text that was never published', async () => {
    await renderInApp(<TaskHeader task={sampleTaskIn(lang, { revision: 0, status: 'closed' })} />, { lang })
    expect(screen.queryByText(fill(words.task.revision, { revision: 0 }))).toBeNull()
    expect(screen.queryByText(/2026/)).toBeNull()
    expect(screen.queryByRole('link', { name: words.task.history })).toBeNull()
  })

  it('leads back to all tasks in the same language', async () => {
    await renderInApp(<TaskHeader task={task} />, { lang })
    expect(hrefOf(screen.getByRole('link', { name: words.task.all }))).toBe(`/${lang}#tasks`)
  })

  it('says that the wording is a sample, as long as it is', async () => {
    const { rerender } = await renderInApp(<TaskHeader task={task} />, { lang })
    expect(screen.getByText(words.task.sample)).toBeTruthy()
    rerender(<TaskHeader task={sampleTaskIn(lang, { sample: false })} />)
    expect(screen.queryByText(words.task.sample)).toBeNull()
  })

  it('says that it is closed, only if it is', async () => {
    const { rerender } = await renderInApp(<TaskHeader task={task} />, { lang })
    expect(screen.queryByText(words.tasks.closed)).toBeNull()
    rerender(<TaskHeader task={sampleTaskIn(lang, { status: 'closed' })} />)
    expect(screen.getByText(words.tasks.closed)).toBeTruthy()
  })
})
