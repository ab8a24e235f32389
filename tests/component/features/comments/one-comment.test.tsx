import { cleanup, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { commentDraft } from '#data/drafts.ts'
import { outbox } from '#data/outbox.ts'
import type { Comment } from '#domain/comment.ts'
import { nickname } from '#domain/nickname.ts'
import { OneComment } from '#features/comments/one-comment.tsx'
import { commentQuery, repliesQuery } from '#features/comments/queries.ts'
import { putAround } from '../../../helpers/around.ts'
import { JOIN } from '../../../helpers/comment-form-harness.tsx'
import { commentDeed } from '../../../helpers/deeds.ts'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { joined, NOBODY, sampleComment, sampleTaskIn } from '../../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

const top = sampleComment({ id: 't3-top', authorId: 'a', text: '처음 글', replyCount: 2 })
const one = sampleComment({ id: 't3-one', authorId: 'b', parentId: top.id, text: '첫째 답글' })
const two = sampleComment({ id: 't3-two', authorId: 'c', parentId: top.id, text: '둘째 답글' })

const said = () => screen.getAllByRole('article').map((article) => article.querySelector('p[dir]')?.textContent)

function show(
  lang: 'ko' | 'en',
  id: string,
  comments: readonly Comment[],
  replies: readonly Comment[] = [],
  missing: readonly string[] = [id],
  me = NOBODY,
) {
  const client = testClient()
  for (const gone of missing) client.setQueryData(commentQuery('t3', gone).queryKey, null)
  for (const comment of comments) client.setQueryData(commentQuery('t3', comment.id).queryKey, comment)
  client.setQueryData(repliesQuery('t3', top.id).queryKey, {
    pages: [{ comments: replies, next: null }],
    pageParams: [null],
  })
  putAround(client, 'nobody', [[top], [one], [top, two], replies])
  return renderInApp(<OneComment id={id} talk={{ task: sampleTaskIn(lang), me }} joinLink={JOIN} />, {
    lang,
    client,
  })
}

describe.each(LANGUAGES)('one comment, in %s', (lang) => {
  const { comments: words, outbox: states } = WORDS[lang]

  it('stands with its replies, and has the focus', async () => {
    await show(lang, top.id, [top], [one, two])
    expect(said()).toEqual([top.text, one.text, two.text])
    expect(document.activeElement?.textContent).toContain(top.text)
  })

  it('that is a reply stands in its thread, and has the focus', async () => {
    await show(lang, two.id, [top, two], [one, two])
    expect(said()).toEqual([top.text, one.text, two.text])
    expect(document.activeElement?.textContent).toContain(two.text)
  })

  it('that is a reply further down than has been read is there all the same, once', async () => {
    await show(lang, two.id, [top, two], [one])
    expect(said()).toEqual([top.text, two.text, one.text])
    expect(document.activeElement?.textContent).toContain(two.text)
  })

  it('whose replies are not all to be seen says so, and has no empty list where none is', async () => {
    const { item } = words
    const list = () => screen.queryByRole('list', { name: fill(item.repliesLabel, { name: nickname('a')[lang] }) })
    await show(lang, top.id, [top], [one, two])
    expect(list()).toBeTruthy()
    expect(screen.queryByText(item.unseenReplies)).toBeNull()
    cleanup()
    await show(lang, top.id, [top], [one])
    expect(screen.getByText(item.unseenReplies).closest('[role=status]')).toBeTruthy()
    cleanup()
    await show(lang, top.id, [top])
    expect(screen.getByText(item.unseenReplies)).toBeTruthy()
    expect(list()).toBeNull()
    expect(screen.queryByText(item.unseenParent)).toBeNull()
  })

  it('that is a reply to one that nobody may see can be read, and not answered', async () => {
    await show(lang, top.id, [top])
    expect(screen.getByRole('button', { name: words.item.reply })).toBeTruthy()
    cleanup()
    await show(lang, one.id, [one], [], [top.id])
    expect(said()).toEqual([one.text])
    expect(screen.queryByRole('button', { name: words.item.reply })).toBeNull()
    expect(screen.getByText(words.item.unseenParent).closest('[role=status]')).toBeTruthy()
  })

  it('that nobody may see says so, and not why', async () => {
    await show(lang, 't3-hidden', [])
    expect(screen.getByText(words.one.missing.title)).toBeTruthy()
    expect(screen.queryByRole('article')).toBeNull()
  })

  it('that nobody may see any more gives back what was written to it', async () => {
    commentDraft('t3-gone').save({ id: 't3-x', text: '반쯤 쓴 답글', subtaskId: null, returned: null })
    const entry = outbox.put('mina', commentDeed('돌아온 답글', { parentId: 't3-gone' }))
    outbox.mark(entry, { reason: 'missing', refused: true })
    const { user } = await show(lang, 't3-gone', [], [], ['t3-gone'], joined())
    for (const text of ['반쯤 쓴 답글', '돌아온 답글']) expect(screen.getByText(text)).toBeTruthy()
    expect(screen.getAllByText(states.refused.missing)).toHaveLength(2)
    for (const _ of [1, 2])
      await user.click(screen.getAllByRole('button', { name: states.throwAway })[0] ?? document.body)
    expect([outbox.look(), commentDraft('t3-gone').load()]).toEqual([[], null])
  })

  it('that has been withdrawn keeps its replies', async () => {
    const withdrawn = { ...top, text: '', status: 'withdrawn' } as const
    await show(lang, top.id, [withdrawn], [one, two])
    const [first] = screen.getAllByRole('article')
    expect(first?.textContent).toContain(words.item.withdrawn)
    expect(within(first ?? document.body).queryByRole('link')).toBeNull()
    expect(said().slice(1)).toEqual([one.text, two.text])
  })
})
