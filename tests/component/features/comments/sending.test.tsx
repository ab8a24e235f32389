import { act, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { commentDraft } from '#data/drafts.ts'
import { outbox } from '#data/outbox.ts'
import type { Refusal } from '#data/refusals.ts'
import { renderForm, sentComments } from '../../../helpers/comment-form-harness.tsx'
import { commentDeed } from '../../../helpers/deeds.ts'
import { quotaExceeded } from '../../../helpers/fake-storage.ts'
import { joined, NOBODY } from '../../../helpers/samples.ts'
import { LANGUAGES, WORDS } from '../../../helpers/words.ts'

afterEach(() => {
  for (const entry of outbox.look()) outbox.drop(entry)
})

/** A comment of Mina's on task 3 that has come back. */
function comesBack(text: string, reason: Refusal | null, parentId: string | null = null) {
  const entry = outbox.put('mina', commentDeed(text, { parentId, subtaskId: 's2' }))
  outbox.mark(entry, { reason, refused: true })
  return entry
}

const alertSays = () =>
  screen
    .getAllByRole('alert')
    .map((alert) => alert.textContent)
    .join('')

describe.each(LANGUAGES)('sending a comment, in %s', (lang) => {
  it('puts the tidied text, its part and its language into the outbox, and then empties the box', async () => {
    const { user, words, box, sendButton, write } = await renderForm(lang)
    await user.selectOptions(screen.getByRole('combobox', { name: words.form.subtask }), 's2')
    await write('  Please keep it open.\n')
    await user.click(sendButton())
    expect(sentComments()).toMatchObject([
      {
        taskId: 't3',
        authorId: 'mina',
        role: 'student',
        district: 'jongno',
        text: 'Please keep it open.',
        lang: 'en',
        subtaskId: 's2',
        parentId: null,
        revision: 2,
      },
    ])
    expect(outbox.look()).toMatchObject([{ uid: 'mina' }])
    expect(box().value).toBe('')
    expect(commentDraft('t3').load()).toBeNull()
  })

  it('of a draft about a part that is gone is about the whole task, as the form says', async () => {
    commentDraft('t3').save({ id: 't3-b', text: '쓰던 글', subtaskId: 'gone', returned: null })
    const { user, words, sendButton } = await renderForm(lang)
    const part = screen.getByRole<HTMLSelectElement>('combobox', { name: words.form.subtask })
    expect(part.selectedOptions[0]?.textContent).toBe(words.form.whole)
    await user.click(sendButton())
    expect(sentComments()).toMatchObject([{ text: '쓰던 글', subtaskId: null }])
  })

  it('of a comment that is answered keeps its draft and its parent apart', async () => {
    commentDraft('t3').save({ id: 't3-b', text: '과제에 쓰던 글', subtaskId: null, returned: null })
    const { user, box, sendButton, write } = await renderForm(lang, joined(), 't3-parent')
    expect(box().value).toBe('')
    expect(screen.queryByRole('combobox')).toBeNull()
    await write('저도요')
    expect(commentDraft('t3-parent').load()?.text).toBe('저도요')
    await user.click(sendButton())
    expect(sentComments()).toMatchObject([{ text: '저도요', parentId: 't3-parent', subtaskId: null }])
    expect(commentDraft('t3-parent').load()).toBeNull()
    expect(commentDraft('t3').load()?.text).toBe('과제에 쓰던 글')
  })

  it('happens once, however often somebody presses', async () => {
    const { user, words, sendButton, write } = await renderForm(lang)
    await write('급식이 맛있어요')
    await user.dblClick(sendButton())
    expect(sentComments()).toHaveLength(1)
    expect(screen.getByText(words.problem.empty)).toBeTruthy()
  })

  it('where the device has no room for it leaves the draft there, until it has arrived', async () => {
    const { user, box, sendButton, write } = await renderForm(lang)
    await write('급식이 맛있어요')
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw quotaExceeded()
    })
    await user.click(sendButton())
    expect(outbox.look()).toMatchObject([{ kept: false }])
    expect(box().value).toBe('')
    expect(commentDraft('t3').load()?.id).toBe(sentComments()[0]?.id)
  })
})

