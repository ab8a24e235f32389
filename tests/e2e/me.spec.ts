import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import type { Lang } from '#domain/language.ts'
import { commenting } from './helpers/commenting.ts'
import { stored, storedIn, uidOf } from './helpers/emulators.ts'
import { lineOf } from './helpers/line.ts'
import { enterNew, followMailedLink, joinFrom, newEmail } from './helpers/people.ts'
import { test } from './helpers/test.ts'
import { words } from './helpers/words.ts'

type Doc = { path: string; data: Record<string, unknown> }
type Part = { note: string; documents: (Doc & { formerTexts?: Doc[] })[] }
type Archive = Record<'participant' | 'comments' | 'reactions' | 'stances' | 'ballot' | 'staff', Part> & { uid: string }

/** As in a file: times as text. */
const inFile = (fields: unknown) => JSON.parse(JSON.stringify(fields))

const formOf = (page: Page, lang: Lang) => {
  const comments = words(lang, 'comments')
  const before = words(lang, 'before-sending')
  return {
    box: page.getByLabel(comments('form.label'), { exact: true }),
    send: () => page.getByRole('button', { name: comments('form.send'), exact: true }).click(),
    panel: page.getByRole('region', { name: before('title') }),
    question: page.getByRole('region', { name: before('unkind.title') }),
    press: (key: string, values = {}) => page.getByRole('button', { name: before(key, values), exact: true }).click(),
  }
}

async function join(page: Page, lang: Lang, email: string, task: number): Promise<string> {
  await page.goto(`/${lang}/join?next=${encodeURIComponent(`/${lang}/tasks/${task}`)}`)
  await joinFrom(page, { lang, role: 'parent', email, district: 'mapo' })
  return uidOf(email)
}

const textsOf = async (uid: string, task: string) =>
  Object.values(await storedIn(`tasks/${task}/comments`))
    .filter(({ authorId }) => authorId === uid)
    .map(({ text }) => text)

test('somebody speaks, sees it all in one place, takes it home, takes it back, and leaves for good', async ({
  page,
}) => {
  test.setTimeout(120_000)
  const me = words('ko', 'me')
  const email = newEmail()
  const uid = await join(page, 'ko', email, 5)
  const form = formOf(page, 'ko')

  await test.step('a telephone number is pointed out before anything is sent, and masked', async () => {
    await form.box.fill('학교 앞 건널목이 어두워요. 제 번호는 010-1234-5678이에요.')
    await form.send()
    await expect(form.panel).toBeFocused()
    await expect(form.panel.locator('mark')).toHaveText('010-1234-5678')
    expect(await textsOf(uid, 't5')).toEqual([])
    await form.press('maskAndSend')
    await expect(form.panel).toBeHidden()
    await expect.poll(() => textsOf(uid, 't5')).toEqual(['학교 앞 건널목이 어두워요. 제 번호는 ***이에요.'])
  })

  await page.getByLabel(words('ko', 'stance')('agree'), { exact: true }).check()
  await expect.poll(() => stored(`tasks/t5/revisions/1/stances/${uid}`)).toMatchObject({ value: 'agree' })

  await test.step('all of it is on the page of one’s own', async () => {
    await page.getByRole('button', { name: new RegExp(`^${words('ko', 'account')('menu')}`) }).click()
    await page.getByRole('link', { name: words('ko', 'menu')('me') }).click()
    await expect(page.getByRole('heading', { level: 1, name: me('title') })).toBeVisible()
    const item = page.getByRole('list', { name: me('comments.list') }).getByRole('listitem')
    await expect(item).toContainText('제 번호는 ***이에요.')
    await expect(item).toContainText(me('comments.status.visible'))
    const fifth = page
      .getByRole('region', { name: me('stances.title') })
      .getByRole('listitem')
      .nth(4)
    await expect(fifth).toContainText(words('ko', 'stance')('agree'))
    await expect(page.getByText(me('ballot.none'))).toBeVisible()
  })

  await test.step('what is downloaded is what is stored', async () => {
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: me('data.act') }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toMatch(/^서울교육마당-내-데이터-\d{4}-\d\d-\d\d\.json$/)
    const archive = JSON.parse(readFileSync(await download.path(), 'utf8')) as Archive
    expect(archive.uid).toBe(uid)
    const [comment] = archive.comments.documents
    const paths = Object.values(archive).flatMap((part) => (part as Part).documents?.map((doc) => doc.path) ?? [])
    expect(paths.toSorted()).toEqual(
      [`participants/${uid}`, comment?.path ?? '', `tasks/t5/revisions/1/stances/${uid}`].toSorted(),
    )
    for (const { path, data } of [archive.participant, archive.comments, archive.stances].flatMap(
      (part) => part.documents,
    )) {
      expect(data, path).toEqual(inFile(await stored(path)))
    }
  })

  await test.step('leaving is explained; comments are taken back before', async () => {
    await page.getByRole('button', { name: me('leave.open') }).click()
    const dialog = page.getByRole('dialog', { name: me('leave.dialog') })
    await dialog.getByRole('button', { name: me('leave.withdraw') }).click()
    await expect(dialog.getByText(me('leave.withdrawn_other', { count: '1' }))).toBeVisible()
    expect(await textsOf(uid, 't5')).toEqual([''])
    await dialog.getByRole('button', { name: me('leave.act') }).click()
    await expect(dialog.getByText(me('leave.notSure'))).toBeVisible()
    await dialog.getByRole('checkbox', { name: me('leave.sure') }).check()
    await dialog.getByRole('button', { name: me('leave.act') }).click()
    await expect(page.getByText(me('leave.done')).first()).toBeVisible()
    await expect(page).toHaveURL(/\/ko$/)
    expect(await stored(`participants/${uid}`)).toEqual({ leftAt: expect.any(Date) })
    // The stance stays counted.
    expect(await stored(`tasks/t5/revisions/1/stances/${uid}`)).toMatchObject({ value: 'agree' })
  })

  await test.step('who signs in again is told so', async () => {
    await page.goto('/ko/join?again=')
    await followMailedLink(page, { lang: 'ko', email })
    await expect(page.getByText(me('left.title'))).toBeVisible()
    await page.goto('/ko/me')
    await expect(page.getByText(me('left.why'))).toBeVisible()
    await page.getByRole('button', { name: me('left.signOut') }).click()
    await expect(page.getByRole('link', { name: me('noOne.signIn') })).toBeVisible()
  })
})

