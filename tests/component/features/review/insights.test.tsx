import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { CITY, IN_CITY_BY_LEVEL } from '#domain/city.ts'
import type { InboxRow } from '#domain/inbox.ts'
import type { ReviewComment } from '#domain/review.ts'
import { noneByRole } from '#domain/roles.ts'
import { searchText } from '#domain/search-index.ts'
import { Insights } from '#features/review/insights/insights.tsx'
import { formatNumber } from '#i18n/format.ts'
import { hrefOf } from '../../../helpers/described.ts'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { counts, sampleComment, samplePlan, sampleResult, sampleResults } from '../../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

const rowOf = (changes: Partial<ReviewComment>, themes: readonly string[] = []): InboxRow => {
  const comment = { ...sampleComment(changes), hiddenReason: null }
  const at = new Date()
  const noted = { state: 'read', note: '', assignee: null, version: 1, byUid: 'x', at } as const
  return {
    comment,
    review: themes.length > 0 ? { commentId: comment.id, taskId: comment.taskId, themes, ...noted } : null,
    answer: null,
    search: searchText(comment.text, ''),
  }
}

const split = {
  agree: { ...noneByRole(), student: 9, teacher: 1 },
  disagree: { ...noneByRole(), student: 1, teacher: 9 },
}

const ROWS = [
  rowOf(
    { id: 't3-one', role: 'student', level: 'middle', authorId: 'a', createdAt: new Date('2026-03-02T03:00:00Z') },
    ['meals'],
  ),
  rowOf({ id: 't3-two', role: 'student', authorId: 'a', createdAt: new Date('2026-03-03T03:00:00Z') }, ['meals']),
  rowOf({
    id: 't2-three',
    taskId: 't2',
    role: 'teacher',
    authorId: 'b',
    district: null,
    text: '갈리는 말',
    createdAt: new Date('2026-03-03T03:00:00Z'),
    ...split,
  }),
  rowOf({ id: 't2-gone', taskId: 't2', role: 'teacher', authorId: 'c', status: 'withdrawn', text: '' }),
]

const THEMES = [{ id: 'meals', label: { ko: '급식', en: 'Meals' } }]

const voted = { voters: 440_185, t1: 5 * 440_185, t2: 0, t3: 0, t4: 0, t5: 0, t6: 0 }
const RESULTS = sampleResults(
  { t3: sampleResult({ student: counts(6, 3, 1) }) },
  { stickers: { total: voted, groups: { student: voted, parent: null, teacher: null, staff: null, resident: null } } },
)

