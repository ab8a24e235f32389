import { expect } from '@playwright/test'
import { commentIdOf } from '../../scripts/seed/people.ts'
import { signInAsDemo } from './helpers/people.ts'
import { test } from './helpers/test.ts'
import { words } from './helpers/words.ts'

const account = words('ko', 'account')
const comments = words('ko', 'comments')

const ADDRESS = `/ko/tasks/5/comments/${commentIdOf('t5-hidden-1')}`
const WORDS = 'Selling two concert tickets for Saturday'

test('a hidden comment is there for a reviewer in a new tab, and for nobody after they have signed out in another', async ({
  page,
  context,
}) => {
  await signInAsDemo(page, 'ko', '교육청 검토 담당자', '/ko/about')
  const tab = await context.newPage()
  // What signs in comes last.
  await tab.route(/\/firebase-auth-[\w-]+\.js/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue()
  })
  await tab.goto(ADDRESS)
  await expect(tab.getByText(WORDS)).toBeVisible()
  await expect(tab.getByText(comments('item.hiddenWhy', { reason: comments('report.off-topic') }))).toBeVisible()

  await page.getByRole('button', { name: new RegExp(`^${account('menu')}`) }).click()
  await page.getByRole('button', { name: account('signOut') }).click()
  await expect(tab.getByText(comments('one.missing.title'))).toBeVisible()
  await expect(tab.getByText(WORDS)).toBeHidden()
})
