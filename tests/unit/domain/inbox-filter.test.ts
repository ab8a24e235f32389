import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DISTRICT_OFFICE_IDS, DISTRICT_OFFICES, districtOfficeOf } from '#domain/district-offices.ts'
import { DISTRICT_IDS } from '#domain/districts.ts'
import { byNewest, INBOX_SORTS, type InboxRow, isReported } from '#domain/inbox.ts'
import {
  ALL_COMMENTS,
  addressOfFilter,
  FILTER_KEYS,
  filterFromAddress,
  type InboxFilter,
  NONE,
  selectRows,
} from '#domain/inbox-filter.ts'
import { REVIEW_STATES } from '#domain/review.ts'
import { ROLES } from '#domain/roles.ts'
import { commentId, inboxRow, sampleReview, THEMES } from '../../helpers/inbox.ts'

const THEME = THEMES[0]?.id ?? ''

const row = fc
  .record({
    number: fc.nat(999),
    role: fc.constantFrom(...ROLES),
    level: fc.constantFrom(null, 'middle' as const, 'high' as const),
    district: fc.constantFrom(null, 'mapo', 'jongno', 'songpa'),
    lang: fc.constantFrom('ko' as const, 'en' as const),
    subtaskId: fc.constantFrom(null, 's1', 's2'),
    status: fc.constantFrom('visible' as const, 'hidden' as const, 'withdrawn' as const),
    text: fc.constantFrom('급식이 좋아요', '도서관을 늦게까지', 'Longer library hours'),
    agreeTotal: fc.nat(90),
    replyCount: fc.nat(9),
    reportCount: fc.nat(4),
    edits: fc.nat(2),
    decided: fc.option(fc.record({ reports: fc.nat(4), edits: fc.nat(2) })),
    createdAt: fc.date({ min: new Date('2026-03-01'), max: new Date('2026-03-09'), noInvalidDate: true }),
  })
  .chain(({ number, ...changes }) =>
    fc
      .record({
        state: fc.constantFrom(...REVIEW_STATES),
        themes: fc.constantFrom([], [THEME]),
        assignee: fc.constantFrom(null, 'hana'),
      })
      .map((review) => inboxRow({ id: commentId(number), ...changes }, { review: sampleReview(review) })),
  )

const rows = fc
  .uniqueArray(row, { selector: ({ comment }) => comment.id, maxLength: 25 })
  .map((some) => some.toSorted(byNewest))

const VALUES: Partial<Record<(typeof FILTER_KEYS)[number], readonly string[]>> = {
  q: ['ㄱㅅ', '도서관', 'library'],
  task: ['t3', 't1'],
  subtask: ['s1', NONE],
  role: ROLES,
  verification: ['email', 'invite'],
  level: ['middle', NONE],
  office: ['seobu', NONE],
  district: ['mapo', NONE],
  lang: ['ko', 'en'],
  state: REVIEW_STATES,
  assignee: ['hana', NONE],
  theme: [THEME, NONE],
  answered: ['yes', 'no'],
  reported: ['yes', 'no'],
  owed: ['yes', 'no'],
  status: ['visible', 'hidden', 'withdrawn'],
  from: ['2026-03-03'],
  until: ['2026-03-05'],
}

const filter: fc.Arbitrary<InboxFilter> = fc
  .record(
    Object.fromEntries(FILTER_KEYS.map((key) => [key, fc.constantFrom('', '', '', ...(VALUES[key] ?? []))])) as {
      [key in (typeof FILTER_KEYS)[number]]: fc.Arbitrary<string>
    },
  )
  .chain((values) => fc.constantFrom(...INBOX_SORTS).map((sort) => ({ ...values, sort })))

const idsOf = (some: readonly InboxRow[]) => some.map(({ comment }) => comment.id)