describe.each(LANGUAGES)('insights, in %s', (lang) => {
  const { 'review-insights': words, common } = WORDS[lang]
  const show = (rows = ROWS, results: typeof RESULTS | null = RESULTS) =>
    renderInApp(<Insights rows={rows} themes={THEMES} tasks={samplePlan()} results={results} />, { lang })
  const row = (table: string, name: RegExp | string) =>
    within(screen.getByRole('table', { name: table })).getByRole('row', { name })
  const cells = (element: HTMLElement) =>
    within(element)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent)
  const inbox = (filter: string) => `/${lang}/review/inbox?${filter}`

  it('set who wrote against how many there are in the city, without what was taken back', async () => {
    await show()
    const students = row(words.who.byGroup, new RegExp(`^${common.roles.student} `))
    expect(cells(students).slice(0, 3)).toEqual(['2', '1', formatNumber(CITY.students, lang)])
    expect(within(students).getAllByRole('link').map(hrefOf)).toEqual([inbox('role=student'), inbox('role=student')])
    expect(cells(row(words.who.byGroup, new RegExp(`^${common.roles.teacher} `)))[0]).toBe('1')
    const parents = row(words.who.byGroup, new RegExp(`^${common.roles.parent} `))
    expect(cells(parents).slice(0, 4)).toEqual(['0', '0', words.who.notCounted, '–'])
    expect(within(parents).queryByRole('link')).toBeNull()
  })

  it('set students and teachers of each level against how many there are in the city', async () => {
    await show()
    const { student, teacher } = IN_CITY_BY_LEVEL.middle
    const middle = row(words.who.byLevel, new RegExp(`^${WORDS[lang].review.level.middle}`))
    expect(cells(middle).slice(0, 3)).toEqual(['1', '1', '1'])
    expect(cells(middle)[3]).toContain(formatNumber(student, lang))
    expect(cells(middle).slice(4)).toEqual([
      '0',
      fill(words.who.ofCity, { share: '0%', whole: formatNumber(teacher, lang) }),
    ])
    expect(within(middle).getAllByRole('link').map(hrefOf)).toEqual([
      inbox('level=middle'),
      inbox('level=middle'),
      inbox('role=student&level=middle'),
    ])
    expect(cells(row(words.who.byLevel, new RegExp(`^${words.who.noLevel}`)))).toEqual(['2', '2', '1', '–', '1', '–'])
  })

  it('lead from each number to the comments behind it: area, time, task and group, theme', async () => {
    await show()
    const linkIn = (table: string, name: RegExp) =>
      hrefOf(within(row(table, name)).getAllByRole('link')[0] as HTMLElement)
    expect(linkIn(words.who.byArea, lang === 'ko' ? /^마포구/ : /^Mapo/)).toBe(inbox('district=mapo'))
    expect(linkIn(words.who.byArea, new RegExp(`^${words.who.noArea}`))).toBe(inbox('district=none'))
    expect(linkIn(words.when.caption, /2026년 3월 2일|2 March 2026/)).toBe(inbox('from=2026-03-02&until=2026-03-02'))
    expect(linkIn(words.tasks.comments, /t3/)).toBe(inbox('task=t3&role=student'))
    expect(linkIn(words.themes.caption, lang === 'ko' ? /^급식/ : /^Meals/)).toBe(inbox('role=student&theme=meals'))
  })

  it('bring the published shares, withheld where they are, each leading to what the group wrote', async () => {
    await show()
    const answered = cells(row(words.tasks.stances, /t3/))
    expect(answered[0]).toBe(fill(words.tasks.people_other, { value: 10 }))
    // Neither a group of fewer than five, nor how it is divided.
    expect(answered[1]).toBe(words.tasks.withheld)
    const task = fill(words.taskNumber, { number: 3 })
    for (const [stance, share] of [
      ['agree', '60%'],
      ['unsure', '30%'],
      ['disagree', '10%'],
    ] as const) {
      const part = row(words.tasks.stances, new RegExp(`^${task} ${words.tasks.stance[stance]} `))
      expect(cells(part).slice(0, 2)).toEqual([share, '–'])
      expect(hrefOf(within(part).getByRole('link'))).toBe(inbox('task=t3&role=student'))
    }
    expect(cells(row(words.tasks.stickers, /t1/)).slice(0, 2)).toEqual(['100%', words.tasks.withheld])
  })

  it('set who voted by stickers against how many there are in the city, withheld where a group is small', async () => {
    await show()
    const voters = (role: 'student' | 'teacher' | 'parent') =>
      cells(row(words.who.byGroup, new RegExp(`^${common.roles[role]} `))).slice(4)
    expect(voters('student')).toEqual([formatNumber(440_185, lang), '50%'])
    expect(voters('teacher')).toEqual([words.tasks.withheld, '–'])
    expect(voters('parent')).toEqual([words.tasks.withheld, '–'])
    expect(screen.getByText(words.who.votersNote)).toBeTruthy()
  })

  it('say that there are no shares before results are published', async () => {
    await show(ROWS, null)
    expect(screen.getByText(words.tasks.unpublished)).toBeTruthy()
    expect(screen.queryByRole('table', { name: words.tasks.stances })).toBeNull()
    expect(screen.queryByRole('columnheader', { name: words.who.voters })).toBeNull()
  })

  it('name what divides the groups, with how each reacted', async () => {
    await show()
    const dividing = screen.getByRole('region', { name: words.ground.dividing })
    expect(within(dividing).getByText('갈리는 말')).toBeTruthy()
    expect(dividing.textContent).toContain(fill(words.ground.share, { share: '90%', votes: 10 }))
    expect(dividing.textContent).toContain(fill(words.ground.share, { share: '10%', votes: 10 }))
    expect(hrefOf(within(dividing).getByRole('link'))).toBe(inbox('open=t2-three'))
    expect(screen.getByText(words.ground.none.shared)).toBeTruthy()
  })

  it('state how it was counted and what it does not show, and print as a report', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => {})
    const { user } = await show()
    const method = screen.getByRole('region', { name: words.method.title })
    for (const limit of [words.method.how, words.method.self, words.method.proof])
      expect(method.textContent).toContain(limit)
    await user.click(screen.getByRole('button', { name: words.print }))
    expect(print).toHaveBeenCalledOnce()
  })

  it('have nothing to say before the first comment', async () => {
    await show([])
    expect(screen.getByText(words.none)).toBeTruthy()
  })
})
