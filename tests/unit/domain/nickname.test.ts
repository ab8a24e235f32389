import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nickname } from '#domain/nickname.ts'

describe('a nickname', () => {
  it('is always the same for the same person', () => {
    fc.assert(
      fc.property(fc.string(), (uid) => {
        expect(nickname(uid)).toEqual(nickname(uid))
      }),
    )
    // Written down: people recognise themselves by it, so a later version must not rename everybody.
    expect(nickname('demo-parent')).toEqual({ ko: '고운 감나무', en: 'Gentle Persimmon' })
  })

  it('is two words in each language', () => {
    fc.assert(
      fc.property(fc.string(), (uid) => {
        expect(nickname(uid).ko).toMatch(/^[가-힣]+ [가-힣]+$/)
        expect(nickname(uid).en).toMatch(/^[A-Z][a-z-]+ [A-Z][a-z-]+$/)
      }),
    )
  })

  it.each([
    ['ids that differ in their last digits', (i: number) => `participant-${i}`],
    ['ids that differ in their first letters', (i: number) => `${i.toString(36)}-xyzxyzxyz`],
    ['ids like those of Firebase', (i: number) => `${(i * 7919).toString(36)}Kx${(i * 104_729).toString(36)}9aQz`],
  ])('spreads over all 1,024 names: %s', (_, uid) => {
    const times = new Map<string, number>()
    for (let i = 0; i < 20_480; i++) {
      const { ko, en } = nickname(uid(i))
      times.set(`${ko}/${en}`, (times.get(`${ko}/${en}`) ?? 0) + 1)
    }
    // Twenty people a name on average; a hash that spreads badly leaves names out or crowds them.
    expect(times.size).toBe(1024)
    expect(Math.max(...times.values())).toBeLessThan(60)
  })

  it('means the same in both languages: one Korean name for one English one', () => {
    const pairs = new Set<string>()
    const korean = new Set<string>()
    for (let i = 0; i < 20_480; i++) {
      const { ko, en } = nickname(String(i))
      pairs.add(`${ko}/${en}`)
      korean.add(ko)
    }
    expect(korean.size).toBe(pairs.size)
  })
})
