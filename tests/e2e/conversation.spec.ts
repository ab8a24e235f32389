import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import type { Lang } from '#domain/language.ts'
import { storeComments, stored, storedIn } from './helpers/emulators.ts'
import { signInAsDemo } from './helpers/people.ts'
import { test } from './helpers/test.ts'
import { words } from './helpers/words.ts'

const TASK = '/tasks/6'
const ko = words('ko', 'comments')
const en = words('en', 'comments')

type Stored = Record<string, unknown> & { agree: Record<string, number>; disagree: Record<string, number> }

async function openAs(browser: Browser, lang: Lang, who: string, path = TASK): Promise<Page> {
  const context = await browser.newContext({ locale: lang === 'ko' ? 'ko-KR' : 'en-GB' })
  const page = await context.newPage()
  await signInAsDemo(page, lang, who, `/${lang}${path}`)
  await toVoices(page)
  return page
}

/** Down to the comments, which come when somebody comes near. */
async function toVoices(page: Page): Promise<void> {
  await page.locator('#voices').scrollIntoViewIfNeeded()
  await page.locator('ol > li > div > article').first().waitFor()
}

async function reload(page: Page): Promise<void> {
  await page.reload()
  await toVoices(page)
}

const saying = (page: Page, text: string): Locator => page.getByRole('article').filter({ hasText: text })

async function say(page: Page, text: string): Promise<string> {
  await page.getByLabel(ko('form.label'), { exact: true }).fill(text)
  await page.getByRole('button', { name: ko('form.send') }).click()
  return commentId(text)
}

/** The id under which a text has arrived. */
async function commentId(text: string): Promise<string> {
  let id: string | undefined
  await expect
    .poll(async () => {
      id = Object.entries(await storedIn('tasks/t6/comments')).find(([, comment]) => comment.text === text)?.[0]
      return id
    })
    .toBeTruthy()
  return id ?? ''
}

const comment = async (id: string) => (await stored(`tasks/t6/comments/${id}`)) as Stored

async function choose(article: Locator, page: Page, lang: Lang, act: string): Promise<void> {
  const t = words(lang, 'comments')
  await article.getByRole('button', { name: t('menu.open') }).click()
  await page.getByRole('button', { name: t(`menu.${act}`), exact: true }).click()
}

