import { expect } from '@playwright/test'
import { storeComments } from './helpers/emulators.ts'
import { test } from './helpers/test.ts'
import { words } from './helpers/words.ts'

test('comments come 20 at a time, each once, though many were written at the same moment', async ({ page }) => {
  const comments = words('en', 'comments')
  const texts = Array.from({ length: 45 }, (_, index) => `the same moment, number ${index + 1} of 45`)
  await storeComments('t5', texts, new Date(Date.now() - 60_000))
  await page.goto('/en/tasks/5')
  const list = page.getByRole('list', { name: comments('list.label'), exact: true })
  await expect(list.getByRole('article')).toHaveCount(20)
  // Without a connection that is said where it was asked, and nothing is lost.
  await page.context().setOffline(true)
  await page.getByRole('button', { name: comments('list.more') }).click()
  await expect(page.getByRole('alert').getByText(words('en', 'common')('cannotRead.offline'))).toBeVisible()
  await expect(list.getByRole('article')).toHaveCount(20)
  await page.context().setOffline(false)
  await page.getByRole('button', { name: comments('list.more') }).click()
  await expect(list.getByRole('article')).toHaveCount(40)
  // The focus goes on with what has arrived, not back to the top.
  await expect(list.getByRole('article').nth(20)).toBeFocused()
  // What other tests have said on this task may make another page.
  const more = page.getByRole('button', { name: comments('list.more') })
  const end = page.getByText(comments('list.end'))
  for (let shown = 40; !(await end.isVisible()); shown = await list.getByRole('article').count()) {
    await more.click()
    await expect(list.getByRole('article').nth(shown)).toBeVisible()
  }
  for (const text of texts) await expect(list.getByText(text, { exact: true })).toHaveCount(1)
})
