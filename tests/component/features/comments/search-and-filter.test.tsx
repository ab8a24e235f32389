import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Comment } from '#domain/comment.ts'
import { ALL_NEWEST, type CommentList } from '#domain/comment-list.ts'
import { Conversation } from '#features/comments/conversation.tsx'
import { commentsQuery, saidQuery } from '#features/comments/queries.ts'
import { putAround } from '../../../helpers/around.ts'
import { JOIN } from '../../../helpers/comment-form-harness.tsx'
import { hrefOf } from '../../../helpers/described.ts'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { joined, sampleComment, sampleTaskIn } from '../../../helpers/samples.ts'
import { LANGUAGES, WORDS } from '../../../helpers/words.ts'

const library = sampleComment({ id: 't3-library', text: '도서관을 여덟 시까지 열어 주세요.', role: 'student' })
const lunch = sampleComment({ id: 't3-lunch', text: 'A longer lunch break', lang: 'en', agreeTotal: 9 })
const reply = sampleComment({ id: 't3-reply', parentId: 't3-lunch', text: '점심 도서실도요' })

const page = (comments: readonly Comment[], more = false) => ({
  comments,
  next: more ? { count: null, seconds: 1, nanoseconds: 0, id: 't3-x' } : null,
})

async function show(lang: 'ko' | 'en', lists: readonly [CommentList, readonly Comment[]][], path = '') {
  const client = testClient()
  for (const [list, comments] of lists) {
    client.setQueryData(commentsQuery('t3', list).queryKey, { pages: [page(comments)], pageParams: [null] })
    putAround(client, 'mina', [comments])
  }
  const conversation = <Conversation task={sampleTaskIn(lang)} me={joined()} joinLink={JOIN} total={40} />
  return { client, ...(await renderInApp(conversation, { lang, client, path })) }
}

describe.each(LANGUAGES)('the list of comments, in %s', (lang) => {
  const { comments: words, common } = WORDS[lang]
  const texts = () =>
    within(screen.getByRole('list', { name: words.list.label }))
      .getAllByRole('article')
      .map((one) => one.querySelector('p[dir]')?.textContent)
  const agreed: CommentList = { ...ALL_NEWEST, sort: 'agreed' }
  const ofStudents: CommentList = { ...agreed, role: 'student' }

  it('is sorted and narrowed down, and its address says so', async () => {
    const { user, address } = await show(lang, [
      [ALL_NEWEST, [library, lunch]],
      [agreed, [lunch, library]],
      [ofStudents, [library]],
    ])
    expect(texts()).toEqual([library.text, lunch.text])
    await user.click(screen.getByRole('radio', { name: words.list.agreed }))
    expect(texts()).toEqual([lunch.text, library.text])
    await waitFor(() => expect(address()).toBe(`/${lang}?sort=agreed`))
    await user.selectOptions(screen.getByRole('combobox', { name: words.list.group }), common.roles.student)
    expect(texts()).toEqual([library.text])
    await waitFor(() => expect(address()).toBe(`/${lang}?sort=agreed&group=student`))
    const one = lang === 'ko' ? '의견 1개를 불러왔어요.' : '1 comment is shown.'
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain(one)
    await user.click(screen.getByRole('button', { name: words.list.clear }))
    await waitFor(() => expect(address()).toBe(`/${lang}?sort=agreed`))
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: words.list.group }))
  })

  it('begins as its address says', async () => {
    await show(lang, [[ofStudents, [library]]], '?sort=agreed&group=student')
    expect(texts()).toEqual([library.text])
    expect(screen.getByRole<HTMLInputElement>('radio', { name: words.list.agreed }).checked).toBe(true)
  })

  it('of which nothing is left says how to see more', async () => {
    await show(lang, [[ofStudents, []]], '?sort=agreed&group=student')
    expect(screen.getByText(words.list.none)).toBeTruthy()
  })

  it('keeps the place of a withdrawn comment that others answered, and of no other', async () => {
    const gone = { text: '', status: 'withdrawn' } as const
    await show(lang, [
      [ALL_NEWEST, [{ ...library, ...gone }, { ...lunch, ...gone, replyCount: 2 }, sampleComment({ id: 't3-there' })]],
    ])
    const articles = within(screen.getByRole('list', { name: words.list.label })).getAllByRole('article')
    expect(articles.map((one) => one.getAttribute('aria-label'))).toHaveLength(2)
    expect(articles[0]?.textContent).toContain(words.item.withdrawn)
    expect(articles[0]?.textContent).not.toContain(words.item.reply)
  })
})

