import { screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import type { Comment } from '#domain/comment.ts'
import { noneByRole } from '#domain/roles.ts'
import { searchFor } from '#domain/search.ts'
import { OwnReactions } from '#features/account/own-reactions.tsx'
import { ownReactionsQuery } from '#features/account/queries.ts'
import { CommentWords } from '#features/comments/comment-words.tsx'
import { GroundItem } from '#features/common-ground/ground-item.tsx'
import { CitedComment } from '#features/history/cited-comment.tsx'
import { renderInApp, testClient } from '../../helpers/render-in-app.tsx'
import { sampleComment, samplePlan } from '../../helpers/samples.ts'
import { LANGUAGES, WORDS } from '../../helpers/words.ts'

const AT = new Date('2026-03-05T05:30:00Z')
const VOTES = { agree: { ...noneByRole(), student: 9, parent: 9 }, disagree: noneByRole() }

const [task] = samplePlan()
if (!task) throw new Error('a plan has tasks')

const PLACES: [where: string, draw: (comment: Comment) => ReactNode][] = [
  [
    'common ground',
    (comment) => (
      <ul>
        <GroundItem kind="shared" votes={VOTES} comment={comment} task={task} to="/there" />
      </ul>
    ),
  ],
  [
    'what a revision cites',
    (comment) => (
      <ul>
        <CitedComment comment={comment} publishedAt={AT} shaped="" />
      </ul>
    ),
  ],
  ['one’s own reactions', () => <OwnReactions uid="mina" />],
]

describe.each(LANGUAGES)('a stored translation, read in %s,', (lang) => {
  const words = WORDS[lang].translation
  const other = lang === 'ko' ? 'en' : 'ko'
  const said = (by: 'machine' | 'staff', from: 'ko' | 'en' = other) =>
    sampleComment({ lang: from, text: 'as it was said', translation: { text: 'as it is translated', by } })

  async function show(comment: Comment, draw: (comment: Comment) => ReactNode) {
    const client = testClient()
    const reaction = { taskId: comment.taskId, commentId: comment.id, value: 'agree', at: AT, comment } as const
    client.setQueryData(ownReactionsQuery('mina').queryKey, {
      pages: [{ items: [reaction], next: null }],
      pageParams: [null],
    })
    const app = await renderInApp(draw(comment), { lang, client })
    const open = screen.queryByRole('button', { name: WORDS[lang].me.reactions.show })
    if (open) await app.user.click(open)
    return app
  }

  it.each(PLACES)('comes first in %s, marked, with the original one tap away', async (_, draw) => {
    const { user } = await show(said('staff'), draw)
    expect(screen.getByText('as it is translated').getAttribute('lang')).toBe(lang)
    expect(screen.getByText(words.by.staff)).toBeTruthy()
    expect(screen.queryByText('as it was said')).toBeNull()
    await user.click(screen.getByRole('button', { name: words.showOriginal }))
    expect(screen.getByText('as it was said').getAttribute('lang')).toBe(other)
    expect(screen.queryByText('as it is translated')).toBeNull()
  })

  it.each(PLACES)('says in %s that a machine made it, and is not there for who reads the original', async (_, draw) => {
    const { rerender } = await show(said('machine'), draw)
    expect(screen.getByText(words.by.machine)).toBeTruthy()
    rerender(null)
    await show(said('machine', lang), draw)
    expect(screen.getByText('as it was said').getAttribute('lang')).toBe(lang)
    expect(screen.queryByText(words.by.machine)).toBeNull()
  })

  it('stands below what was found by a search, which is marked in the original', async () => {
    await show(said('staff'), (comment) => (
      <CommentWords comment={comment} sending={false} search={searchFor('said')} />
    ))
    const marked = screen.getByText('said')
    expect([marked.tagName, marked.closest('p')?.lang]).toEqual(['MARK', other])
    const below = screen.getByText('as it is translated')
    expect(below.getAttribute('lang')).toBe(lang)
    expect(screen.getByText(words.by.staff)).toBeTruthy()
    expect(marked.compareDocumentPosition(below) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  })
})
