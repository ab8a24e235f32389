import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { readSheet } from 'read-excel-file/node'
import { TASK_IDS } from '#domain/plan.ts'
import { findings } from './helpers/axe.ts'
import { commenting, newcomer } from './helpers/commenting.ts'
import { setAgreements, stored, storedIn } from './helpers/emulators.ts'
import { signInAsDemo } from './helpers/people.ts'
import { test } from './helpers/test.ts'
import { words } from './helpers/words.ts'

const REVIEWER = '교육청 검토 담당자'
const ko = words('ko', 'review-answers')

const SAID = '급식실 옆 계단이 미끄러워요. 비 오는 날에는 더 그래요.'
const MESSAGE = {
  ko: '계단에 미끄럼 방지 띠를 붙였습니다.\n\n다른 학교도 살펴보겠습니다.',
  en: 'We have put anti-slip strips on the stairs.',
}

/** The id of the comment on a task with these words. */
async function idOf(taskId: string, text: string): Promise<string> {
  const found = Object.entries(await storedIn(`tasks/${taskId}/comments`)).find(([, comment]) => comment.text === text)
  if (!found) throw new Error(`nobody said ${text}`)
  return found[0]
}

/** Reads RFC 4180. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n') rows.push([])
  }
  return rows.filter((row) => row.length > 1)
}

async function download(page: Page, button: string): Promise<Buffer> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  return readFileSync(await (await downloading).path())
}

test('a reviewer answers two comments at once: their author finds it, everybody reads it, and files hold it', async ({
  page: author,
  browser,
}) => {
  test.setTimeout(180_000)
  await newcomer(author, 'ko', 5)
  const { box, send, sent } = commenting(author, 'ko')
  await box.fill(SAID)
  await send.click()
  await sent.waitFor()
  const mine = await idOf('t5', SAID)
  await setAgreements('t5', mine, 57)

  const context = await browser.newContext()
  const reviewer = await context.newPage()
  await signInAsDemo(reviewer, 'ko', REVIEWER, '/ko/review/answers')
  const waiting = reviewer.getByRole('tabpanel').getByRole('article')
  const first = waiting.first()

  await test.step('what so many agree with waits; two are chosen and answered together', async () => {
    const own = waiting.filter({ hasText: SAID })
    await expect(own).toContainText(ko('owed.days_other', { value: '0' }))
    expect(await findings(reviewer)).toEqual([])
    await first.getByLabel(ko('owed.choose')).check()
    await own.getByLabel(ko('owed.choose')).check()
    await reviewer.getByRole('button', { name: ko('owed.together_other', { count: '2' }) }).click()
    await expect(reviewer.getByRole('heading', { name: ko('form.title_other', { count: '2' }) })).toBeFocused()
    const said = reviewer.getByRole('region', { name: ko('said.title_other', { count: '2' }) })
    await expect(said.getByText(SAID)).toBeVisible()
    const finish = reviewer.getByRole('button', { name: ko('form.send_other', { count: '2' }) })
    await finish.click()
    await expect(reviewer.getByText(ko('problem.message.en.missing'))).toBeVisible()
    expect(await findings(reviewer)).toEqual([])
    await reviewer.getByLabel(words('ko', 'answer')('status.adopted'), { exact: true }).check()
    for (const lang of ['ko', 'en'] as const) {
      await reviewer.getByLabel(ko(`form.message.${lang}`)).fill(MESSAGE[lang])
      await reviewer.getByLabel(ko(`form.office.${lang}`)).fill(lang === 'ko' ? '교육행정국' : 'Administration')
    }
    await reviewer.reload()
    await first.waitFor()
    await reviewer
      .getByRole('tabpanel')
      .getByRole('button', { name: ko('owed.answer') })
      .first()
      .waitFor()
    await waiting.first().getByLabel(ko('owed.choose')).check()
    await own.getByLabel(ko('owed.choose')).check()
    await reviewer.getByRole('button', { name: ko('owed.together_other', { count: '2' }) }).click()
    // What was typed is still there.
    await expect(reviewer.getByLabel(ko('form.message.en'))).toHaveValue(MESSAGE.en)
    await finish.click()
    await expect(reviewer.getByText(ko('sent_other', { count: '2' }))).toBeVisible()
    await expect(waiting.filter({ hasText: SAID })).toBeHidden()
  })

  await test.step('each answer is stored with its entry in the log, in the reviewer’s name', async () => {
    const answer = await stored(`responses/${mine}`)
    expect(answer).toMatchObject({ taskId: 't5', status: 'adopted', message: MESSAGE })
    expect(await stored(`auditLog/${answer?.logEntry}`)).toMatchObject({
      action: 'answer',
      target: mine,
      byUid: 'demo-reviewer',
    })
  })

  await test.step('its author finds it among their own', async () => {
    await author.goto('/ko/me')
    const item = author.getByRole('list', { name: words('ko', 'me')('comments.list') }).getByRole('listitem')
    await expect(item).toContainText('미끄럼 방지 띠')
  })

  await test.step('everybody reads it, each in their language, and can choose its kind and task', async () => {
    const visitor = await (await browser.newContext()).newPage()
    for (const lang of ['ko', 'en'] as const) {
      const texts = words(lang, 'answers')
      await visitor.goto(`/${lang}/answers`)
      const item = visitor.getByRole('article').filter({ hasText: SAID })
      await expect(item).toContainText(MESSAGE[lang].split('\n')[0] ?? '')
      await visitor.getByLabel(texts('filter.status')).selectOption('declined')
      await expect(item).toBeHidden()
      await visitor.getByLabel(texts('filter.status')).selectOption('adopted')
      await visitor.getByLabel(texts('filter.task')).selectOption('5')
      await expect(visitor).toHaveURL(`/${lang}/answers?status=adopted&task=5`)
      await expect(item).toHaveCount(1)
    }
    await visitor
      .getByRole('link', { name: words('en', 'answers')('read') })
      .first()
      .click()
    await expect(visitor.getByText(MESSAGE.en)).toBeVisible()
  })

  await test.step('insights lead from a number to the comments behind it', async () => {
    const insights = words('ko', 'review-insights')
    await reviewer.goto('/ko/review/insights')
    const table = reviewer.getByRole('table', { name: insights('who.byGroup') })
    await table.waitFor()
    expect(await findings(reviewer)).toEqual([])
    await table.getByRole('link').first().click()
    await expect(reviewer).toHaveURL('/ko/review/inbox?role=student')
  })

  await test.step('the files of all comments open equal, and hold the answer', async () => {
    const en = words('en', 'review-export')
    await reviewer.goto('/en/review/export')
    const csv = parse((await download(reviewer, en('save.csv'))).toString('utf8').slice(1))
    const sheet = await readSheet(await download(reviewer, en('save.xlsx')), { trim: false })
    expect(await findings(reviewer)).toEqual([])
    const asText = (cell: unknown) =>
      cell instanceof Date
        ? new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString().slice(0, 19).replace('T', ' ')
        : String(cell ?? '')
    expect(sheet.map((row) => row.map(asText))).toEqual(csv)
    const everything = await Promise.all(TASK_IDS.map((id) => storedIn(`tasks/${id}/comments`)))
    const ids = everything.flatMap((comments) => Object.keys(comments))
    expect(
      csv
        .slice(1)
        .map(([id]) => id)
        .toSorted(),
    ).toEqual(ids.toSorted())
    const column = csv[0]?.indexOf(en('column.answerKo')) ?? -1
    expect(csv.find(([id]) => id === mine)?.[column]).toBe(MESSAGE.ko)
  })
  await context.close()
})
