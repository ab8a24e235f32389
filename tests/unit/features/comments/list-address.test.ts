import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ALL_NEWEST, SORTS } from '#domain/comment-list.ts'
import { LANGS } from '#domain/language.ts'
import { ROLES } from '#domain/roles.ts'
import { listIn, withList } from '#features/comments/list-address.ts'
import { sampleTaskIn } from '../../../helpers/samples.ts'

const task = sampleTaskIn('ko')
const orNull = <T extends string>(values: readonly T[]) => fc.constantFrom<T | null>(null, ...values)

const anyList = fc.record({
  sort: fc.constantFrom(...SORTS),
  role: orNull(ROLES),
  subtaskId: orNull(['s1', 's2']),
  lang: orNull(LANGS),
})

it('a list comes back from its address as it was', () => {
  fc.assert(
    fc.property(anyList, (list) => {
      expect(listIn(withList(new URLSearchParams(), list), task)).toEqual(list)
    }),
  )
})

it('another list replaces the one before; all, the newest first, needs no words', () => {
  fc.assert(
    fc.property(anyList, anyList, (one, other) => {
      const address = withList(withList(new URLSearchParams('easy=1'), one), other)
      expect(listIn(address, task)).toEqual(other)
      expect(address.get('easy')).toBe('1')
      expect(withList(address, ALL_NEWEST).toString()).toBe('easy=1')
    }),
  )
})

it('reads well', () => {
  const list = { sort: 'agreed', role: 'student', subtaskId: 's2', lang: 'ko' } as const
  expect(withList(new URLSearchParams(), list).toString()).toBe('sort=agreed&group=student&part=s2&written=ko')
})

it.each(['sort=worst', 'group=teachers', 'part=s9', 'written=fr', 'sort=&group=&part=&written=', 'part=s1%00'])(
  'what there is not is not asked for: %s',
  (address) => expect(listIn(new URLSearchParams(address), task)).toEqual(ALL_NEWEST),
)
