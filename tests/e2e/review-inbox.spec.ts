import { type Browser, expect, type Page } from '@playwright/test'
import type { Lang } from '#domain/language.ts'
import { findings } from './helpers/axe.ts'
import { stored, storedIn } from './helpers/emulators.ts'
import { proves } from './helpers/faults.ts'
import { signInAsDemo } from './helpers/people.ts'
import { test } from './helpers/test.ts'
import { alertOn, words } from './helpers/words.ts'

const NAMES = {
  reviewer: { ko: '교육청 검토 담당자', en: 'A reviewer at the education office' },
  editor: { ko: '교육청 편집·운영 담당자', en: 'An editor and manager at the education office' },
}

const ko = words('ko', 'review-inbox')
const en = words('en', 'review-inbox')

/** Somebody of the office at their own computer, with the inbox before them. */
async function atWork(browser: Browser, who: keyof typeof NAMES, lang: Lang): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await signInAsDemo(page, lang, NAMES[who][lang], `/${lang}/review/inbox`)
  await list(page).waitFor()
  return page
}

const list = (page: Page) => page.getByRole('listbox')
const options = (page: Page) => list(page).getByRole('option')

/** The id of the comment that is open, from the address. */
const openId = (page: Page): string => new URL(page.url()).searchParams.get('open') ?? ''

const reviewOf = (id: string) => stored(`reviews/${id}`)

