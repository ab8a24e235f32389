import { act, screen, waitFor, within } from '@testing-library/react'
import { Route, Routes } from 'react-router-dom'
import { describe, expect, it, vi } from 'vitest'
import { DataError } from '#data/errors.ts'
import { planQuery } from '#data/plan-query.ts'
import type { RevisionPage } from '#data/revisions.ts'
import type { Revision } from '#domain/revision.ts'
import { agreementQuery, citedQuery, revisionsQuery, revisionTextsQuery } from '#features/history/queries.ts'
import { resultsQuery, taskQuery } from '#features/plan/queries.ts'
import HistoryPage from '../../../src/app/pages/history-page.tsx'
import { hrefOf } from '../../helpers/described.ts'
import { renderInApp, testClient } from '../../helpers/render-in-app.tsx'
import { counts, sampleComment, samplePlan, sampleResult, sampleResults, sampleTask } from '../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../helpers/words.ts'

const { readAgreement } = vi.hoisted(() => ({ readAgreement: vi.fn() }))
vi.mock('#data/agreement.ts', () => ({ readAgreement }))

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
  client.setQueryData(resultsQuery.queryKey, sampleResults())
  client.setQueryData(agreementQuery.queryKey, { t1: [], t2: [], t3: [], t4: [], t5: [], t6: [] })
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

describe.each(LANGUAGES)('how agreement moved, in %s', (lang) => {
  const { history, common } = WORDS[lang]
  const show = async (client: ReturnType<typeof clientWith>) => {
    await renderInApp(
      <Routes>
        <Route path="tasks/:number/history" element={<HistoryPage />} />
      </Routes>,
      { lang, path: '/tasks/3/history', client },
    )
    await screen.findByRole('heading', { level: 1 })
  }

  it('is a row a group and a column a revision, with numbers of people; what is withheld stays so', async () => {
    const client = clientWith({ revisions: [revision(2), revision(1)], next: null })
    const none = { t1: [], t2: [], t4: [], t5: [], t6: [] }
    const first = sampleResult({ parent: counts(6, 2, 2) }, { total: counts(6, 2, 4) })
    client.setQueryData(agreementQuery.queryKey, {
      ...none,
      t3: [{ revision: 1, total: first.total, groups: first.groups }],
    })
    const now = sampleResult({ parent: counts(9, 1, 2) }, { total: counts(12, 0, 3) })
    client.setQueryData(resultsQuery.queryKey, sampleResults({ t3: now }))
    await show(client)
    const table = screen.getByRole('table', { name: history.agreement.caption, hidden: true })
    const rows = within(table)
      .getAllByRole('row', { hidden: true })
      .map((row) => row.textContent ?? '')
    expect(rows).toHaveLength(7)
    expect(rows[0]).toContain(history.agreement.newest)
    const people = (value: number) =>
      fill(lang === 'ko' ? WORDS.ko.history.agreement.people_other : WORDS.en.history.agreement.people_other, { value })
    expect(rows[1]).toBe(`${history.agreement.all}50% ${people(12)}80% ${people(15)}`)
    expect(rows.find((row) => row.startsWith(common.roles.parent))).toContain(`60% ${people(10)}75% ${people(12)}`)
    expect(rows.find((row) => row.startsWith(common.roles.teacher))).toContain(history.agreement.none.repeat(2))
  })

  it('keeps open what somebody opened while the numbers were on their way', async () => {
    const known = { t1: [], t2: [], t4: [], t5: [], t6: [] }
    const { total, groups } = sampleResult({ parent: counts(6, 2, 2) }, { total: counts(6, 2, 4) })
    let come = (_: object) => {}
    readAgreement.mockReturnValue(new Promise((resolve) => (come = resolve)))
    const client = clientWith({ revisions: [revision(2), revision(1)], next: null })
    client.removeQueries({ queryKey: agreementQuery.queryKey })
    await show(client)
    const opened = () => screen.getByText(history.agreement.table).closest('details')
    opened()?.setAttribute('open', '')
    expect(screen.queryByRole('table')).toBeNull()
    await waitFor(() => expect(readAgreement).toHaveBeenCalled())
    await act(async () => come({ ...known, t3: [{ revision: 1, total, groups }] }))
    expect(await screen.findByRole('table', { name: history.agreement.caption })).toBeTruthy()
    expect(opened()?.hasAttribute('open')).toBe(true)
  })

  it('says so as long as there is one revision', async () => {
    const client = clientWith({ revisions: [revision(1)], next: null })
    client.setQueryData(taskQuery('t3').queryKey, sampleTask({ revision: 1 }))
    await show(client)
    expect(screen.getByText(history.agreement.one)).toBeTruthy()
  })
})

