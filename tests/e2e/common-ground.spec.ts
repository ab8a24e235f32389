import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { TASK_IDS } from '#domain/plan.ts'
import { stored } from './helpers/emulators.ts'
import { test } from './helpers/test.ts'
import { words } from './helpers/words.ts'

type Voted = { id: string }
type Ground = { tasks: Record<string, { shared: Voted[]; dividing: Voted[] }> }

/** What of Firestore the page asks for, from now on. */
function readsOf(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    if (/:(runQuery|batchGet)/.test(request.url())) asked.push(request.postData() ?? '')
  })
  return asked
}

test('common ground shows what the groups share and what divides them, of all tasks and of one', async ({ page }) => {
  const ko = words('ko', 'common-ground')
  const { tasks } = (await stored('results/common-ground')) as unknown as Ground
  const one = TASK_IDS.find((id) => (tasks[id]?.shared.length ?? 0) > 0)
  if (!one) throw new Error('the sample shares nothing')
  const asked = readsOf(page)
  await page.goto('/ko/common-ground')
  const shared = page.getByRole('region', { name: ko('shared.title') })
  await expect(shared.getByRole('article')).toHaveCount(6)
  const named = asked.join().match(/documents\/tasks\/t\d\/comments\/[^"]+/g) ?? []
  expect(named.length).toBeGreaterThan(6)
  expect(named.length).toBeLessThanOrEqual(12)

  await page.getByLabel(ko('filter')).selectOption(one.slice(1))
  await expect(page).toHaveURL(new RegExp(`task=${one.slice(1)}$`))
  await expect(shared.getByRole('article')).toHaveCount(tasks[one]?.shared.length ?? 0)
  await shared
    .getByRole('link', { name: ko('read') })
    .first()
    .click()
  await expect(page).toHaveURL(new RegExp(`/ko/tasks/${one.slice(1)}/comments/${tasks[one]?.shared[0]?.id}$`))
})

test('results compare two groups, over time too, and can be taken home as a table and as a picture', async ({
  page,
}) => {
  const en = words('en', 'results')
  await page.goto('/en/results')
  await page.getByLabel(en('compare.other')).selectOption('resident')
  const side = page.getByRole('region', { name: en('compare.title') }).getByRole('table')
  await expect(side.getByRole('columnheader', { name: en('parts.resident') })).toBeVisible()
  // Hardly a resident takes a stance on task 4: a group too small to publish.
  await expect(side.getByRole('row', { name: /Task 4/ })).toContainText(en('withheld'))
  await page.getByText(en('course.table')).click()
  const course = page.getByRole('region', { name: en('course.title') }).getByRole('table')
  expect(await course.getByRole('row').count()).toBeGreaterThan(3)

  const fileOf = async (button: string) => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: en(button) }).click()
    return readFileSync(await (await download).path())
  }
  const table = (await fileOf('home.table')).toString()
  expect(table.startsWith('\uFEFF공개 번호 / Publication,')).toBe(true)
  expect(table.trim().split('\r\n')).toHaveLength(1 + 6 * 6 * 2)
  const picture = await fileOf('home.picture')
  expect(picture.subarray(1, 4).toString()).toBe('PNG')
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630])
})

test('a classroom screen shows the code and the number of votes, and the result when it is asked for', async ({
  page,
}) => {
  const ko = words('ko', 'present')
  await page.clock.install()
  const asked = readsOf(page)
  await page.goto('/ko/present')
  await expect(page.getByRole('img', { name: ko('code') })).toBeVisible()
  await expect(page.getByText(ko('hidden'))).toBeVisible()
  await expect(page.getByText(/\d명이 투표했어요/)).toBeVisible()
  await expect(page.getByRole('list', { name: ko('bars') })).toHaveCount(0)
  await page.getByRole('button', { name: ko('show') }).press('Enter')
  await expect(page.getByRole('list', { name: ko('bars') }).getByRole('listitem')).toHaveCount(6)
  const before = asked.length
  await page.clock.fastForward(16_000)
  await expect.poll(() => asked.length).toBeGreaterThan(before)
})
