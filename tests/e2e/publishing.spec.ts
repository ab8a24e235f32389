import { expect, type Page } from '@playwright/test'
import { stored, storedIn, uidOf } from './helpers/emulators.ts'
import { proves } from './helpers/faults.ts'
import { fillStorage, forbidStorage, lineOf, refuseTokens, slowDown } from './helpers/line.ts'
import { answerQuestions, followMailedLink, newEmail, signInAsDemo } from './helpers/people.ts'
import { deployAnother, untilKept } from './helpers/service-worker.ts'
import { test } from './helpers/test.ts'
import { alertOn, words } from './helpers/words.ts'

const plan = words('ko', 'review-plan')
const errors = words('ko', 'errors')

// The same task as in plan-cycle.spec.ts: no other test that comes later speaks of its revisions.
const NUMBER = 4
const TASK = `tasks/t${NUMBER}`
const EDITOR = '교육청 편집·운영 담당자'
const REASON = `여러 번 끊겨도 한 번만 나갑니다. ${Date.now()}`

type Published = { revision: number; summary: Record<'ko' | 'en', string> }

const next = (page: Page, revision: number) =>
  page.getByRole('heading', { name: plan('publish.title', { revision: String(revision) }) })

const field = (page: Page, name: string, lang: 'ko' | 'en') =>
  page.getByLabel(plan(`field.${name}`, { lang: plan(`lang.${lang}`) }), { exact: true })

/** Asks for the draft to be published, and again when asked whether that is meant. */
async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: plan('publish.act'), exact: true }).click()
  await page.getByRole('button', { name: plan('publish.send') }).click()
}

/** The targets in the log of what was done with a reason, in any order. */
const logged = async (reason: string) =>
  Object.values(await storedIn('auditLog'))
    .filter((entry) => entry.reason === reason)
    .map(({ target }) => target)

test(
  'publishing, whatever the line does: said, the draft stays, and there is one revision more, and one entry in the log',
  proves(
    [['publishing'], 'network cut', 'said; the draft stays; published once'],
    [['publishing'], 'connection reset in the middle of a write', 'said; the draft stays; published once'],
    [
      ['publishing'],
      'answer lost after the write',
      'said; after a reload the next revision is asked for: published once',
    ],
    [['publishing'], '403', 'said that it was not accepted; the draft stays; published once'],
    [['publishing'], '429', 'said: the limit of the day; the draft stays; published once'],
    [['publishing'], '5xx', 'said; the draft stays; published once'],
    [['publishing'], 'slowed to 2G', 'said at once that it is being published; published once'],
    [['publishing'], 'expired token', 'said: sign in again; what was typed last stays; published once'],
    [['publishing'], 'storage full', 'said that this device keeps nothing; published once'],
    [['publishing'], 'storage forbidden', 'said that this device keeps nothing; published once'],
    [['publishing'], 'clock off by a day', 'nothing to see; published once'],
    [['publishing'], 'IndexedDB forbidden', 'nothing to see; published once'],
  ),
  async ({ page, context }) => {
    await context.clock.install({ time: Date.now() + 86_400_000 })
    await context.addInitScript(() => {
      indexedDB.open = () => {
        throw new DOMException('forbidden', 'SecurityError')
      }
    })
    const { revision, summary } = (await stored(TASK)) as Published
    await signInAsDemo(page, 'ko', EDITOR, `/ko/review/plan/${NUMBER}`)
    await field(page, 'summary', 'ko').fill(`${summary.ko} 한 번 더 고칩니다.`)
    await field(page, 'summary', 'en').fill(`${summary.en} Once more.`)
    await field(page, 'changeNote', 'ko').fill(REASON)
    await field(page, 'changeNote', 'en').fill('Published once, however often the line breaks.')
    await expect(page.getByText(plan('saving.saved'))).toBeVisible()

    const line = await lineOf(context)
    await context.setOffline(true)
    await publish(page)
    await expect(alertOn(page).filter({ hasText: errors('offline') })).toBeVisible()
    await context.setOffline(false)
    for (const [way, why] of [
      [429, 'quota'],
      ['reset', 'offline'],
      [403, 'refused'],
      [503, 'offline'],
      [429, 'quota'],
      ['lost', 'offline'],
    ] as const) {
      line.is(way)
      await publish(page)
      await expect(alertOn(page).filter({ hasText: errors(why) })).toBeVisible()
    }
    await page.reload()
    await expect(next(page, revision + 2)).toBeVisible()
    expect(await stored(TASK)).toMatchObject({ revision: revision + 1 })
    expect(await logged(REASON)).toEqual([`t${NUMBER}/${revision + 1}`])

    const again = `${REASON} 다시`
    await test.step('401', async () => {
      const review = words('ko', 'review')
      const everything = await lineOf(context, '**/documents**')
      const accept = await refuseTokens(context)
      // It is saved a while after it was typed. Before that, whatever else is asked would end the sign-in.
      await field(page, 'changeNote', 'ko').fill(again)
      everything.is(401)
      await expect(page.getByText(review('outside.expired'))).toBeVisible()
      accept()
      everything.is('open')
      await page.getByRole('link', { name: review('outside.signIn') }).click()
      await page.getByRole('button', { name: EDITOR, exact: true }).click()
      await expect(field(page, 'changeNote', 'ko')).toHaveValue(again)
      await expect(page.getByText(plan('saving.saved'))).toBeVisible()
    })

    line.is('open')
    await fillStorage(page)
    await slowDown(page)
    await field(page, 'changeNote', 'en').fill('Published once more, with nothing kept on a slow line.')
    await field(page, 'summary', 'en').fill(`${summary.en} Twice more.`)
    await expect(page.getByText(words('ko', 'review')('notKept'))).toBeVisible()
    await expect(page.getByText(plan('saving.saved'))).toBeVisible()
    await publish(page)
    await expect(page.getByRole('button', { name: plan('publish.sending') })).toBeVisible()
    await expect(next(page, revision + 3)).toBeVisible()
    expect(await logged(again)).toEqual([`t${NUMBER}/${revision + 2}`])

    await test.step('forbidden', async () => {
      const other = await context.newPage()
      await forbidStorage(other)
      await signInAsDemo(other, 'ko', EDITOR, `/ko/review/plan/${NUMBER}`)
      await field(other, 'summary', 'ko').fill(`${summary.ko} 저장하지 않는 창에서.`)
      await expect(other.getByText(words('ko', 'review')('notKept'))).toBeVisible()
      await field(other, 'summary', 'en').fill(`${summary.en} Kept nowhere.`)
      await field(other, 'changeNote', 'ko').fill(`${REASON} 저장 금지`)
      await field(other, 'changeNote', 'en').fill('Published from a window that may keep nothing.')
      await expect(other.getByText(plan('saving.saved'))).toBeVisible()
      await publish(other)
      await expect(next(other, revision + 4)).toBeVisible()
      expect(await logged(`${REASON} 저장 금지`)).toEqual([`t${NUMBER}/${revision + 3}`])
    })
  },
)

