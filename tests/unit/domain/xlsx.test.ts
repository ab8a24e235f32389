import fc from 'fast-check'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import type { Cell } from '#domain/csv.ts'
import { formulaSafe } from '#domain/formula-safe.ts'
import { asInSeoul } from '#domain/seoul-time.ts'
import { columnName, xlsxOf } from '#domain/xlsx.ts'

async function readBack(rows: readonly (readonly Cell[])[], head = ['가', 'B', 'C']) {
  const file = await xlsxOf({ name: '의견', head, widths: head.map(() => 10), rows: [rows] })
  const [heading, ...found] = await readSheet(Buffer.from(await file.arrayBuffer()), { trim: false })
  expect(heading).toEqual(head)
  // A moment is a fraction of days: the reader may be a millisecond off.
  const toSecond = (cell: unknown) => (cell instanceof Date ? new Date(Math.round(cell.getTime() / 1000) * 1000) : cell)
  return found.map((row) => row.map(toSecond))
}

// Whole seconds: the days of a workbook are fractions. Of whatever is in an empty cell, nothing is left.
const anyDate = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.stringMatching(/^[=+\-@＝ ;"'<>&a가\n]{1,12}$/),
  fc.integer(),
  anyDate.map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000)),
  fc.constant(null),
)

/** A cell as a reader of the workbook should find it; a moment as the clock of Seoul shows it. */
const asRead = (cell: Cell) => {
  if (cell instanceof Date) return asInSeoul(cell)
  return typeof cell === 'string' ? formulaSafe(cell) : cell
}

describe('a table as a workbook', () => {
  it('is read back equal by another library: texts of any kind, numbers, moments in Seoul, empty cells', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer(), anyCell, anyCell), { minLength: 1, maxLength: 6 }),
        async (rows) => {
          expect(await readBack(rows)).toEqual(rows.map((row) => row.map(asRead)))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('keeps spaces and lines, and what XML has no place for does not break it', async () => {
    const [row] = await readBack([['  앞과 뒤  ', '한 줄\n\n두 줄', 'a\u0000b\uFFFE<&>"']])
    expect(row).toEqual(['  앞과 뒤  ', '한 줄\n\n두 줄', 'a\uFFFDb\uFFFD<&>"'])
  })

  it('names columns as spreadsheets do', () => {
    expect([0, 25, 26, 27, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA'])
  })

  it('ends when its rows end in an error, and says which', async () => {
    async function* rows(): AsyncGenerator<Cell[][]> {
      yield [['a']]
      throw new Error('stopped')
    }
    await expect(xlsxOf({ name: 'x', head: ['a'], widths: [1], rows: rows() })).rejects.toThrow('stopped')
  })
})
