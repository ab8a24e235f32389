import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allOf, extended, NOTHING_SELECTED, type Selection, selectedOf, toggled } from '#domain/selection.ts'
import { commentId, inboxRow } from '../../helpers/inbox.ts'

const ids = Array.from({ length: 12 }, (_, number) => commentId(number))
const place = fc.nat(ids.length - 1)
const idAt = (index: number) => ids[index] ?? ''

const selection: fc.Arbitrary<Selection> = fc
  .array(place, { maxLength: 6 })
  .map((places) => places.reduce((now, index) => toggled(now, idAt(index)), NOTHING_SELECTED))

describe('a selection', () => {
  it('toggled twice is as it was', () => {
    fc.assert(
      fc.property(selection, place, (before, index) => {
        expect(toggled(toggled(before, idAt(index)), idAt(index)).ids).toEqual(before.ids)
      }),
    )
  })

  it('extended holds everything between its anchor and here, in either direction, and all it held before', () => {
    fc.assert(
      fc.property(selection, place, place, (before, from, to) => {
        const started = { ...before, anchor: idAt(from) }
        const after = extended(started, ids, idAt(to))
        const between = ids.slice(Math.min(from, to), Math.max(from, to) + 1)
        expect(after.ids).toEqual(new Set([...before.ids, ...between]))
        expect(after.anchor).toBe(idAt(from))
      }),
    )
  })

  it('extended to what is not in the list changes nothing, and begins where one is if it has not begun', () => {
    expect(extended(NOTHING_SELECTED, ids, 'elsewhere')).toBe(NOTHING_SELECTED)
    expect([...extended(NOTHING_SELECTED, ids, idAt(3)).ids]).toEqual([idAt(3)])
  })

  it('is about what the list shows, in its order, and of all nothing is left out', () => {
    const rows = ids.map((id) => inboxRow({ id }))
    fc.assert(
      fc.property(selection, fc.subarray(rows), (chosen, shown) => {
        const found = selectedOf(chosen, shown)
        expect(found).toEqual(shown.filter(({ comment }) => chosen.ids.has(comment.id)))
      }),
    )
    expect(selectedOf(allOf(ids), rows)).toEqual(rows)
  })
})
