import { readFileSync } from 'node:fs'
import { type Browser, expect, type Page } from '@playwright/test'
import type { Lang } from '#domain/language.ts'
import { findings } from './helpers/axe.ts'
import { commenting } from './helpers/commenting.ts'
import { stored, storedIn, uidOf } from './helpers/emulators.ts'
import { proves } from './helpers/faults.ts'
import { joinFrom, newEmail, type Person, signInAsDemo } from './helpers/people.ts'
import { test } from './helpers/test.ts'
import { words } from './helpers/words.ts'

// From here on this task has another revision: no test that comes later speaks of it.
const NUMBER = 4
const TASK = `tasks/t${NUMBER}`

const openPage = async (browser: Browser, lang: Lang): Promise<Page> => {
  const context = await browser.newContext({ locale: lang === 'ko' ? 'ko-KR' : 'en-GB' })
  return context.newPage()
}

async function joined(browser: Browser, person: Person): Promise<Page> {
  const page = await openPage(browser, person.lang)
  await page.goto(`/${person.lang}/join?next=${encodeURIComponent(`/${person.lang}/tasks/${NUMBER}`)}`)
  await joinFrom(page, person)
  await page.waitForURL(`**/tasks/${NUMBER}`)
  return page
}

test(
  'a parent speaks, a student agrees, an editor cites and publishes: both see what came of it',
  proves(
    [['publishing'], 'two tabs', 'a second editor is told; nothing is written over unseen'],
    [['publishing'], 'reload at each step', 'the draft is on the server, and there after a reload'],
  ),
  async ({ browser }) => {
    test.setTimeout(150_000)
    const [plan, stance, comments] = [words('ko', 'review-plan'), words('ko', 'stance'), words('ko', 'comments')]
    const [koHistory, enHistory] = [words('ko', 'history'), words('en', 'history')]
    const mother = { lang: 'ko', role: 'parent', email: newEmail(), district: 'nowon' } as const
    const student = { lang: 'en', role: 'student', email: newEmail(), district: 'mapo' } as const
    const said = `상담 선생님이 학교마다 한 분은 계시면 좋겠어요. (${mother.email.split('@')[0]})`

    const koPage = await joined(browser, mother)
    await koPage.locator('#voices').scrollIntoViewIfNeeded()
    const parent = commenting(koPage, 'ko')
    await parent.box.fill(said)
    await parent.send.click()
    await expect(parent.sent).toBeVisible()
    await koPage.getByLabel(stance('agree'), { exact: true }).check()
    await expect(koPage.getByText(stance('saved'))).toBeVisible()

    const enPage = await joined(browser, student)
    await enPage.locator('#voices').scrollIntoViewIfNeeded()
    const heard = commenting(enPage, 'en').said(said)
    await heard.getByRole('button', { name: /^Agree/ }).click()
    const [commentId] = Object.entries(await storedIn(`${TASK}/comments`)).find(([, { text }]) => text === said) ?? []
    await expect.poll(async () => (await stored(`${TASK}/comments/${commentId}`))?.agreeTotal).toBe(1)

    const desk = await openPage(browser, 'ko')
    await desk.setViewportSize({ width: 1280, height: 900 })
    await signInAsDemo(desk, 'ko', '교육청 편집·운영 담당자', `/ko/review/plan/${NUMBER}`)
    const field = (name: string, lang: Lang) =>
      desk.getByLabel(plan(`field.${name}`, { lang: plan(`lang.${lang}`) }), { exact: true })
    const before = (await stored(TASK)) as {
      revision: number
      title: Record<Lang, string>
      summary: Record<Lang, string>
    }
    // A second try finds what the first has published.
    const [asked, next] = [before.revision, String(before.revision + 1)]

    await test.step('an editor writes both languages; the draft is stored by itself, and seen by nobody else', async () => {
      await field('summary', 'ko').fill(`${before.summary.ko} 학교마다 상담 교사를 둡니다.`)
      await expect(desk.getByText(plan('gap.one-language')).first()).toBeVisible()
      await field('summary', 'en').fill(`${before.summary.en} Every school has a counsellor.`)
      await expect
        .poll(async () => (await stored(`drafts/t${NUMBER}`))?.version, { timeout: 20_000 })
        .toBeGreaterThan(0)
      await desk.reload()
      await expect(field('summary', 'en')).toHaveValue(/Every school has a counsellor\.$/)
      await enPage.reload()
      await expect(enPage.getByText('Every school has a counsellor.')).toHaveCount(0)
    })

    await test.step('a second editor is told, compares, and nothing is overwritten unseen', async () => {
      const second = await desk.context().newPage()
      await second.goto(`/ko/review/plan/${NUMBER}`)
      const theirs = second.getByLabel(plan('field.title', { lang: plan('lang.en') }), { exact: true })
      await theirs.fill('A title of the second editor')
      await expect
        .poll(async () => String((await stored(`drafts/t${NUMBER}`))?.content))
        .toContain('of the second editor')
      await field('title', 'en').fill('A title of the first editor')
      await expect(desk.getByText(plan('conflict.takeTheirs'))).toBeVisible({ timeout: 20_000 })
      await expect(desk.locator('del').filter({ hasText: 'second' }).first()).toBeVisible()
      expect(String((await stored(`drafts/t${NUMBER}`))?.content)).not.toContain('of the first editor')
      await desk.getByRole('button', { name: plan('conflict.keepMine') }).click()
      await expect
        .poll(async () => String((await stored(`drafts/t${NUMBER}`))?.content))
        .toContain('of the first editor')
      await second.close()
      await field('title', 'en').fill(before.title.en)
    })

    await test.step('cites the comment by a press, and publishes', async () => {
      const quote = desk.getByRole('complementary').getByRole('listitem').filter({ hasText: said })
      await expect(quote).toBeVisible()
      await quote.getByRole('button').click()
      await quote.getByRole('combobox').selectOption({ index: 1 })
      await field('changeNote', 'ko').fill('학부모와 학생의 의견을 담아 상담 교사를 더했습니다.')
      await field('changeNote', 'en').fill('Parents and students asked for a counsellor in every school.')
      await expect(desk.getByText(plan('saving.saved'))).toBeVisible({ timeout: 20_000 })
      expect(await findings(desk)).toEqual([])
      await desk.getByRole('button', { name: plan('publish.act'), exact: true }).click()
      await desk.getByRole('button', { name: plan('publish.send') }).click()
      await expect(desk.getByText(plan('publish.done', { revision: next }))).toBeVisible()
      expect(await stored(`${TASK}/revisions/${next}`)).toMatchObject({
        revision: asked + 1,
        citations: { [`${commentId}`]: 's1' },
      })
      const entries = Object.values(await storedIn('auditLog'))
      expect(entries).toContainEqual(
        expect.objectContaining({ action: 'publish-revision', target: `t${NUMBER}/${next}`, byUid: 'demo-editor' }),
      )
    })

    await test.step('both see the new text, what changed of it, and are asked again', async () => {
      await koPage.reload()
      await expect(koPage.getByText('학교마다 상담 교사를 둡니다.').first()).toBeVisible({ timeout: 20_000 })
      await expect(koPage.getByText(words('ko', 'changes')('news.title'))).toBeVisible()
      await koPage.getByRole('link', { name: words('ko', 'changes')('news.all') }).click()
      await expect(koPage.locator('ins').filter({ hasText: '상담 교사를' })).toBeVisible()
      await expect(koPage.getByRole('region', { name: koHistory('citations') })).toContainText(said)
      expect(await findings(koPage)).toEqual([])

      await enPage.goto(`/en/tasks/${NUMBER}/history#r${next}`)
      await expect(enPage.locator('ins').filter({ hasText: 'Every school has a counsellor' })).toBeVisible()
      await expect(
        enPage.locator('del:visible').filter({ hasText: /[a-z]/ }).filter({ hasNotText: 'removed' }),
      ).toHaveCount(0)
      await enPage.getByRole('radio', { name: words('en', 'difference')('way.columns') }).check()
      expect(await findings(enPage)).toEqual([])
    })

    await test.step('the author finds what became of it, with the text it changed', async () => {
      await koPage.goto('/ko/me')
      await koPage.getByRole('link', { name: words('ko', 'me')('comments.cited', { revision: next }) }).click()
      await expect(koPage).toHaveURL(new RegExp(`/ko/tasks/${NUMBER}/history#r${next}$`))
      await koPage.goto(`/ko/tasks/${NUMBER}#voices`)
      const own = commenting(koPage, 'ko').said(said)
      await expect(own.getByRole('link', { name: comments('item.cited', { revision: next }) })).toBeVisible()
      // Asked again: the stance on the former revision is kept, and none is taken on the new one.
      await expect(koPage.getByLabel(stance('agree'), { exact: true })).not.toBeChecked()
      await koPage.getByLabel(stance('disagree'), { exact: true }).check()
      await expect(koPage.getByText(stance('saved'))).toBeVisible()
      const uid = await uidOf(mother.email)
      expect(await stored(`${TASK}/revisions/${asked}/stances/${uid}`)).toMatchObject({ value: 'agree' })
      expect(await stored(`${TASK}/revisions/${next}/stances/${uid}`)).toMatchObject({ value: 'disagree' })
    })

    await test.step('how agreement moved is shown, before and after', async () => {
      await expect
        .poll(async () => Object(await stored('results/agreement')).tasks?.[`t${NUMBER}`], { timeout: 30_000 })
        .toContainEqual(
          expect.objectContaining({ revision: 1, total: expect.objectContaining({ agree: expect.any(Number) }) }),
        )
      await enPage.reload()
      await enPage.getByText(enHistory('agreement.table')).click()
      const row = enPage.getByRole('row', { name: new RegExp(enHistory('agreement.all')) })
      await expect(row).toContainText('people')
      // One person has answered about the new revision: fewer than five are never published.
      await expect(row).toContainText(enHistory('agreement.none'))
    })

    await test.step('the editor closes the task at once, and people see it', async () => {
      await desk.goto('/ko/review/plan')
      const item = desk.getByRole('listitem').filter({ has: desk.locator(`a[href$="/plan/${NUMBER}"]`) })
      await item.getByText(plan('opening.title')).click()
      await item.getByRole('radio', { name: plan('opening.way.closed') }).check()
      await item.getByLabel(plan('opening.reason')).fill('설문이 끝났어요')
      await item.getByRole('button', { name: plan('opening.act') }).click()
      await expect(item.getByText(plan('opening.isClosed'))).toBeVisible()
      await koPage.reload()
      await expect(koPage.getByText(comments('form.closed'))).toBeVisible()
      // Also who reads the list, or a task on a phone and comes to nothing that could be answered, once the results tell.
      const isPublished = { tasks: { [`t${NUMBER}`]: { status: 'closed', turnsAt: null } } }
      await expect.poll(() => stored('results/current'), { timeout: 30_000 }).toMatchObject(isPublished)
      const phone = await openPage(browser, 'ko')
      await phone.setViewportSize({ width: 360, height: 740 })
      await phone.goto('/ko')
      const inList = phone.getByRole('listitem').filter({ has: phone.locator(`a[href$="/tasks/${NUMBER}"]`) })
      await expect(inList.getByText(words('ko', 'plan')('tasks.closed'))).toBeVisible()
      await phone.goto(`/ko/tasks/${NUMBER}`)
      await expect(phone.getByText(words('ko', 'plan')('task.closed'))).toBeVisible()
      await phone.close()
      await item.getByRole('radio', { name: plan('opening.way.open') }).check()
      await item.getByLabel(plan('opening.reason')).fill('다시 받아요')
      await item.getByRole('button', { name: plan('opening.act') }).click()
      await expect(item.getByText(plan('opening.isOpen'))).toBeVisible()
    })
  },
)

