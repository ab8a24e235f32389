import { expect, type Page } from '@playwright/test'
import { closeVotingAt, stored, storedIn, uidOf } from './helpers/emulators.ts'
import { joinFrom, newEmail, signInAsDemo } from './helpers/people.ts'
import { test } from './helpers/test.ts'
import { words } from './helpers/words.ts'

const DAY = 86_400_000
const ko = words('ko', 'priorities')
const en = words('en', 'priorities')

type Counts = Record<'voters' | 't1' | 't2' | 't3' | 't4' | 't5' | 't6', number>

const published = async (): Promise<{
  total: Counts
  groups: Record<string, Counts>
  ballots: number
}> => {
  const results = (await stored('results/current')) as unknown as {
    stickers: { total: Counts; groups: Record<string, Counts> }
    recount: { ballots: number; ballotsTallied: number }
  }
  expect(results.recount.ballotsTallied).toBe(results.recount.ballots)
  return { ...results.stickers, ballots: results.recount.ballots }
}

const addTo = (page: Page, task: number) =>
  page
    .getByRole('listitem')
    .filter({ hasText: ko('task', { number: String(task) }) })
    .getByRole('button', {
      name: /스티커 붙이기$/,
    })

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

  test('a pupil places five stickers by tapping, joins, casts them, changes them, and sees them in the results', async ({
    page,
  }) => {
    test.setTimeout(120_000)
    const before = await published()
    const email = newEmail()
    await page.goto('/ko/priorities')
    for (const task of [2, 2, 4, 6, 6]) await addTo(page, task).tap()
    const tray = page.getByRole('region', { name: ko('tray') })
    await expect(tray).toBeInViewport()
    await expect(tray).toContainText(ko('leftNone'))
    // It says that it is off, and can be pressed all the same: then it says why.
    await addTo(page, 1).tap({ force: true })
    await expect(tray.getByRole('status')).toHaveText(ko('noneLeft'))

    await tray.getByRole('link', { name: ko('join') }).tap()
    await joinFrom(page, { lang: 'ko', role: 'student', email })
    // What was placed before joining is there, and waits to be cast.
    await expect(page.getByText(ko('notYet'))).toBeVisible()
    await tray.getByRole('button', { name: ko('cast') }).tap()
    const receipt = page.getByRole('region', { name: ko('receipt.title') })
    await expect(receipt.getByRole('listitem')).toHaveCount(3)
    await expect(page.getByText(ko('saved'))).toBeVisible()
    const uid = await uidOf(email)
    const cast = { t1: 0, t2: 2, t3: 0, t4: 1, t5: 0, t6: 2 }
    expect(await stored(`ballots/${uid}`)).toMatchObject({ stickers: cast, role: 'student', at: expect.any(Date) })

    // By finger from one task to another, too.
    const [from, to] = [page.locator('[data-spot=t4]'), page.locator('[data-spot=t3]')]
    await to.evaluate((card) => card.scrollIntoView())
    const sticker = await from.locator('[data-ghostly]').first().boundingBox()
    const target = await to.boundingBox()
    if (!sticker || !target) throw new Error('nothing to drag')
    await page.mouse.move(sticker.x + sticker.width / 2, sticker.y + sticker.height / 2)
    await page.mouse.down()
    await page.mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 8 })
    await page.mouse.up()
    await expect(page.getByText(ko('notYetAgain'))).toBeVisible()
    await tray.getByRole('button', { name: ko('castAgain') }).tap()
    await expect.poll(async () => (await stored(`ballots/${uid}`))?.stickers).toEqual({ ...cast, t4: 0, t3: 1 })

    // One more person, and each sticker where it is now: by group and in all.
    await expect.poll(async () => (await published()).total.t3, { timeout: 30_000 }).toBe(before.total.t3 + 1)
    const after = await published()
    expect(after.groups.student).toMatchObject({
      voters: (before.groups.student?.voters ?? 0) + 1,
      t2: (before.groups.student?.t2 ?? 0) + 2,
      t4: before.groups.student?.t4,
      t6: (before.groups.student?.t6 ?? 0) + 2,
    })
    expect(after.ballots).toBe(before.ballots + 1)
    await page.reload()
    await expect(page.getByRole('table', { name: new RegExp(`^${after.total.voters}명`) })).toBeVisible()
    await expect(receipt.getByRole('listitem')).toHaveCount(3)
  })
})

