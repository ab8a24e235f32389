import { expect, type Page } from '@playwright/test'
import { commentId, storeComments, stored, storedIn } from './helpers/emulators.ts'
import { proves } from './helpers/faults.ts'
import { fillStorage, forbidStorage, lineOf, onAnOddDevice, refuseTokens, slowDown } from './helpers/line.ts'
import { signInAsDemo } from './helpers/people.ts'
import { test } from './helpers/test.ts'
import { alertOn, words } from './helpers/words.ts'

const errors = words('ko', 'errors')
const inbox = words('ko', 'review-inbox')
const review = words('ko', 'review')

const REVIEWER = '교육청 검토 담당자'
const DAY = 86_400_000

/** What a line may do, and what is said then. Each says another thing than the one before: what stands there is new. */
const WAYS = [
  ['reset', 'offline'],
  [429, 'quota'],
  [503, 'offline'],
  [403, 'refused'],
  ['lost', 'offline'],
] as const

/**
 * Tries something in vain on a line that does whatever a line can do; then the line is as it was but for what it has lost already.
 * @param act sends it, for the first time or again
 * @param stays what must not have gone after each time
 */
async function tryInVain(
  page: Page,
  line: Awaited<ReturnType<typeof lineOf>>,
  act: (nth: number) => Promise<void>,
  stays = async () => {},
): Promise<void> {
  for (const [nth, [way, why]] of WAYS.entries()) {
    line.is(way)
    await act(nth)
    await expect(alertOn(page).filter({ hasText: errors(why) })).toBeVisible()
    await stays()
  }
}

/** What the log holds that is so. */
const logged = async (what: Record<string, unknown>) =>
  Object.values(await storedIn('auditLog')).filter((entry) => expect.objectContaining(what).asymmetricMatch(entry))

/** A comment that nobody has done anything with, as a reviewer has it open: an old one, which is not what others come upon. */
async function openNew(page: Page): Promise<{ id: string; path: string }> {
  const number = Date.now()
  await storeComments('t1', [`검토할 글 ${number}`], new Date('2023-01-01'), number)
  const id = commentId('t1', number)
  await signInAsDemo(page, 'ko', REVIEWER, `/ko/review/inbox?open=${id}`)
  return { id, path: `tasks/t1/comments/${id}` }
}

test(
  'a note, whatever the line and the device do: said, what was typed stays, and it is stored once',
  proves(
    [
      ['reviewing'],
      'connection reset in the middle of a write',
      'a note: what was not done is said; typed words stay; stored once',
    ],
    [
      ['reviewing'],
      'answer lost after the write',
      'a note: what may not have been done is said; after a reload it is found as stored, once',
    ],
    [['reviewing'], '403', 'a note: said that it was not accepted; typed words stay; stored once'],
    [['reviewing'], '429', 'a note: said: the limit of the day; typed words stay; stored once'],
    [['reviewing'], '5xx', 'a note: what was not done is said; typed words stay; stored once'],
    [['reviewing'], 'slowed to 2G', 'a note: shown at once; stored once'],
    [
      ['reviewing'],
      'expired token',
      'a note: said: sign in again; then back at the same comment, typed words stay; stored once',
    ],
    [['reviewing'], 'storage full', 'a note: said that this device keeps nothing; stored once'],
    [['reviewing'], 'storage forbidden', 'a note: said that this device keeps nothing; stored once'],
    [['reviewing'], 'clock off by a day', 'a note: nothing to see; stored once'],
    [['reviewing'], 'IndexedDB forbidden', 'a note: nothing to see; stored once'],
  ),
  async ({ page, context }) => {
    await onAnOddDevice(context, DAY)
    const { id } = await openNew(page)
    const note = page.getByLabel(inbox('detail.note'))
    const save = page.getByRole('button', { name: inbox('detail.saveNote') })
    const line = await lineOf(context)
    const typed = '여러 번 끊긴 쪽지'
    await note.fill(typed)
    await tryInVain(
      page,
      line,
      () => save.click(),
      () => expect(note).toHaveValue(typed),
    )
    await page.reload()
    await expect(note).toHaveValue(typed)
    await expect(save).toBeHidden()
    expect(await stored(`reviews/${id}`)).toMatchObject({ note: typed })

    await test.step('401', async () => {
      await note.fill(`${typed}, 다시 로그인`)
      // Not what is read: a look for news might hear of it first, and the button be gone.
      line.is(401)
      const accept = await refuseTokens(context)
      await save.click()
      await expect(page.getByText(review('outside.expired'))).toBeVisible()
      accept()
      line.is('open')
      await page.getByRole('link', { name: review('outside.signIn') }).click()
      await page.getByRole('button', { name: REVIEWER, exact: true }).click()
      await expect(note).toHaveValue(`${typed}, 다시 로그인`)
      await save.click()
      await expect.poll(async () => (await stored(`reviews/${id}`))?.note).toBe(`${typed}, 다시 로그인`)
    })

    await fillStorage(page)
    await slowDown(page)
    await note.fill(`${typed}, 자리 없음`)
    await expect(page.getByText(review('notKept'))).toBeVisible()
    await save.click()
    // Before anything can have answered on such a line.
    await expect(save).toBeHidden({ timeout: 500 })
    await expect.poll(async () => (await stored(`reviews/${id}`))?.note).toBe(`${typed}, 자리 없음`)

    await test.step('forbidden', async () => {
      const other = await context.newPage()
      await forbidStorage(other)
      await signInAsDemo(other, 'ko', REVIEWER, `/ko/review/inbox?open=${id}`)
      await other.getByLabel(inbox('detail.note')).fill(`${typed}, 저장 금지`)
      await expect(other.getByText(review('notKept'))).toBeVisible()
      await other.getByRole('button', { name: inbox('detail.saveNote') }).click()
      await expect.poll(async () => (await stored(`reviews/${id}`))?.note).toBe(`${typed}, 저장 금지`)
    })
  },
)

