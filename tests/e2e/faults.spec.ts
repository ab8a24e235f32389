import { type BrowserContext, expect, type Page } from '@playwright/test'
import { commenting } from './helpers/commenting.ts'
import { signedInAccount, stored, storeParticipant } from './helpers/emulators.ts'
import { OUTBOX_FLOWS, proves } from './helpers/faults.ts'
import { fillStorage, forbidStorage, lineOf, onAnOddDevice, refuseTokens, slowDown } from './helpers/line.ts'
import {
  agree,
  counts,
  expectOnce,
  HEARD,
  inAgreement,
  ownStance,
  speak,
  storeHeard,
  TASK,
  VOTE,
  vote,
} from './helpers/participating.ts'
import { enter, enterNew, followMailedLink, newEmail } from './helpers/people.ts'
import { deployAnother, untilKept } from './helpers/service-worker.ts'
import { test } from './helpers/test.ts'
import { alertOn, words } from './helpers/words.ts'

const me = words('ko', 'me')
const outbox = words('ko', 'outbox')
const priorities = words('ko', 'priorities')
const stance = words('ko', 'stance')

test.beforeAll(storeHeard)

const left = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('madang:outbox:')).length)

/** Until nothing waits any more, by somebody who looks now and then. */
const untilAllArrived = (page: Page) =>
  expect
    .poll(async () => {
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
      return left(page)
    })
    .toBe(0)

test(
  'whatever the line does to what participants do, that is said, and each thing is stored once',
  proves(
    [OUTBOX_FLOWS, 'network cut', 'said where it was done: saved on this device, sent by itself; stored once'],
    [OUTBOX_FLOWS, 'connection reset in the middle of a write', 'said: no connection, kept here; stored once'],
    [OUTBOX_FLOWS, 'answer lost after the write', 'said: no connection, kept here; found as arrived, stored once'],
    [OUTBOX_FLOWS, '429', 'said: the limit of the day, kept here; stored once'],
    [OUTBOX_FLOWS, '5xx', 'said: no connection, kept here; stored once'],
    [OUTBOX_FLOWS, 'expired token', 'said: sign in again; then sent by itself, stored once'],
    [OUTBOX_FLOWS, 'reload at each step', 'what waits is there after each reload, with why; stored once'],
  ),
  async ({ page, context }) => {
    const before = await counts()
    const { uid, email } = await enterNew(page, 'ko', VOTE)
    const line = await lineOf(context)
    line.is('reset')
    const offline = () => context.setOffline(true)
    await vote(page, offline)
    await expect(page.getByRole('status').getByText(outbox('state.offline')).first()).toBeVisible()
    await context.setOffline(false)

    await page.goto(TASK)
    await speak(page, '여러 번 끊긴 글', offline)
    await expect(commenting(page, 'ko').said('여러 번 끊긴 글').getByText(outbox('state.offline'))).toBeVisible()
    await expect(ownStance(page).getByText(outbox('state.offline'))).toBeVisible()
    await expect(agree(page)).toHaveAttribute('aria-pressed', 'true')
    await context.setOffline(false)

    const waiting = page.getByRole('list', { name: me('waiting.title') }).getByRole('listitem')
    const allWait = async (why: string) => {
      await expect.poll(line.tried).toBeGreaterThan(0)
      await expect(waiting.filter({ hasText: outbox(`state.${why}`) })).toHaveCount(4)
    }
    for (const [way, why] of [
      [429, 'quota'],
      [503, 'offline'],
      [502, 'offline'],
    ] as const) {
      line.is(way)
      await page.goto('/ko/me')
      await allWait(why)
    }

    await test.step('401', async () => {
      line.is(401)
      const accept = await refuseTokens(context)
      await page.goto(TASK)
      await expect(commenting(page, 'ko').said('여러 번 끊긴 글').getByText(outbox('state.signed-out'))).toBeVisible()
      await expect(ownStance(page).getByText(outbox('state.signed-out'))).toBeVisible()
      await page.goto(VOTE)
      await expect(page.getByRole('link', { name: outbox('signInAgain') })).toBeVisible()
      accept()
      line.is('reset')
      await enter(page, email, '/ko/me')
      await allWait('offline')
    })

    line.is('lost')
    await page.reload()
    await untilAllArrived(page)
    expect(line.lost()).toBe(4)
    await expectOnce(uid, '여러 번 끊긴 글', before)
  },
)

