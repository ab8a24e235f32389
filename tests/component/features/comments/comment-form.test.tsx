import { act as act_, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { commentDraft } from '#data/drafts.ts'
import { outbox } from '#data/outbox.ts'
import type { TextProblem } from '#domain/comment.ts'
import { nickname } from '#domain/nickname.ts'
import { JOIN, renderForm, sentComments } from '../../../helpers/comment-form-harness.tsx'
import { descriptionOf, hrefOf } from '../../../helpers/described.ts'
import { quotaExceeded } from '../../../helpers/fake-storage.ts'
import { joined, NOBODY, sampleComment, sampleParticipant } from '../../../helpers/samples.ts'
import { fill, LANGUAGES } from '../../../helpers/words.ts'

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

  it('says nothing of keeping where the device keeps nothing, has the browser ask, and has the words when they come back', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw quotaExceeded()
    })
    const closing = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }))
    const { words, write, unmount } = await renderForm(lang, NOBODY)
    expect(screen.getByText(words.form.joinFirst)).toBeTruthy()
    expect(closing()).toBe(false)
    await write('급식이 맛있어요')
    expect(screen.queryByText(words.form.joinFirst)).toBeNull()
    expect(closing()).toBe(true)
    unmount()
    const { box } = await renderForm(lang, NOBODY)
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

  it.each([
    ['jongno', { ko: '학생 · 종로구', en: 'Student · Jongno-gu' }],
    [null, { ko: '학생', en: 'Student' }],
  ])('says as whom others will see them (area: %s)', async (district, group) => {
    const participant = sampleParticipant({ district })
    const { words } = await renderForm(lang, joined(participant))
    const name = nickname(participant.uid)[lang]
    expect(screen.getByText(fill(words.form.as, { name, group: group[lang] }))).toBeTruthy()
  })
})

describe('in two tabs', () => {
  const other = (text: string) => ({ id: 't3-bbbbbbbbbbbbbbbbbbbb', text, subtaskId: 's1', returned: null })
  /** What another tab does is told to this one by the browser. */
  const elsewhere = (act: () => void) =>
    act_(() => {
      act()
      dispatchEvent(new StorageEvent('storage', { key: 'madang:draft:comment:t3' }))
    })

  it('there is one draft: written, changed or sent in one, it is so in the other', async () => {
    const { box, write } = await renderForm('ko', NOBODY)
    elsewhere(() => commentDraft('t3').save(other('저 탭에서')))
    expect(box().value).toBe('저 탭에서')
    await write(' 쓰고 이 탭에서')
    expect(commentDraft('t3').load()).toMatchObject(other('저 탭에서 쓰고 이 탭에서'))
    elsewhere(() => commentDraft('t3').clear())
    expect(box().value).toBe('')
  })

  it.each([
    ['a sign-in has ended', 'mina', null],
    ['somebody else has signed in there', null, 'jun'],
  ])('where %s, each goes on with its own words, and none takes those of the other', async (_, before, now) => {
    const sign = (uid: string | null) =>
      uid === null ? localStorage.removeItem('madang:signed-in') : localStorage.setItem('madang:signed-in', uid)
    sign(before)
    const { box, write } = await renderForm('ko', before === null ? NOBODY : joined())
    await write('내 글')
    const kept = localStorage.getItem(`madang:draft:comment:t3${before === null ? '' : '@mina'}`)
    sign(now)
    for (const text of ['다른 탭의 글을', '다른']) elsewhere(() => commentDraft('t3').save(other(text)))
    expect(box().value).toBe('내 글')
    if (before !== null) expect(localStorage.getItem('madang:draft:comment:t3@mina')).toBe(kept)
    await write(' 이어서')
    expect(box().value).toBe('내 글 이어서')
  })

  it('a page that was put away meanwhile has it when it comes back', async () => {
    const { box } = await renderForm('ko', NOBODY)
    commentDraft('t3').save(other('그사이'))
    const shown = Object.assign(new Event('pageshow'), { persisted: true })
    act_(() => void dispatchEvent(shown))
    expect(box().value).toBe('그사이')
  })

  it('other words under the id of what was sent from the other are a comment of their own', async () => {
    const { user, box, sendButton, write } = await renderForm('ko')
    await write('처음 글')
    const id = commentDraft('t3').load()?.id ?? ''
    const sent = sampleComment({ id, text: '저 탭에서 고쳐 보낸 글' })
    outbox.put('mina', { kind: 'comment', comment: sent })
    await user.click(sendButton())
    expect(sentComments().map(({ text }) => text)).toEqual(['저 탭에서 고쳐 보낸 글', '처음 글'])
    expect(box().value).toBe('')
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
