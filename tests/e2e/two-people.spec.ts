import { type Browser, expect } from '@playwright/test'
import type { Lang } from '#domain/language.ts'
import { CONSENT_VERSION } from '#domain/participant.ts'
import { stored, storedIn, uidOf } from './helpers/emulators.ts'
import { joinFrom, newEmail } from './helpers/people.ts'
import { test } from './helpers/test.ts'
import { words } from './helpers/words.ts'

const TASK = '/tasks/3'

const openContext = async (browser: Browser, lang: Lang) => {
  const context = await browser.newContext({ locale: lang === 'ko' ? 'ko-KR' : 'en-GB' })
  const page = await context.newPage()
  await page.goto(`/${lang}${TASK}`)
  return page
}

type Counts = { agree: number; unsure: number; disagree: number }

const resultOf = async (role: 'parent' | 'teacher'): Promise<Counts> => {
  const results = (await stored('results/current')) as unknown as { tasks: { t3: { groups: Record<string, Counts> } } }
  return results.tasks.t3.groups[role] ?? { agree: 0, unsure: 0, disagree: 0 }
}

const peopleIn = ({ agree, unsure, disagree }: Counts) => agree + unsure + disagree

test('a parent in Korean and a teacher in English see each other’s comment and stance', async ({ browser }) => {
  const ko = { outbox: words('ko', 'outbox'), stance: words('ko', 'stance'), comments: words('ko', 'comments') }
  const en = {
    stance: words('en', 'stance'),
    comments: words('en', 'comments'),
    plan: words('en', 'plan'),
    outbox: words('en', 'outbox'),
  }
  const before = { parent: await resultOf('parent'), teacher: await resultOf('teacher') }
  const mother = { lang: 'ko', role: 'parent', email: newEmail(), district: 'nowon' } as const
  const teacher = { lang: 'en', role: 'teacher', email: newEmail('madang.sen.hs.kr') } as const
  const saidInKorean = `저녁에도 열리는 배움터가 있으면 좋겠어요. 퇴근하면 여덟 시예요. (${mother.email.split('@')[0]})`
  const saidInEnglish = `Our workshop stands empty after five. Open it, please. (${teacher.email.split('@')[0]})`

  const koPage = await openContext(browser, 'ko')
  await koPage.getByLabel(ko.stance('agree'), { exact: true }).check()
  await koPage.getByRole('link', { name: ko.stance('join') }).click()
  await joinFrom(koPage, mother)
  // The stance chosen before joining waited.
  await koPage.getByRole('button', { name: ko.stance('send', { stance: ko.stance('agree') }) }).click()
  await expect(koPage.getByText(ko.stance('saved'))).toBeVisible()
  await koPage.getByLabel(ko.comments('form.subtask')).selectOption('s3')
  await koPage.getByLabel(ko.comments('form.label'), { exact: true }).fill(saidInKorean)
  await koPage.getByRole('button', { name: ko.comments('form.send') }).click()
  await expect(koPage.getByText(ko.outbox('arrived.comment'))).toBeVisible()

  const enPage = await openContext(browser, 'en')
  await expect(enPage.getByText(saidInKorean)).toHaveAttribute('lang', 'ko')
  // What was written before joining is there afterwards.
  await enPage.getByLabel(en.comments('form.label'), { exact: true }).fill(saidInEnglish)
  await enPage.getByRole('link', { name: en.comments('form.join') }).click()
  await joinFrom(enPage, teacher)
  await expect(enPage.getByLabel(en.comments('form.label'), { exact: true })).toHaveValue(saidInEnglish)
  await enPage.getByRole('button', { name: en.comments('form.send') }).click()
  await expect(enPage.getByText(en.outbox('arrived.comment'))).toBeVisible()
  await enPage.getByLabel(en.stance('disagree')).check()
  await expect(enPage.getByText(en.stance('saved'))).toBeVisible()
  await enPage.getByLabel(en.stance('unsure')).check()
  await expect(enPage.getByText(en.stance('saving'))).toBeHidden()

  // Both stances are in the published results, which both people see.
  await expect
    .poll(async () => [peopleIn(await resultOf('parent')), peopleIn(await resultOf('teacher'))], { timeout: 20_000 })
    .toEqual([peopleIn(before.parent) + 1, peopleIn(before.teacher) + 1])
  await enPage.reload()
  await koPage.reload()
  await expect(koPage.getByText(saidInEnglish)).toHaveAttribute('lang', 'en')
  await expect(enPage.getByRole('row', { name: 'Parent' })).toContainText(String(peopleIn(before.parent) + 1))
  await expect(koPage.getByRole('row', { name: '교사' })).toContainText(String(peopleIn(before.teacher) + 1))
  // A reload keeps one's own.
  await expect(koPage.getByLabel(ko.stance('agree'), { exact: true })).toBeChecked()
  await expect(enPage.getByLabel(en.stance('unsure'))).toBeChecked()
  await expect(enPage.getByText(saidInEnglish)).toBeVisible()

  await test.step('the documents are as the data model says', async () => {
    const [motherId, teacherId] = [await uidOf(mother.email), await uidOf(teacher.email)]
    expect(await stored(`participants/${motherId}`)).toMatchObject({
      role: 'parent',
      verification: 'email',
      district: 'nowon',
      level: null,
      lang: 'ko',
      consentVersion: CONSENT_VERSION,
      invite: null,
    })
    expect(await stored(`participants/${teacherId}`)).toMatchObject({ role: 'teacher', verification: 'domain' })

    const comments = Object.entries(await storedIn('tasks/t3/comments'))
    const [id, comment] = comments.find(([, { text }]) => text === saidInKorean) ?? []
    expect(id).toMatch(/^t3-[A-Za-z0-9]{20}$/)
    const none = { student: 0, parent: 0, teacher: 0, staff: 0, resident: 0 }
    expect(comment).toEqual({
      authorId: motherId,
      role: 'parent',
      district: 'nowon',
      level: null,
      verification: 'email',
      text: saidInKorean,
      lang: 'ko',
      subtaskId: 's3',
      parentId: null,
      revision: 1,
      createdAt: expect.any(Date),
      editedAt: null,
      edits: 0,
      status: 'visible',
      hiddenReason: null,
      moderations: 0,
      decided: null,
      agree: none,
      disagree: none,
      agreeTotal: 0,
      disagreeTotal: 0,
      replyCount: 0,
      reportCount: 0,
      translation: null,
    })
    expect(await stored(`participants/${motherId}`)).toMatchObject({ lastComment: { id, at: comment?.createdAt } })

    const stance = await stored(`tasks/t3/revisions/1/stances/${teacherId}`)
    expect(stance).toEqual({ value: 'unsure', role: 'teacher', shard: expect.any(Number), at: expect.any(Date) })
    const tally = await stored(`tasks/t3/revisions/1/stanceTallies/teacher-${stance?.shard}`)
    expect(tally).toMatchObject({ role: 'teacher', unsure: expect.any(Number) })
  })
})
