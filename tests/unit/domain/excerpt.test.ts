import { expect, it } from 'vitest'
import { excerptOf } from '#domain/excerpt.ts'

it.each([
  ['is whole where it is short', '짧은 글', 10, 10, '짧은 글'],
  ['ends after so many letters', '글이 길어요', 3, 3, '글이…'],
  ['is not cut for the sake of a few', '글이 길어요', 3, 6, '글이 길어요'],
  ['cuts no letter in two', '🙂🙂🙂', 2, 2, '🙂🙂…'],
])('the beginning of a text %s', (_, text, most, hardlyMore, shown) => {
  expect(excerptOf(text, most, hardlyMore)).toBe(shown)
})
