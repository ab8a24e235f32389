import { expect } from '@playwright/test'
import { LANGS } from '#domain/language.ts'
import { commenting, newcomer } from './helpers/commenting.ts'
import { signInAsDemo } from './helpers/people.ts'
import { test } from './helpers/test.ts'

const DEMO_PARENT = { ko: '학부모', en: 'A parent' }

const REFUSED_TEXTS = [
  ['nothing', '', 'empty'],
  ['spaces and line ends', '  \n\n  ', 'empty'],
  ['a Hangul filler', '\u3164\u3164', 'blank'],
  ['zero-width spaces', 'ㅤ\u200B\u200B', 'blank'],
  ['2,001 characters', '가'.repeat(2001), 'too-long'],
  ['a control character', '급식이\u0007 좋아요', 'control'],
  ['a character that turns the direction of text', 'safe\u202Etxt.exe', 'bidi'],
] as const

for (const lang of LANGS) {
  test(`texts that cannot be sent are explained, and stay, in ${lang}`, async ({ page }) => {
    await signInAsDemo(page, lang, DEMO_PARENT[lang], `/${lang}/tasks/1`)
    const { box, send, sent, comments } = commenting(page, lang)
    for (const [what, text, problem] of REFUSED_TEXTS) {
      await test.step(what, async () => {
        await box.fill(text)
        await send.click()
        await expect(page.getByText(comments(`problem.${problem}`))).toBeVisible()
        await expect(box).toBeFocused()
        await expect(box).toHaveAttribute('aria-invalid', 'true')
        await expect(box).toHaveValue(text)
        if (text === '') return
        await page.reload()
        await expect(box).toHaveValue(text)
      })
    }
    await expect(sent).toBeHidden()
  })
}

test('markup in a comment is text and nothing else', async ({ page }) => {
  await newcomer(page, 'en', 2)
  const { box, send, sent } = commenting(page, 'en')
  const hostile =
    '<img src=x onerror="document.title=\'hacked\'"><a href="javascript:alert(1)">click</a> {{name}} $t(common:name)'
  await box.fill(hostile)
  await send.click()
  await expect(sent).toBeVisible()
  await page.reload()
  await expect(page.getByRole('article').getByText(hostile)).toBeVisible()
  expect(await page.title()).not.toBe('hacked')
})

test('marks stacked upon a letter paint over nobody else’s words', async ({ page }) => {
  await newcomer(page, 'en', 2)
  const { box, send, sent, comments } = commenting(page, 'en')
  const stacked = `Z${'\u0301'.repeat(900)}${'\u0316'.repeat(900)} is a letter`
  await box.fill(stacked)
  await send.click()
  await expect(sent).toBeVisible()
  await page.reload()
  const articles = page.getByRole('list', { name: comments('list.label') }).getByRole('article')
  const words = articles.first().locator('[dir="auto"]')
  // It looks the same: what can be one letter is stored as one.
  await expect(words).toHaveText(stacked.normalize('NFC'))
  await expect(words).toHaveCSS('overflow-y', 'clip')
  const neighbour = articles.nth(1)
  await neighbour.scrollIntoViewIfNeeded()
  const beside = await neighbour.screenshot({ animations: 'disabled' })
  await words.evaluate(({ style }) => style.setProperty('visibility', 'hidden'))
  expect(beside.equals(await neighbour.screenshot({ animations: 'disabled' }))).toBe(true)
})
