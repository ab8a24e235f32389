import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, type Page } from '@playwright/test'
import { findings } from './helpers/axe.ts'
import { setManages, stored, storedIn, uidOf } from './helpers/emulators.ts'
import { enter, joinFrom, newEmail, signInAsDemo } from './helpers/people.ts'
import { test } from './helpers/test.ts'
import { words } from './helpers/words.ts'

const MANAGER = '교육청 편집·운영 담당자'
const NAME = '한새로'
const staff = words('ko', 'review-staff')

test('a newcomer is let in by an access code, works, and is out at once when the record is taken away', async ({
  page,
  browser,
}) => {
  const [review, log] = [words('en', 'review'), words('en', 'review-log')]
  const email = newEmail('sen.go.kr')
  const newcomer = await (await browser.newContext()).newPage()
  await newcomer.goto('/en/join?next=%2Fen%2Freview')
  await joinFrom(newcomer, { lang: 'en', role: 'staff', email })
  await expect(newcomer.getByRole('heading', { level: 1, name: review('outside.title') })).toBeVisible()
  const code = (await newcomer.locator('code').textContent()) ?? ''
  expect(code).toBe(await uidOf(email))
  expect(await findings(newcomer)).toEqual([])

  // The manager adds them, by keyboard alone.
  await signInAsDemo(page, 'ko', MANAGER, '/ko/review/staff')
  await page.getByLabel(staff('form.uid')).focus()
  await page.keyboard.type(` ${code} `)
  await page.keyboard.press('Tab')
  await page.keyboard.type(NAME)
  await page.keyboard.press('Tab')
  await page.keyboard.type('정책기획과')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 3, name: NAME })).toBeVisible()
  await expect(page.getByRole('heading', { name: staff('add.title') })).toBeFocused()
  expect(await findings(page)).toEqual([])
  const record = await stored(`staff/${code}`)
  expect(record).toMatchObject({ name: NAME, canReview: true, canManage: false })

  await newcomer.getByRole('button', { name: review('code.again') }).click()
  await newcomer
    .getByRole('link', { name: review('room.log'), exact: true })
    .first()
    .click()
  const entries = newcomer.getByRole('list', { name: log('list') }).getByRole('listitem')
  await expect(entries.first()).toContainText(`${NAME}, 정책기획과`)
  await expect(entries).toHaveCount(20)
  await newcomer.getByRole('button', { name: log('more') }).click()
  await expect(entries.nth(20)).toBeVisible()
  expect(await findings(newcomer)).toEqual([])
  await expect(newcomer.getByRole('link', { name: review('room.staff') })).toBeHidden()
  await newcomer.goto('/en/review/staff')
  await expect(newcomer.getByRole('heading', { name: review('noRight.title') })).toBeVisible()
  await newcomer.goto('/en/review/log?action=hide')
  await expect(entries.filter({ hasText: log('hidden.off-topic') }).first()).toBeVisible()

  await page.getByRole('button', { name: new RegExp(`^${staff('list.remove')} ?: ${NAME}$`) }).click()
  const dialog = page.getByRole('dialog')
  expect(await findings(page)).toEqual([])
  await dialog.getByRole('button', { name: staff('remove.send') }).click()
  await expect(page.getByRole('heading', { name: staff('list.title') })).toBeFocused()
  await expect(page.getByRole('heading', { level: 3, name: NAME })).toBeHidden()
  expect(await stored(`staff/${code}`)).toBeNull()
  const told = Object.values(await storedIn('auditLog')).filter(({ target }) => target === code)
  expect(told.map(({ byUid, action }) => [byUid, action])).toEqual([
    ['demo-editor', 'staff'],
    ['demo-editor', 'staff'],
  ])

  // What is open stays as it was until the next thing is asked: then it says so, and shows nothing any more.
  await newcomer.getByLabel(log('filter')).selectOption('answer')
  await expect(newcomer.getByRole('heading', { level: 1, name: review('outside.endedTitle') })).toBeFocused()
  await expect(entries).toHaveCount(0)
  await newcomer.reload()
  await expect(newcomer.getByRole('heading', { level: 1, name: review('outside.title') })).toBeVisible()
})

test('a manager whose right is taken away while changing a record is told, and finds what was typed when it is back', async ({
  page,
  browser,
}) => {
  const [REVIEWER, TYPED] = ['교육청 검토 담당자', '총무과 3팀']
  const [review, en] = [words('en', 'review'), words('en', 'review-staff')]
  const other = await (await browser.newContext()).newPage()
  await setManages('demo-reviewer', true)
  const before = await stored('staff/demo-editor')
  const open = async (at: Page, say: typeof staff, name: string) => {
    await at.getByRole('button', { name: new RegExp(`^${say('list.change')} ?: ${name}$`) }).click()
    return at.getByRole('dialog')
  }
  const setRight = async (manages: boolean) => {
    const dialog = await open(page, staff, REVIEWER)
    await dialog.getByRole('checkbox', { name: new RegExp(`^${staff('right.canManage.name')}`) }).setChecked(manages)
    await dialog.getByRole('button', { name: staff('change.send') }).click()
    await expect(dialog).toBeHidden()
  }

  await Promise.all([
    signInAsDemo(page, 'ko', MANAGER, '/ko/review/staff'),
    signInAsDemo(other, 'en', 'A reviewer at the education office', '/en/review/staff'),
  ])
  const editing = await open(other, en, MANAGER)
  await editing.getByLabel(en('form.office')).fill(TYPED)
  await setRight(false)
  await editing.getByRole('button', { name: en('change.send') }).click()
  await expect(other.getByRole('heading', { level: 1, name: review('noRight.title') })).toBeFocused()
  await expect(other.getByText(review('noRight.text'))).toBeVisible()
  expect(await stored('staff/demo-editor')).toEqual(before)

  await setRight(true)
  await other.reload()
  const again = await open(other, en, MANAGER)
  await expect(again.getByLabel(en('form.office'))).toHaveValue(TYPED)
  await again.getByRole('button', { name: en('cancel') }).click()
  await setManages('demo-reviewer', false)
})

test('the first manager is let in by the command, once they have signed in', async ({ page }) => {
  const [review, en] = [words('en', 'review'), words('en', 'review-staff')]
  const email = newEmail('sen.go.kr')
  const grant = () =>
    promisify(execFile)('npm', ['run', '--silent', 'staff:grant', '--', '--email', email, '--name', '오처음'])
  await expect(grant()).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('let the person sign in once'),
  })

  const uid = await enter(page, email, '/en/review/staff')
  await expect(page.getByRole('heading', { level: 1, name: review('outside.title') })).toBeVisible()
  expect((await grant()).stdout).toContain(`오처음 (${email}) now holds: review,edit,invite,manage.`)
  await page.reload()
  await expect(page.getByRole('heading', { level: 3, name: '오처음' })).toBeVisible()
  await expect(page.getByLabel(en('form.uid'))).toBeVisible()
  expect(await stored(`staff/${uid}`)).toMatchObject({ canManage: true })
})