test(
  'what is refused without the rules’ doing (403) comes back in words, and is stored once when it is sent again',
  proves(
    [['commenting'], '403', 'the words are back in their box with the reason; sent again, stored once'],
    [['reacting'], '403', 'said that it was not accepted; pressed again, stored once'],
    [['taking a stance'], '403', 'said that it was not stored; chosen again, stored once'],
    [['voting'], '403', 'said that it was not stored, stickers to place again; stored once'],
  ),
  async ({ page, context }) => {
    const before = await counts()
    const { uid } = await enterNew(page, 'ko', VOTE)
    const line = await lineOf(context)
    line.is(403)
    await vote(page)
    await expect(page.getByText(priorities('back.other'))).toBeVisible()
    line.is('open')
    await page.getByRole('button', { name: priorities('back.again') }).click()
    await page.getByRole('button', { name: priorities('cast') }).click()
    await expect(page.getByText(priorities('saved'))).toBeVisible()

    line.is(403)
    await page.goto(TASK)
    await speak(page, '받아들여지지 않은 글')
    const { box, send, sent } = commenting(page, 'ko')
    await expect(box).toHaveValue('받아들여지지 않은 글')
    await expect(alertOn(page).filter({ hasText: outbox('returned.title') })).toContainText(outbox('refused.refused'))
    await expect(alertOn(page).filter({ hasText: outbox('stance.back') })).toContainText(outbox('refused.refused'))
    await expect(
      page.getByRole('status').getByText(`${outbox('cameBack.react')} ${outbox('why.refused')}`),
    ).toBeVisible()
    await expect(agree(page)).toHaveAttribute('aria-pressed', 'false')
    line.is('open')
    await inAgreement(page).check()
    await agree(page).click()
    await send.click()
    await expect(sent).toBeVisible()
    await untilAllArrived(page)
    await expectOnce(uid, '받아들여지지 않은 글', before)
  },
)

const DAY = 86_400_000

type Device = {
  how: string
  cells: Parameters<typeof proves>
  /** Before pages are loaded. */
  prepare?: (context: BrowserContext) => Promise<unknown>
  /** Before something is done on a page. */
  before?: (page: Page) => Promise<unknown>
}
const DEVICES: Device[] = [
  {
    how: 'is a day ahead and forbids IndexedDB',
    cells: [
      [OUTBOX_FLOWS, 'clock off by a day', 'nothing to see; stored once'],
      [OUTBOX_FLOWS, 'IndexedDB forbidden', 'nothing to see; stored once'],
    ],
    prepare: (context) => onAnOddDevice(context, DAY),
  },
  {
    how: 'is a day behind and has no room left',
    cells: [
      [OUTBOX_FLOWS, 'clock off by a day', 'nothing to see; stored once'],
      [OUTBOX_FLOWS, 'storage full', 'stored once'],
    ],
    prepare: (context) => context.clock.install({ time: Date.now() - DAY }),
    before: fillStorage,
  },
  {
    how: 'is on a line of 2G',
    cells: [[OUTBOX_FLOWS, 'slowed to 2G', 'shown at once as being sent; stored once']],
    before: slowDown,
  },
]