test('an editor takes the plan as a file, changes it elsewhere, and brings it back as a draft', async ({ browser }) => {
  const [plan, file] = [words('ko', 'review-plan'), words('ko', 'review-plan-file')]
  const desk = await openPage(browser, 'ko')
  await desk.setViewportSize({ width: 1280, height: 900 })
  await signInAsDemo(desk, 'ko', '교육청 편집·운영 담당자', '/ko/review/plan')
  const choose = async (content: string) => {
    const chooser = desk.waitForEvent('filechooser')
    await desk.getByRole('button', { name: file('choose') }).click()
    await (await chooser).setFiles({ name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from(content) })
  }

  const download = desk.waitForEvent('download')
  await desk.getByRole('button', { name: file('download') }).click()
  const exported = JSON.parse(readFileSync(await (await download).path(), 'utf8'))
  const task = exported.tasks.find(({ id }: { id: string }) => id === 't5')
  const written = (title: string) =>
    JSON.stringify({ ...exported, tasks: [{ ...task, title: { ...task.title, ko: title } }] }, null, 2)

  await test.step('a mistake is named by its line and field, and changes nothing', async () => {
    await choose(written(' '))
    const faults = desk.getByRole('alert').getByRole('listitem')
    await expect(faults).toContainText(`${file('faults.line', { line: '8' })}`)
    await expect(faults).toContainText(`tasks.0.title.ko: ${file('problem.empty')}`)
    expect(await findings(desk)).toEqual([])
    expect(await stored('drafts/t5')).toBeNull()
  })

  await test.step('the difference is shown, and becomes a draft that is not published', async () => {
    await choose(written(`${task.title.ko} (고침)`))
    await expect(desk.locator('ins').filter({ hasText: '고침' })).toBeVisible()
    expect(await findings(desk)).toEqual([])
    await desk.getByRole('button', { name: file('act.send') }).click()
    await desk.getByRole('link', { name: file('act.open', { number: '5' }) }).click()
    const title = desk.getByLabel(plan('field.title', { lang: plan('lang.ko') }), { exact: true })
    await expect(title).toHaveValue(`${task.title.ko} (고침)`)
    expect(await stored('tasks/t5')).toMatchObject({ revision: 1, title: task.title })
  })
})
