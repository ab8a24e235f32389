import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { CommentCursor, CommentPage } from '#data/comment-lists.ts'
import { DataError } from '#data/errors.ts'
import type { Comment } from '#domain/comment.ts'
import { ALL_NEWEST, COMMENTS_PER_PAGE } from '#domain/comment-list.ts'
import { normal, searchFor } from '#domain/search.ts'
import { Conversation } from '#features/comments/conversation.tsx'
import { reconcileComment } from '#features/comments/mutations.ts'
import { commentsQuery, saidQuery } from '#features/comments/queries.ts'
import { SearchResults } from '#features/comments/search-results.tsx'
import { putAround } from '../../../helpers/around.ts'
import { JOIN } from '../../../helpers/comment-form-harness.tsx'
import { commentDeed } from '../../../helpers/deeds.ts'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { joined, sampleComment, sampleTaskIn } from '../../../helpers/samples.ts'
import { LANGUAGES, WORDS } from '../../../helpers/words.ts'

const { readAllSaid } = vi.hoisted(() => ({
  readAllSaid: vi.fn<(taskId: string, after: CommentCursor | null) => Promise<CommentPage>>(),
}))
vi.mock('#data/remote.ts', () => ({
  remote: async (_: unknown, run: (module: object) => unknown) => run({ readAllSaid }),
}))
beforeEach(() => {
  readAllSaid.mockReset()
})

const library = sampleComment({ id: 't3-library', text: '도서관을 여덟 시까지 열어 주세요.' })
const lunch = sampleComment({ id: 't3-lunch', text: 'A longer lunch break', lang: 'en' })
const reply = sampleComment({ id: 't3-reply', parentId: 't3-lunch', text: '점심 도서실도요' })

const page = (comments: readonly Comment[], more = false) => ({
  comments,
  next: more ? { count: null, seconds: 1, nanoseconds: 0, id: 't3-x' } : null,
})

/** @param listed what the list of comments shows; @param said what was read to search in, before or after it */
async function show(lang: 'ko' | 'en', listed: readonly Comment[], said: readonly ReturnType<typeof page>[]) {
  const client = testClient()
  const list = { pages: [page(listed)], pageParams: [null] }
  client.setQueryData(commentsQuery('t3', ALL_NEWEST).queryKey, list, { updatedAt: Date.now() - 1000 })
  putAround(client, 'mina', [listed])
  if (said.length > 0)
    client.setQueryData(saidQuery('t3').queryKey, { pages: [...said], pageParams: said.map(() => null) })
  const conversation = <Conversation task={sampleTaskIn(lang)} me={joined()} joinLink={JOIN} total={40} />
  return { client, ...(await renderInApp(conversation, { lang, client })) }
}

describe.each(LANGUAGES)('a search, in %s', (lang) => {
  const { comments: words, common } = WORDS[lang]
  const box = () => screen.getByRole('searchbox', { name: words.search.label })
  const found = () => screen.getByRole('list', { name: words.search.results })
  const articles = () => within(found()).queryAllByRole('article')

  it('goes through what was read last: not through former words, nor those that were taken back', async () => {
    const edited = { ...library, text: '체육관을 열어 주세요.', edits: 1 }
    // Read before the list, and another page of it after that.
    const { user } = await show(
      lang,
      [edited, { ...lunch, text: '', status: 'withdrawn' }],
      [page([library, lunch], true)],
    )
    for (const [text, count] of [
      ['체육관', 1],
      ['도서관', 0],
      ['lunch', 0],
    ] as const) {
      await user.clear(box())
      await user.type(box(), text)
      expect(articles()).toHaveLength(count)
    }
  })

  it('goes through what was read last, also where it has read that itself', async () => {
    const edited = { ...library, text: '체육관을 열어 주세요.', edits: 1 }
    const { user } = await show(lang, [library], [page([edited], true)])
    await user.type(box(), '체육관')
    expect(articles()).toHaveLength(1)
  })

  it('that went through everything begins anew when asked again, and keeps what it has if that fails', async () => {
    const { user } = await show(lang, [], [page([lunch], true), page([library])])
    await user.type(box(), '도서')
    const press = () => user.click(screen.getByRole('button', { name: words.search.act }))
    readAllSaid.mockRejectedValueOnce(new DataError('offline'))
    await press()
    expect(await screen.findByText(common.cannotRead.offline)).toBeTruthy()
    expect(articles()).toHaveLength(1)
    readAllSaid.mockResolvedValueOnce(page([reply, lunch], true)).mockResolvedValueOnce(page([library]))
    await press()
    await waitFor(() => expect(articles()).toHaveLength(2))
    expect(readAllSaid.mock.calls.map(([, after]) => after?.id ?? null)).toEqual([null, null, 't3-x'])
    // What is hidden by now does not come again.
    readAllSaid.mockResolvedValueOnce(page([reply]))
    await press()
    await waitFor(() => expect(articles()).toHaveLength(1))
  })

  it('does not find in a list what everything, read since, is without: as far as it has come, and no more', async () => {
    const { user, client } = await show(lang, [library, { ...lunch, createdAt: new Date(0) }], [])
    const press = () => user.click(screen.getByRole('button', { name: words.search.act }))
    // My own that has arrived since is not gone.
    const mine = commentDeed('도서관 하나 더')
    const far = page([{ ...reply, text: '점심', createdAt: new Date(library.createdAt.getTime() - 1) }], true)
    readAllSaid.mockResolvedValueOnce(far).mockRejectedValueOnce(new DataError('offline'))
    await user.type(box(), '도서')
    expect(articles()).toHaveLength(1)
    await press()
    await waitFor(() => expect(articles()).toHaveLength(0))
    await act(() => reconcileComment(client, mine))
    await waitFor(() => expect(articles()).toHaveLength(1))
    // What it has not come to may still be there.
    await user.clear(box())
    await user.type(box(), 'lunch')
    expect(articles()).toHaveLength(1)
    readAllSaid.mockResolvedValueOnce(page([]))
    await press()
    await waitFor(() => expect(articles()).toHaveLength(0))
  })
})

it('looks letter by letter at those alone that it shows: there may be thousands, at each key', async () => {
  const all = Array.from({ length: 60 }, (_, i) =>
    sampleComment({ id: `t3-${i}`, text: `도서관 ${i}`, authorId: `a${i}` }),
  )
  const search = vi.fn(searchFor('도서') ?? (() => []))
  const through = { known: () => all, isAll: true, error: null, reading: false, readOn: async () => {}, stop: () => {} }
  const talk = { task: sampleTaskIn('ko'), me: joined() }
  await renderInApp(<SearchResults wanted="도서" search={search} talk={talk} total={60} {...through} />)
  expect(screen.getByText('60개를 찾았어요. 의견과 답글을 모두 살펴봤어요.')).toBeTruthy()
  const shown = all.slice(0, COMMENTS_PER_PAGE).map(({ text }) => normal(text))
  expect(new Set(search.mock.calls.map(([text]) => text))).toEqual(new Set(shown))
})
