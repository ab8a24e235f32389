import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { CommentCursor } from '#data/comment-lists.ts'
import { commentDraft } from '#data/drafts.ts'
import { outbox } from '#data/outbox.ts'
import type { Comment } from '#domain/comment.ts'
import { ALL_NEWEST } from '#domain/comment-list.ts'
import { nickname } from '#domain/nickname.ts'
import { Conversation } from '#features/comments/conversation.tsx'
import { commentsQuery, repliesQuery } from '#features/comments/queries.ts'
import { Thread } from '#features/comments/thread.tsx'
import { putAround } from '../../../helpers/around.ts'
import { JOIN } from '../../../helpers/comment-form-harness.tsx'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { joined, NOBODY, sampleComment, sampleTaskIn } from '../../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

const replies = [
  sampleComment({ id: 't3-r1', authorId: 'mina', text: '저도요', parentId: 't3-aaaaaaaaaaaaaaaaaaaa' }),
  sampleComment({ id: 't3-r2', authorId: 'other', text: '저는 아니에요', parentId: 't3-aaaaaaaaaaaaaaaaaaaa' }),
]

describe.each(LANGUAGES)('a thread, in %s', (lang) => {
  const task = sampleTaskIn(lang)
  const { comments: words } = WORDS[lang]
  const show = (replyCount: number) => {
    const client = testClient()
    const comment = sampleComment({ replyCount })
    client.setQueryData(repliesQuery('t3', comment.id).queryKey, {
      pages: [{ comments: replies, next: null }],
      pageParams: [null],
    })
    putAround(client, 'mina', [replies])
    const talk = { task, me: joined() }
    const around = { reactions: {}, answers: {} }
    return renderInApp(<Thread comment={comment} talk={talk} around={around} entries={[]} outboxed={[]} />, {
      lang,
      client,
    })
  }

  it('opens its replies and closes them again', async () => {
    const { user } = await show(2)
    const name = lang === 'ko' ? '답글 2개 보기' : 'Show 2 replies'
    const button = screen.getByRole('button', { name })
    expect(button.getAttribute('aria-expanded')).toBe('false')
    expect(screen.queryByRole('list')).toBeNull()

    await user.click(button)
    expect(button.getAttribute('aria-expanded')).toBe('true')
    expect(button.textContent).toBe(words.item.hideReplies)
    const label = fill(words.item.repliesLabel, { name: nickname('somebody')[lang] })
    const list = screen.getByRole('list', { name: label })
    expect(
      within(list)
        .getAllByRole('article')
        .map((one) => one.textContent?.includes('저')),
    ).toEqual([true, true])
    expect(document.getElementById(button.getAttribute('aria-controls') ?? '')?.contains(list)).toBe(true)
    const mine = screen.getByText('저도요').closest('article')
    expect(mine?.textContent).toContain(words.item.mine)

    await user.click(button)
    expect(screen.queryByRole('list')).toBeNull()
  })

  it('has the focus after a reply with a second look, as the form goes', async () => {
    const { user } = await show(0)
    await user.click(screen.getByRole('button', { name: words.item.reply }))
    const box = await screen.findByRole('textbox', { name: words.reply.label })
    await user.click(box)
    await user.paste('010-1234-5678')
    // In English the button that opens the form is called the same.
    await user.click(screen.getAllByRole('button', { name: words.reply.send }).at(-1) as HTMLElement)
    await user.click(await screen.findByRole('button', { name: WORDS[lang]['before-sending'].maskAndSend }))
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(document.activeElement).toBe(screen.getAllByRole('article')[0])
    for (const entry of outbox.look()) outbox.drop(entry)
  })

  it('with one reply says one', async () => {
    await show(1)
    expect(screen.getByRole('button', { name: lang === 'ko' ? '답글 1개 보기' : 'Show 1 reply' })).toBeTruthy()
  })

  it('without replies has no button to open them', async () => {
    await show(0)
    expect(screen.queryByRole('button', { name: /답글 .*보기|Show .*repl/ })).toBeNull()
  })
})

const CURSOR: CommentCursor = { count: null, seconds: 1, nanoseconds: 0, id: 't3-x' }

