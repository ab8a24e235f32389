import { type Browser, expect, type Page } from '@playwright/test'
import jsQR from 'jsqr'
import type { Lang } from '#domain/language.ts'
import { formatSlip, newSlipToken } from '#domain/slip.ts'
import { joinedWith, stored, storedIn, storeSlip, voidedMark } from './helpers/emulators.ts'
import { proves } from './helpers/faults.ts'
import { signInAsDemo } from './helpers/people.ts'
import { test } from './helpers/test.ts'
import { alertOn, words } from './helpers/words.ts'

const PHONE = { width: 360, height: 740 }
const INVITER = '교육청 편집·운영 담당자'
const join = words('ko', 'join')
const slips = words('ko', 'slips')

/** A device of its own, as a child holds it. */
const phone = async (browser: Browser) => (await browser.newContext({ viewport: PHONE })).newPage()

const start = (page: Page, lang: Lang = 'ko') => page.getByRole('button', { name: words(lang, 'join')('slip.start') })
const heading = (page: Page, key: string) => page.getByRole('heading', { name: join(key) })

async function issuedSlip(changes: Parameters<typeof storeSlip>[1] = {}): Promise<string> {
  const token = newSlipToken()
  await storeSlip(token, changes)
  return token
}

/** What a camera reads of a QR code on the page. */
async function scan(page: Page): Promise<string> {
  const picture = await page.locator('[data-sheet] svg[role=img]').first().screenshot({ scale: 'css' })
  const { pixels, width, height } = await page.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))]))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const context = canvas.getContext('2d')
    context?.drawImage(bitmap, 0, 0)
    const image = context?.getImageData(0, 0, bitmap.width, bitmap.height)
    return { pixels: [...(image?.data ?? [])], width: bitmap.width, height: bitmap.height }
  }, picture.toString('base64'))
  return jsQR(new Uint8ClampedArray(pixels), width, height)?.data ?? ''
}

test('a slip’s life: made, printed, scanned, used by a child who votes, and of no use to the next', async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAsDemo(page, 'ko', INVITER, '/ko/review/slips')
  await page.getByLabel(slips('make.school')).fill('한빛초등학교')
  await page.getByLabel(slips('make.level')).selectOption('elementary')
  await page.getByLabel(slips('make.district')).selectOption('mapo')
  await page.getByLabel(slips('make.number')).fill('21')
  await page.getByRole('button', { name: slips('make.send') }).click()
  await expect(page.getByText(slips('problem.purpose.missing'))).toBeVisible()
  await expect(page.getByLabel(slips('make.purpose'))).toBeFocused()
  await page.getByLabel(slips('make.purpose')).fill('6학년 1반 투표 수업')
  // Nothing typed is lost on the way.
  await page.reload()
  await expect(page.getByLabel(slips('make.school'))).toHaveValue('한빛초등학교')
  await page.getByRole('button', { name: slips('make.send') }).click()
  await page.getByRole('link', { name: slips('made.print'), exact: true }).click()

  const codes = page.locator('[data-sheet] svg[role=img]')
  await expect(codes).toHaveCount(21)
  const address = await scan(page)
  expect(address).toMatch(new RegExp(`^${baseURL}/ko/join\\?slip=[0-9A-HJKMNP-TV-Z]{20}$`))
  const token = new URL(address).searchParams.get('slip') ?? ''
  await expect(page.getByText(formatSlip(token))).toBeVisible()
  // Three pages of ten, and nothing but slips on them.
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(3)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.getByRole('heading', { name: slips('print.title') })).toBeHidden()

  const child = await phone(browser)
  const referrers: string[] = []
  child.on('request', (request) => referrers.push(request.headers().referer ?? ''))
  await child.goto(address)
  await expect(heading(child, 'slip.title')).toBeVisible()
  await expect(child.getByText('한빛초등학교')).toBeVisible()
  await expect(child).toHaveURL(`${baseURL}/ko/join`)
  // Nothing is asked: there is nothing to fill in, and no account before the tap.
  await expect(child.locator('input, select, textarea')).toHaveCount(0)
  expect(await child.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('firebase')))).toEqual([])
  await start(child).click()
  await expect(heading(child, 'done.title')).toBeFocused()
  expect(referrers.filter((from) => from.includes(token))).toEqual([])
  expect(await stored(`invites/${token}`)).toMatchObject({ used: true })
  const [participant, ...others] = await joinedWith(token)
  expect(others).toEqual([])
  expect(participant).toMatchObject({ role: 'student', verification: 'invite', district: 'mapo', level: 'elementary' })

  await child.goto('/ko/tasks/3')
  await child.getByRole('button', { name: words('ko', 'plan')('panel.open') }).click()
  await child.getByLabel(words('ko', 'stance')('agree'), { exact: true }).check()
  await expect(child.getByText(words('ko', 'stance')('saved'))).toBeVisible()
  expect(await stored(`tasks/t3/revisions/1/stances/${participant?.uid}`)).toMatchObject({
    value: 'agree',
    role: 'student',
  })

  // Again on the same phone: in already. On another: used.
  await child.goto(address)
  await expect(heading(child, 'slip.again.title')).toBeVisible()
  const other = await phone(browser)
  await other.goto(address)
  await expect(heading(other, 'slip.problem.used.title')).toBeFocused()
  await expect(start(other)).toBeHidden()

  // The one that is used is not printed again, and the rest can be voided.
  await page.emulateMedia({ media: 'screen' })
  await page.goto('/ko/review/slips')
  const row = page.getByRole('listitem').filter({ hasText: '6학년 1반 투표 수업' }).filter({ hasText: '한빛초등학교' })
  await expect(row).toContainText(`${slips('count.used')}1`)
  await expect(row).toContainText(`${slips('count.left')}20`)
  await row.getByRole('button', { name: slips('void.open') }).click()
  await page.getByRole('button', { name: slips('void.send'), exact: true }).click()
  await expect(page.getByText(slips('void.missing'))).toBeVisible()
  await page.getByLabel(slips('void.reason')).fill('잃어버렸어요')
  await page.getByRole('button', { name: slips('void.send'), exact: true }).click()
  await expect(page.getByText(slips('void.done')).first()).toBeVisible()
  await expect(row).toContainText(`${slips('count.voided')}20`)
  expect(Object.values(await storedIn('auditLog')).map(({ reason }) => reason)).toContain('잃어버렸어요')
})

