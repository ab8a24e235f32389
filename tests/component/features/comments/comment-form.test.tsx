import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { commentDraft } from '#data/drafts.ts'
import type { TextProblem } from '#domain/comment.ts'
import { JOIN, renderForm, sentComments } from '../../../helpers/comment-form-harness.tsx'
import { descriptionOf, hrefOf } from '../../../helpers/described.ts'
import { quotaExceeded } from '../../../helpers/fake-storage.ts'
import { NOBODY } from '../../../helpers/samples.ts'
import { LANGUAGES } from '../../../helpers/words.ts'

const WRONG: [TextProblem, string][] = [
  ['empty', ''],
  ['empty', ' \n \n'],
  ['blank', '\u3164\u3164'],
  ['too-long', '글'.repeat(2001)],
  ['control', '네\u001B[2J'],
  ['bidi', '좋아요\u202Egpj.exe'],
]

describe.each(LANGUAGES)('writing a comment, in %s', (lang) => {
  it.each(WRONG)('that cannot be sent (%s) is told why, keeps its text and the cursor', async (problem, text) => {
    const { user, words, box, sendButton, write } = await renderForm(lang)
    await write(text)
    expect(box().getAttribute('aria-invalid')).toBeNull()
    await user.click(sendButton())
    expect(box().getAttribute('aria-invalid')).toBe('true')
    expect(descriptionOf(box())).toBe(`${words.form.hint} ${words.problem[problem]}`)
    expect(box().value).toBe(text)
    expect(document.activeElement).toBe(box())
    expect(sentComments()).toEqual([])
  })

  it('takes back what it said as soon as it is no longer wrong', async () => {
    const { user, words, box, sendButton } = await renderForm(lang)
    await user.click(sendButton())
    expect(descriptionOf(box())).toContain(words.problem.empty)
    await user.type(box(), '네')
    expect(descriptionOf(box())).toBe(words.form.hint)
    expect(box().getAttribute('aria-invalid')).toBeNull()
  })

  it('warns where the device keeps nothing, and keeps the text in the box', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw quotaExceeded()
    })
    const { words, box, write } = await renderForm(lang)
    expect(screen.queryByText(words.form.notKept)).toBeNull()
    await write('급식이 맛있어요')
    expect(screen.getAllByRole('status').map((status) => status.textContent)).toContain(words.form.notKept)
    expect(box().value).toBe('급식이 맛있어요')
  })

  it('leads those who have not joined to joining instead of sending, and keeps the text', async () => {
    const { user, words, box, write } = await renderForm(lang, NOBODY)
    await write('급식이 맛있어요')
    expect(screen.queryByRole('button')).toBeNull()
    const link = screen.getByRole('link', { name: words.form.join })
    expect(hrefOf(link)).toBe(JOIN)
    expect(box().value).toBe('급식이 맛있어요')
    await user.click(link)
    expect(commentDraft('t3').load()?.text).toBe('급식이 맛있어요')
    expect(sentComments()).toEqual([])
  })

  it('says under which name it will appear', async () => {
    const { container } = await renderForm(lang)
    expect(container.textContent).toContain(lang === 'ko' ? '이렇게 보여요: ' : '· Student”')
  })
})

describe('쓰던 글은', () => {
  it('이 기기에 남아 있다가 다시 열면 돌아오고, 그렇다고 알려 준다', async () => {
    commentDraft('t3').save({
      id: 't3-bbbbbbbbbbbbbbbbbbbb',
      text: '도서관을 늦게까지',
      subtaskId: 's2',
      returned: null,
    })
    const { user, words, box } = await renderForm('ko')
    expect(box().value).toBe('도서관을 늦게까지')
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: words.form.subtask }).value).toBe('s2')
    expect(screen.getByText(words.form.kept)).toBeTruthy()
    await user.type(box(), ' 열어요')
    expect(screen.queryByText(words.form.kept)).toBeNull()
    expect(commentDraft('t3').load()).toEqual({
      id: 't3-bbbbbbbbbbbbbbbbbbbb',
      text: '도서관을 늦게까지 열어요',
      subtaskId: 's2',
      returned: null,
    })
  })

  it('한 글자를 칠 때마다 남는다', async () => {
    const { user, box } = await renderForm('ko')
    await user.type(box(), '가나')
    const first = commentDraft('t3').load()
    expect(first?.text).toBe('가나')
    await user.type(box(), '다')
    expect(commentDraft('t3').load()).toEqual({ ...first, text: '가나다' })
  })

  it('모두 지우면 남지 않는다', async () => {
    const { user, box } = await renderForm('ko')
    await user.type(box(), '가')
    await user.clear(box())
    expect(commentDraft('t3').load()).toBeNull()
  })

  it('다른 과제의 글과 섞이지 않는다', async () => {
    commentDraft('t4').save({ id: 't4-bbbbbbbbbbbbbbbbbbbb', text: '다른 과제', subtaskId: null, returned: null })
    const { words, box } = await renderForm('ko')
    expect(box().value).toBe('')
    expect(screen.queryByText(words.form.kept)).toBeNull()
  })
})

describe.each(LANGUAGES)('the count of what is left, in %s', (lang) => {
  it.each([
    [1700, null],
    [1701, { ko: '299자 더 쓸 수 있어요', en: '299 characters left' }],
    [1999, { ko: '1자 더 쓸 수 있어요', en: '1 character left' }],
    [2000, { ko: '0자 더 쓸 수 있어요', en: '0 characters left' }],
    [2001, { ko: '1자 넘었어요', en: '1 character too many' }],
    [3500, { ko: '1,500자 넘었어요', en: '1,500 characters too many' }],
  ])('after %d units', async (length, expected) => {
    const { container, write } = await renderForm(lang)
    await write(`  ${'글'.repeat(length)}\n`)
    if (expected === null) expect(container.textContent).not.toMatch(/\d자 |characters? (left|too)/)
    else expect(screen.getByText(expected[lang])).toBeTruthy()
  })
})
