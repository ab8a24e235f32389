import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Results } from '#domain/results.ts'
import { resultsQuery } from '#features/plan/queries.ts'
import AboutPage from '../../../src/app/pages/about-page.tsx'
import { hrefOf } from '../../helpers/described.ts'
import { renderInApp, testClient } from '../../helpers/render-in-app.tsx'
import { sampleResults } from '../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../helpers/words.ts'

const clientWith = (changes: Partial<Results['recount']>) => {
  const client = testClient()
  const { recount, ...results } = sampleResults()
  const newest: Results = { ...results, recount: { ...recount, ...changes } }
  client.setQueryData(resultsQuery.queryKey, newest)
  return client
}

describe.each(LANGUAGES)('the page about this site, in %s', (lang) => {
  const { about, common } = WORDS[lang]
  const show = (client = clientWith({ stances: 1234, tallied: 1234 })) =>
    renderInApp(<AboutPage />, { lang, path: '/about', client })

  it('has a title, and an outline whose every entry leads to a heading', async () => {
    await show()
    expect(screen.getByRole('heading', { level: 1, name: about.title })).toBeTruthy()
    await waitFor(() => expect(document.title).toBe(`${about.title} – ${common.name}`))
    const entries = within(screen.getByRole('navigation', { name: about.outline })).getAllByRole('link')
    const targets = entries.map((entry) => document.getElementById(hrefOf(entry)?.slice(1) ?? ''))
    expect(targets.map((target) => target?.textContent)).toEqual(entries.map((entry) => entry.textContent))
    expect(targets.map((target) => target?.tagName)).toEqual(['H2', 'H2', 'H2', 'H2', 'H2'])
  })

  it('answers to every address that the footer leads to', async () => {
    await show()
    for (const part of ['counting', 'privacy', 'accessibility', 'sources']) {
      expect(document.getElementById(part)?.tagName, part).toBe('H2')
    }
  })

  it('names every place once', async () => {
    await show()
    const ids = Array.from(document.querySelectorAll('[id]'), ({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('shows the newest recount, and that it matches', async () => {
    await show()
    expect(screen.getByText(/1,234.*1,234/)).toBeTruthy()
    expect(screen.getByText(about.counting.matches)).toBeTruthy()
    expect(screen.queryByText(about.counting.differs)).toBeNull()
  })

  it('says so if a recount differs from the totals', async () => {
    await show(clientWith({ stances: 1234, tallied: 1235 }))
    expect(screen.getByText(about.counting.differs)).toBeTruthy()
    expect(screen.queryByText(about.counting.matches)).toBeNull()
    await show(clientWith({ ballots: 1234, ballotsTallied: 1235 }))
    expect(screen.getAllByText(about.counting.differs)).toHaveLength(2)
  })

  it('is all there before any result is known', async () => {
    const client = testClient()
    client.setQueryData(resultsQuery.queryKey, null)
    await show(client)
    expect(screen.getByText(about.counting.rules.recountText)).toBeTruthy()
    expect(screen.queryByText(about.counting.matches)).toBeNull()
  })

  it('measures those who take part against the city', async () => {
    await show()
    const day = lang === 'ko' ? '2022년 4월 1일' : '1 April 2022'
    const city = { day, schools: '2,158', students: '880,370', teachers: '75,023' }
    expect(screen.getByText(fill(about.counting.limit.sample, city))).toBeTruthy()
  })

  it('tells honestly that there is no contact yet, wherever one would be', async () => {
    await show()
    expect(screen.getAllByText(about.contact.none)).toHaveLength(2)
  })
})