test(
  'two devices at once: one is in, the other is told',
  proves([['joining'], 'two tabs', 'two devices with one slip: one is in, the other is told']),
  async ({ browser }) => {
    const token = await issuedSlip()
    const pages = await Promise.all([phone(browser), phone(browser)])
    for (const page of pages) {
      await page.goto(`/ko/join?slip=${token}`)
      await start(page).waitFor()
    }
    await Promise.all(pages.map((page) => start(page).click()))
    const isIn = async (page: Page) => {
      await heading(page, 'done.title').or(heading(page, 'slip.problem.meanwhile.title')).waitFor()
      return heading(page, 'done.title').isVisible()
    }
    expect((await Promise.all(pages.map(isIn))).toSorted()).toEqual([false, true])
    expect(await joinedWith(token)).toHaveLength(1)
  },
)

test('a slip that is void, over, or none, each in its own words', async ({ browser }) => {
  const page = await phone(browser)
  const DAY = 86_400_000
  const cases = [
    [await issuedSlip({ voided: voidedMark }), 'voided'],
    [await issuedSlip({ expiresAt: new Date(Date.now() - 3 * DAY) }), 'expired'],
    [newSlipToken(), 'unknown'],
  ] as const
  for (const [token, problem] of cases) {
    await page.goto(`/ko/join?slip=${token}`)
    await expect(heading(page, `slip.problem.${problem}.title`)).toBeVisible()
    await expect(page.getByText(join(`slip.problem.${problem}.act`))).toBeVisible()
    await expect(start(page)).toBeHidden()
  }
  // Over this very hour: only the server's clock tells, when it is claimed.
  await page.goto(`/ko/join?slip=${await issuedSlip({ expiresAt: new Date(Date.now() - 1000) })}`)
  await start(page).click()
  await expect(heading(page, 'slip.problem.expired.title')).toBeVisible()
  // Nobody is signed in whom no slip let in.
  await page.reload()
  await page.goto('/ko')
  await expect(page.getByRole('banner').getByRole('link', { name: words('ko', 'account')('join') })).toBeVisible()
})

test('typed by hand: forgiving where it can be, clear where it cannot', async ({ browser }) => {
  const page = await phone(browser)
  const token = await issuedSlip()
  await page.goto('/en/join')
  const english = words('en', 'join')
  await page.getByRole('link', { name: english('slip.useIt') }).click()
  const box = page.getByLabel(english('slip.code.label'))
  const next = page.getByRole('button', { name: english('slip.code.next') })
  await next.click()
  await expect(page.getByText(english('slip.code.empty'))).toBeVisible()
  await expect(box).toBeFocused()
  await box.fill('ㅁㅠㅊㅇ')
  await next.click()
  await expect(page.getByText(english('slip.code.hangul'))).toBeVisible()
  await expect(box).toHaveValue('ㅁㅠㅊㅇ')
  await box.fill(token.slice(0, 19))
  await next.click()
  await expect(page.getByText(english('slip.code.short', { all: '20', typed: '19' }))).toBeVisible()
  await box.fill(formatSlip(token).toLowerCase().replaceAll('1', 'l').replaceAll('0', 'o').replaceAll('-', ' '))
  await next.click()
  await start(page, 'en').click()
  await expect(page.getByRole('heading', { name: english('done.title') })).toBeVisible()
})

