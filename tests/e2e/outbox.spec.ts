import { type BrowserContext, expect, type Page } from '@playwright/test'
import { LANGS, type Lang } from '#domain/language.ts'
import { commenting, newcomer, storedComments } from './helpers/commenting.ts'
import { setTaskStatus, stored, storedIn, uidOf } from './helpers/emulators.ts'
import { proves } from './helpers/faults.ts'
import { fillStorage, forbidStorage, refuseTokens } from './helpers/line.ts'
import { followMailedLink } from './helpers/people.ts'
import { untilKept } from './helpers/service-worker.ts'
import { test } from './helpers/test.ts'
import { words } from './helpers/words.ts'

test.use({ serviceWorkers: 'allow' })

/** A text that no former try of the same test has left. */
const anew = (text: string) => `${text} ${Date.now()}`

/** A second later, when whatever would send twice has had the time for it. */
const settled = (page: Page) => page.waitForTimeout(1000)

for (const lang of LANGS) {
  test(
    `written without a connection: said, there after a reload, sent once when it is back, in ${lang}`,
    proves([['commenting'], 'network cut', 'said at the comment; there after a reload; stored once']),
    async ({ page, context }) => {
      await newcomer(page, lang, 5)
      await page.reload()
      await untilKept(page)
      const { box, send, sent, said, outbox, comments } = commenting(page, lang)
      const text = anew(`typed in a tunnel, in ${lang}`)
      await box.fill(text)
      await expect(send).toBeVisible()
      await context.setOffline(true)
      await send.click()
      await expect(box).toHaveValue('')
      await expect(said(text).getByText(outbox('state.offline'))).toBeVisible()
      await expect(page.getByRole('status').filter({ hasText: outbox('state.offline') })).toHaveCount(1)
      await page.reload()
      await expect(said(text).getByText(outbox('state.offline'))).toBeVisible()
      // Whose it is is known, too: they can go on.
      await expect(send).toBeVisible()
      await expect(page.getByRole('banner').getByRole('link', { name: words(lang, 'account')('join') })).toHaveCount(0)
      expect(await storedComments(5, text)).toBe(0)

      await context.setOffline(false)
      await expect(sent).toBeVisible({ timeout: 20_000 })
      await expect(said(text)).toHaveCount(1)
      await expect(said(text).getByText(comments('item.sending'))).toHaveCount(0)
      await settled(page)
      expect(await storedComments(5, text)).toBe(1)
      await page.reload()
      await expect(said(text)).toHaveCount(1)
    },
  )

  test(`a task that closed in the meantime gives the words back with the reason, in ${lang}`, async ({ page }) => {
    const email = await newcomer(page, lang, 6)
    const { box, send, alert, outbox, comments, said } = commenting(page, lang)
    const stance = words(lang, 'stance')
    await box.fill('too late')
    await page.getByLabel(stance('agree'), { exact: true }).check()
    await expect(page.getByText(stance('saved'))).toBeVisible()
    await setTaskStatus('t6', 'closed')
    try {
      await page.getByLabel(stance('disagree'), { exact: true }).check()
      await send.click()
      const back = alert.filter({ hasText: 'too late' })
      await expect(back).toContainText(outbox('refused.closed'))
      await expect(said('too late')).toHaveCount(0)
      await expect(alert.filter({ hasText: outbox('stance.back') })).toContainText(outbox('refused.closed'))
      await expect(page.getByLabel(stance('agree'), { exact: true })).toBeChecked()
      await expect(page.getByText(comments('form.closed'))).toBeVisible()
      await page.reload()
      await expect(back).toContainText(outbox('refused.closed'))
      expect(await stored(`tasks/t6/revisions/1/stances/${await uidOf(email)}`)).toMatchObject({ value: 'agree' })
    } finally {
      await setTaskStatus('t6', 'open')
    }
    expect(await storedComments(6, 'too late')).toBe(0)
    await page.reload()
    await page.getByRole('button', { name: outbox('returned.intoForm') }).click()
    await expect(box).toHaveValue('too late')
  })

  test(
    `an expired sign-in keeps it until the same person signs in again, in ${lang}`,
    proves([['commenting'], 'expired token', 'said at the comment, with the way to sign in again; then stored once']),
    async ({ page }) => {
      const email = await newcomer(page, lang, 4)
      const { box, send, sent, said, outbox } = commenting(page, lang)
      const text = anew(`before the long break, in ${lang}`)
      await box.fill(text)
      const accept = await refuseTokens(page.context())
      // Written before anything notices that the sign-in has expired.
      await page.context().setOffline(true)
      const tried = triedInVain(page.context())
      await send.click()
      await expect(said(text).getByText(outbox('state.offline'))).toBeVisible()
      await tried
      await twoHoursLater(page)
      await page.context().setOffline(false)
      await expect(said(text).getByText(outbox('state.signed-out'))).toBeVisible({ timeout: 30_000 })
      // By key: that the connection is back is said above, and moves what a mouse would aim at.
      await said(text)
        .getByRole('link', { name: outbox('signInAgain') })
        .press('Enter')
      // Not before: what waits is tried again by itself.
      accept()
      await followMailedLink(page, { lang, email })
      await page.waitForURL('**/tasks/4**')
      await expect(sent).toBeVisible()
      await expect(said(text)).toHaveCount(1)
      expect(await storedComments(4, text)).toBe(1)
    },
  )
}