it('다 보낸 다음 글은 새 글이다: 번호가 다르다', async () => {
  const { user, sendButton, write } = await renderForm('ko')
  for (const text of ['첫째', '둘째']) {
    await write(text)
    await user.click(sendButton())
  }
  const [first, second] = sentComments()
  expect([first?.text, second?.text]).toEqual(['첫째', '둘째'])
  expect(second?.id).not.toBe(first?.id)
})

describe('somebody who signs in in another tab while writing here', () => {
  afterEach(() => localStorage.clear())

  const signsInElsewhere = () => localStorage.setItem('madang:signed-in', 'mina')
  const own = () => JSON.parse(localStorage.getItem('madang:draft:comment:t3@mina') ?? 'null')?.text

  it('finds what they had begun before above it, and both are sent', async () => {
    localStorage.setItem('madang:draft:comment:t3@mina', JSON.stringify({ id: 't3-b', text: '먼저 쓰던 글' }))
    const { user, box, sendButton, write, isHere } = await renderForm('ko', NOBODY)
    await write('새로 쓰는')
    signsInElsewhere()
    // Before it is known here who that is: nothing of theirs is written over.
    await user.type(box(), ' 글')
    expect(own()).toBe('먼저 쓰던 글')
    isHere(joined())
    expect(box().value).toBe('먼저 쓰던 글\n\n새로 쓰는 글')
    await user.type(box(), '!')
    expect(own()).toBe('먼저 쓰던 글\n\n새로 쓰는 글!')
    await user.click(sendButton())
    expect(sentComments()).toMatchObject([{ text: '먼저 쓰던 글\n\n새로 쓰는 글!' }])
    expect(commentDraft('t3').load()).toBeNull()
  })

  it('goes on with what is in the box where there is nothing else', async () => {
    const { box, write, isHere } = await renderForm('ko', NOBODY)
    await write('새로 쓰는 글')
    signsInElsewhere()
    isHere(joined())
    expect(box().value).toBe('새로 쓰는 글')
    expect(own()).toBe('새로 쓰는 글')
  })

  it('with an account that is none here, and goes again, leaves the words to who began them', async () => {
    const { user, box, write, isHere } = await renderForm('ko', NOBODY)
    await write('새로 쓰는')
    signsInElsewhere()
    isHere({ ...NOBODY, user: { uid: 'mina', email: 'mina@example.com' } })
    await user.type(box(), ' 글')
    localStorage.removeItem('madang:signed-in')
    expect(commentDraft('t3').load()?.text).toBe('새로 쓰는 글')
  })

  it('once more after their sign-in has ended finds what they have corrected since', async () => {
    localStorage.setItem('madang:signed-in', 'mina')
    const { user, box, write, isHere } = await renderForm('ko')
    await write('새로 스는 글')
    localStorage.removeItem('madang:signed-in')
    isHere(NOBODY)
    await user.clear(box())
    await user.type(box(), '새로 쓰는 글')
    localStorage.setItem('madang:signed-in', 'mina')
    isHere(joined())
    expect(box().value).toBe('새로 쓰는 글')
    await user.type(box(), '!')
    expect(commentDraft('t3').load()?.text).toBe('새로 쓰는 글!')
  })
})

