import { expect, type Page } from '@playwright/test'
import { mailedLink, stored, storedIn, uidOf } from './helpers/emulators.ts'
import { proves } from './helpers/faults.ts'
import { inGoogleWindow, withGoogleScript } from './helpers/google.ts'
import { fillStorage, forbidStorage, lineOf, onAnOddDevice, refuseTokens, slowDown } from './helpers/line.ts'
import { answerQuestions, followMailedLink, newEmail } from './helpers/people.ts'
import { test } from './helpers/test.ts'
import { alertOn, words } from './helpers/words.ts'

const join = words('ko', 'join')
const errors = words('ko', 'errors')
const DAY = 86_400_000

const finish = (page: Page) => page.getByRole('button', { name: join('finish.send') })
const joined = async (email: string) => stored(`participants/${await uidOf(email)}`)

async function askForMail(page: Page, email: string): Promise<void> {
  await page.getByLabel(join('signIn.email')).fill(email)
  await page.getByRole('button', { name: join('signIn.send') }).click()
}

async function openMail(page: Page, email: string): Promise<void> {
  await page.goto(await mailedLink(email))
  await page.getByRole('button', { name: join('signIn.confirmSend') }).click()
  await finish(page).waitFor()
}

test(
  'joining, whatever the line does: said, no answer is asked for twice, and somebody is in once',
  proves(
    [['joining'], 'network cut', 'said; the answers stay; one press more and they are in'],
    [['joining'], 'slowed to 2G', 'said at once that they are being let in; joined once'],
    [
      ['joining'],
      'connection reset in the middle of a write',
      'said; the answers stay; one press more and they are in',
    ],
    [['joining'], 'answer lost after the write', 'said; the mail that came all the same works'],
    [['joining'], '403', 'said, as of an address that is taken already; one press more and they are in'],
    [['joining'], '429', 'said: the limit of the day; one press more and they are in'],
    [['joining'], '5xx', 'said; one press more and they are in'],
    [['joining'], 'clock off by a day', 'nothing to see; joined once'],
    [['joining'], 'IndexedDB forbidden', 'nothing to see; joined once'],
    [['joining'], 'reload at each step', 'the answers are there, at the step where they are needed'],
  ),
  async ({ page, context }) => {
    await onAnOddDevice(context, -DAY)
    const email = newEmail()
    const next = page.getByRole('button', { name: join('next') })
    const parent = page.getByRole('radio', { name: new RegExp(`^${join('who.parent')} `) })
    await page.goto('/ko/join')
    await parent.check()
    await page.reload()
    await expect(parent).toBeChecked()
    await next.click()
    await page.getByLabel(join('where.title')).selectOption('mapo')
    await page.getByRole('checkbox', { name: join('consent.agree') }).check()
    await page.reload()
    await next.click()
    await expect(page.getByLabel(join('where.title'))).toHaveValue('mapo')
    await expect(page.getByRole('checkbox', { name: join('consent.agree') })).toBeChecked()
    await next.click()
    const mail = await lineOf(context, '**/accounts:sendOobCode**')
    for (const way of ['reset', 'lost'] as const) {
      mail.is(way)
      await askForMail(page, email)
      await expect.poll(mail.tried).toBe(1)
      await expect(alertOn(page)).toContainText(errors('offline'))
    }
    await openMail(page, email)
    const line = await lineOf(context)
    for (const [way, why] of [
      ['reset', 'offline'],
      [429, 'quota'],
      [503, 'offline'],
      [502, 'offline'],
      [403, 'taken'],
    ] as const) {
      line.is(way)
      await finish(page).click()
      await expect(alertOn(page)).toContainText(errors(why))
    }
    await page.reload()
    line.is('open')
    await finish(page).waitFor()
    await context.setOffline(true)
    await finish(page).click()
    await expect(alertOn(page)).toContainText(errors('offline'))
    await context.setOffline(false)
    expect(await joined(email)).toBeNull()
    await slowDown(page)
    await finish(page).click()
    await expect(page.getByRole('button', { name: join('finish.sending') })).toBeVisible()
    await expect(page.getByText(join('done.title'))).toBeVisible()
    expect(await joined(email)).toMatchObject({ role: 'parent', district: 'mapo' })
  },
)

