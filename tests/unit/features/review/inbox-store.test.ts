import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byNewest } from '#domain/inbox.ts'
import type { OfficialAnswer } from '#domain/official-answer.ts'
import type { Review, ReviewComment } from '#domain/review.ts'
import { createInboxStore, type News } from '#features/review/inbox/inbox-store.ts'
import { commentId, reviewComment, sampleReview } from '../../../helpers/inbox.ts'

const number = fc.nat(7)

const comment: fc.Arbitrary<ReviewComment> = number.map((id) =>
  reviewComment({ id: commentId(id), text: `의견 ${id}`, createdAt: new Date(Date.UTC(2026, 2, 1, id % 3)) }),
)
/** Of one version of a review there is one. */
const review: fc.Arbitrary<Review> = fc
  .tuple(number, fc.integer({ min: 1, max: 4 }))
  .map(([id, version]) => sampleReview({ commentId: commentId(id), version, note: `${version}` }))

const answer: fc.Arbitrary<OfficialAnswer> = number.map((id) => ({
  commentId: commentId(id),
  taskId: 't3',
  edits: 0,
  status: 'answered',
  message: { ko: '네', en: 'Yes' },
  office: { ko: '교육청', en: 'Office' },
  at: new Date(0),
  firstAt: null,
}))

const news: fc.Arbitrary<News> = fc.oneof(
  fc.array(comment, { maxLength: 4 }).map((comments) => ({ comments })),
  fc.array(review, { maxLength: 4 }).map((reviews) => ({ reviews })),
  fc.array(answer, { maxLength: 2 }).map((answers) => ({ answers })),
)

const storeWith = (some: readonly News[]) => {
  const store = createInboxStore()
  for (const one of some) store.take(one)
  return store
}

describe('the store of the inbox', () => {
  it('is the same in whatever order things come in, and however often', () => {
    fc.assert(
      fc.property(fc.array(news, { maxLength: 12 }), (some) => {
        const rows = storeWith(some).state().rows
        expect(storeWith([...some].reverse()).state().rows).toEqual(rows)
        expect(storeWith([...some, ...some]).state().rows).toEqual(rows)
      }),
    )
  })

  it('holds each comment once, the newest first, with its newest review', () => {
    fc.assert(
      fc.property(fc.array(news, { maxLength: 12 }), (some) => {
        const { rows, byId } = storeWith(some).state()
        expect(rows).toEqual([...byId.values()].toSorted(byNewest))
        const reviews = some.flatMap((one) => one.reviews ?? [])
        for (const row of rows) {
          const versions = reviews.filter(({ commentId: id }) => id === row.comment.id).map(({ version }) => version)
          expect(row.review?.version ?? 0).toBe(Math.max(0, ...versions))
        }
      }),
    )
  })

  it('leaves rows as they are that nothing came in about, so that they are not drawn again', () => {
    const store = storeWith([{ comments: [0, 1].map((id) => reviewComment({ id: commentId(id) })) }])
    const before = store.state().byId
    store.take({ reviews: [sampleReview({ commentId: commentId(1) })] })
    expect(store.state().byId.get(commentId(0))).toBe(before.get(commentId(0)))
    expect(store.state().byId.get(commentId(1))).not.toBe(before.get(commentId(1)))
  })

  it('puts back what is stored, whatever was shown ahead of it', () => {
    const stored = sampleReview({ commentId: commentId(1), version: 2, note: 'stored' })
    const store = storeWith([{ comments: [reviewComment({ id: commentId(1) })], reviews: [stored] }])
    store.take({ reviews: [{ ...stored, version: 3, note: 'ahead' }] })
    expect(store.state().rows[0]?.review?.note).toBe('ahead')
    store.putBack([], new Map([[commentId(1), stored]]))
    expect(store.state().rows[0]?.review).toBe(stored)
    store.putBack([], new Map([[commentId(1), null]]))
    expect(store.state().rows[0]?.review).toBeNull()
  })

  it('counts what reading costs, and forgets everything for the next person', () => {
    const store = storeWith([{ comments: [reviewComment()], reads: 1 }, { reads: 3 }])
    store.complete()
    expect(store.state()).toMatchObject({ reads: 4, isComplete: true })
    store.clear()
    expect(store.state()).toMatchObject({ reads: 0, isComplete: false, rows: [] })
  })
})