/**
 * What is sent just before the connection is back would go through, though the page says that it waits. Where the code for it is
 * not there yet, nothing is sent at all: then there is nothing to wait for.
 */
const triedInVain = (context: BrowserContext): Promise<unknown> =>
  context
    .waitForEvent('requestfailed', { predicate: (request) => request.url().includes(':commit'), timeout: 3000 })
    .catch(() => null)

/** The token has to be renewed. */
async function twoHoursLater(page: Page): Promise<void> {
  await page.clock.install({ time: Date.now() + 2 * 60 * 60 * 1000 })
  await page.clock.resume()
}

test('what somebody else left behind is not sent in the name of the next', async ({ page, context }) => {
  await newcomer(page, 'ko', 4)
  const { box, send, said, outbox } = commenting(page, 'ko')
  await box.fill('먼저 쓰던 사람의 글')
  await context.setOffline(true)
  await send.click()
  await expect(said('먼저 쓰던 사람의 글').getByText(outbox('state.offline'))).toBeVisible()
  await page.evaluate(() => localStorage.removeItem('madang:signed-in'))
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('firebase:')) localStorage.removeItem(key)
  })
  // As long as their page is open, they are still here, and it would be sent in their own name.
  await page.goto('about:blank')
  await context.setOffline(false)
  await newcomer(page, 'ko', 4)
  await expect(page.getByRole('article').first()).toBeVisible()
  await settled(page)
  await expect(said('먼저 쓰던 사람의 글')).toHaveCount(0)
  expect(await storedComments(4, '먼저 쓰던 사람의 글')).toBe(0)
})

test(
  'a lost answer, and a reload in the middle, are no second comment',
  proves([
    ['commenting'],
    'answer lost after the write',
    'said: kept here; after a reload found as arrived, stored once',
  ]),
  async ({ page }) => {
    await newcomer(page, 'ko', 1)
    const { box, send, sent, said, outbox } = commenting(page, 'ko')
    const text = anew('답이 오는 길에 끊겼어요')
    await box.fill(text)
    // The comment arrives; only the answer is lost on its way back.
    await page.route('**/documents:commit**', async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    })
    await send.click()
    await expect(said(text).getByText(outbox('state.offline'))).toBeVisible()
    await page.unroute('**/documents:commit**')
    await page.reload()
    await expect(sent).toBeVisible()
    await expect(said(text)).toHaveCount(1)
    expect(await storedComments(1, text)).toBe(1)
  },
)

for (const [how, arrives] of [
  ['before it could be sent is never published', false],
  ['after it arrived without an answer is changed back there, too', true],
] as const) {
  test(`a change that is undone ${how}`, async ({ page, context }) => {
    await newcomer(page, 'ko', 2)
    await page.reload()
    await untilKept(page)
    const { box, send, sent, said, outbox, comments } = commenting(page, 'ko')
    const [first, changed] = [anew(`처음에 쓴 글, ${arrives}`), anew(`고쳐 쓴 글, ${arrives}`)]
    await box.fill(first)
    await send.click()
    await expect(sent).toBeVisible()
    await page.reload()
    const menu = (text: string) => said(text).getByRole('button', { name: comments('menu.open') })
    await menu(first).waitFor()
    const change = async (from: string, to: string) => {
      await menu(from).click()
      await page.getByRole('button', { name: comments('menu.edit'), exact: true }).click()
      await page.getByLabel(comments('edit.label')).fill(to)
      await page.getByRole('button', { name: comments('edit.save') }).click()
    }
    if (arrives) {
      await page.route('**/documents:commit**', async (route) => {
        await route.fetch()
        await route.abort('connectionreset')
      })
    } else await context.setOffline(true)
    await change(first, changed)
    await expect(said(changed).getByText(outbox('state.offline'))).toBeVisible()
    await change(changed, first)
    await expect(said(first).getByText(comments('edit.undone'))).toBeVisible()
    await page.unroute('**/documents:commit**')
    await context.setOffline(false)
    await expect(said(first).getByText(comments('edit.undone'))).toHaveCount(0, { timeout: 30_000 })
    await settled(page)
    expect([await storedComments(2, first), await storedComments(2, changed)]).toEqual([1, 0])
    const [id, comment] =
      Object.entries(await storedIn('tasks/t2/comments')).find(([, { text }]) => text === first) ?? []
    expect(comment?.edits).toBe(arrives ? 2 : 0)
    expect(Object.keys(await storedIn(`tasks/t2/comments/${id}/edits`))).toEqual(arrives ? ['1', '2'] : [])
  })
}

