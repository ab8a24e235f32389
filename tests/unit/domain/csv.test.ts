import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cell, csvOf } from '#domain/csv.ts'
import { formulaSafe } from '#domain/formula-safe.ts'

/** Reads RFC 4180, as a spreadsheet does. */
function read(file: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y
  const text = file.slice(1)
  while (cell.lastIndex < text.length) {
    const [, quoted, plain, end] = cell.exec(text) ?? []
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

const anyText = fc.oneof(fc.string(), fc.stringMatching(/^[=+\-@\t\r\n＝"',;|a가1]{0,6}$/))
const anyCell: fc.Arbitrary<Cell> = fc.oneof(anyText, fc.integer(), fc.constant(null))
const anyRows = fc.array(fc.array(anyCell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })

describe('a table as a file', () => {
  it('begins with the mark by which Excel knows UTF-8, and ends its lines as RFC 4180 says', () => {
    expect(csvOf([['가', 1, null]])).toBe('\uFEFF가,1,\r\n')
  })

  it('is read back as it was, but for an apostrophe before what a spreadsheet would run', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const safe = (cell: Cell) => (typeof cell === 'string' ? formulaSafe(cell) : String(cell ?? ''))
        expect(read(csvOf(rows))).toEqual(rows.map((row) => row.map(safe)))
      }),
    )
  })

  it('has no text that begins a formula, whatever somebody has written', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1 }), (texts) => {
        for (const cell of read(csvOf([texts])).flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
      }),
    )
  })

  it('leaves negative numbers numbers', () => {
    expect(csvOf([[-3]])).toBe('\uFEFF-3\r\n')
  })
})
