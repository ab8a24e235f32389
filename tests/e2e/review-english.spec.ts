import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { stored } from './helpers/emulators.ts'
import { tabTo } from './helpers/keyboard.ts'
import { signInAsDemo } from './helpers/people.ts'
import { test } from './helpers/test.ts'
import { words } from './helpers/words.ts'

const REVIEWER = 'A reviewer at the education office'
const MESSAGE = { ko: '도서관을 한 시간 더 열겠습니다.', en: 'Libraries will be open for one more hour.' }
const OFFICE = { ko: '교육행정국', en: 'Administration' }

const [review, inbox, answers] = [words('en', 'review'), words('en', 'review-inbox'), words('en', 'review-answers')]
const [insights, files] = [words('en', 'review-insights'), words('en', 'review-export')]

test('a reviewer’s hour by keyboard alone in English: finds a comment, answers it, sees who speaks, takes a file', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await signInAsDemo(page, 'en', REVIEWER, '/en/review/inbox')
  const list = page.getByRole('listbox')
  await list.waitFor()
  const { keyboard } = page

  await keyboard.press('/')
  await keyboard.type('school')
  await expect(page).toHaveURL(/q=school/)
  await expect(list.getByRole('option').filter({ hasNot: page.locator('mark') })).toHaveCount(0)
  while (!(await list.evaluate((element) => element === document.activeElement))) await keyboard.press('Tab')
  await keyboard.press('j')
  await keyboard.press('o')
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeFocused()
  const id = new URL(page.url()).searchParams.get('open')

  await keyboard.press('a')
  await page.getByRole('dialog').getByLabel(answers('form.message.ko')).waitFor()
  await tabTo(page, words('en', 'answer')('status.considering'), 'radio')
  await keyboard.press('Space')
  for (const lang of ['ko', 'en'] as const) {
    await tabTo(page, answers(`form.message.${lang}`), 'textbox')
    await keyboard.type(MESSAGE[lang])
    await tabTo(page, answers(`form.office.${lang}`), 'textbox')
    await keyboard.type(OFFICE[lang])
  }
  await tabTo(page, answers('form.send_one', { count: '1' }), 'button')
  await keyboard.press('Enter')
  await expect(page.getByText(answers('sent_one', { count: '1' }))).toBeVisible()
  expect(await stored(`responses/${id}`)).toMatchObject({ status: 'considering', message: MESSAGE, office: OFFICE })

  await tabTo(page, review('room.insights'), 'link')
  await keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: insights('title') }).waitFor()
  await tabTo(page, new RegExp(insights('behind_other', { value: '\\d+' })), 'link')
  await keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: inbox('title') }).waitFor()
  await expect(list.getByRole('option').first()).toBeVisible()

  await tabTo(page, review('room.export'), 'link')
  await keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: files('title') }).waitFor()
  await tabTo(page, files('save.csv'), 'button')
  const downloading = page.waitForEvent('download')
  await keyboard.press('Enter')
  const file = readFileSync(await (await downloading).path(), 'utf8')
  expect(file.startsWith('\uFEFF')).toBe(true)
  expect(file).toContain(MESSAGE.en)
})