test(
  'without a connection the slip waits on the device, and the child is let in when it is back',
  proves([['joining'], 'network cut', 'with a slip: said, waits on the device, let in by itself']),
  async ({ browser }) => {
    const page = await phone(browser)
    const token = await issuedSlip()
    await page.goto(`/ko/join?slip=${token}`)
    await start(page).waitFor()
    await page.context().setOffline(true)
    await start(page).click()
    await expect(page.getByText(join('slip.offline.title'))).toBeVisible()
    await page.context().setOffline(false)
    await expect(heading(page, 'done.title')).toBeVisible({ timeout: 20_000 })
  },
)

test(
  'a lost answer is not a used slip; a network with too many sign-ups lets one wait',
  proves(
    [['joining'], 'answer lost after the write', 'with a slip: welcomed, not told that it is used'],
    [['joining'], '429', 'too many sign-ups from one network: said, tried again by itself'],
  ),
  async ({ browser }) => {
    const page = await phone(browser)
    const token = await issuedSlip()
    await page.clock.install()
    await page.goto(`/ko/join?slip=${token}`)
    let refusals = 0
    await page.route('**/accounts:signUp**', (route) => {
      if (refusals++ > 0) return route.continue()
      return route.fulfill({ status: 400, json: { error: { code: 400, message: 'TOO_MANY_ATTEMPTS_TRY_LATER' } } })
    })
    // What was sent arrives, and its answer does not, until the line is mended.
    let [arrived, isMended] = [false, false]
    await page.route('**/documents:commit**', async (route) => {
      if (isMended) return route.continue()
      if (!arrived) await route.fetch()
      arrived = true
      return route.abort('connectionreset')
    })
    await start(page).click()
    await expect(page.getByText(join('slip.busy.title'))).toBeVisible()
    await page.clock.fastForward(45_000)
    // Who is here may be read anew before the slip is tried again: then the child is in already.
    await expect(page.getByText(join('slip.offline.title')).or(heading(page, 'done.title'))).toBeVisible()
    isMended = true
    await page.clock.fastForward(10_000)
    await expect(heading(page, 'done.title')).toBeVisible()
  },
)

test('somebody else on the device is explained, and can go on or let the child in', async ({ page }) => {
  const token = await issuedSlip()
  await signInAsDemo(page, 'ko', '학부모', '/ko')
  await page.goto(`/ko/join?slip=${token}`)
  await expect(heading(page, 'occupied.slip.title')).toBeVisible()
  await page.getByRole('button', { name: join('occupied.slip.signOut') }).click()
  await start(page).click()
  await expect(heading(page, 'done.title')).toBeVisible()
  // The next child on the same device: the first one lives here alone, which is said.
  await page.goto(`/ko/join?slip=${await issuedSlip()}`)
  await expect(page.getByText(/이 기기에만 있어요/)).toBeVisible()
})

test('making slips that is cut off half-way goes on, and makes nothing twice', async ({ page }) => {
  await signInAsDemo(page, 'ko', INVITER, '/ko/review/slips')
  await page.getByLabel(slips('make.school')).fill('새솔중학교')
  await page.getByLabel(slips('make.number')).fill('30')
  await page.getByLabel(slips('make.purpose')).fill('끊긴 묶음')
  let commits = 0
  await page.route('**/documents:commit**', async (route) => {
    commits++
    if (commits < 3) return route.continue()
    // The third arrives, and nobody hears of it; nothing after it goes out.
    if (commits === 3) await route.fetch()
    return route.abort('connectionreset')
  })
  await page.getByRole('button', { name: slips('make.send') }).click()
  await expect(alertOn(page)).toContainText(slips('making.cutOff', { school: '새솔중학교', all: '30' }))
  await page.unroute('**/documents:commit**')
  await page.reload()
  await page.getByRole('button', { name: slips('making.goOn') }).click()
  await expect(page.getByText(slips('made.title'))).toBeVisible()
  const row = page.getByRole('listitem').filter({ hasText: '끊긴 묶음' })
  await expect(row).toHaveCount(1)
  await expect(row).toContainText(`${slips('count.all')}30`)
})

test('the workspace is closed to others, and found by its address', async ({ page }) => {
  const review = words('ko', 'review')
  const answer = await page.goto('/ko/review/slips')
  expect(answer?.status()).toBe(200)
  expect((await page.request.get('/ko/review')).status()).toBe(200)
  await expect(page.getByRole('heading', { name: review('outside.title') })).toBeVisible()
  for (const name of ['학부모', '교육청 검토 담당자']) {
    await signInAsDemo(page, 'ko', name, '/ko/review/slips')
    await expect(
      page.getByRole('heading', { name: review(name === '학부모' ? 'outside.title' : 'noRight.title') }),
    ).toBeVisible()
    await expect(page.getByLabel(slips('make.school'))).toBeHidden()
    await page.evaluate(() => localStorage.clear())
  }
})