test(
  'joining with a mail that opens a second tab, whose sign-in ends and whose answer is lost, is done once',
  proves(
    [['joining'], 'expired token', 'said: sign in again; the answers are not asked for again; joined once'],
    [['joining'], 'answer lost after the write', 'said; one press more and they are in'],
    [['joining'], 'two tabs', 'the mail opens a second one: both go on, and whichever finishes, joined once'],
  ),
  async ({ page, context }) => {
    const email = newEmail()
    await page.goto('/ko/join')
    await answerQuestions(page, { lang: 'ko', role: 'parent', district: 'mapo' })
    await askForMail(page, email)
    await page.getByText(join('signIn.sent', { email })).waitFor()
    const second = await context.newPage()
    await openMail(second, email)
    await finish(page).waitFor()

    const line = await lineOf(context)
    line.is(401)
    const accept = await refuseTokens(context)
    await finish(second).click()
    await expect(alertOn(second)).toContainText(errors('signed-out'))
    accept()
    await askForMail(second, email)
    await second.getByText(join('signIn.sent', { email })).waitFor()
    await openMail(second, email)
    await expect(second.getByText('마포구')).toBeVisible()

    line.is('lost')
    await finish(second).click()
    await expect(alertOn(second)).toContainText(errors('offline'))
    const uid = await uidOf(email)
    expect(await joined(email)).toMatchObject({ role: 'parent', district: 'mapo' })
    await Promise.all([page, second].map((tab) => finish(tab).click()))
    for (const tab of [page, second]) await expect(tab.getByText(join('done.title'))).toBeVisible()
    expect(Object.values(await storedIn('identities')).filter((identity) => identity.uid === uid)).toHaveLength(1)
  },
)

const SPOILT = {
  full: async (page: Page) => {
    await page.goto('/robots.txt')
    await fillStorage(page)
  },
  forbidden: forbidStorage,
}

test(
  'where storage is full or forbidden, whoever joins by mail reads before what is asked again, and joins, as with Google',
  proves(
    ...(['storage full', 'storage forbidden'] as const).flatMap(
      (fault): Parameters<typeof proves> => [
        [['joining'], fault, 'by mail: said before it is sent that all is asked again; joined once'],
        [['joining'], fault, 'with Google: nothing is asked again; joined once, as long as the page is open'],
      ],
    ),
  ),
  async ({ page }) => {
    const answers = { lang: 'ko', role: 'parent', district: 'mapo' } as const
    const isIn = async (email: string) => {
      await finish(page).click()
      await expect(page.getByText(join('done.title'))).toBeVisible()
      expect(await joined(email)).toMatchObject({ role: 'parent', district: 'mapo' })
    }
    await withGoogleScript(page)
    for (const way of ['full', 'forbidden'] as const) {
      await SPOILT[way](page)
      await test.step(`${way}, by mail`, async () => {
        const email = newEmail()
        await page.goto('/ko/join')
        await answerQuestions(page, answers)
        await expect(page.getByText(join('signIn.notKept'))).toBeVisible()
        await followMailedLink(page, { lang: 'ko', email }, false)
        await answerQuestions(page, answers)
        await isIn(email)
      })
      await test.step(`${way}, with Google`, async () => {
        const email = newEmail()
        await page.goto('/ko/join')
        await answerQuestions(page, answers)
        await expect(page.getByText(join('signIn.notKeptGoogle'))).toBeVisible()
        await inGoogleWindow(page, 'ko', email)
        await isIn(email)
      })
    }
  },
)
