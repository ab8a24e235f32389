import { screen, waitFor, within } from '@testing-library/react'
import { Route, Routes } from 'react-router-dom'
import { describe, expect, it, vi } from 'vitest'
import { DataError } from '#data/errors.ts'
import type { RevisionPage } from '#data/revisions.ts'
import type { Revision } from '#domain/revision.ts'
import { revisionsQuery } from '#features/history/queries.ts'
import { planQuery, taskQuery } from '#features/plan/queries.ts'
import HistoryPage from '../../../src/app/pages/history-page.tsx'
import { hrefOf } from '../../helpers/described.ts'
import { renderInApp, testClient } from '../../helpers/render-in-app.tsx'
import { samplePlan, sampleTask } from '../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../helpers/words.ts'

const revision = (number: number, changes: Partial<Revision> = {}): Revision => ({
  number,
  publishedAt: new Date(`2026-0${(number % 9) + 1}-02T00:00:00Z`),
  changeNote: { ko: `${number}판의 까닭`, en: `Why revision ${number}` },
  sample: false,
  citations: {},
  ...changes,
})

function clientWith(...pages: RevisionPage[]) {
  const client = testClient()
  client.setQueryData(planQuery.queryKey, samplePlan())
  client.setQueryData(taskQuery('t3').queryKey, sampleTask())
  if (pages.length > 0) {
    client.setQueryData(revisionsQuery('t3').queryKey, { pages, pageParams: pages.map(() => null) })
  }
  return client
}

describe.each(LANGUAGES)('the history of a task, in %s', (lang) => {
  const { history, common, 'not-found': notFound } = WORDS[lang]
  const show = async (client = clientWith(), number = '3') => {
    await renderInApp(
      <Routes>
        <Route path="tasks/:number/history" element={<HistoryPage />} />
      </Routes>,
      { lang, path: `/tasks/${number}/history`, client },
    )
    // The text that came with the app is a file of its own.
    await screen.findByRole('heading', { level: 1 })
  }
  const items = () => within(screen.getByRole('list', { name: history.list })).getAllByRole('listitem')

  it('lists the revisions, newest first, with day and reason, and marks the one that holds', async () => {
    await show(clientWith({ revisions: [revision(2), revision(1, { sample: true })], next: null }))
    const [newest, first] = items()
    expect(items()).toHaveLength(2)
    expect(newest?.textContent).toContain(fill(history.revision, { revision: 2 }))
    expect(newest?.textContent).toContain(lang === 'ko' ? '2026년 3월 2일' : '2 March 2026')
    expect(newest?.textContent).toContain(lang === 'ko' ? '2판의 까닭' : 'Why revision 2')
    expect(newest?.textContent).toContain(history.current)
    expect(newest?.textContent).not.toContain(history.sample)
    expect(first?.textContent).not.toContain(history.current)
    expect(first?.textContent).toContain(history.sample)
  })

  it('says which task it is about, in its title too, and leads back to it', async () => {
    await show(clientWith({ revisions: [revision(1)], next: null }))
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain(sampleTask().title[lang])
    expect(hrefOf(screen.getByRole('link', { name: fill(history.back, { number: 3 }) }))).toBe(`/${lang}/tasks/3`)
    const title = `${fill(history.pageTitle, { number: 3 })} – ${common.name}`
    await waitFor(() => expect(document.title).toBe(title))
  })

  it('offers earlier ones as long as there are any', async () => {
    await show(clientWith({ revisions: [revision(11)], next: 11 }))
    expect(screen.getByRole('button', { name: history.more })).toBeTruthy()
  })

  it('says when the earliest of several pages is reached', async () => {
    await show(clientWith({ revisions: [revision(11)], next: 11 }, { revisions: [revision(1)], next: null }))
    expect(items()).toHaveLength(2)
    expect(screen.getByRole('button', { name: history.end }).getAttribute('aria-disabled')).toBe('true')
  })

  it('shows the ones that came with the app if there is no connection', async () => {
    const client = clientWith()
    const failing = vi.fn(() => Promise.reject(new DataError('offline')))
    await client.fetchInfiniteQuery({ ...revisionsQuery('t3'), queryFn: failing }).catch(() => undefined)
    client.setDefaultOptions({ queries: { retry: false, retryOnMount: false } })
    await show(client)
    const [first] = items()
    expect(first?.textContent).toContain(fill(history.revision, { revision: 1 }))
    expect(first?.textContent).toContain(lang === 'ko' ? '2023년 3월 2일' : '2 March 2023')
  })

  it.each(['0', '7', '03'])('leads nowhere for a task that there cannot be: %s', async (number) => {
    await show(clientWith(), number)
    expect(await screen.findByRole('heading', { level: 1, name: notFound.title })).toBeTruthy()
  })
})
