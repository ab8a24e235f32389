import { expect, type Page } from '@playwright/test'
import { stored } from './helpers/emulators.ts'
import { proves } from './helpers/faults.ts'
import { signInAsDemo } from './helpers/people.ts'
import { test } from './helpers/test.ts'
import { alertOn, words } from './helpers/words.ts'

const ko = words('ko', 'review-inbox')
const errors = words('ko', 'errors')

const REVIEWER = '교육청 검토 담당자'

const list = (page: Page) => page.getByRole('listbox')
const reason = (page: Page) => page.getByRole('radio', { name: ko('reason.off-topic') })

test.use({ viewport: { width: 360, height: 800 } })

test(
  'a reviewer whose connection breaks loses nothing typed, reads what was not done, and does it by one press',
  proves(
    [['reviewing'], 'network cut', 'what was not done is said; what was typed stays; one press does it'],
    [['reviewing'], 'reload at each step', 'note, reason and name are there after a reload'],
  ),
  async ({ page, context }) => {
    await signInAsDemo(page, 'ko', REVIEWER, '/ko/review/inbox?state=new&lang=ko')
    await list(page).getByRole('option').first().click()
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    const id = new URL(page.url()).searchParams.get('open') ?? ''
    const address = `/ko/review/inbox?open=${id}`
    await page.goto(address)

    const note = page.getByLabel(ko('detail.note'))
    const before = await stored(`reviews/${id}`)
    await note.fill('회의에서 다시 보기')
    await context.setOffline(true)
    await page.getByRole('button', { name: ko('detail.saveNote') }).click()
    await expect(alertOn(page)).toContainText(errors('offline'))
    await expect(alertOn(page)).toBeInViewport()
    await expect(note).toHaveValue('회의에서 다시 보기')
    expect(await stored(`reviews/${id}`)).toEqual(before)
    await context.setOffline(false)
    await page.reload()
    await expect(note).toHaveValue('회의에서 다시 보기')
    await page.getByRole('button', { name: ko('detail.saveNote') }).click()
    await expect.poll(async () => (await stored(`reviews/${id}`))?.note).toBe('회의에서 다시 보기')

    // A decision: what was chosen stays, the comment is not shown as hidden, and one press does it.
    await page.getByRole('button', { name: ko('ask.hide.open'), exact: true }).click()
    await reason(page).check()
    await context.setOffline(true)
    await page
      .getByRole('dialog')
      .getByRole('button', { name: ko('ask.hide.send'), exact: true })
      .click()
    await expect(alertOn(page)).toContainText(errors('offline'))
    const badge = page.getByText(ko('row.hidden', { reason: ko('reason.off-topic') }))
    await expect(badge).toBeHidden()
    await context.setOffline(false)
    await page.reload()
    await page.getByRole('button', { name: ko('ask.hide.open'), exact: true }).click()
    await expect(reason(page)).toBeChecked()
    await context.setOffline(true)
    await page
      .getByRole('dialog')
      .getByRole('button', { name: ko('ask.hide.send'), exact: true })
      .click()
    await expect(alertOn(page)).toContainText(errors('offline'))
    await context.setOffline(false)
    await page.getByRole('button', { name: ko('account.again') }).click()
    await expect(badge.first()).toBeVisible()
    await expect.poll(async () => (await stored(`tasks/${id.split('-')[0]}/comments/${id}`))?.status).toBe('hidden')

    // Where the public would see it, the reviewer reads that the public does not, and why.
    const comments = words('ko', 'comments')
    await page.getByRole('link', { name: ko('detail.public') }).click()
    await expect(page.getByText(comments('item.hidden'))).toBeVisible()
    await expect(page.getByText(comments('item.hiddenWhy', { reason: comments('report.off-topic') }))).toBeVisible()
    await page.getByRole('link', { name: comments('item.hiddenInbox') }).click()
    await page.getByRole('button', { name: ko('ask.restore.open'), exact: true }).click()
    const why = page.getByLabel(ko('ask.restore.reason'))
    await why.fill('다시 보니 과제 이야기')
    await page.reload()
    await page.getByRole('button', { name: ko('ask.restore.open'), exact: true }).click()
    await expect(why).toHaveValue('다시 보니 과제 이야기')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: ko('ask.restore.send'), exact: true })
      .click()
    await expect(badge).toBeHidden()

    // A theme’s name.
    await page.goto('/ko/review/themes')
    await page.getByLabel(ko('theme.name.ko')).fill('늦은 밤 통학로')
    await page.getByLabel(ko('theme.name.en')).fill('Roads to school at night')
    await context.setOffline(true)
    await page.getByRole('button', { name: ko('theme.send') }).click()
    await expect(alertOn(page)).toContainText(errors('offline'))
    await context.setOffline(false)
    await page.reload()
    await expect(page.getByLabel(ko('theme.name.en'))).toHaveValue('Roads to school at night')
    await page.getByRole('button', { name: ko('theme.send') }).click()
    await expect(page.getByRole('link', { name: '늦은 밤 통학로' })).toBeVisible()
  },
)
