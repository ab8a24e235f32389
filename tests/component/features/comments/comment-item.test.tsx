import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { nickname } from '#domain/nickname.ts'
import { CommentItem } from '#features/comments/comment-item.tsx'
import { hrefOf } from '../../../helpers/described.ts'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { sampleComment, sampleTaskIn } from '../../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

const HOSTILE = [
  '<img src=x onerror="document.title=1">',
  '<script>document.title=1</script>',
  '<a href="javascript:document.title=1">눌러요</a>',
  '[눌러요](javascript:document.title=1)',
  '{{name}} $t(common:name) %s',
  '</p></article><h1>공지</h1>',
]

describe.each(LANGUAGES)('a comment, in %s', (lang) => {
  const task = sampleTaskIn(lang)
  const { comments: words, common } = WORDS[lang]

  it('is told by nickname, group, area and time, never by the id of its author', async () => {
    const comment = sampleComment({ createdAt: new Date(Date.now() - 3 * 3_600_000) })
    const { container } = await renderInApp(<CommentItem comment={comment} task={task} mine={false} />, { lang })
    const article = within(screen.getByRole('article', { name: nickname('somebody')[lang] }))
    expect(article.getByText(common.roles.parent)).toBeTruthy()
    expect(article.getByText(lang === 'ko' ? '마포구' : 'Mapo-gu')).toBeTruthy()
    const time = article.getByText(lang === 'ko' ? '3시간 전' : '3 hours ago')
    expect(time.getAttribute('datetime')).toBe(comment.createdAt.toISOString())
    expect(container.innerHTML).not.toContain('somebody')
  })

  it.each(['ko', 'en'] as const)('written in %s says so to screen readers', async (written) => {
    const comment = sampleComment({ lang: written, text: '말 words' })
    await renderInApp(<CommentItem comment={comment} task={task} mine={false} />, { lang })
    expect(screen.getByText('말 words').getAttribute('lang')).toBe(written)
    expect(screen.getByText('말 words').getAttribute('dir')).toBe('auto')
  })

  it('of my own is marked, another’s is not', async () => {
    const { rerender } = await renderInApp(<CommentItem comment={sampleComment()} task={task} mine={true} />, { lang })
    expect(screen.getByText(words.item.mine)).toBeTruthy()
    rerender(<CommentItem comment={sampleComment()} task={task} mine={false} />)
    expect(screen.queryByText(words.item.mine)).toBeNull()
  })

  it('on its way says so', async () => {
    const { rerender } = await renderInApp(<CommentItem comment={sampleComment()} task={task} mine sending />, { lang })
    expect(screen.getByRole('article').getAttribute('aria-busy')).toBe('true')
    expect(screen.getByText(words.item.sending)).toBeTruthy()
    rerender(<CommentItem comment={sampleComment()} task={task} mine />)
    expect(screen.getByRole('article').getAttribute('aria-busy')).toBe('false')
    expect(screen.queryByText(words.item.sending)).toBeNull()
  })

  it('about a subtask links to it; a reply does not repeat that', async () => {
    const about = sampleComment({ subtaskId: 's2' })
    const { rerender } = await renderInApp(<CommentItem comment={about} task={task} mine={false} />, { lang })
    const subtask = task.subtasks[1]?.title ?? ''
    expect(hrefOf(screen.getByRole('link', { name: fill(words.item.about, { subtask }) }))).toBe('#s2')
    rerender(<CommentItem comment={{ ...about, parentId: 'another' }} task={task} mine={false} />)
    expect(screen.queryByRole('link', { name: /s2|gone|학교 도서관|School libraries/ })).toBeNull()
    rerender(<CommentItem comment={{ ...about, subtaskId: 'gone' }} task={task} mine={false} />)
    expect(screen.queryByRole('link', { name: /s2|gone|학교 도서관|School libraries/ })).toBeNull()
  })
})

describe('what somebody wrote', () => {
  const task = sampleTaskIn('ko')

  it.each(HOSTILE)('is text and nothing else: %s', async (text) => {
    const { container } = await renderInApp(<CommentItem comment={sampleComment({ text })} task={task} mine={false} />)
    const words = screen.getByText(text)
    expect(words.children).toHaveLength(0)
    expect(container.querySelectorAll('img, script, h1, p a, a[href*="javascript"]')).toHaveLength(0)
    expect(document.title).toBe('')
  })

  it('keeps its line ends', async () => {
    const comment = sampleComment({ text: '첫째\n\n둘째' })
    const { container } = await renderInApp(<CommentItem comment={comment} task={task} mine={false} />)
    expect(container.querySelector('[dir="auto"]')?.textContent).toBe('첫째\n\n둘째')
  })

  it('shows no area where there is none, or none that is known', async () => {
    const { container, rerender } = await renderInApp(
      <CommentItem comment={sampleComment({ district: 'atlantis' })} task={task} mine={false} />,
    )
    expect(container.textContent).not.toMatch(/atlantis|undefined/)
    rerender(<CommentItem comment={sampleComment({ district: null })} task={task} mine={false} />)
    expect(container.textContent).not.toMatch(/null|undefined/)
  })
})
