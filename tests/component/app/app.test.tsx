import { act, render, screen, waitFor } from '@testing-library/react'
import { MemoryRouter, useLocation } from 'react-router-dom'
import { describe, expect, it, vi } from 'vitest'
import { meQuery } from '#data/me.ts'
import { planQuery } from '#data/plan-query.ts'
import { storage } from '#data/storage.ts'
import { ALL_NEWEST } from '#domain/comment-list.ts'
import { commentsQuery } from '#features/comments/queries.ts'
import { resultsQuery, taskQuery } from '#features/plan/queries.ts'
import { App } from '../../../src/app/app.tsx'
import { testClient } from '../../helpers/render-in-app.tsx'
import { NOBODY, samplePlan, sampleResults, sampleTask } from '../../helpers/samples.ts'
import { WORDS } from '../../helpers/words.ts'

function Address() {
  const { pathname, search, hash } = useLocation()
  return <output>{pathname + search + hash}</output>
}

/** The whole app at an address, with everything in the cache that its pages would read. */
async function open(address: string) {
  const client = testClient()
  client.setQueryData(meQuery.queryKey, NOBODY)
  client.setQueryData(planQuery.queryKey, samplePlan())
  client.setQueryData(resultsQuery.queryKey, sampleResults())
  client.setQueryData(taskQuery('t3').queryKey, sampleTask())
  client.setQueryData(commentsQuery('t3', ALL_NEWEST).queryKey, {
    pages: [{ comments: [], next: null }],
    pageParams: [null],
  })
  // What suspends while its code and texts load comes back inside of an awaited act() only.
  await act(async () => {
    render(
      <MemoryRouter initialEntries={[address]}>
        <App client={client} />
        <Address />
      </MemoryRouter>,
    )
  })
}

const browserAsksFor = (...languages: string[]) => vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages)
const address = () => screen.getByText(/^\/(ko|en)/, { selector: 'output' }).textContent

describe('the root of the site', () => {
  it('leads to the language the browser asks for', async () => {
    browserAsksFor('en-US', 'ko')
    await open('/')
    await screen.findByRole('heading', { level: 1, name: WORDS.en.plan.hero.title })
    expect(address()).toBe('/en')
    await waitFor(() => expect(document.documentElement.lang).toBe('en'))
  })

  it('leads to the language chosen before, whatever the browser asks for', async () => {
    browserAsksFor('en-US')
    storage.write('lang', 'ko')
    await open('/')
    await screen.findByRole('heading', { level: 1, name: WORDS.ko.plan.hero.title })
    await waitFor(() => expect(document.documentElement.lang).toBe('ko'))
  })
})

describe('an address without a language', () => {
  it('is taken to mean the preferred one, its query and place kept', async () => {
    browserAsksFor('en')
    await open('/tasks/3?x=1#subtasks')
    await screen.findByRole('heading', { level: 1, name: sampleTask().title.en })
    expect(address()).toBe('/en/tasks/3?x=1#subtasks')
  })
})

describe('an address', () => {
  it.each([
    '/ko/nowhere',
    '/ko/tasks/7',
    '/ko/tasks/0',
    '/ko/tasks/03',
    '/ko/tasks/3/comments',
    '/ko/tasks/7/history',
    '/ko/about/privacy',
  ])('%s leads nowhere, and says so', async (path) => {
    await open(path)
    await screen.findByRole('heading', { level: 1, name: WORDS.ko['not-found'].title })
    expect(address()).toBe(path)
  })

  it('과제의 주소는 그 과제를 보여 준다', async () => {
    await open('/ko/tasks/3')
    await screen.findByRole('heading', { level: 1, name: sampleTask().title.ko })
    await waitFor(() => expect(document.title).toBe('과제 3. 읽는 학교 – 서울교육마당'))
    expect(screen.getByRole('heading', { level: 2, name: WORDS.ko.plan.panel.title })).toBeTruthy()
    expect(await screen.findByText(WORDS.ko.comments.list.empty)).toBeTruthy()
  })
})