describe.each(LANGUAGES)('the voices on a task, in %s', (lang) => {
  const { comments: words } = WORDS[lang]
  const show = (pages: Comment[][], next: CommentCursor | null = null, closed = false) => {
    const client = testClient()
    client.setQueryData(commentsQuery('t3', ALL_NEWEST).queryKey, {
      pages: pages.map((comments, page) => ({ comments, next: page === pages.length - 1 ? next : CURSOR })),
      pageParams: pages.map(() => null),
    })
    putAround(client, 'mina', pages)
    const shown = sampleTaskIn(lang, { status: closed ? 'closed' : 'open' })
    return renderInApp(
      <Conversation task={shown} me={closed ? NOBODY : joined()} joinLink={JOIN} total={undefined} />,
      { lang, client },
    )
  }
  const list = () => screen.getByRole('list', { name: words.list.label })

  it('stand in the order in which they came, page after page', async () => {
    const [a, b, c] = ['하나', '둘', '셋'].map((text, index) => sampleComment({ id: `t3-${index}`, text }))
    await show([[a, b], [c]].map((page) => page.filter((comment) => comment !== undefined)))
    expect(
      within(list())
        .getAllByText(/^(하나|둘|셋)$/)
        .map((text) => text.textContent),
    ).toEqual(['하나', '둘', '셋'])
    expect(screen.queryByRole('button', { name: words.list.more })).toBeNull()
  })

  it('can be asked for more, as long as there are more', async () => {
    await show([[sampleComment()]], CURSOR)
    expect(screen.getByRole('button', { name: words.list.more })).toBeTruthy()
  })

  it('that are none say so', async () => {
    await show([[]])
    expect(screen.getByText(words.list.empty)).toBeTruthy()
    expect(screen.queryByRole('list')).toBeNull()
  })

  it('of which all that was read is withdrawn are not called none as long as there are more', async () => {
    await show([[sampleComment({ status: 'withdrawn', text: '' })]], CURSOR)
    expect(screen.queryByText(words.list.empty)).toBeNull()
    expect(screen.queryByRole('list')).toBeNull()
    expect(screen.getByRole('button', { name: words.list.more })).toBeTruthy()
    expect(screen.getByText(fill(words.list.shownSoFar_other, { value: '0' }))).toBeTruthy()
  })

  it('mark my own', async () => {
    await show([[sampleComment({ authorId: 'mina' }), sampleComment({ id: 't3-2' })]])
    expect(within(list()).getAllByText(words.item.mine)).toHaveLength(1)
  })

  it('take no more of them on a closed task, and still show them', async () => {
    await show([[sampleComment()]], null, true)
    expect(screen.getByText(words.form.closed)).toBeTruthy()
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(within(list()).getAllByRole('article')).toHaveLength(1)
  })

  it('leave what somebody is writing where it is when the task closes, and say that it has', async () => {
    const { user, rerender } = await show([[]])
    await user.type(screen.getByRole('textbox', { name: words.form.label }), '반쯤 쓴 글')
    rerender(
      <Conversation task={sampleTaskIn(lang, { status: 'closed' })} me={joined()} joinLink={JOIN} total={undefined} />,
    )
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: words.form.label }).value).toBe('반쯤 쓴 글')
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain(words.form.closed)
  })

  it.each(['the task', 'a comment'])(
    'give back what was begun about %s that has closed since, and say why',
    async (about) => {
      const store = commentDraft(about === 'the task' ? 't3' : sampleComment().id)
      const begun = { id: 't3-x', text: '반쯤 쓴 글', subtaskId: null, returned: null }
      store.save(begun)
      const { user } = await show([[sampleComment()]], null, true)
      const place = screen.getAllByRole('alert').find(({ textContent }) => textContent !== '') as HTMLElement
      for (const said of ['반쯤 쓴 글', words.form.kept, WORDS[lang].outbox.refused.closed])
        expect(place.textContent).toContain(said)
      expect(screen.queryByRole('textbox')).toBeNull()
      await user.click(within(place).getByRole('button', { name: WORDS[lang].outbox.copy }))
      expect(await navigator.clipboard.readText()).toBe('반쯤 쓴 글')
      await user.click(within(place).getByRole('button', { name: WORDS[lang].outbox.throwAway }))
      expect([place.textContent, store.load()]).toEqual(['', null])
    },
  )
})