test('a parent casts, changes and takes a vote back by keyboard alone', async ({ page }) => {
  const email = newEmail()
  await page.goto('/en/join?next=%2Fen%2Fpriorities')
  await joinFrom(page, { lang: 'en', role: 'parent', email })
  await expect(page.getByText(en('first'))).toBeVisible()
  const add = page.getByRole('button', { name: /^Put a sticker on/ })
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await add.first().focus()
  await press('Enter', 'Enter', 'Space', 'Enter', 'Enter')
  await expect(page.getByText(en('leftNone'))).toBeVisible()
  // From the last card the way leads to the tray.
  await page
    .getByRole('region', { name: en('tray') })
    .getByRole('button', { name: en('cast') })
    .focus()
  await press('Enter')
  await expect(page.getByText(en('saved'))).toBeVisible()
  const uid = await uidOf(email)
  expect((await stored(`ballots/${uid}`))?.stickers).toMatchObject({ t1: 5 })

  await page
    .getByRole('button', { name: /^Take a sticker off/ })
    .first()
    .focus()
  await press('Enter', 'Enter', 'Enter', 'Enter', 'Enter')
  await page.getByRole('button', { name: en('takeBack') }).focus()
  await press('Space')
  await expect(page.getByText(en('takenBack'))).toBeVisible()
  expect(await stored(`ballots/${uid}`)).toBeNull()
})

test('once voting has closed, what is stored is shown and nothing can be placed; a ballot on its way comes back', async ({
  page,
}) => {
  await signInAsDemo(page, 'ko', '교사', '/ko/priorities')
  await addTo(page, 3).click()
  await page.getByRole('button', { name: ko('cast') }).click()
  await expect(page.getByText(ko('saved'))).toBeVisible()
  await addTo(page, 1).click()
  try {
    await closeVotingAt(new Date(Date.now() - 1000))
    await page.getByRole('button', { name: ko('castAgain') }).click()
    await expect(page.getByText(ko('back.closed'))).toBeVisible()
    await page.getByRole('button', { name: ko('back.gotIt') }).click()
    await page.reload()
    await expect(page.getByText(/투표는 .* 끝났어요/)).toBeVisible()
    await addTo(page, 1).click({ force: true })
    await expect(page.getByRole('region', { name: ko('receipt.title') }).getByRole('listitem')).toHaveCount(1)
    await expect(page.getByRole('button', { name: ko('castAgain') })).toHaveCount(0)
  } finally {
    await closeVotingAt(new Date(Date.now() + 300 * DAY))
  }
})

test('a reviewer publishes what the tallies say, with a reason in the log; a participant is not offered to', async ({
  browser,
}) => {
  const enter = async (name: string) => {
    const page = await (await browser.newContext()).newPage()
    await signInAsDemo(page, 'ko', name, '/ko/priorities')
    await expect(page.getByRole('table').first()).toBeVisible()
    return page
  }
  const pupil = await enter('학생')
  await expect(pupil.getByText(ko('first'))).toBeVisible()
  await expect(pupil.getByRole('heading', { name: ko('publish.title') })).toHaveCount(0)

  const reviewer = await enter('교육청 검토 담당자')
  await reviewer.getByLabel(ko('publish.reason')).fill('회의에서 함께 보려고')
  await addTo(pupil, 3).click()
  await pupil.getByRole('button', { name: ko('cast') }).click()
  await expect(pupil.getByText(ko('saved'))).toBeVisible()
  await reviewer.getByRole('button', { name: ko('publish.act') }).click()
  const [done, same] = [ko('publish.done'), ko('publish.same')].map((words_) => reviewer.getByText(words_))
  if (!done || !same) throw new Error('nothing to wait for')
  await expect(done.or(same)).toBeVisible({ timeout: 20_000 })
  // The publisher of this run may have been faster; otherwise the log says who it was and why.
  const entries = Object.values(await storedIn('auditLog')).filter(({ action }) => action === 'publish-results')
  expect(entries).toHaveLength((await done.isVisible()) ? 1 : 0)
  for (const entry of entries) {
    expect(entry).toMatchObject({ byUid: 'demo-reviewer', reason: '회의에서 함께 보려고' })
    expect(await stored(`results/${entry.target}`)).toMatchObject({ logEntry: expect.any(String) })
  }
})