describe.each(LANGUAGES)('what a revision changed, in %s', (lang) => {
  const { history, difference, common } = WORDS[lang]

  it('is shown when it is opened: words removed and added, in one text or side by side, and whom it cites', async () => {
    const said = sampleComment()
    const changed = sampleComment({
      id: 't3-changed',
      role: 'student',
      text: '고친 글',
      edits: 1,
      editedAt: new Date(),
    })
    const citing = revision(2, { citations: { [said.id]: 's2', [changed.id]: null, 't3-gone': null } })
    const client = clientWith({ revisions: [citing, revision(1)], next: null })
    const after = sampleTask()
    const before = sampleTask({ title: { ko: '쓰는 학교', en: 'Schools that write' } })
    client.setQueryData(revisionTextsQuery('t3', 1).queryKey, before)
    client.setQueryData(revisionTextsQuery('t3', 2).queryKey, after)
    client.setQueryData(citedQuery(Object.keys(citing.citations)).queryKey, [said, changed])
    const { user, container } = await renderInApp(
      <Routes>
        <Route path="tasks/:number/history" element={<HistoryPage />} />
      </Routes>,
      { lang, path: '/tasks/3/history', client },
    )
    const show = await screen.findByRole('button', { name: fill(history.showOf, { revision: 2 }) })
    await act(async () => show.click())
    await screen.findByText(difference.name.title)
    const words = (mark: string) => Array.from(container.querySelectorAll(`${mark}:not([aria-hidden] *)`), textOf)
    expect(words('del')).toEqual([
      `${difference.removed.start} ${lang === 'ko' ? '쓰는' : 'write'} ${difference.removed.end}`,
    ])
    expect(words('ins')).toEqual([
      `${difference.added.start} ${lang === 'ko' ? '읽는' : 'read'} ${difference.added.end}`,
    ])
    const cited = within(screen.getByRole('region', { name: history.citations }))
    expect(cited.getByText(said.text)).toBeTruthy()
    expect(cited.getByText(common.roles.parent)).toBeTruthy()
    expect(cited.getByText(fill(history.shaped, { part: after.subtasks[1]?.title[lang] ?? '' }))).toBeTruthy()
    // Its words are others by now than those that were cited.
    expect(cited.getByText(history.editedSince)).toBeTruthy()
    const former = `/${lang}/tasks/3/comments/${changed.id}#former`
    expect(cited.getByRole('link', { name: history.seeFormer }).getAttribute('href')).toBe(former)

    await user.click(screen.getByRole('radio', { name: difference.way.columns }))
    expect(screen.getByText(difference.way.before)).toBeTruthy()
    expect(words('del').length + words('ins').length).toBe(2)

    await user.click(screen.getByRole('button', { name: fill(history.hideOf, { revision: 2 }) }))
    expect(screen.queryByText(difference.name.title)).toBeNull()
  })

  it('is open at once where the address names the revision', async () => {
    const client = clientWith({ revisions: [revision(2), revision(1)], next: null })
    for (const number of [1, 2]) client.setQueryData(revisionTextsQuery('t3', number).queryKey, sampleTask())
    await renderInApp(
      <Routes>
        <Route path="tasks/:number/history" element={<HistoryPage />} />
      </Routes>,
      { lang, path: '/tasks/3/history#r2', client },
    )
    expect(await screen.findByText(difference.none)).toBeTruthy()
  })
})

const textOf = ({ textContent }: Element) => (textContent ?? '').replace(/\s+/g, ' ').trim()