test('people react to a comment, reply to it, and its author changes and withdraws it', async ({ browser }) => {
  test.setTimeout(120_000)
  const first = '학교 밖 배움터를 저녁에도 열어 주세요.'
  const changed = '학교 밖 배움터를 저녁 여덟 시까지 열어 주세요.'
  const reply = 'Seconded, with a bus home please.'
  const parent = await openAs(browser, 'ko', '학부모')
  const id = await say(parent, first)
  const mine = saying(parent, first)
  await expect(mine.getByText(ko('item.mine'))).toBeVisible()
  // Nobody reacts to their own.
  await expect(mine.getByRole('button', { name: ko('reaction.agree') })).toHaveCount(0)

  const teacher = await openAs(browser, 'en', 'A teacher')
  const seen = saying(teacher, first)
  const agree = seen.getByRole('button', { name: new RegExp(`^${en('reaction.agree')}`) })
  const disagree = seen.getByRole('button', { name: new RegExp(`^${en('reaction.disagree')}`) })
  await agree.click()
  await expect(agree).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(async () => (await comment(id)).agree.teacher).toBe(1)
  await disagree.click()
  await expect(disagree).toHaveAttribute('aria-pressed', 'true')
  await expect(agree).toHaveAttribute('aria-pressed', 'false')
  await expect.poll(async () => (await comment(id)).disagree.teacher).toBe(1)
  expect(await comment(id)).toMatchObject({ agreeTotal: 0, disagreeTotal: 1, agree: { teacher: 0 } })
  await disagree.click()
  await expect(disagree).toHaveAttribute('aria-pressed', 'false')
  await expect.poll(async () => (await comment(id)).disagreeTotal).toBe(0)
  expect(await storedIn(`tasks/t6/comments/${id}/reactions`)).toEqual({})
  await agree.click()
  await expect.poll(async () => (await comment(id)).agreeTotal).toBe(1)
  await reload(teacher)
  await expect(agree).toHaveAttribute('aria-pressed', 'true')
  await expect(agree).toContainText('1')

  await test.step('a reply is counted under what it answers, and found at its own address', async () => {
    await seen.getByRole('button', { name: en('item.reply'), exact: true }).click()
    const box = teacher.getByLabel(en('reply.label'))
    await box.fill(reply)
    const form = teacher.locator('form').filter({ has: box })
    await form.getByRole('button', { name: en('reply.send'), exact: true }).click()
    const replyId = await commentId(reply)
    await expect(saying(teacher, reply)).toBeVisible()
    expect((await comment(id)).replyCount).toBe(1)
    expect(await comment(replyId)).toMatchObject({ parentId: id, lang: 'en', role: 'teacher' })
    const answer = await parent.goto(`/ko/tasks/6/comments/${replyId}`)
    expect(answer?.status()).toBe(200)
    await expect(saying(parent, reply)).toBeFocused()
    await expect(saying(parent, first)).toBeVisible()
  })

  await test.step('what it said before stays public', async () => {
    await choose(saying(parent, first), parent, 'ko', 'edit')
    await parent.getByLabel(ko('edit.label')).fill(changed)
    await parent.getByRole('button', { name: ko('edit.save') }).click()
    await expect(saying(parent, changed)).toBeFocused()
    await expect.poll(async () => (await comment(id)).text).toBe(changed)
    expect(await stored(`tasks/t6/comments/${id}/edits/1`)).toMatchObject({ text: first })
    await reload(teacher)
    await saying(teacher, changed)
      .getByRole('button', { name: en('item.edited_one', { value: '1' }) })
      .click()
    await expect(teacher.getByRole('region', { name: en('former.title') }).getByText(first)).toBeVisible()
  })

  await test.step('a withdrawal takes all words and leaves the replies', async () => {
    await choose(saying(parent, changed), parent, 'ko', 'withdraw')
    await parent
      .getByRole('dialog')
      .getByRole('button', { name: ko('withdraw.act'), exact: true })
      .click()
    await expect(parent.getByRole('article', { name: ko('item.withdrawn') })).toBeFocused()
    await expect.poll(async () => (await comment(id)).status).toBe('withdrawn')
    expect(await comment(id)).toMatchObject({ text: '', agreeTotal: 1, replyCount: 1 })
    expect(await storedIn(`tasks/t6/comments/${id}/edits`)).toEqual({})
    await reload(teacher)
    const place = teacher.getByRole('article', { name: en('item.withdrawn') })
    await expect(place).toContainText(en('item.withdrawn'))
    await place.getByRole('button', { name: en('item.replies_one', { value: '1' }) }).click()
    await expect(saying(teacher, reply)).toBeVisible()
    await expect(place.getByRole('button', { name: en('item.reply'), exact: true })).toHaveCount(0)
  })
})

