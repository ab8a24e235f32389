import { expect } from '@playwright/test'
import { commenting, newcomer } from './helpers/commenting.ts'
import { storedIn } from './helpers/emulators.ts'
import { untilKept } from './helpers/service-worker.ts'
import { test } from './helpers/test.ts'

test.use({ serviceWorkers: 'allow' })

for (const [lang, how, arrives] of [
  ['ko', 'before it could be sent is never published', false],
  ['en', 'after it arrived without an answer is withdrawn', true],
] as const) {
  test(`a comment that is taken back ${how}, and sent again it is there once`, async ({ page, context }) => {
    await newcomer(page, lang, 5)
    await page.reload()
    await untilKept(page)
    const { box, send, sent, said, outbox } = commenting(page, lang)
    const text = `taken back, ${arrives} ${Date.now()}`
    const written = async () =>
      Object.values(await storedIn('tasks/t5/comments')).filter(({ text: stored }) => stored === text)
    await box.fill(text)
    await expect(send).toBeVisible()
    if (arrives) {
      await page.route('**/documents:commit**', async (route) => {
        await route.fetch()
        await route.abort('connectionreset')
      })
    } else await context.setOffline(true)
    await send.click()
    await expect(said(text).getByText(outbox('state.offline'))).toBeVisible()
    expect(await written()).toHaveLength(Number(arrives))
    await said(text)
      .getByRole('button', { name: outbox('takeBack') })
      .click()
    await expect(box).toHaveValue(text)
    await expect(page.getByRole('status').getByText(outbox('takenBack'))).toBeVisible()
    await expect(said(text)).toHaveCount(0)

    await page.unroute('**/documents:commit**')
    await context.setOffline(false)
    await expect(page.getByRole('status').getByText(outbox('arrived.takenBack'))).toBeVisible({ timeout: 30_000 })
    expect(await written()).toEqual([])
    await send.click()
    // Where the first one has arrived, 15 seconds have to pass.
    await expect(sent).toBeVisible({ timeout: 30_000 })
    await expect(said(text)).toHaveCount(1)
    expect(await written()).toHaveLength(1)
  })
}