test('a second comment within 15 seconds waits, and follows by itself', async ({ page }) => {
  test.slow()
  await newcomer(page, 'en', 2)
  const { box, send, sent, said, outbox, comments } = commenting(page, 'en')
  const [first, second] = [anew('the first of two'), anew('the second of two')]
  for (const text of [first, second]) {
    await box.fill(text)
    await send.click()
    await expect(box).toHaveValue('')
  }
  await expect(said(second).getByText(outbox('state.too-soon'))).toBeVisible()
  await expect(sent).toBeVisible()
  // What has no 15 seconds to wait does not wait for it.
  await page.getByLabel(words('en', 'stance')('agree'), { exact: true }).check()
  await expect(page.getByText(words('en', 'stance')('saved'))).toBeVisible()
  await expect(said(second).getByText(outbox('state.too-soon'))).toBeVisible()
  await expect(said(second).getByText(outbox('state.too-soon'))).toBeHidden({ timeout: 25_000 })
  await expect(said(second).getByText(comments('item.sending'))).toHaveCount(0)
  expect(await storedComments(2, second)).toBe(1)
  const list = page.getByRole('list', { name: comments('list.label') })
  await expect(list.getByRole('article').nth(0)).toContainText(second)
  await expect(list.getByRole('article').nth(1)).toContainText(first)
})

test(
  'two tabs show the same and send it once',
  proves([['commenting'], 'two tabs', 'both show what is written and what waits; sent by one request']),
  async ({ page, context }) => {
    await newcomer(page, 'ko', 3)
    const other = await context.newPage()
    await other.goto('/ko/tasks/3#voices')
    const [here, there] = [commenting(page, 'ko'), commenting(other, 'ko')]
    await expect(there.send).toBeVisible()
    await expect(other.getByRole('article').first()).toBeVisible()
    // Those that came through: without a connection each tab may have tried in vain.
    let commits = 0
    context.on('requestfinished', (request) => {
      if (request.url().includes('/documents:commit')) commits++
    })
    const text = anew('두 탭에서 한 번만')
    await there.box.fill('저 탭에서 쓰다가')
    await expect(here.box).toHaveValue('저 탭에서 쓰다가')
    await here.box.fill(text)
    await expect(there.box).toHaveValue(text)
    await context.setOffline(true)
    const tried = triedInVain(context)
    await here.send.click()
    await expect(there.box).toHaveValue('')
    for (const { said, outbox } of [here, there]) {
      await expect(said(text).getByText(outbox('state.offline'))).toBeVisible()
    }
    await tried
    await context.setOffline(false)
    for (const { said, outbox } of [here, there]) {
      await expect(said(text).getByText(outbox('state.offline'))).toHaveCount(0, { timeout: 20_000 })
      await expect(said(text)).toHaveCount(1)
    }
    await settled(page)
    expect(await storedComments(3, text)).toBe(1)
    expect(commits).toBe(1)
  },
)

test(
  'where storage is full, that is said, and it is sent all the same',
  proves([['commenting'], 'storage full', 'said that this browser keeps nothing; stored once']),
  async ({ page, context }) => {
    await newcomer(page, 'ko', 3)
    const { box, send, sent, said, outbox, comments } = commenting(page, 'ko')
    await fillStorage(page)
    const text = anew('저장할 곳이 없어도')
    await box.fill(text)
    await expect(page.getByText(comments('form.notKept'))).toBeVisible()
    await context.setOffline(true)
    await send.click()
    await expect(said(text).getByText(outbox('state.not-kept'))).toBeVisible()
    await context.setOffline(false)
    await expect(sent).toBeVisible({ timeout: 20_000 })
    await expect(said(text)).toHaveCount(1)
    expect(await storedComments(3, text)).toBe(1)
  },
)

test(
  'where storage is forbidden, somebody can sign in and comment',
  proves([['commenting'], 'storage forbidden', 'signing in works, as long as the page is open; stored once']),
  async ({ page }) => {
    await forbidStorage(page)
    const lang: Lang = 'en'
    await page.goto('/en/join?again=&next=%2Fen%2Ftasks%2F1')
    await page.getByRole('button', { name: 'A parent', exact: true }).click()
    await page.waitForURL('**/tasks/1')
    await page.locator('#voices').scrollIntoViewIfNeeded()
    const { box, send, sent, said } = commenting(page, lang)
    const text = anew('Nothing is kept here.')
    await box.fill(text)
    await send.click()
    await expect(sent).toBeVisible()
    await expect(said(text)).toHaveCount(1)
    expect(await storedComments(1, text)).toBe(1)
  },
)