test('a comment that three people report is folded away until somebody looks', async ({ browser }) => {
  test.setTimeout(120_000)
  const text = '학원 특강 모집합니다. 전화 주세요.'
  const author = await openAs(browser, 'ko', '학부모', '/tasks/4')
  await author.getByLabel(ko('form.label'), { exact: true }).fill(text)
  await author.getByRole('button', { name: ko('form.send') }).click()
  const find = async () =>
    Object.entries(await storedIn('tasks/t4/comments')).find(([, each]) => each.text === text)?.[0] ?? ''
  await expect.poll(find).toBeTruthy()
  const id = await find()
  const report = async (page: Page, lang: Lang) => {
    const t = words(lang, 'comments')
    await choose(saying(page, text), page, lang, 'report')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: t('report.act'), exact: true }).click()
    await expect(dialog.getByRole('radio').first()).toBeFocused()
    await dialog.getByRole('radio', { name: t('report.advertisement') }).check()
    await dialog.getByRole('button', { name: t('report.act'), exact: true }).click()
    await expect(saying(page, text).getByText(t('report.mine'))).toBeVisible()
  }
  const student = await openAs(browser, 'ko', '학생', '/tasks/4')
  await report(student, 'ko')
  const teacher = await openAs(browser, 'en', 'A teacher', '/tasks/4')
  await report(teacher, 'en')
  await expect.poll(async () => (await stored(`tasks/t4/comments/${id}`))?.reportCount).toBe(2)
  expect(await stored(`reports/t4~${id}~demo-student`)).toMatchObject({ reason: 'advertisement' })
  await addReport(id)

  const page = await (await browser.newContext()).newPage()
  await page.goto(`/ko/tasks/4/comments/${id}`)
  await expect(page.getByText(ko('item.collapsed'))).toBeVisible()
  await expect(page.getByText(text)).toHaveCount(0)
  await page.getByRole('button', { name: ko('item.look') }).click()
  await expect(page.getByText(text)).toBeVisible()
  await expect(page.getByRole('article')).toBeFocused()
})

/** A third person's report, of which only the count shows. */
async function addReport(id: string): Promise<void> {
  const base = `http://${process.env.FIRESTORE_EMULATOR_HOST}/v1/projects/demo-madang/databases/(default)/documents`
  await fetch(`${base}/tasks/t4/comments/${id}?updateMask.fieldPaths=reportCount`, {
    method: 'PATCH',
    headers: { authorization: 'Bearer owner', 'content-type': 'application/json' },
    body: JSON.stringify({ fields: { reportCount: { integerValue: '3' } } }),
  })
}

test('comments are sorted and filtered by the address, which can be shared and survives going back', async ({
  page,
}) => {
  await page.goto('/en/tasks/2')
  await toVoices(page)
  const list = page.getByRole('list', { name: en('list.label'), exact: true })
  const articles = list.locator(':scope > li')
  await expect(articles.nth(6)).toBeVisible()
  const counts = async () =>
    (await list.getByRole('button', { name: new RegExp(`^${en('reaction.agree')} `) }).allTextContents()).map((text) =>
      Number(text.replace(/\D/g, '')),
    )
  const newest = await counts()
  await page.getByRole('radio', { name: en('list.agreed') }).check()
  await expect(page).toHaveURL(/\?sort=agreed$/)
  await expect.poll(counts).toEqual(newest.toSorted((a, b) => b - a))
  expect(newest).not.toEqual(newest.toSorted((a, b) => b - a))

  await page.getByText(en('list.filter'), { exact: true }).click()
  await page.getByLabel(en('list.group')).selectOption('student')
  await expect(page).toHaveURL(/\?sort=agreed&group=student$/)
  await expect(articles).toHaveCount(1)
  await expect(page.getByRole('status').filter({ hasText: en('list.shown_one', { value: '1' }) })).toBeAttached()
  await page.getByLabel(en('list.written')).selectOption('en')
  await expect(page.getByText(en('list.none'))).toBeVisible()
  await expect(page).toHaveURL(/&written=en$/)
  await page.goBack()
  await expect(page).toHaveURL(/\?sort=agreed&group=student$/)
  await expect(articles).toHaveCount(1)

  const shared = await page.context().newPage()
  await shared.goto(page.url())
  await toVoices(shared)
  await expect(shared.getByRole('radio', { name: en('list.agreed') })).toBeChecked()
  await expect(shared.getByRole('list', { name: en('list.label'), exact: true }).locator(':scope > li')).toHaveCount(1)
})

test('who goes back in the moment in which a choice comes into the address is back at the list before', async ({
  page,
}) => {
  await page.goto('/en/tasks/2?group=student')
  await toVoices(page)
  const articles = page.getByRole('list', { name: en('list.label'), exact: true }).locator(':scope > li')
  await expect(articles).toHaveCount(1)
  await page.evaluate(() => {
    const push = history.pushState.bind(history)
    history.pushState = (...to) => {
      push(...to)
      history.back()
    }
  })
  const there = page.waitForURL(/sort=agreed/)
  await page.getByRole('radio', { name: en('list.agreed') }).click()
  await there
  await expect(page).toHaveURL(/\?group=student$/)
  await expect(page.getByRole('radio', { name: en('list.newest') })).toBeChecked()
  await expect(articles).toHaveCount(1)
})