describe('a filter', () => {
  it('comes back from its address as it was', () => {
    fc.assert(
      fc.property(filter, (one) => {
        expect(filterFromAddress(addressOfFilter(one))).toEqual(one)
      }),
    )
  })

  it('takes what an address says that it does not know for nothing', () => {
    expect(filterFromAddress(new URLSearchParams('sort=loudest&colour=red'))).toEqual(ALL_COMMENTS)
  })

  it('lets through exactly what each of its conditions lets through', () => {
    fc.assert(
      fc.property(rows, filter, (some, one) => {
        const each = FILTER_KEYS.filter((key) => one[key] !== '').map(
          (key) => new Set(idsOf(selectRows(some, { ...ALL_COMMENTS, status: one.status, [key]: one[key] }))),
        )
        const every = idsOf(selectRows(some, { ...ALL_COMMENTS, status: one.status })).filter((id) =>
          each.every((ids) => ids.has(id)),
        )
        expect(idsOf(selectRows(some, one)).toSorted()).toEqual(every.toSorted())
      }),
      { numRuns: 500 },
    )
  })

  it('divides what there is: yes and no together are all, and have nothing in common', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom('answered' as const, 'reported' as const, 'owed' as const), (some, key) => {
        const [yes, no] = (['yes', 'no'] as const).map((value) =>
          idsOf(selectRows(some, { ...ALL_COMMENTS, [key]: value })),
        )
        expect([...(yes ?? []), ...(no ?? [])].toSorted()).toEqual(idsOf(selectRows(some, ALL_COMMENTS)).toSorted())
      }),
    )
  })

  it('leaves out what was withdrawn, unless somebody asks for that', () => {
    fc.assert(
      fc.property(rows, (some) => {
        const statuses = (one: InboxFilter) => new Set(selectRows(some, one).map(({ comment }) => comment.status))
        expect(statuses(ALL_COMMENTS).has('withdrawn')).toBe(false)
        for (const status of statuses({ ...ALL_COMMENTS, status: 'withdrawn' })) expect(status).toBe('withdrawn')
      }),
    )
  })

  it('knows the days of Seoul', () => {
    const before = inboxRow({ id: commentId(1), createdAt: new Date('2026-03-02T14:59:59Z') })
    const after = inboxRow({ id: commentId(2), createdAt: new Date('2026-03-02T15:00:00Z') })
    expect(selectRows([after, before], { ...ALL_COMMENTS, from: '2026-03-03' })).toEqual([after])
    expect(selectRows([after, before], { ...ALL_COMMENTS, until: '2026-03-02' })).toEqual([before])
    expect(selectRows([after, before], { ...ALL_COMMENTS, from: 'soon' })).toEqual([after, before])
  })
})

describe('an order', () => {
  const weight = {
    newest: ({ comment }: InboxRow) => comment.createdAt.getTime(),
    oldest: ({ comment }: InboxRow) => -comment.createdAt.getTime(),
    agreed: ({ comment }: InboxRow) => comment.agreeTotal,
    discussed: ({ comment }: InboxRow) => comment.replyCount,
    reported: (one: InboxRow) => Number(isReported(one)) * 1000 + one.comment.reportCount,
  }

  it.each(INBOX_SORTS)('%s loses nothing, puts the most first, and the newer first among equals', (sort) => {
    fc.assert(
      fc.property(rows, (some) => {
        const seen = selectRows(some, { ...ALL_COMMENTS, sort })
        expect(idsOf(seen).toSorted()).toEqual(idsOf(selectRows(some, ALL_COMMENTS)).toSorted())
        seen.slice(1).forEach((next, i) => {
          const one = seen[i] as InboxRow
          const step = weight[sort](one) - weight[sort](next)
          expect(step).toBeGreaterThanOrEqual(0)
          // The oldest first is the newest first from its end.
          if (step === 0 && sort !== 'oldest') expect(byNewest(one, next)).toBeLessThan(0)
        })
      }),
    )
  })
})

it('each district is looked after by one of eleven district offices', () => {
  expect(DISTRICT_OFFICE_IDS).toHaveLength(11)
  const all = DISTRICT_OFFICE_IDS.flatMap((id) => DISTRICT_OFFICES[id]?.districts ?? [])
  expect(all.toSorted()).toEqual([...DISTRICT_IDS].toSorted())
  expect(districtOfficeOf('songpa')).toBe('gangdong-songpa')
  expect(districtOfficeOf(null)).toBeNull()
})