test(
  'a reviewer’s hour by keyboard alone in Korean, with a colleague in English at the same time',
  proves([['reviewing'], 'two tabs', 'two reviewers: each sees what the other does']),
  async ({ browser }) => {
    test.setTimeout(180_000)
    const mine = await atWork(browser, 'reviewer', 'ko')
    const theirs = await atWork(browser, 'editor', 'en')
    const keys = mine.keyboard

    // Nothing but keys from here on: search by initials, from the search into the list, and open.
    await keys.press('/')
    await keys.type('ㄷㅅㄱ')
    await expect(mine).toHaveURL(/q=/)
    await expect(options(mine).filter({ hasText: '도서관' }).first()).toBeVisible()
    await expect(options(mine).filter({ hasNot: mine.locator('mark') })).toHaveCount(0)
    await keys.press('Control+a')
    await keys.press('Delete')
    while (!(await list(mine).evaluate((element) => element === document.activeElement))) await keys.press('Tab')
    await keys.press('j')
    await keys.press('j')
    await keys.press('o')
    await expect(mine.getByRole('heading', { level: 2 }).first()).toBeFocused()
    const id = openId(mine)
    const former = Number((await reviewOf(id))?.version ?? 0)
    expect(await findings(mine), 'the inbox in Korean').toEqual([])

    // Marked, and seen by the colleague.
    await keys.press('r')
    await expect.poll(async () => (await reviewOf(id))?.state).toBe('read')
    await theirs.goto(`/en/review/inbox?open=${id}`)
    await expect(theirs.getByRole('radio', { name: en('state.read') })).toBeChecked()
    expect(await findings(theirs), 'the inbox in English').toEqual([])

    // Narrow and in high contrast as well: the list, its filters, the comment that is open.
    await theirs.setViewportSize({ width: 320, height: 800 })
    await theirs.emulateMedia({ contrast: 'more' })
    for (const address of ['/en/review/inbox?role=parent&sort=agreed', `/en/review/inbox?open=${id}`]) {
      await theirs.goto(address)
      await theirs.getByRole('heading', { name: en('title') }).waitFor()
      const filters = theirs.getByRole('button', { name: en('filter.open'), exact: true })
      if (await filters.isVisible()) await filters.click()
      await list(theirs)
        .or(theirs.getByRole('region', { name: en('detail.review') }))
        .first()
        .waitFor()
      expect(await findings(theirs), `${address}, narrow`).toEqual([])
      const overflow = await theirs.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow, `${address} scrolls sideways`).toBeLessThanOrEqual(0)
    }
    await theirs.setViewportSize({ width: 1280, height: 900 })
    await theirs.emulateMedia({ contrast: null })

    // The colleague takes it on; mine is written upon the older one, so it is refused and both are shown.
    await mine.route('**/documents:runQuery**', (route) => route.abort())
    await theirs.getByRole('combobox', { name: en('filter.assignee') }).selectOption({ label: en('filter.me') })
    await expect.poll(async () => (await reviewOf(id))?.assignee).toBe('demo-editor')
    await keys.press('e')
    await expect(alertOn(mine)).toContainText(ko('conflict.title', { value: '1' }))
    await expect(alertOn(mine)).toContainText(ko('act.assign', { who: NAMES.editor.ko }))
    expect(await reviewOf(id)).toMatchObject({ state: 'read', assignee: 'demo-editor' })
    await mine.unroute('**/documents:runQuery**')
    const onTop = mine.getByRole('button', { name: ko('conflict.onTop') })
    while (!(await onTop.evaluate((element) => element === document.activeElement))) await keys.press('Shift+Tab')
    await keys.press('Enter')
    await expect.poll(() => reviewOf(id)).toMatchObject({ state: 'done', assignee: 'demo-editor', version: former + 3 })

    // A theme, made and put on, without leaving the comment.
    await keys.press('Escape')
    await expect(list(mine)).toBeFocused()
    await keys.press('t')
    await expect(mine.getByLabel(ko('ask.tag.find'))).toBeFocused()
    const summary = mine.locator('dialog summary')
    while (!(await summary.evaluate((element) => element === document.activeElement))) await keys.press('Tab')
    await keys.press('Enter')
    await keys.press('Tab')
    await keys.type('늦은 도서관')
    await keys.press('Tab')
    await keys.type('Late libraries')
    await keys.press('Enter')
    await expect(mine.getByRole('checkbox', { name: '늦은 도서관' })).toBeChecked()
    await keys.press('Escape')
    await expect.poll(async () => (await reviewOf(id))?.themes).toHaveLength(1)

    // Three at once: selected, marked, taken back, and hidden with a reason that the log keeps.
    for (const key of ['j', 'x', 'j', 'x', 'j', 'x']) await keys.press(key)
    await expect(list(mine).locator('[aria-selected=true]')).toHaveCount(3)
    const marked = async () => Object.values(await storedIn('reviews')).filter(({ state }) => state === 'done').length
    const logged = async (wanted: string) =>
      Object.values(await storedIn('auditLog')).filter(({ action }) => action === wanted).length
    const before = { marked: await marked(), hidden: await logged('hide'), restored: await logged('restore') }
    // What is stored may be known here before the page has heard of it, and with it of what can be taken back.
    const done = mine.getByRole('status').filter({ hasText: /: 3개$/, hasNotText: '되돌렸어요' })
    await keys.press('e')
    await expect.poll(marked).toBe(before.marked + 3)
    await expect(done).toBeVisible()
    await keys.press('u')
    await expect.poll(marked).toBe(before.marked)
    await keys.press('h')
    await keys.press('ArrowDown')
    await keys.press('Enter')
    await expect.poll(() => logged('hide')).toBe(before.hidden + 3)
    await expect(done).toBeVisible()
    await keys.press('u')
    await expect.poll(() => logged('restore')).toBe(before.restored + 3)

    // A translation by staff, seen by the colleague, who finds the theme in English.
    await theirs.getByRole('button', { name: en('words.write') }).click()
    await theirs
      .getByLabel(en('words.label', { lang: en('lang.en') }))
      .or(theirs.getByLabel(en('words.label', { lang: en('lang.ko') })))
      .fill('A translation by hand')
    await theirs.getByRole('button', { name: en('words.save') }).click()
    await expect(theirs.getByText(en('words.saved'))).toBeVisible()
    expect(await logged('translate')).toBeGreaterThan(0)
    await mine.goto(`/ko/review/inbox?open=${id}`)
    await expect(mine.getByText('A translation by hand').first()).toBeVisible()
    await theirs.goto('/en/review/themes')
    await theirs.getByRole('link', { name: 'Late libraries' }).click()
    await expect(theirs.getByRole('heading', { level: 1, name: 'Late libraries' })).toBeVisible()
    expect(await findings(theirs), 'a theme').toEqual([])
  },
)
