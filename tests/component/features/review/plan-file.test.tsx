import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { DataError } from '#data/errors.ts'
import { parsePlanFile } from '#data/plan-file.ts'
import { draftOf } from '#domain/plan-draft.ts'
import { fileTaskOf, PLAN_FORMAT, type PlanFileTask } from '#domain/plan-file.ts'
import { PlanFile } from '#features/review/plan/plan-file.tsx'
import { formatMoment } from '#i18n/format.ts'
import { hrefOf } from '../../../helpers/described.ts'
import { PlanDesk } from '../../../helpers/plan-desk.ts'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { samplePlan } from '../../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

const { at, saved } = vi.hoisted(() => ({
  at: {} as { desk: object },
  saved: [] as { name: string; file: Blob }[],
}))
vi.mock('#data/remote.ts', () => ({
  remote: async (_: unknown, run: (module: object) => unknown) => run(at.desk),
}))
vi.mock('#components/save-file.ts', () => ({ saveFile: (name: string, file: Blob) => saved.push({ name, file }) }))

const HANA = { uid: 'hana', name: '김하나' }
const DURI = { uid: 'duri', name: '이두리' }
const NOTE = { ko: '3월 2일 문안', en: 'Wording of 2 March' }

let desk: PlanDesk
beforeEach(() => {
  saved.length = 0
  desk = new PlanDesk(samplePlan())
  at.desk = desk
})

const inFile = (id: string, changes: Partial<PlanFileTask> = {}): PlanFileTask => {
  const task = desk.plan.find((one) => one.id === id)
  if (!task) throw new Error('no task')
  return { ...fileTaskOf(task, NOTE), ...changes }
}
const fileOf = (...tasks: object[]) =>
  new File([JSON.stringify({ format: PLAN_FORMAT, tasks }, null, 2)], 'plan.json', { type: 'application/json' })
const TITLE = { ko: '함께 읽는 학교', en: 'Schools that read together' }

