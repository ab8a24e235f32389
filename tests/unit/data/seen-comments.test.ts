import { expect, it } from 'vitest'
import type { CommentPage } from '#data/comment-lists.ts'
import { withSeen } from '#data/seen-comments.ts'
import { sampleComment } from '../../helpers/samples.ts'

const START = Date.parse('2026-03-02T00:00:00Z')

/** A comment of so many minutes after the start. */
const at = (minute: number, id = `t3-${minute}`) => sampleComment({ id, createdAt: new Date(START + minute * 60_000) })

const cursor = (minute: number, id = `t3-${minute}`) => ({
  count: null,
  seconds: START / 1000 + minute * 60,
  nanoseconds: 0,
  id,
})

const page = (minutes: number[], more: boolean): CommentPage => ({
  comments: minutes.map((minute) => at(minute)),
  next: more ? cursor(minutes.at(-1) ?? 0) : null,
})

const list = (...pages: CommentPage[]) => ({ pages, pageParams: [null, ...pages.slice(0, -1).map(({ next }) => next)] })

const minutesOf = (pages: readonly CommentPage[]) =>
  pages.map(({ comments }) => comments.map(({ createdAt }) => (createdAt.getTime() - START) / 60_000))

it('pages seen before follow those just read, each comment once', () => {
  const seen = list(page([9, 8, 7], true), page([6, 5, 4], true), page([3, 2], false))
  const merged = withSeen(list(page([11, 10, 9], true)), seen)
  expect(minutesOf(merged.pages)).toEqual([
    [11, 10, 9],
    [8, 7],
    [6, 5, 4],
    [3, 2],
  ])
  expect(merged.pageParams).toEqual([null, cursor(9), cursor(7), cursor(4)])
  expect(merged.pages.at(-1)?.next).toBeNull()
})

it('what the new pages reach and no longer hold was hidden since, and is gone', () => {
  const merged = withSeen(list(page([9, 7], true)), list(page([9, 8, 7], true), page([6], false)))
  expect(minutesOf(merged.pages)).toEqual([[9, 7], [6]])
})

it('a list that was read to its end is the whole of it', () => {
  const fresh = list(page([9, 8], false))
  expect(withSeen(fresh, list(page([9, 8, 7], true), page([6], false)))).toEqual(fresh)
})

it('comments of the same moment are told apart by their id', () => {
  const end = { comments: [at(9, 't3-c'), at(9, 't3-b')], next: cursor(9, 't3-b') }
  const seen = { comments: [at(9, 't3-b'), at(9, 't3-a')], next: null }
  expect(withSeen(list(end), list(seen)).pages[1]?.comments.map(({ id }) => id)).toEqual(['t3-a'])
})

it('keeps ten pages of a list, and the way on from there', () => {
  const pages = Array.from({ length: 15 }, (_, index) => page([100 - 2 * index, 99 - 2 * index], true))
  const merged = withSeen(list(page([102, 101], true)), list(...pages))
  expect(merged.pages).toHaveLength(10)
  expect(merged.pages.at(-1)?.next).toEqual(cursor(83))
})
