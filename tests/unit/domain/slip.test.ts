import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import {
  foldTyped,
  formatSlip,
  mayBeOver,
  newSlipToken,
  parseSlip,
  SLIP_ALPHABET,
  SLIP_LENGTH,
  type Slip,
  slipProblem,
  typedProblem,
} from '#domain/slip.ts'

const token = fc.string({ unit: fc.constantFrom(...SLIP_ALPHABET), minLength: SLIP_LENGTH, maxLength: SLIP_LENGTH })

describe('a slip’s token', () => {
  it('is drawn evenly: of all bytes there are, each letter takes as many', () => {
    const taken = new Map<string, number>()
    for (let byte = 0; byte < 256; byte++) {
      const drawing = vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
        ;(array as Uint8Array).fill(byte)
        return array
      })
      const letter = newSlipToken()[0] ?? ''
      taken.set(letter, (taken.get(letter) ?? 0) + 1)
      drawing.mockRestore()
    }
    expect([...taken.keys()].toSorted().join('')).toBe(SLIP_ALPHABET)
    expect(new Set(taken.values())).toEqual(new Set([8]))
  })

  it('holds 100 bits: every letter has a byte of its own', () => {
    const drawing = vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
      ;(array as Uint8Array).forEach((_, place, all) => {
        all[place] = place
      })
      return array
    })
    expect(newSlipToken()).toBe(SLIP_ALPHABET.slice(0, SLIP_LENGTH))
    drawing.mockRestore()
    expect(Math.log2(SLIP_ALPHABET.length) * SLIP_LENGTH).toBe(100)
  })

  it('is never drawn twice, and no letter of many comes too often', () => {
    const tokens = Array.from({ length: 4000 }, newSlipToken)
    expect(new Set(tokens).size).toBe(tokens.length)
    const all = tokens.join('')
    const expected = all.length / SLIP_ALPHABET.length
    // χ² of 31 degrees of freedom: beyond 100 once in a hundred million runs.
    const chiSquare = [...SLIP_ALPHABET].reduce((sum, letter) => {
      return sum + (all.split(letter).length - 1 - expected) ** 2 / expected
    }, 0)
    expect(chiSquare).toBeLessThan(100)
  })

  it('is printed in five groups of four', () => {
    expect(formatSlip('0123456789ABCDEFGHJK')).toBe('0123-4567-89AB-CDEF-GHJK')
    expect(formatSlip('')).toBe('')
    expect(formatSlip('ABCDE')).toBe('ABCD-E')
  })
})

describe('what somebody typed', () => {
  it('is the token however it is written: small letters, look-alikes, spaces, any dashes', () => {
    const separator = fc.constantFrom('', ' ', '-', '–', '—', '·', '.', '\u00A0', ' - ')
    const looks: Record<string, string[]> = { '0': ['0', 'O', 'o'], '1': ['1', 'I', 'l', 'i'], V: ['V', 'u', 'v', 'U'] }
    fc.assert(
      fc.property(token, separator, fc.infiniteStream(fc.nat(11)), (drawn, between, choices) => {
        const letters = [...drawn].map((letter) => {
          const choice = choices.next().value ?? 0
          const ways = looks[letter] ?? [letter, letter.toLowerCase()]
          return (ways[choice % ways.length] ?? letter) + (choice > 8 ? between : '')
        })
        expect(parseSlip(letters.join(''))).toBe(drawn)
      }),
    )
  })

  it('is the token as it is printed, in full width too', () => {
    fc.assert(fc.property(token, (drawn) => parseSlip(formatSlip(drawn)) === drawn))
    expect(parseSlip('０１２３－４５６７－８９ＡＢ－ＣＤＥＦ－ＧＨＪＫ')).toBe('0123456789ABCDEFGHJK')
  })

  it('stays the same when it is folded again', () => {
    const isStable = (typed: string) => foldTyped(foldTyped(typed)) === foldTyped(typed)
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), isStable))
    // A letter that capitals take apart, and an accent whose separator goes.
    expect(['ΐ', 'e-\u0301'].filter((typed) => !isStable(typed))).toEqual([])
  })

  it.each([
    ['', 'empty'],
    [' -  - ', 'empty'],
    ['ㅁㅠㅊㅇ', 'hangul'],
    ['0123-4567-89AB-CDEF-GHJ가', 'hangul'],
    ['0123-4567-89AB-CDEF-GHJé', 'strange'],
    ['0123-4567-89AB-CDEF-GHJ<', 'strange'],
    ['0123-4567-89AB-CDEF-GHJ', 'short'],
    ['0123-4567-89AB-CDEF-GHJKM', 'long'],
  ])('%j is no token: %s', (typed, problem) => {
    expect(typedProblem(typed)).toBe(problem)
    expect(parseSlip(typed)).toBeNull()
  })
})

describe('a slip', () => {
  const DAY = 86_400_000
  const now = new Date('2026-03-02T09:00:00+09:00')
  const slip = (changes: Partial<Slip> = {}): Slip => ({
    token: '0123456789ABCDEFGHJK',
    role: 'student',
    school: '한빛초등학교',
    district: null,
    level: null,
    batch: 'batch',
    expiresAt: new Date(now.getTime() + DAY),
    used: false,
    voided: false,
    ...changes,
  })

  it.each([
    ['good', slip(), null],
    ['unknown', null, 'unknown'],
    ['used', slip({ used: true }), 'used'],
    ['void', slip({ voided: true }), 'voided'],
    ['used and over', slip({ used: true, expiresAt: new Date(0) }), 'used'],
    ['over for long', slip({ expiresAt: new Date(now.getTime() - DAY - 1) }), 'expired'],
    // The device's clock may be off: the rules decide.
    ['over since this morning', slip({ expiresAt: new Date(now.getTime() - DAY / 2) }), null],
  ] as const)('that is %s', (_, given, problem) => expect(slipProblem(given, now)).toBe(problem))

  it.each([
    [DAY, true],
    [-DAY, true],
    [DAY + 1, false],
    [2 * DAY - 1, false],
    [30 * DAY, false],
  ])('may be over by another clock %d ms before its end: %s', (left, may) =>
    expect(mayBeOver(slip({ expiresAt: new Date(now.getTime() + left) }), now)).toBe(may),
  )
})
