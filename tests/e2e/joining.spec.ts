import { expect } from '@playwright/test'
import { deleteAccount, mailedLink, stored, uidOf } from './helpers/emulators.ts'
import { proves } from './helpers/faults.ts'
import { inGoogleWindow, withGoogleScript } from './helpers/google.ts'
import { answerQuestions, followMailedLink, joinFrom, newEmail, signInAsDemo } from './helpers/people.ts'
import { test } from './helpers/test.ts'
import { alertOn, words } from './helpers/words.ts'

const join = words('ko', 'join')
const errors = words('ko', 'errors')

test('a child under 14 is asked for nothing about themselves', async ({ page }) => {
  await page.goto('/ko/join')
  await page.getByRole('radio', { name: new RegExp(`^${join('who.student')} `) }).check()
  await page.getByRole('button', { name: join('next') }).click()
  await expect(page.getByText(join('age.missing'))).toBeVisible()
  await page.getByRole('radio', { name: join('age.no') }).check()
  await expect(page.getByText(join('age.child'))).toBeVisible()
  await expect(page.getByRole('button', { name: join('next') })).toBeHidden()
  await expect(page.getByLabel(join('signIn.email'))).toBeHidden()
})

test('no group, no consent: said in words, nothing is sent', async ({ page }) => {
  await page.goto('/ko/join')
  await page.getByRole('button', { name: join('next') }).click()
  await expect(page.getByText(join('who.missing'))).toBeVisible()
  await page.getByRole('radio', { name: new RegExp(`^${join('who.parent')} `) }).check()
  await page.getByRole('button', { name: join('next') }).click()
  await page.getByRole('button', { name: join('next') }).click()
  await expect(page.getByText(join('consent.missing'))).toBeVisible()
})

test('a teacher needs a school address and is told before anything is stored', async ({ page }) => {
  const email = newEmail('gmail.com')
  await page.goto('/ko/join')
  await answerQuestions(page, { lang: 'ko', role: 'teacher' })
  await expect(page.getByText(join('signIn.schoolOnly'))).toBeVisible()
  await followMailedLink(page, { lang: 'ko', email })
  await expect(page.getByText(join('problem.school-email', { email }))).toBeVisible()
  await expect(page.getByRole('button', { name: join('finish.send') })).toBeHidden()
  expect(await stored(`participants/${await uidOf(email)}`)).toBeNull()
  // Another group is the way on.
  await page.getByRole('button', { name: join('back') }).click()
  await page.getByRole('radio', { name: new RegExp(`^${join('who.resident')} `) }).check()
  await page.getByRole('button', { name: join('next') }).click()
  await page.getByRole('button', { name: join('next') }).click()
  await page.getByRole('button', { name: join('finish.send') }).click()
  await expect(page.getByText(join('done.title'))).toBeVisible()
})

test('one e-mail, one participant: a new account with the old address is turned away', async ({ page }) => {
  const email = newEmail()
  await page.goto('/ko/join?next=%2Fko%2Ftasks%2F1')
  await joinFrom(page, { lang: 'ko', role: 'parent', email })
  await page.waitForURL('**/tasks/1')
  await deleteAccount(await uidOf(email))
  await page.evaluate(() => localStorage.clear())
  await page.goto('/ko/join')
  await answerQuestions(page, { lang: 'ko', role: 'student' })
  await followMailedLink(page, { lang: 'ko', email })
  await page.getByRole('button', { name: join('finish.send') }).click()
  await expect(alertOn(page)).toContainText(errors('taken'))
})

test(
  'a link opened on another device asks for the address; a spent one says so',
  proves([['joining'], 'expired token', 'a link that is spent says so, and where to get another']),
  async ({ page, browser }) => {
    const email = newEmail()
    await page.goto('/ko/join')
    await answerQuestions(page, { lang: 'ko', role: 'parent' })
    await page.getByLabel(join('signIn.email')).fill(email)
    await page.getByRole('button', { name: join('signIn.send') }).click()
    await page.getByText(join('signIn.sent', { email })).waitFor()
    const link = await mailedLink(email)

    const other = await (await browser.newContext()).newPage()
    await other.goto(link)
    await expect(other.getByText(join('signIn.confirmHint'))).toBeVisible()
    await other.getByLabel(join('signIn.confirm')).fill('somebody-else@example.com')
    await other.getByRole('button', { name: join('signIn.confirmSend') }).click()
    await expect(alertOn(other)).toBeVisible()
    await other.getByLabel(join('signIn.confirm')).fill(email)
    await other.getByRole('button', { name: join('signIn.confirmSend') }).click()
    // The answers are on the first device: they are asked for here.
    await expect(other.getByRole('radio', { name: new RegExp(`^${join('who.parent')} `) })).toBeVisible()

    await page.goto(link)
    await page.getByRole('button', { name: join('signIn.confirmSend') }).click()
    await expect(alertOn(page)).toContainText(join('problem.link-expired'))
  },
)

test('a link on a device that remembers somebody else’s address takes the own one', async ({ page, browser }) => {
  const [before, email] = [newEmail(), newEmail()]
  const phone = await (await browser.newContext()).newPage()
  for (const [device, address] of [
    [page, before],
    [phone, email],
  ] as const) {
    await device.goto('/ko/join?again')
    await device.getByLabel(join('signIn.email')).fill(address)
    await device.getByRole('button', { name: join('signIn.send') }).click()
    await device.getByText(join('signIn.sent', { email: address })).waitFor()
  }
  await page.goto(await mailedLink(email))
  await expect(page.getByText(join('signIn.known', { email: before }))).toBeVisible()
  await page.getByRole('button', { name: join('signIn.confirmSend') }).click()
  await expect(alertOn(page)).toContainText(join('problem.bad-email'))
  await page.getByLabel(join('signIn.confirm')).fill(email)
  await page.getByRole('button', { name: join('signIn.confirmSend') }).click()
  await expect(page.getByRole('radio', { name: new RegExp(`^${join('who.parent')} `) })).toBeVisible()
})