for (const { how, cells, prepare, before } of DEVICES) {
  test(
    `from a device that ${how}, all that participants do is stored once`,
    proves(...cells),
    async ({ page, context }) => {
      const countsBefore = await counts()
      const { uid } = await enterNew(page, 'ko', '/mark.svg')
      await prepare?.(context)
      await page.goto(VOTE)
      const break_ = async () => void (await before?.(page))
      await vote(page, break_)
      await expect(page.getByText(priorities('saved'))).toBeVisible()
      await page.goto(TASK)
      const text = `글: ${how}`
      await speak(page, text, break_)
      const { said, sent } = commenting(page, 'ko')
      await expect(said(text)).toHaveCount(1)
      await expect(sent).toBeVisible()
      await expect(page.getByText(stance('saved'))).toBeVisible()
      await expect.poll(() => stored(`${HEARD}/reactions/${uid}`)).toBeTruthy()
      await expectOnce(uid, text, countsBefore)
    },
  )
}

test(
  'from a device that forbids storage, all that participants do is stored once, as long as the page is open',
  proves(
    [['commenting', 'voting'], 'storage forbidden', 'said that nothing is kept; stored once'],
    [['reacting', 'taking a stance'], 'storage forbidden', 'nothing to see; stored once'],
  ),
  async ({ page }) => {
    const before = await counts()
    const email = newEmail()
    const { localId: uid = '' } = await signedInAccount(email)
    await storeParticipant(uid, 'ko')
    await forbidStorage(page)
    await page.goto(`/ko/join?again=&next=${encodeURIComponent(TASK)}`)
    await followMailedLink(page, { lang: 'ko', email }, false)
    await page.waitForURL(`**${TASK}`)
    const { said, sent, comments } = commenting(page, 'ko')
    const text = '아무것도 저장하지 않는 창에서 쓴 글'
    await speak(page, text, () => expect(page.getByText(comments('form.notKept'))).toBeVisible())
    await expect(said(text)).toHaveCount(1)
    await expect(sent).toBeVisible()
    await expect(page.getByText(stance('saved'))).toBeVisible()
    await expect.poll(() => stored(`${HEARD}/reactions/${uid}`)).toBeTruthy()
    // A page that is loaded anew would know nobody.
    await page
      .getByRole('banner')
      .getByRole('link', { name: words('ko', 'common')('priorities') })
      .click()
    await vote(page, () => expect(alertOn(page).filter({ hasText: outbox('state.not-kept') })).toBeVisible())
    await expect(page.getByText(priorities('saved'))).toBeVisible()
    await expectOnce(uid, text, before)
  },
)

test.describe('with what is kept for reading without a connection', () => {
  test.use({ serviceWorkers: 'allow' })

  test(
    'what waits from before a new version, and before a second tab, is sent once, from one of them',
    proves(
      [OUTBOX_FLOWS, 'service worker of the former version', 'what was done with it waits, and is sent by the new one'],
      [OUTBOX_FLOWS, 'two tabs', 'both show it; one of them sends it, once'],
      [OUTBOX_FLOWS, 'reload at each step', 'there without a connection, too, after a reload'],
    ),
    async ({ page, context }) => {
      const before = await counts()
      const { uid } = await enterNew(page, 'ko', VOTE)
      await untilKept(page)
      const line = await lineOf(context)
      line.is('reset')
      await vote(page)
      await page.goto(TASK)
      await speak(page, '지난 판에서 쓴 글', () => context.setOffline(true))
      await page.reload()
      const said = (on: Page) => commenting(on, 'ko').said('지난 판에서 쓴 글').getByText(outbox('state.offline'))
      await expect(said(page)).toBeVisible()
      await context.setOffline(false)
      const putBack = deployAnother()
      try {
        await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
        await page.getByRole('button', { name: words('ko', 'offline')('update.reload') }).click()
        await expect(page.locator('html')).toHaveAttribute('data-version', '2')
        const other = await context.newPage()
        await other.goto(TASK)
        for (const tab of [page, other]) await expect(said(tab)).toBeVisible()
        line.is('open')
        await Promise.all([page, other].map(untilAllArrived))
        expect(line.tried()).toBe(4)
        for (const tab of [page, other]) {
          await expect(agree(tab)).toHaveAttribute('aria-pressed', 'true')
          await expect(inAgreement(tab)).toBeChecked()
        }
      } finally {
        putBack()
      }
      await expectOnce(uid, '지난 판에서 쓴 글', before)
    },
  )
})