describe.each(LANGUAGES)('the plan as a file, in %s', (lang) => {
  const { 'review-plan-file': words, 'review-plan': plan, errors } = WORDS[lang]

  async function show() {
    const app = await renderInApp(<PlanFile editor={HANA} />, { lang })
    const choose = async (file: File) => {
      const input = app.container.querySelector<HTMLInputElement>('input[type=file]')
      if (!input) throw new Error('no way in')
      await app.user.upload(input, file)
    }
    return { ...app, choose }
  }
  const found = () => screen.findByRole('heading', { name: fill(words.found.title, { name: 'plan.json' }) })
  const item = (number: number, title: string) => {
    const heading = screen.getByRole('heading', { name: fill(plan.list.task, { number, title }) })
    return within(heading.closest('li') as HTMLElement)
  }
  const send = () => screen.getByRole('button', { name: words.act.send })
  const box = (number: number) =>
    screen.getByRole<HTMLInputElement>('checkbox', { name: fill(words.found.take, { number }) })

  it('is downloaded as the checks want it', async () => {
    const { user } = await show()
    await user.click(screen.getByRole('button', { name: words.download }))
    await waitFor(() => expect(saved).toHaveLength(1))
    expect(saved[0]?.name).toMatch(/^plan-\d{4}-\d\d-\d\d\.json$/)
    const { tasks } = parsePlanFile((await saved[0]?.file.text()) ?? '')
    expect(tasks.map(({ id, revision }) => `${id} ${revision}`)).toEqual(desk.plan.map(({ id }) => `${id} 2`))
  })

  it('says so when it could not be downloaded', async () => {
    const { user } = await show()
    desk.failure = new DataError('offline')
    await user.click(screen.getByRole('button', { name: words.download }))
    await screen.findByText(errors.offline)
    expect(saved).toEqual([])
  })

  it('with mistakes is refused with the line and the field of each, and changes nothing', async () => {
    const { choose } = await show()
    const { plain: _, ...rest } = inFile('t3', { title: { ko: '제목', en: ' ' } })
    await choose(fileOf({ ...rest, bureau: 'press', note: '' }))
    const alert = (await screen.findByText(words.faults.text)).closest('[role=alert]') as HTMLElement
    const said = within(alert)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent)
    const inTask = fill(words.part.task, { place: 1 })
    const line = (number: number) => fill(words.faults.line, { line: number })
    expect(said).toContain(
      `${line(9)}, ${inTask} › ${words.part.name.title} › ${words.part.name.en} tasks.0.title.en: ${words.problem.empty}`,
    )
    expect(said).toContain(
      `${line(6)}, ${inTask} › ${words.part.name.bureau} tasks.0.bureau: ${fill(words.problem['not-one-of'], { value: 'planning, policy, lifelong, administration' })}`,
    )
    expect(said).toContain(`${line(4)}, ${inTask} › ${words.part.name.plain} tasks.0.plain: ${words.problem.missing}`)
    expect(said.join()).toContain(words.problem.unknown)
    expect(desk.drafts.size).toBe(0)
  })

  it('that is no JSON is refused by its line', async () => {
    const { choose } = await show()
    await choose(new File(['{\n  "format": "x"\n  "tasks": []\n}'], 'plan.json'))
    const alert = (await screen.findByText(words.faults.text)).closest('[role=alert]')
    expect(alert?.textContent).toContain(
      `${fill(words.faults.line, { line: 3 })}, ${words.faults.whole}: ${words.problem['json-comma']}`,
    )
  })

  it('that is far too big is not even read', async () => {
    const { choose } = await show()
    await choose(new File([new Uint8Array(4_000_001)], 'film.json'))
    await screen.findByText(words.tooBig)
  })

  it('shows what it would change, and becomes a draft once that was seen', async () => {
    const { user, choose } = await show()
    await choose(fileOf(inFile('t3', { title: TITLE, sample: false })))
    expect(document.activeElement).toBe(await found())
    const task = item(3, TITLE[lang])
    expect(task.getByText(fill(words.found.next, { revision: 3 }))).toBeTruthy()
    expect(task.getByText(plan.kind.own)).toBeTruthy()
    const preview = task
      .getByText(words.found.changes, { selector: 'summary' })
      .closest('details') as HTMLDetailsElement
    expect(preview.open).toBe(true)
    expect(preview.querySelectorAll('ins').length).toBeGreaterThan(1)
    for (const of of LANGUAGES) expect(within(preview).getByText(NOTE[of]).getAttribute('lang')).toBe(of)
    expect(desk.drafts.size).toBe(0)
    await user.click(send())
    const link = await task.findByRole('link', { name: fill(words.act.open, { number: 3 }) })
    expect(hrefOf(link)).toBe(`/${lang}/review/plan/3`)
    expect(desk.drafts.get('t3')).toMatchObject({ version: 1, byUid: 'hana' })
    expect(desk.drafts.get('t3')?.draft).toMatchObject({ base: 2, title: TITLE, sample: false, changeNote: NOTE })
    // Nothing is published by that.
    expect(desk.plan.map(({ revision }) => revision)).toEqual([2, 2, 2, 2, 2, 2])
    expect(screen.queryByRole('checkbox')).toBeNull()
  })

  it('takes no place of a draft that cannot be read here', async () => {
    desk.storedStrangely(DURI, 't3')
    const { choose } = await show()
    await choose(fileOf(inFile('t3', { title: TITLE })))
    await found()
    const moment = formatMoment(new Date('2026-03-05T05:30:00Z'), lang)
    expect(screen.getByText(fill(words.found.unreadable, { name: DURI.name, moment }))).toBeTruthy()
    expect(screen.queryByRole('checkbox')).toBeNull()
  })

  it('says of each task whether it is new, the same, or written upon an older revision', async () => {
    const { choose } = await show()
    desk.plan = desk.plan.filter(({ id }) => id !== 't6')
    const [same, older, next] = [inFile('t1'), inFile('t2', { revision: 1 }), inFile('t4', { title: TITLE })]
    const none = { ...inFile('t5'), id: 't6', revision: 0 }
    await choose(fileOf(same, older, next, none))
    await found()
    expect(item(1, same.title[lang]).getByText(words.found.same)).toBeTruthy()
    expect(item(2, older.title[lang]).getByText(fill(words.found.outdated, { base: 1, revision: 2 }))).toBeTruthy()
    expect(item(6, none.title[lang]).getByText(words.found.first)).toBeTruthy()
    expect(screen.getAllByRole('checkbox')).toEqual([box(4), box(6)])
    expect(box(4).checked).toBe(true)
  })

  it('brings in a first text: all of it new, and a draft upon nothing', async () => {
    const first = { ...inFile('t6'), revision: 0 }
    desk.plan = desk.plan.filter(({ id }) => id !== 't6')
    const { user, choose } = await show()
    await choose(fileOf(first))
    await found()
    const shown = item(6, first.title[lang])
    expect(
      [...(shown.getByText(words.found.changes).closest('details')?.querySelectorAll('ins') ?? [])].length,
    ).toBeGreaterThan(4)
    expect(shown.queryByText(plan.kind.bureau)).toBeNull()
    await user.click(send())
    expect(hrefOf(await shown.findByRole('link'))).toBe(`/${lang}/review/plan/6`)
    expect(desk.drafts.get('t6')?.draft).toMatchObject({ base: 0, title: first.title, citations: {} })
  })

  it('that says what is published is left at that', async () => {
    const { user, choose } = await show()
    await choose(fileOf(inFile('t1'), inFile('t2')))
    await found()
    expect(screen.getByText(words.found.nothing)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: words.act.close }))
    expect(screen.queryByText(words.found.nothing)).toBeNull()
  })

  it('takes the place of a draft only where that is chosen, with a word whose it is and what it says', async () => {
    const { user, choose } = await show()
    const task = desk.plan.find(({ id }) => id === 't3')
    if (!task) throw new Error('no task')
    const theirs = { ko: '두리의 제목', en: 'The title of Duri' }
    desk.storedBy(DURI, 't3', { ...draftOf(task), title: theirs, citations: { 't3-x': 's1', 't3-y': 's2' } })
    const { subtasks } = task
    await choose(fileOf(inFile('t3', { title: TITLE, subtasks: subtasks.slice(1) })))
    await found()
    const shown = item(3, TITLE[lang])
    expect(shown.getByText(fill(words.found.draft.title, { name: DURI.name }))).toBeTruthy()
    const moment = formatMoment(new Date('2026-03-05T05:30:00Z'), lang)
    expect(shown.getByText(fill(words.found.draft.text, { moment }))).toBeTruthy()
    const compared = shown.getByText(words.found.draft.compare, { selector: 'summary' }).closest('details')
    expect(compared?.textContent).toContain(lang === 'ko' ? '두리의' : 'Duri')
    expect(box(3).checked).toBe(false)
    await user.click(send())
    expect(screen.getByText(words.act.none)).toBeTruthy()
    expect(desk.drafts.get('t3')?.draft?.title).toEqual(theirs)
    await user.click(box(3))
    await user.click(send())
    await shown.findByRole('link', { name: fill(words.act.open, { number: 3 }) })
    expect(desk.drafts.get('t3')).toMatchObject({ version: 2, byUid: 'hana' })
    // What it cites stays; a part that is gone leaves its comment to the whole.
    expect(desk.drafts.get('t3')?.draft).toMatchObject({ title: TITLE, citations: { 't3-x': null, 't3-y': 's2' } })
  })

  it('overwrites no draft that came since it was looked at; the others are made', async () => {
    const { user, choose } = await show()
    await choose(fileOf(inFile('t3', { title: TITLE }), inFile('t4', { title: TITLE })))
    await found()
    desk.storedBy(DURI, 't3', null)
    await user.click(send())
    await item(3, TITLE[lang]).findByText(words.act.conflict)
    await item(4, TITLE[lang]).findByRole('link', { name: fill(words.act.open, { number: 4 }) })
    expect(desk.drafts.get('t3')).toMatchObject({ byUid: 'duri', draft: null })
  })
})
