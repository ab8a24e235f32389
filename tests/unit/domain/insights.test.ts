import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreeing, countBy, countOf, groundOfAll, isSaid, overTime, themesByGroup, themesOn } from '#domain/insights.ts'
import type { Review, ReviewComment } from '#domain/review.ts'
import { noneByRole, ROLES } from '#domain/roles.ts'
import { sampleComment } from '../../helpers/samples.ts'

const comment = (changes: Partial<ReviewComment> = {}): ReviewComment => ({
  ...sampleComment(changes),
  hiddenReason: null,
})

const review = (themes: string[]): Review => ({
  commentId: '',
  taskId: 't3',
  state: 'read',
  themes,
  note: '',
  assignee: null,
  version: 1,
  byUid: 'reviewer',
  at: new Date(),
})

const anyComments = fc.array(
  fc.record({
    authorId: fc.constantFrom('a', 'b', 'c', 'd'),
    role: fc.constantFrom(...ROLES),
    createdAt: fc.date({ min: new Date('2026-01-01'), max: new Date('2028-06-01'), noInvalidDate: true }),
  }),
  { minLength: 1, maxLength: 40 },
)

describe('counting comments', () => {
  it('counts each comment in one place, and each author once in each', () => {
    fc.assert(
      fc.property(anyComments, (some) => {
        const comments = some.map(comment)
        const counts = [...countBy(comments, ({ role }) => role).values()]
        expect(counts.reduce((sum, count) => sum + count.comments, 0)).toBe(countOf(comments).comments)
        for (const { comments: all, people } of counts) expect(people).toBeLessThanOrEqual(all)
        expect(countOf(comments).people).toBe(new Set(some.map(({ authorId }) => authorId)).size)
      }),
    )
  })

  it('over time loses none, leaves no day out, and takes no day twice', () => {
    fc.assert(
      fc.property(anyComments, (some) => {
        const spans = overTime(some.map(comment))
        expect(spans.reduce((sum, { count }) => sum + count.comments, 0)).toBe(some.length)
        expect(spans.length).toBeLessThanOrEqual(31)
        for (const [place, { from, until }] of spans.entries()) {
          expect(from <= until).toBe(true)
          const next = spans[place + 1]
          if (next) expect(Date.parse(next.from) - Date.parse(until)).toBe(86_400_000)
        }
      }),
    )
  })

  it('takes the days of Seoul: what is written there after midnight belongs to the new day', () => {
    const [first, second] = ['2026-03-02T14:59:00Z', '2026-03-02T15:01:00Z']
    const spans = overTime([first, second].map((at) => comment({ createdAt: new Date(at) })))
    expect(spans.map(({ from, count }) => [from, count.comments])).toEqual([
      ['2026-03-02', 1],
      ['2026-03-03', 1],
    ])
  })

  it('has nothing to say before the first comment', () => {
    expect(overTime([])).toEqual([])
  })

  it('leaves out what was taken back, and nothing that is hidden', () => {
    expect((['visible', 'hidden', 'withdrawn'] as const).map((status) => isSaid({ status }))).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('themes by group', () => {
  it('are counted for each group that spoke of them, the most frequent first', () => {
    const row = (role: ReviewComment['role'], themes: string[], status: ReviewComment['status'] = 'visible') => ({
      comment: comment({ role, status }),
      review: review(themes),
    })
    const rows = [
      row('student', ['meals']),
      row('student', ['meals', 'safety']),
      row('parent', ['safety', 'meals']),
      row('parent', ['safety'], 'withdrawn'),
      { comment: comment(), review: null },
    ]
    expect(themesByGroup(rows)).toEqual([
      { theme: 'meals', all: 3, groups: { ...noneByRole(), student: 2, parent: 1 } },
      { theme: 'safety', all: 2, groups: { ...noneByRole(), student: 1, parent: 1 } },
    ])
  })
})

describe('what groups share', () => {
  const agree = { ...noneByRole(), student: 8, parent: 8 }

  it('is found among what anybody can see, replies aside', () => {
    const open = comment({ id: 't3-open', agree })
    const others = [
      comment({ id: 't3-hidden', agree, status: 'hidden' }),
      comment({ id: 't3-reply', agree, parentId: 't3-open' }),
    ]
    expect(groundOfAll([open, ...others], 5).shared.map(({ id }) => id)).toEqual(['t3-open'])
  })

  it('is told as a share of those who have reacted, and not at all where nobody has', () => {
    const votes = { agree, disagree: { ...noneByRole(), student: 24 } }
    expect(agreeing(votes, 'student')).toBe(0.25)
    expect(agreeing(votes, 'staff')).toBeNull()
  })
})

describe('the themes of a task', () => {
  const row = (id: string, themes: string[], changes: Partial<ReviewComment> = {}) => ({
    comment: comment({ id, ...changes }),
    review: review(themes),
  })

  it('are those of its comments that anybody can see, the most frequent first, each with what most agree with', () => {
    const rows = [
      row('t3-a', ['books'], { agreeTotal: 1 }),
      row('t3-b', ['books', 'meals'], { agreeTotal: 3 }),
      row('t3-c', ['books'], { agreeTotal: 2 }),
      row('t3-hidden', ['meals'], { status: 'hidden' }),
      row('t3-collapsed', ['meals'], { reportCount: 3 }),
      row('t2-other', ['meals'], { taskId: 't2' }),
      { comment: comment({ id: 't3-new' }), review: null },
    ]
    expect(
      themesOn('t3', rows, 2).map(({ id, count, comments }) => [id, count, comments.map((one) => one.id)]),
    ).toEqual([
      ['books', 3, ['t3-b', 't3-c']],
      ['meals', 1, ['t3-b']],
    ])
    expect(themesOn('t1', rows, 2)).toEqual([])
  })
})