test('words are found by their initial consonants, in what is here at once and in the rest on demand', async ({
  page,
}) => {
  const texts = Array.from({ length: 45 }, (_, i) => (i === 4 ? '급식 시간을 늘려 주세요' : `다른 이야기 ${i + 1}`))
  await storeComments('t3', texts, new Date(Date.now() - 3_600_000))
  await page.goto('/ko/tasks/3')
  await toVoices(page)
  const box = page.getByRole('searchbox', { name: ko('search.label') })
  const results = page.getByRole('list', { name: ko('search.results') })
  await box.fill('ㄷㄹ ㅇㅇㄱ 4')
  await expect(results.locator('mark').first()).toHaveText('다른 이야기 4')
  await box.fill('ㄱㅅㅅㄱ')
  await expect(results.getByRole('article')).toHaveCount(0)
  await box.press('Enter')
  await expect(results.locator('mark')).toHaveText('급식 시간')
  await expect(page.getByText(ko('search.all'), { exact: false }).first()).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: ko('search.all') })).toHaveCount(1)
  await results.getByRole('link', { name: ko('search.inThread') }).click()
  await expect(page).toHaveURL(/\/ko\/tasks\/3\/comments\/t3-/)
  await expect(page.locator('article[aria-label]:focus')).toContainText('급식 시간')
})

test('a question whose file does not arrive says so, and comes on the next try', async ({ page }) => {
  const common = words('ko', 'common')
  const file = '**/assets/report-dialog-*.js'
  await page.route(file, (route) => route.abort())
  await page.goto('/ko/tasks/1')
  await toVoices(page)
  const first = page
    .getByRole('list', { name: ko('list.label'), exact: true })
    .getByRole('article')
    .first()
  await choose(first, page, 'ko', 'report')
  const missing = first.getByRole('region', { name: common('cannotRead.other') })
  await expect(missing).toBeFocused()
  await missing.getByRole('button', { name: common('retry') }).press('Enter')
  await expect(missing).toBeFocused()
  await page.unroute(file)
  await missing.getByRole('button', { name: common('retry') }).press('Enter')
  await expect(page.getByRole('dialog', { name: ko('report.title') })).toBeVisible()
  await expect(missing).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(first).toBeFocused()
})

test('who has not joined is led to joining, and the reaction waits', async ({ page }) => {
  await page.goto('/ko/tasks/1')
  await toVoices(page)
  const first = page
    .getByRole('list', { name: ko('list.label'), exact: true })
    .getByRole('article')
    .first()
  await first.getByRole('button', { name: new RegExp(`^${ko('reaction.agree')}`) }).click()
  await expect(first.getByRole('link', { name: ko('reaction.join') })).toHaveAttribute('href', /\/ko\/join\?next=/)
  await signInAsDemo(page, 'ko', '학생', '/ko/tasks/1')
  await toVoices(page)
  await first.getByRole('button', { name: ko('reaction.send', { reaction: ko('reaction.agree') }) }).click()
  await expect(first.getByRole('button', { name: new RegExp(`^${ko('reaction.agree')}`) })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
})

test('an address of a comment that is not there says so kindly; one that cannot be is not found', async ({ page }) => {
  const answer = await page.goto('/en/tasks/1/comments/t1-AaBbCcDdEeFfGgHhIi99')
  expect(answer?.status()).toBe(200)
  await expect(page.getByText(en('one.missing.title'))).toBeVisible()
  await page.goto('/en/tasks/1/comments/nothing')
  await expect(page.getByRole('heading', { name: words('en', 'not-found')('title') })).toBeVisible()
})