test.describe('with what is kept for reading without a connection', () => {
  test.use({ serviceWorkers: 'allow' })

  test(
    'what was begun with a former version is there in the new one, and is done with it once',
    proves(
      [['joining'], 'service worker of the former version', 'the answers are there in the new one; joined once'],
      [['reviewing'], 'service worker of the former version', 'typed words are there in the new one; stored once'],
      [['publishing'], 'service worker of the former version', 'the draft is there in the new one; published once'],
    ),
    async ({ page, context }) => {
      const join = words('ko', 'join')
      const inbox = words('ko', 'review-inbox')
      const update = async (tab: Page) => {
        await tab.getByRole('button', { name: words('ko', 'offline')('update.reload') }).click()
        await expect(tab.getByText(words('ko', 'offline')('update.text'))).toHaveCount(0)
      }
      const look = (tab: Page) => tab.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())

      await page.goto('/ko/join')
      await untilKept(page)
      await answerQuestions(page, { lang: 'ko', role: 'parent', district: 'mapo' })
      const putBack = deployAnother()
      try {
        await look(page)
        await update(page)
        await expect(page.getByRole('radio', { checked: true })).toHaveCount(1)
        await page.getByRole('button', { name: join('next') }).click()
        await expect(page.getByLabel(join('where.title'))).toHaveValue('mapo')
        await page.getByRole('button', { name: join('next') }).click()
        const email = newEmail()
        await followMailedLink(page, { lang: 'ko', email })
        await page.getByRole('button', { name: join('finish.send') }).click()
        await expect(page.getByText(join('done.title'))).toBeVisible()
        expect(await stored(`participants/${await uidOf(email)}`)).toMatchObject({ role: 'parent', district: 'mapo' })

        const { revision, summary } = (await stored(TASK)) as Published
        await page.evaluate(() => localStorage.clear())
        await signInAsDemo(page, 'ko', EDITOR, `/ko/review/plan/${NUMBER}`)
        const reason = `지난 판에서 쓰고 새 판에서 내보냅니다. ${Date.now()}`
        await field(page, 'summary', 'ko').fill(`${summary.ko} 새 판으로.`)
        await field(page, 'summary', 'en').fill(`${summary.en} Renewed.`)
        await field(page, 'changeNote', 'ko').fill(reason)
        await field(page, 'changeNote', 'en').fill('Written with one version, published with the next.')
        await expect(page.getByText(plan('saving.saved'))).toBeVisible()
        const desk = await context.newPage()
        // No other test speaks of it.
        await desk.goto('/ko/review/inbox?state=new&lang=en')
        await desk.getByRole('listbox').getByRole('option').nth(2).click()
        const note = desk.getByLabel(inbox('detail.note'))
        await note.fill(reason)
        const id = new URL(desk.url()).searchParams.get('open')
        // The version of before is the next one.
        putBack()
        await look(page)
        await update(page)
        await update(desk)
        await expect(note).toHaveValue(reason)
        await desk.getByRole('button', { name: inbox('detail.saveNote') }).click()
        await expect.poll(async () => (await stored(`reviews/${id}`))?.note).toBe(reason)
        await expect(field(page, 'changeNote', 'ko')).toHaveValue(reason)
        await publish(page)
        await expect.poll(() => logged(reason)).toEqual([`t${NUMBER}/${revision + 1}`])
      } finally {
        putBack()
      }
    },
  )
})
