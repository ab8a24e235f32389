import { expect, type Page, test } from '@playwright/test'
import { LANGS, type Lang } from '#domain/language.ts'
import { deleteAccount, setTaskStatus, uidOf } from './helpers/emulators.ts'
import { followMailedLink, joinFrom, newEmail, signInAsDemo } from './helpers/people.ts'
import { alertOn, words } from './helpers/words.ts'

const DEMO_PARENT = { ko: '학부모', en: 'A parent' }

const form = (page: Page, lang: Lang) => {
  const comments = words(lang, 'comments')
  return {
    box: page.getByLabel(comments('form.label'), { exact: true }),
    send: page.getByRole('button', { name: comments('form.send') }),
    sent: page.getByText(comments('form.sent')),
    alert: alertOn(page),
    comments,
    errors: words(lang, 'errors'),
  }
}

/** A new participant on a task's page: nobody else's comment can be in the way of theirs. */
async function newcomer(page: Page, lang: Lang, number: number) {
  const email = newEmail()
  await page.goto(`/${lang}/join?next=${encodeURIComponent(`/${lang}/tasks/${number}`)}`)
  await joinFrom(page, { lang, role: 'resident', email })
  await page.waitForURL(`**/tasks/${number}`)
  await page.locator('#voices').scrollIntoViewIfNeeded()
  return email
}

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
    const { box, send, sent, comments } = form(page, lang)
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

  test(`a second comment within 15 seconds waits in the box, in ${lang}`, async ({ page }) => {
    await newcomer(page, lang, 2)
    const { box, send, sent, alert, errors } = form(page, lang)
    await box.fill(`first, in ${lang}`)
    await send.click()
    await expect(sent).toBeVisible()
    await box.fill(`second, in ${lang}`)
    await send.click()
    await expect(alert).toContainText(errors('too-soon'))
    await expect(box).toHaveValue(`second, in ${lang}`)
    // Neither is the refused one left standing in the list, nor the accepted one taken away.
    await expect(page.getByRole('article').getByText(`second, in ${lang}`)).toBeHidden()
    await expect(page.getByRole('article').getByText(`first, in ${lang}`)).toBeVisible()
    await page.reload()
    await expect(box).toHaveValue(`second, in ${lang}`)
  })

  test(`a task that closed in the meantime says so and keeps the text, in ${lang}`, async ({ page }) => {
    await newcomer(page, lang, 6)
    const { box, send, alert, errors, comments } = form(page, lang)
    const stance = words(lang, 'stance')
    await box.fill('too late')
    await setTaskStatus('t6', 'closed')
    try {
      await send.click()
      await expect(alert).toContainText(errors('closed'))
      await expect(box).toHaveValue('too late')
      await page.getByLabel(stance('agree'), { exact: true }).check()
      await expect(page.getByRole('alert').filter({ hasText: errors('closed') })).toHaveCount(2)
      await page.reload()
      await expect(page.getByText(comments('form.closed'))).toBeVisible()
      await expect(page.getByText(stance('closed'))).toBeVisible()
    } finally {
      await setTaskStatus('t6', 'open')
    }
    await page.reload()
    await expect(box).toHaveValue('too late')
  })

  test(`without a connection nothing is lost, in ${lang}`, async ({ page, context }) => {
    await newcomer(page, lang, 5)
    const { box, send, sent, alert, errors } = form(page, lang)
    const text = `typed in a tunnel, in ${lang}`
    await box.fill(text)
    await context.setOffline(true)
    await send.click()
    await expect(alert).toContainText(errors('offline'), { timeout: 20_000 })
    await expect(box).toHaveValue(text)
    await context.setOffline(false)
    await page.reload()
    await expect(box).toHaveValue(text)
    await send.click()
    await expect(sent).toBeVisible()
    await expect(box).toHaveValue('')
    await expect(page.getByRole('article').getByText(text)).toHaveCount(1)
  })

  test(`an expired sign-in leads back to the text after signing in again, in ${lang}`, async ({ page }) => {
    const email = await newcomer(page, lang, 4)
    const { box, send, alert, errors, comments } = form(page, lang)
    await box.fill('before the long break')
    await deleteAccount(await uidOf(email))
    // Two hours later the token has to be renewed, which the server refuses.
    await page.clock.install({ time: Date.now() + 2 * 60 * 60 * 1000 })
    await page.clock.resume()
    await send.click()
    await expect(alert).toContainText(errors('signed-out'))
    await expect(box).toHaveValue('before the long break')
    await alert.getByRole('link', { name: comments('form.signInAgain') }).click()
    await followAgain(page, lang)
    await expect(box).toHaveValue('before the long break')
    await send.click()
    await expect(page.getByText(comments('form.sent'))).toBeVisible()
  })
}

/** Signs in again, here as somebody who has joined under another address. */
async function followAgain(page: Page, lang: Lang) {
  await followMailedLink(page, { lang, email: 'student@example.com' })
  await page.waitForURL('**/tasks/4**')
}

test('a lost answer is not a second comment', async ({ page }) => {
  await newcomer(page, 'ko', 1)
  const { box, send, sent, alert, errors } = form(page, 'ko')
  await box.fill('답이 오는 길에 끊겼어요')
  // The comment arrives; only the answer is lost on its way back.
  await page.route('**/documents:commit**', async (route) => {
    await route.fetch()
    await route.abort('connectionreset')
  })
  await send.click()
  await expect(alert).toContainText(errors('offline'))
  await expect(box).toHaveValue('답이 오는 길에 끊겼어요')
  await page.unroute('**/documents:commit**')
  await send.click()
  await expect(sent).toBeVisible()
  await page.reload()
  await expect(page.getByRole('article').getByText('답이 오는 길에 끊겼어요')).toHaveCount(1)
})

test('markup in a comment is text and nothing else', async ({ page }) => {
  await newcomer(page, 'en', 2)
  const { box, send, sent } = form(page, 'en')
  const hostile =
    '<img src=x onerror="document.title=\'hacked\'"><a href="javascript:alert(1)">click</a> {{name}} $t(common:name)'
  await box.fill(hostile)
  await send.click()
  await expect(sent).toBeVisible()
  await page.reload()
  await expect(page.getByRole('article').getByText(hostile)).toBeVisible()
  expect(await page.title()).not.toBe('hacked')
})