describe.each(LANGUAGES)('searching, in %s', (lang) => {
  const { comments: words } = WORDS[lang]
  const found = () => screen.getByRole('list', { name: words.search.results })
  const said = () => screen.getAllByRole('status').map(({ textContent }) => textContent)

  it('finds at once in what is here, by initials, and marks it', async () => {
    const { user } = await show(lang, [[ALL_NEWEST, [library, lunch]]])
    await user.type(screen.getByRole('searchbox', { name: words.search.label }), 'ㄷㅅㄱ')
    expect(within(found()).getByText('도서관').tagName).toBe('MARK')
    expect(within(found()).getAllByRole('article')).toHaveLength(1)
    expect(screen.queryByRole('radio', { name: words.list.agreed })).toBeNull()
    const soFar =
      lang === 'ko'
        ? '1개를 찾았어요. 의견과 답글 40개 가운데 2개를 살펴봤어요.'
        : '1 found. Looked through 2 of 40 comments and replies.'
    expect(screen.getByText(soFar)).toBeTruthy()
    await waitFor(() => expect(said()).toContain(soFar))
    await user.clear(screen.getByRole('searchbox'))
    expect(screen.getByRole('list', { name: words.list.label })).toBeTruthy()
  })

  it('tells a reply, and leads to it in its thread; once all is read there is nothing to ask for', async () => {
    const { user, client } = await show(lang, [[ALL_NEWEST, [library, lunch]]])
    const all = { pages: [page([reply, lunch]), page([library])], pageParams: [null, null] }
    client.setQueryData(saidQuery('t3').queryKey, all)
    await user.type(screen.getByRole('searchbox', { name: words.search.label }), '도서시')
    expect(within(found()).getByText('도서실').tagName).toBe('MARK')
    expect(within(found()).getByText(words.search.reply)).toBeTruthy()
    expect(hrefOf(within(found()).getByRole('link', { name: words.search.inThread }))).toBe(
      `/${lang}/tasks/3/comments/t3-reply`,
    )
    await waitFor(() => expect(said().join()).toContain(words.search.all))
    expect(screen.queryByRole('button', { name: words.search.start })).toBeNull()
    expect(screen.getByRole('button', { name: words.search.act })).toBeTruthy()
  })

  it('does not show what is folded away, and says when nothing is found', async () => {
    const { user } = await show(lang, [[ALL_NEWEST, [{ ...library, reportCount: 3 }]]])
    await user.type(screen.getByRole('searchbox', { name: words.search.label }), '도서관')
    expect(within(found()).queryByRole('article')).toBeNull()
    await waitFor(() => expect(said().join()).toContain(words.search.foundNone))
  })

  const many = Array.from({ length: 41 }, (_, i) => sampleComment({ id: `t3-many-${i}`, text: `도서관 ${i + 1}` }))
  /** All of them have been read to search in, and none is in the list that stands there before. */
  const showMany = async () => {
    const app = await show(lang, [[ALL_NEWEST, []]])
    app.client.setQueryData(saidQuery('t3').queryKey, { pages: [page(many)], pageParams: [null] })
    return app
  }

  it('shows 20 at a time, with the cursor on the first of those that come', async () => {
    const { user } = await showMany()
    const box = screen.getByRole('searchbox', { name: words.search.label })
    const items = () => [...found().children]
    const more = () => screen.queryByText(words.list.more)
    await user.type(box, '도')
    expect(items()).toHaveLength(20)
    for (const [first, all] of [
      [20, 40],
      [40, 41],
    ] as const) {
      await user.click(more() as HTMLElement)
      expect(items()).toHaveLength(all)
      expect(document.activeElement).toBe(items()[first]?.querySelector('article'))
    }
    expect(more()).toBeNull()
    await user.type(box, '서')
    expect(items()).toHaveLength(20)
  })

  it('says how much was found once it has rested, and not with every key', async () => {
    const { user } = await show(lang, [[ALL_NEWEST, [library, lunch]]])
    const heard = new Set<string>()
    const listen = new MutationObserver(() => {
      for (const text of said()) if (text) heard.add(text)
    })
    listen.observe(document.body, { subtree: true, childList: true, characterData: true })
    await user.type(screen.getByRole('searchbox', { name: words.search.label }), 'ㅇㄷㅅㄱ')
    await user.clear(screen.getByRole('searchbox'))
    await user.type(screen.getByRole('searchbox'), '도서관')
    const one = lang === 'ko' ? '1개를 찾았어요.' : '1 found.'
    await waitFor(() => expect(said().join()).toContain(one))
    listen.disconnect()
    expect([...heard].filter((text) => text.includes(words.search.foundNone))).toEqual([])
  })

  it('lets somebody type on while it looks', async () => {
    await showMany()
    const box = screen.getByRole<HTMLInputElement>('searchbox', { name: words.search.label })
    // As in a browser: what is not urgent is drawn later.
    const environment = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }
    environment.IS_REACT_ACT_ENVIRONMENT = false
    onTestFinished(() => {
      environment.IS_REACT_ACT_ENVIRONMENT = true
    })
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, '도서관')
    box.dispatchEvent(new Event('input', { bubbles: true }))
    await Promise.resolve()
    expect(box.value).toBe('도서관')
    expect(screen.getByRole('button', { name: words.search.clear })).toBeTruthy()
    expect(screen.queryByRole('list', { name: words.search.results })).toBeNull()
    await waitFor(() => expect(found()).toBeTruthy())
  })
})
