import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { meQuery } from '#data/me.ts'
import { planQuery } from '#data/plan-query.ts'
import { storage } from '#data/storage.ts'
import { nickname } from '#domain/nickname.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { Layout } from '../../../src/app/layout.tsx'
import NotFoundPage from '../../../src/app/pages/not-found-page.tsx'
import { hrefOf } from '../../helpers/described.ts'
import { renderInApp, testClient } from '../../helpers/render-in-app.tsx'
import { joined, NOBODY, samplePlan } from '../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../helpers/words.ts'

/** What comes later to a page, such as the signs of a lost connection, waits for its words when the page changes. */
const pressed = (press: () => Promise<void>) => act(async () => press())

const clientOf = (me = NOBODY) => {
  const client = testClient()
  client.setQueryData(meQuery.queryKey, me)
  return client
}

describe.each(LANGUAGES)('a page that there is not, in %s', (lang) => {
  const { common, 'not-found': words } = WORDS[lang]
  const tasks = () => within(screen.getByRole('navigation', { name: words.tasks })).getAllByRole('link')

  const withPlan = () => {
    const client = testClient()
    client.setQueryData(planQuery.queryKey, samplePlan())
    return client
  }
  const addresses = [1, 2, 3, 4, 5, 6].map((number) => `/${lang}/tasks/${number}`)

  it('says so, in its title too, and leads home', async () => {
    await renderInApp(<NotFoundPage />, { lang, path: '/nowhere', client: withPlan() })
    expect(screen.getByRole('heading', { level: 1, name: words.title })).toBeTruthy()
    expect(hrefOf(screen.getByRole('link', { name: words.home }))).toBe(`/${lang}`)
    await waitFor(() => expect(document.title).toBe(`${words.title} – ${common.name}`))
  })

  it('leads to the six tasks, by number and title', async () => {
    await renderInApp(<NotFoundPage />, { lang, path: '/nowhere', client: withPlan() })
    const numbers = [1, 2, 3, 4, 5, 6].map((number) => fill(WORDS[lang].plan.tasks.number, { number }))
    expect(tasks().map(hrefOf)).toEqual(addresses)
    expect(tasks().map((link) => link.textContent)).toEqual(
      samplePlan().map(({ title }, place) => `${numbers[place]} ${title[lang]}`),
    )
  })
})

describe.each(LANGUAGES)('what stands around every page, in %s', (lang) => {
  const { common, account } = WORDS[lang]
  const other = lang === 'ko' ? 'en' : 'ko'
  const show = async (path: string, me = NOBODY) => {
    await pageTextsReady(other, 'offline')
    const shown = await renderInApp(<Layout />, { lang, path, client: clientOf(me) })
    // The signs of a lost connection come later, with a place of their own for what is to be read out; so does the keeper.
    await waitFor(() => expect(screen.getAllByRole('status').length).toBeGreaterThan(1))
    return shown
  }
  const languageSwitch = () => screen.getByRole('link', { name: common.switchLang })

  it.each(['', '/tasks/3', '/tasks/3?sort=new&x=%20#voices', '/join?next=%2Fko%2Ftasks%2F1'])(
    'switches the language and keeps the page, its query and its place: “%s”',
    async (path) => {
      const { user, address } = await show(path)
      expect(hrefOf(languageSwitch())).toBe(`/${other}${path}`)
      await pressed(() => user.click(languageSwitch()))
      await waitFor(() => expect(address()).toBe(`/${other}${path}`))
      expect(storage.read('lang')).toBe(other)
    },
  )

  it('names the other language in that language', async () => {
    await show('')
    expect(languageSwitch().getAttribute('lang')).toBe(other)
    expect(languageSwitch().textContent).toBe(other === 'ko' ? '한국어' : 'English')
  })

  it('begins with a way past itself', async () => {
    const { user } = await show('')
    await user.tab()
    expect(document.activeElement?.textContent).toBe(common.skip)
    expect(document.activeElement?.getAttribute('href')).toBe(`#${screen.getByRole('main').id}`)
  })

  it('moves the cursor to the text of a new page, and leaves it alone on the first', async () => {
    const { user, address } = await show('/tasks/3')
    expect(document.activeElement).toBe(document.body)
    await pressed(() => user.click(screen.getByRole('link', { name: common.home })))
    await waitFor(() => expect(address()).toBe(`/${lang}`))
    expect(document.activeElement).toBe(screen.getByRole('main'))
  })

  it('leads readers to joining and back to where they were', async () => {
    await show('/tasks/3?x=1')
    const next = encodeURIComponent(`/${lang}/tasks/3?x=1`)
    expect(hrefOf(screen.getByRole('link', { name: account.join }))).toBe(`/${lang}/join?next=${next}`)
  })

  it('does not lead from joining back to joining', async () => {
    await show('/join')
    expect(hrefOf(screen.getByRole('link', { name: account.join }))).toBe(`/${lang}/join`)
  })

  it('tells somebody signed in that they have not joined yet', async () => {
    await show('', { ...NOBODY, user: { uid: 'kim', email: 'kim@example.com' } })
    expect(screen.getByRole('link', { name: account.notJoined })).toBeTruthy()
    expect(screen.queryByRole('link', { name: account.join })).toBeNull()
  })

  it('shows a participant their nickname, group and way out', async () => {
    const { user } = await show('', joined())
    const header = within(screen.getByRole('banner'))
    const menu = await header.findByRole('button', {
      name: new RegExp(`^${account.menu}:\\s*${nickname('mina')[lang]}$`),
    })
    expect(header.queryByText(account.signOut)).toBeNull()
    await user.click(menu)
    expect(header.getByText(common.roles.student, { exact: false })).toBeTruthy()
    expect(header.getByText(account.signOut)).toBeTruthy()
  })

  it('tells which of its pages one is on', async () => {
    const { user } = await show('')
    const menu = within(screen.getByRole('navigation', { name: common.menu }))
    const current = () => menu.getAllByRole('link', { current: 'page' }).map((link) => link.textContent)
    expect(current()).toEqual([common.plan])
    await pressed(() => user.click(menu.getByRole('link', { name: common.about })))
    await waitFor(() => expect(current()).toEqual([common.about]))
  })

  it('ends with ways to the tasks, the privacy statement, the accessibility statement and the sources', async () => {
    await show('/tasks/3')
    const foot = within(screen.getByRole('navigation', { name: common.footer.menu }))
    const ways = Object.fromEntries(foot.getAllByRole('link').map((link) => [link.textContent, hrefOf(link)]))
    expect(ways).toEqual({
      [WORDS[lang].plan.tasks.title]: `/${lang}#tasks`,
      [common.footer.answers]: `/${lang}/answers`,
      [common.about]: `/${lang}/about`,
      [common.footer.counting]: `/${lang}/about#counting`,
      [common.footer.privacy]: `/${lang}/about#privacy`,
      [common.footer.accessibility]: `/${lang}/about#accessibility`,
      [common.footer.sources]: `/${lang}/about#sources`,
    })
  })

  it('never claims to be an official site', async () => {
    await show('')
    const footer = screen.getByRole('contentinfo').textContent
    expect(footer).toContain(common.footer.about)
    expect(footer).toMatch(/공식 누리집이 아니에요|not an official site/)
  })
})
