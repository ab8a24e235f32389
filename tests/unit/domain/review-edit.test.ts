import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_THEMES_PER_COMMENT, REVIEW_STATES } from '#domain/review.ts'
import {
  edited,
  editsBetween,
  inverse,
  isFull,
  type ReviewEdit,
  type ReviewFields,
  stillStands,
  UNREVIEWED,
} from '#domain/review-edit.ts'

const NAMES = ['meals', 'books', 'safety', 'care', 'exams', 'clubs']
const theme = fc.constantFrom(...NAMES)

const fields: fc.Arbitrary<ReviewFields> = fc.record({
  state: fc.constantFrom(...REVIEW_STATES),
  themes: fc.uniqueArray(theme, { maxLength: MAX_THEMES_PER_COMMENT }),
  note: fc.constantFrom('', 'call the school'),
  assignee: fc.constantFrom(null, 'hana', 'duri'),
})

const review = fc.option(fields)

const edit: fc.Arbitrary<ReviewEdit> = fc.oneof(
  fc.constantFrom(...REVIEW_STATES).map((state) => ({ kind: 'mark' as const, state })),
  theme.map((id) => ({ kind: 'tag' as const, theme: id })),
  theme.map((id) => ({ kind: 'untag' as const, theme: id })),
  fc.constantFrom(null, 'hana', 'duri').map((assignee) => ({ kind: 'assign' as const, assignee })),
  fc.constantFrom('', 'call the school', 'answered by phone').map((note) => ({ kind: 'note' as const, note })),
)

const asSets = (some: ReviewFields | null) => {
  const { themes, ...rest } = some ?? UNREVIEWED
  return { ...rest, themes: themes.toSorted() }
}

describe('an edit of a review', () => {
  it('taken back leaves things as they were', () => {
    fc.assert(
      fc.property(review, edit, (before, one) => {
        const after = edited(before, one)
        fc.pre(after !== null)
        const back = edited(after, inverse(before, one))
        expect(asSets(back)).toEqual(asSets(before))
      }),
    )
  })

  it('done twice is done once', () => {
    fc.assert(
      fc.property(review, edit, (before, one) => {
        const after = edited(before, one)
        if (after) expect(edited(after, one)).toBeNull()
      }),
    )
  })

  it('stands once it is done, and until somebody takes it back', () => {
    fc.assert(
      fc.property(review, edit, (before, one) => {
        const after = edited(before, one)
        fc.pre(after !== null)
        expect(stillStands(after, one)).toBe(true)
        expect(stillStands(edited(after, inverse(before, one)), one)).toBe(false)
      }),
    )
  })

  it('changes one thing and leaves what others did to the rest', () => {
    fc.assert(
      fc.property(review, edit, edit, (before, mine, theirs) => {
        fc.pre(mine.kind !== theirs.kind && !('theme' in mine && 'theme' in theirs))
        const onTop = edited(edited(before, theirs) ?? before, mine)
        if (onTop && edited(before, theirs)) expect(stillStands(onTop, theirs)).toBe(true)
      }),
    )
  })

  it('never gives a comment more themes than it can have', () => {
    fc.assert(
      fc.property(review, fc.array(edit, { maxLength: 12 }), (before, edits) => {
        const after = edits.reduce((now, one) => edited(now, one) ?? now, before)
        expect(after?.themes.length ?? 0).toBeLessThanOrEqual(MAX_THEMES_PER_COMMENT)
        expect(new Set(after?.themes).size).toBe(after?.themes.length ?? 0)
      }),
    )
    const full = { ...UNREVIEWED, themes: NAMES.slice(0, MAX_THEMES_PER_COMMENT) }
    expect(isFull(full)).toBe(true)
    expect(edited(full, { kind: 'tag', theme: 'clubs' })).toBeNull()
  })

  it('told from two reviews leads from one to the other', () => {
    fc.assert(
      fc.property(review, review, (from, to) => {
        // A theme goes before another comes: there may be no room.
        const edits = editsBetween(from, to).toSorted((one) => (one.kind === 'untag' ? -1 : 1))
        const after = edits.reduce((now, one) => edited(now, one) ?? now, from)
        expect(asSets(after)).toEqual(asSets(to))
      }),
    )
  })
})
