import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { commentDraft } from '#data/drafts.ts'
import { DataError, type DataErrorKind } from '#data/errors.ts'
import type { Comment } from '#domain/comment.ts'
import { JOIN, renderForm } from '../../../helpers/comment-form-harness.tsx'
import { hrefOf } from '../../../helpers/described.ts'
import { LANGUAGES, WORDS } from '../../../helpers/words.ts'

type Send = (comment: Comment) => Promise<void>

const statusSays = (text: string) =>
  waitFor(() => expect(screen.getAllByRole('status').map((status) => status.textContent)).toContain(text))

describe.each(LANGUAGES)('sending a comment, in %s', (lang) => {
  it('hands over the tidied text, the part it is about and its language, and then empties the box', async () => {
    const send = vi.fn<Send>(async () => undefined)
    const { user, words, box, sendButton, write } = await renderForm(lang, send)
    await user.selectOptions(screen.getByRole('combobox', { name: words.form.subtask }), 's2')
    await write('  Please keep it open.\n')
    await user.click(sendButton())
    await statusSays(words.form.sent)
    expect(send).toHaveBeenCalledTimes(1)
    expect(send.mock.calls[0]?.[0]).toMatchObject({
      taskId: 't3',
      authorId: 'mina',
      role: 'student',
      district: 'jongno',
      text: 'Please keep it open.',
      lang: 'en',
      subtaskId: 's2',
      parentId: null,
      revision: 2,
    })
    expect(box().value).toBe('')
    expect(commentDraft('t3').load()).toBeNull()
  })

  it.each<DataErrorKind>(['offline', 'too-soon', 'closed', 'refused'])(
    'that fails (%s) says why and keeps the text, here and on the device',
    async (kind) => {
      const send = vi.fn<Send>().mockRejectedValueOnce(new DataError(kind)).mockResolvedValueOnce()
      const { user, words, box, sendButton, write } = await renderForm(lang, send)
      await write('급식이 맛있어요')
      await user.click(sendButton())
      await waitFor(() => expect(screen.getByRole('alert').textContent).toBe(WORDS[lang].errors[kind]))
      expect(box().value).toBe('급식이 맛있어요')
      expect(commentDraft('t3').load()?.text).toBe('급식이 맛있어요')

      await user.click(sendButton())
      await statusSays(words.form.sent)
      expect(screen.getByRole('alert').textContent).toBe('')
      // The same id again: should the first one have arrived after all, it is not there twice.
      expect(send.mock.calls[1]?.[0].id).toBe(send.mock.calls[0]?.[0].id)
    },
  )

  it.each([
    ['signed-out', 'signInAgain', `${JOIN}&again=`],
    ['not-joined', 'join', JOIN],
  ] as const)('that fails (%s) shows the way in', async (kind, name, href) => {
    const { user, words, box, sendButton, write } = await renderForm(lang, async () => {
      throw new DataError(kind)
    })
    await write('급식이 맛있어요')
    await user.click(sendButton())
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain(WORDS[lang].errors[kind]))
    expect(hrefOf(screen.getByRole('link', { name: words.form[name] }))).toBe(href)
    expect(box().value).toBe('급식이 맛있어요')
  })

  it('happens once, however often somebody presses while it is on its way', async () => {
    let arrive: () => void = () => undefined
    const send = vi.fn<Send>(() => new Promise((resolve) => (arrive = resolve)))
    const { user, words, box, sendButton, write } = await renderForm(lang, send)
    await write('급식이 맛있어요')
    await user.dblClick(sendButton())
    const busy = await screen.findByRole('button', { name: words.form.sending })
    expect(busy.getAttribute('aria-disabled')).toBe('true')
    await user.click(busy)
    expect(box().readOnly).toBe(true)
    expect(box().value).toBe('급식이 맛있어요')
    arrive()
    await statusSays(words.form.sent)
    expect(send).toHaveBeenCalledTimes(1)
  })
})

it('다 보낸 다음 글은 새 글이다: 번호가 다르다', async () => {
  const send = vi.fn<Send>(async () => undefined)
  const { user, words, sendButton, write } = await renderForm('ko', send)
  for (const text of ['첫째', '둘째']) {
    await write(text)
    await user.click(sendButton())
    await statusSays(words.form.sent)
  }
  const [first, second] = send.mock.calls.map(([comment]) => comment)
  expect(second?.text).toBe('둘째')
  expect(second?.id).not.toBe(first?.id)
})