test('a child who only signs in is asked as well, and leaves no account behind', async ({ page }) => {
  const email = newEmail()
  await page.goto('/ko/join?again')
  await followMailedLink(page, { lang: 'ko', email })
  await page.getByRole('radio', { name: new RegExp(`^${join('who.student')} `) }).check()
  expect(await uidOf(email)).toBeTruthy()
  await page.getByRole('radio', { name: join('age.no') }).check()
  await expect(page.getByText(join('age.account', { email }))).toBeVisible()
  expect(await uidOf(email)).toBeTruthy()
  await page.getByRole('button', { name: join('age.remove') }).click()
  await expect(page.getByText(join('age.removed', { email }))).toBeVisible()
  await expect(page.getByText(join('age.child'))).toBeVisible()
  await expect(uidOf(email)).rejects.toThrow('no account')
})

test('a link opened where somebody else is signed in says so, and works once they have signed out', async ({
  page,
}) => {
  const email = newEmail()
  await page.goto('/ko/join?again')
  await page.getByLabel(join('signIn.email')).fill(email)
  await page.getByRole('button', { name: join('signIn.send') }).click()
  await page.getByText(join('signIn.sent', { email })).waitFor()
  await signInAsDemo(page, 'ko', '학부모', '/ko/tasks/1')
  await page.goto(await mailedLink(email))
  await expect(page.getByRole('heading', { name: join('occupied.link.title') })).toBeVisible()
  await page.getByRole('button', { name: join('occupied.link.signOut') }).click()
  await page.getByRole('button', { name: join('signIn.confirmSend') }).click()
  await expect(page.getByRole('radio', { name: new RegExp(`^${join('who.student')} `) })).not.toBeChecked()
})

test('an address that is none is pointed out before anything is sent', async ({ page }) => {
  await page.goto('/ko/join?again')
  await page.getByLabel(join('signIn.email')).fill('이름@')
  await page.getByRole('button', { name: join('signIn.send') }).click()
  await expect(page.getByText(join('problem.bad-email'))).toBeVisible()
  await expect(page.getByLabel(join('signIn.email'))).toHaveValue('이름@')
})

test('Google’s window signs in, under the site’s own headers', async ({ page }) => {
  await withGoogleScript(page)
  const email = newEmail()
  await page.goto('/ko/join?next=%2Fko%2Ftasks%2F2')
  await answerQuestions(page, { lang: 'ko', role: 'parent', district: 'mapo' })
  await inGoogleWindow(page, 'ko', email)
  await page.getByRole('button', { name: join('finish.send') }).click()
  await expect(page.getByText(join('done.title'))).toBeVisible()
  expect(await stored(`participants/${await uidOf(email)}`)).toMatchObject({ role: 'parent', district: 'mapo' })
})

test('what opens a window of Google’s is there before it is pressed, and not before it can be', async ({ page }) => {
  const asked: string[] = []
  page.on('requestfinished', (request) => {
    if (/firebase-auth/.test(request.url())) asked.push(request.url())
  })
  await page.goto('/ko/join')
  await page.getByRole('radio', { name: new RegExp(`^${join('who.parent')} `) }).waitFor()
  await page.waitForLoadState('networkidle')
  expect(asked).toEqual([])
  await answerQuestions(page, { lang: 'ko', role: 'parent' })
  await expect.poll(() => asked).not.toEqual([])
})

test('a closed Google window loses none of the answers', async ({ page }) => {
  await withGoogleScript(page)
  await page.goto('/ko/join')
  await answerQuestions(page, { lang: 'ko', role: 'parent' })
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: join('signIn.google') }).click(),
  ])
  await popup.close()
  await expect(alertOn(page)).toContainText(join('problem.cancelled'), { timeout: 20_000 })
})

test('the way back leads nowhere but to this site', async ({ page, baseURL }) => {
  await signInAsDemo(page, 'ko', '학부모', '/ko/tasks/1')
  for (const next of ['https://example.com/', '//example.com', '/\\example.com', 'javascript:alert(1)']) {
    await page.goto(`/ko/join?again=&next=${encodeURIComponent(next)}`)
    await expect(page.getByRole('link', { name: join('done.plan') })).toHaveAttribute('href', '/ko#tasks')
    expect(new URL(page.url()).origin).toBe(baseURL)
  }
})

test('every demo account signs in with one click, and staff are known as staff', async ({ page }) => {
  for (const name of ['학부모', '학생', '교사', '교육청 검토 담당자', '교육청 편집·운영 담당자']) {
    await signInAsDemo(page, 'ko', name, '/ko/tasks/1')
    // Arriving moves the focus, which closes a menu: nobody opens one in the moment before.
    await expect(page.getByRole('main')).toBeFocused()
    const menu = page.getByRole('button', { name: /^내 계정/ })
    await expect(menu).toBeVisible()
    if (name.startsWith('교육청')) await expect(menu).toContainText('교육청 담당자')
    await menu.click()
    await page.getByRole('button', { name: '로그아웃' }).click()
    await expect(page.getByRole('link', { name: '참여하기' })).toBeVisible()
  }
})