describe.each(LANGUAGES)('a comment that comes back, in %s', (lang) => {
  const words = WORDS[lang].outbox

  it('goes back into the empty form with its part and its reason, and stays there after a reload', async () => {
    const entry = comesBack('도서관을 늦게까지', 'refused')
    const { words: form, box, sendButton, user } = await renderForm(lang)
    expect(box().value).toBe('도서관을 늦게까지')
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: form.form.subtask }).value).toBe('s2')
    expect(alertSays()).toContain(words.refused.refused)
    // It came while somebody was elsewhere: the focus stays there.
    expect(document.activeElement).toBe(document.body)
    expect(outbox.look()).toEqual([])
    expect(commentDraft('t3').load()).toMatchObject({ text: '도서관을 늦게까지', returned: 'refused' })
    await user.click(sendButton())
    // The same id: should it have arrived after all, it is not there twice.
    expect(sentComments().map(({ id }) => `mina:comment:${id}`)).toEqual([entry.id])
    expect(alertSays()).toBe('')
  })

  it('while the form is open, too', async () => {
    const { box } = await renderForm(lang)
    act(() => void comesBack('도서관을 늦게까지', 'missing'))
    expect(box().value).toBe('도서관을 늦게까지')
    expect(alertSays()).toContain(words.refused.missing)
  })

  it('is kept on this device where that has no room left but its own', async () => {
    const entry = comesBack('도서관을 늦게까지', 'refused')
    const setItem = Storage.prototype.setItem
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(function (this: Storage, key, value) {
      if (localStorage.getItem(`madang:outbox:${entry.id}`) !== null) throw quotaExceeded()
      setItem.call(this, key, value)
    })
    const { words: form } = await renderForm(lang)
    expect(commentDraft('t3').load()?.text).toBe('도서관을 늦게까지')
    expect(screen.queryByText(form.form.notKept)).toBeNull()
  })

  it('goes on as a comment of its own where an earlier version has arrived', async () => {
    const entry = comesBack('고쳐 쓴 글', 'arrived')
    const { user, sendButton } = await renderForm(lang)
    await user.click(sendButton())
    expect(sentComments()[0]?.id).not.toBe(entry.deed.kind === 'comment' && entry.deed.comment.id)
  })

  it('stands above a form that is in use, and can be put below what is being written', async () => {
    commentDraft('t3').save({ id: 't3-b', text: '쓰던 글', subtaskId: null, returned: null })
    comesBack('돌아온 글', 'refused')
    const { user, box } = await renderForm(lang)
    expect(box().value).toBe('쓰던 글')
    expect(alertSays()).toContain(words.returned.title)
    expect(alertSays()).toContain(words.refused.refused)
    expect(screen.getByText('돌아온 글')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: words.returned.intoForm }))
    expect(box().value).toBe('쓰던 글\n\n돌아온 글')
    expect(commentDraft('t3').load()).toMatchObject({ id: 't3-b', text: '쓰던 글\n\n돌아온 글' })
    expect(document.activeElement).toBe(box())
    expect(outbox.look()).toEqual([])
  })

  it('from a task that is closed now does not pretend that it could be sent', async () => {
    comesBack('늦었어요', 'closed')
    const { box } = await renderForm(lang)
    expect(box().value).toBe('')
    expect(alertSays()).toContain(words.refused.closed)
    expect(outbox.look()).toHaveLength(1)
  })

  it('can be copied, thrown away, and had back', async () => {
    comesBack('늦었어요', 'closed')
    const { user } = await renderForm(lang)
    await user.click(screen.getByRole('button', { name: words.copy }))
    expect(await navigator.clipboard.readText()).toBe('늦었어요')
    expect(screen.getByText(words.copied)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: words.throwAway }))
    expect(screen.queryByText('늦었어요')).toBeNull()
    expect(outbox.look()).toEqual([])
    // Its button is gone; the focus is where it was.
    expect(document.activeElement?.contains(screen.getAllByRole('alert')[0] ?? null)).toBe(true)
    expect(document.activeElement).not.toBe(document.body)
  })

  it('to somebody else, to a thread or to another task, is not shown here', async () => {
    comesBack('답글이에요', 'refused', 't3-parent')
    const { box } = await renderForm(lang, joined({ ...joined().participant, uid: 'jun' } as never))
    expect(box().value).toBe('')
    expect(alertSays()).toBe('')
  })

  it('is nobody’s business while nobody is signed in, and stays for whoever wrote it', async () => {
    comesBack('늦었어요', 'closed')
    comesBack('아직 여기 있어요', 'refused')
    const { box } = await renderForm(lang, NOBODY)
    expect(box().value).toBe('')
    expect(alertSays()).toBe('')
    expect(outbox.look().map(({ uid }) => uid)).toEqual(['mina', 'mina'])
  })
})