test(
  'a decision, whatever the line does: said, one press sends it again, and it is done and logged once',
  proves(
    [
      ['reviewing'],
      'connection reset in the middle of a write',
      'a decision: what was not done is said; one press does it; done and logged once',
    ],
    [
      ['reviewing'],
      'answer lost after the write',
      'a decision: what may not have been done is said; sent again by one press, done and logged once',
    ],
    [['reviewing'], '403', 'a decision: said that it was not accepted; one press does it; done and logged once'],
    [['reviewing'], '429', 'a decision: said: the limit of the day; one press does it; done and logged once'],
    [['reviewing'], '5xx', 'a decision: what was not done is said; one press does it; done and logged once'],
  ),
  async ({ page, context }) => {
    const { id, path } = await openNew(page)
    const again = page.getByRole('button', { name: inbox('account.again') })
    const dialog = page.getByRole('dialog')
    const line = await lineOf(context)
    await page.getByRole('button', { name: inbox('ask.hide.open'), exact: true }).click()
    await dialog.getByRole('radio', { name: inbox('reason.off-topic') }).check()
    const send = dialog.getByRole('button', { name: inbox('ask.hide.send'), exact: true })
    await tryInVain(page, line, (nth) => (nth === 0 ? send : again).click())
    expect(await stored(path)).toMatchObject({ status: 'hidden', moderations: 1 })
    await again.click()
    await expect(again).toBeHidden()
    await expect(alertOn(page).filter({ hasText: errors('offline') })).toBeHidden()
    await expect(page.getByText(inbox('row.hidden', { reason: inbox('reason.off-topic') })).first()).toBeVisible()
    expect(await stored(path)).toMatchObject({ status: 'hidden', moderations: 1 })
    expect(await logged({ action: 'hide', target: id })).toHaveLength(1)
  },
)

test(
  'a theme, whatever the line does, and sent from two tabs of one reviewer: it is there and logged once',
  proves(
    [['reviewing'], 'answer lost after the write', 'a theme: said; the name stays; sent again, there and logged once'],
    [['reviewing'], '403', 'a theme: said that it was not accepted; the name stays; there and logged once'],
    [['reviewing'], '429', 'a theme: said: the limit of the day; the name stays; there and logged once'],
    [['reviewing'], '5xx', 'a theme: what was not done is said; the name stays; there and logged once'],
    [
      ['reviewing'],
      'two tabs',
      'of one reviewer: what was sent in vain in one is sent from both, there and logged once',
    ],
  ),
  async ({ page, context }) => {
    const [ko, en] = [`늦은 통학로 ${Date.now()}`, 'Roads at night']
    await signInAsDemo(page, 'ko', REVIEWER, '/ko/review/themes')
    const line = await lineOf(context)
    const send = (on: Page) => on.getByRole('button', { name: inbox('theme.send') })
    const english = (on: Page) => on.getByLabel(inbox('theme.name.en'))
    await page.getByLabel(inbox('theme.name.ko')).fill(ko)
    await english(page).fill(en)
    await tryInVain(
      page,
      line,
      () => send(page).click(),
      () => expect(english(page)).toHaveValue(en),
    )
    const other = await context.newPage()
    await other.goto('/ko/review/themes')
    await expect(english(other)).toHaveValue(en)
    for (const tab of [other, page]) {
      await send(tab).click()
      await expect(english(tab)).toHaveValue('')
      await expect(tab.getByRole('link', { name: ko })).toHaveCount(1)
    }
    const themes = Object.values(await storedIn('themes')).map(({ label }) => label)
    expect(themes.filter((label) => JSON.stringify(label).includes(ko))).toHaveLength(1)
    expect(await logged({ action: 'theme', reason: `${ko} / ${en}` })).toHaveLength(1)
  },
)
