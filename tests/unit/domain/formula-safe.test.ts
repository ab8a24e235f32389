import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formulaSafe } from '#domain/formula-safe.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.stringMatching(/^[=+\-@＝＋－＠−\t\r\n ;"'　\u200B,|a가1]{0,12}$/),
)

/** Every place where some reader of the file may take a cell to begin, trimmed as it may trim. */
const cellsIn = (text: string): string[] =>
  text.split(/[\t\n\v\f\r\u0085\u2028\u2029;]/).map((cell) => cell.replace(/^[\p{Z}\p{Cc}\p{Cf}"\u3164]+/u, ''))

describe('a text for a spreadsheet', () => {
  it('begins no formula in any cell that a reader may find in it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const cell of cellsIn(formulaSafe(text))) expect(cell).not.toMatch(/^[=+\-@＝＋－＠﹦﹢﹣﹫−]/)
      }),
    )
  })

  it('differs from what was written by apostrophes only, and not at all the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const safe = formulaSafe(text)
        expect(safe.replaceAll("'", '')).toBe(text.replaceAll("'", ''))
        expect(formulaSafe(safe)).toBe(safe)
      }),
    )
  })

  it.each([
    ['=HYPERLINK("http://x")', `'=HYPERLINK("http://x")`],
    ['좋아요\n=1+1', "좋아요\n'=1+1"],
    ['  @SUM(A1)', "  '@SUM(A1)"],
    ['＝cmd', "'＝cmd"],
    ['가;-2', "가;'-2"],
    ['\t한 칸 들어간 글', "'\t한 칸 들어간 글"],
    ['"=1+1', `"'=1+1`],
  ])('has an apostrophe before what would run: %j', (text, safe) => {
    expect(formulaSafe(text)).toBe(safe)
  })

  it.each(['9시-18시', 'a@b.kr', '1 + 1 = 2', '방과후, 돌봄', ''])('leaves ordinary words as they are: %j', (text) => {
    expect(formulaSafe(text)).toBe(text)
  })
})