test('while somebody leaves, nothing closes the dialog and says that they stay', async ({ page }) => {
  const me = words('ko', 'me')
  const { uid } = await enterNew(page, 'ko', '/ko/me')
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await page.route('**/documents:commit**', async (route) => {
    await held
    await route.continue()
  })
  await page.getByRole('button', { name: me('leave.open') }).click()
  const dialog = page.getByRole('dialog', { name: me('leave.dialog') })
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: me('leave.open') }).click()
  await dialog.getByRole('checkbox', { name: me('leave.sure') }).check()
  await dialog.getByRole('button', { name: me('leave.act'), exact: true }).click()
  await expect(dialog.getByRole('button', { name: me('leave.leaving') })).toBeVisible()
  // The second of two in a row closes a dialog that only asks back after the first.
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Escape')
  // A click would wait until they do something.
  await dialog.getByRole('button', { name: me('leave.stay') }).dispatchEvent('click')
  await dialog.getByRole('button', { name: words('ko', 'common')('close') }).dispatchEvent('click')
  await expect(dialog).toBeVisible()
  letGo()
  await expect(page.getByText(me('leave.done')).first()).toBeVisible()
  await expect(page).toHaveURL(/\/ko$/)
  expect(await stored(`participants/${uid}`)).toEqual({ leftAt: expect.any(Date) })
})

test('what arrives while somebody looks at what is theirs shows there, without a reload', async ({ page, context }) => {
  const me = words('ko', 'me')
  const { uid } = await enterNew(page, 'ko', '/ko/tasks/5')
  const line = await lineOf(context)
  line.is(503)
  await page.getByLabel(words('ko', 'stance')('agree'), { exact: true }).check()
  const { box, send } = commenting(page, 'ko')
  await box.fill('기다리다 간 글')
  await send.click()
  const waiting = page.getByRole('list', { name: me('waiting.title') }).getByRole('listitem')
  await page.goto('/ko/me')
  await expect(waiting).toHaveCount(2)
  const own = page.getByRole('region', { name: me('comments.title') })
  await expect(own.getByText(me('comments.empty'))).toBeVisible()
  const fifth = page
    .getByRole('region', { name: me('stances.title') })
    .getByRole('listitem')
    .nth(4)
  await expect(fifth).toContainText(me('stances.none'))

  // How often what is one's own is asked for from here on.
  let reads = 0
  page.on('request', (request) => {
    if (request.postData()?.includes('"authorId"') && request.url().includes(':runQuery')) reads++
  })
  line.is('open')
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(own.getByRole('listitem')).toContainText('기다리다 간 글')
  await expect(fifth).toContainText(words('ko', 'stance')('agree'))
  await expect(waiting).toHaveCount(0)
  expect(await stored(`tasks/t5/revisions/1/stances/${uid}`)).toMatchObject({ value: 'agree' })
  await expect(own.getByRole('listitem')).toHaveCount(1)
  expect(reads).toBe(1)
})

test('words that may hurt meet a question; on a shared computer nothing begun stays behind', async ({ page }) => {
  const comments = words('en', 'comments')
  const menu = words('en', 'menu')
  const uid = await join(page, 'en', newEmail(), 4)
  const form = formOf(page, 'en')
  await form.box.fill('What bullshit. Call jane@example.com.')
  await form.send()
  await form.press('mask', { kind: words('en', 'before-sending')('kinds.email') })
  await expect(form.box).toHaveValue('What bullshit. Call ***.')
  await form.press('undo')
  await expect(form.box).toHaveValue('What bullshit. Call jane@example.com.')
  await page.keyboard.press('Escape')
  await expect(form.box).toBeFocused()
  await form.box.fill('What bullshit.')
  await form.send()
  await expect(form.question).toBeFocused()
  await form.press('asItIs')
  await expect.poll(() => textsOf(uid, 't4')).toEqual(['What bullshit.'])

  await form.box.fill('Begun, and not for others to see')
  await page.getByRole('button', { name: new RegExp(`^${words('en', 'account')('menu')}`) }).click()
  await page.getByRole('button', { name: words('en', 'account')('signOut') }).click()
  const dialog = page.getByRole('dialog', { name: menu('signOut.title') })
  await expect(dialog.getByText(menu('signOut.drafts'))).toBeVisible()
  await dialog.getByRole('checkbox').check()
  await dialog.getByRole('button', { name: menu('signOut.act') }).click()
  await expect(page.getByText(words('en', 'account')('signedOut')).first()).toBeVisible()
  await page.reload()
  await expect(page.getByLabel(comments('form.label'), { exact: true })).toHaveValue('')
})

test('the page of one’s own is there for whoever is not signed in, with a way in', async ({ page }) => {
  for (const lang of ['ko', 'en'] as const) {
    const answer = await page.goto(`/${lang}/me`)
    expect(answer?.status()).toBe(200)
    await page.getByRole('link', { name: words(lang, 'me')('noOne.signIn') }).click()
    await expect(page).toHaveURL(`/${lang}/join?next=%2F${lang}%2Fme&again=`)
  }
})
