import { expect } from '@playwright/test'
import { stored, storedIn } from './helpers/emulators.ts'
import { proves } from './helpers/faults.ts'
import { lineOf } from './helpers/line.ts'
import { signInAsDemo } from './helpers/people.ts'
import { test } from './helpers/test.ts'
import { alertOn, words } from './helpers/words.ts'

const plan = words('ko', 'review-plan')
const errors = words('ko', 'errors')

// The same task as in plan-cycle.spec.ts: no other test that comes later speaks of its revisions.
const NUMBER = 4
const TASK = `tasks/t${NUMBER}`
const REASON = `여러 번 끊겨도 한 번만 나갑니다. ${Date.now()}`

test(
  'publishing, whatever the line does: said, the draft stays, and there is one revision more, and one entry in the log',
  proves(
    [['publishing'], 'network cut', 'said; the draft stays; published once'],
    [['publishing'], 'connection reset in the middle of a write', 'said; the draft stays; published once'],
    [
      ['publishing'],
      'answer lost after the write',
      'said; after a reload the next revision is asked for: published once',
    ],
    [['publishing'], '403', 'said that it was not accepted; the draft stays; published once'],
    [['publishing'], '429', 'said: the limit of the day; the draft stays; published once'],
    [['publishing'], '5xx', 'said; the draft stays; published once'],
    [['publishing'], 'clock off by a day', 'nothing to see; published once'],
    [['publishing'], 'IndexedDB forbidden', 'nothing to see; published once'],
  ),
  async ({ page, context }) => {
    await context.clock.install({ time: Date.now() + 86_400_000 })
    await context.addInitScript(() => {
      indexedDB.open = () => {
        throw new DOMException('forbidden', 'SecurityError')
      }
    })
    const { revision, summary } = (await stored(TASK)) as { revision: number; summary: Record<'ko' | 'en', string> }
    await signInAsDemo(page, 'ko', '교육청 편집·운영 담당자', `/ko/review/plan/${NUMBER}`)
    const field = (name: string, lang: 'ko' | 'en') =>
      page.getByLabel(plan(`field.${name}`, { lang: plan(`lang.${lang}`) }), { exact: true })
    await field('summary', 'ko').fill(`${summary.ko} 한 번 더 고칩니다.`)
    await field('summary', 'en').fill(`${summary.en} Once more.`)
    await field('changeNote', 'ko').fill(REASON)
    await field('changeNote', 'en').fill('Published once, however often the line breaks.')
    await expect(page.getByText(plan('saving.saved'))).toBeVisible()

    const line = await lineOf(context)
    const publish = async () => {
      await page.getByRole('button', { name: plan('publish.act'), exact: true }).click()
      await page.getByRole('button', { name: plan('publish.send') }).click()
    }
    await context.setOffline(true)
    await publish()
    await expect(alertOn(page).filter({ hasText: errors('offline') })).toBeVisible()
    await context.setOffline(false)
    for (const [way, why] of [
      [429, 'quota'],
      ['reset', 'offline'],
      [403, 'refused'],
      [503, 'offline'],
      [429, 'quota'],
      ['lost', 'offline'],
    ] as const) {
      line.is(way)
      await publish()
      await expect(alertOn(page).filter({ hasText: errors(why) })).toBeVisible()
    }
    await page.reload()
    await expect(
      page.getByRole('heading', { name: plan('publish.title', { revision: String(revision + 2) }) }),
    ).toBeVisible()
    expect(await stored(TASK)).toMatchObject({ revision: revision + 1 })
    const entries = Object.values(await storedIn('auditLog')).filter(({ reason }) => reason === REASON)
    expect(entries.map(({ target }) => target)).toEqual([`t${NUMBER}/${revision + 1}`])
  },
)
