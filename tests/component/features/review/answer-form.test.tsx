import { useQuery } from '@tanstack/react-query'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { answerDraft } from '#data/drafts.ts'
import { DataError } from '#data/errors.ts'
import { TASK_IDS } from '#domain/plan.ts'
import { AnswerForm } from '#features/review/answers/answer-form.tsx'
import { owedQuery } from '#features/review/answers/queries.ts'
import { descriptionOf } from '../../../helpers/described.ts'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { sampleAnswer, sampleComment } from '../../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

// Answering itself is tried on the emulator, by tests/rules and in the browser.
const { answerComments, readResponses, readCommentById, readOwedAnswer, answerBeside } = vi.hoisted(() => ({
  answerBeside: vi.fn(),
  answerComments: vi.fn(),
  readResponses: vi.fn(),
  readCommentById: vi.fn(),
  readOwedAnswer: vi.fn(),
}))
type Run = (module: object) => Promise<unknown>
vi.mock('#data/remote.ts', () => ({
  remote: (_: unknown, run: Run) => run({ readResponses, readCommentById, readOwedAnswer, answerBeside }),
}))
vi.mock('#data/bulk.ts', () => ({ bulk: (_: unknown, run: Run) => run({ answerComments }) }))

const one = sampleComment({ id: 't3-one', text: '도서관을 늦게까지 열어 주세요.', agreeTotal: 61 })
const two = sampleComment({ id: 't2-two', taskId: 't2', lang: 'en', text: 'Keep tablets at school.' })

const MESSAGE = { ko: '검토하고 있습니다.', en: 'We are looking into it.' }
const OFFICE = { ko: '평생교육과', en: 'Lifelong Learning' }

const Owed = () => useQuery(owedQuery).data?.map(({ id }) => <li key={id}>{id}</li>)

beforeEach(() => {
  answerComments.mockReset()
  readOwedAnswer.mockReset()
  answerBeside.mockReset().mockResolvedValue([])
  readResponses.mockReset().mockResolvedValue({})
})

describe.each(LANGUAGES)('an official answer being written, in %s', (lang) => {
  const { 'review-answers': words, answer: statuses, errors } = WORDS[lang]
  const onDone = vi.fn()

  const show = async (comments = [one, two], beside: ReactNode = null) => {
    onDone.mockReset()
    const app = await renderInApp(
      <>
        <AnswerForm comments={comments} onDone={onDone} />
        {beside}
      </>,
      { lang },
    )
    await screen.findByText(words.form.status)
    const box = (name: string) => screen.getByLabelText<HTMLTextAreaElement>(name)
    const fillIn = async () => {
      await app.user.click(screen.getByRole('radio', { name: statuses.status.considering }))
      for (const of of LANGUAGES) {
        await app.user.type(box(words.form.message[of]), MESSAGE[of])
        if (box(words.form.office[of]).value === '') await app.user.type(box(words.form.office[of]), OFFICE[of])
      }
    }
    const send = (count: number) =>
      app.user.click(screen.getByRole('button', { name: countOf(words.form, 'send', count) }))
    return { ...app, box, fillIn, send }
  }
  /** A text with its number, in the plural that the language has for it. */
  const countOf = (texts: object, key: string, count: number) => {
    const known = texts as Record<string, string>
    return fill(known[count === 1 ? `${key}_one` : `${key}_other`] ?? known[`${key}_other`] ?? '', { count })
  }

  it('has what people said in view, each in its own language', async () => {
    await show()
    const said = screen.getByRole('region', { name: countOf(words.said, 'title', 2) })
    expect(within(said).getByText(one.text).getAttribute('lang')).toBe('ko')
    expect(within(said).getByText(two.text).getAttribute('lang')).toBe('en')
  })

  it('says who else is answering at this moment, and says that one is answering', async () => {
    answerBeside.mockResolvedValue(['김하나'])
    await show()
    const told = countOf(words.form, 'beside', 1).replace('{{names}}', '김하나')
    await waitFor(() => expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain(told))
    expect(answerBeside).toHaveBeenCalledWith([one.id, two.id])
  })

  it('says what is missing field by field, begins with the first, and sends nothing', async () => {
    const { send, box } = await show()
    await send(2)
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: statuses.status.considering }))
    expect(screen.getByText(words.problem.status.missing)).toBeTruthy()
    expect(descriptionOf(box(words.form.message.ko))).toContain(words.problem.message.ko.missing)
    expect(descriptionOf(box(words.form.message.en))).toContain(words.problem.message.en.missing)
    expect(descriptionOf(box(words.form.office.ko))).toContain(words.problem.office.missing)
    expect(answerComments).not.toHaveBeenCalled()
  })

  it('notices when the two languages are swapped', async () => {
    const { user, send, box } = await show()
    await user.type(box(words.form.message.ko), MESSAGE.en)
    await user.type(box(words.form.message.en), MESSAGE.ko)
    await send(2)
    expect(descriptionOf(box(words.form.message.ko))).toContain(words.problem.message.ko.language)
    expect(descriptionOf(box(words.form.message.en))).toContain(words.problem.message.en.language)
  })

  it('is sent to all comments at once, and then nothing of it is kept but the office', async () => {
    answerComments.mockImplementation(async (comments, _, _answered, onProgress) => {
      onProgress(2)
      return { done: comments.map(({ id }: { id: string }) => id), failed: [] }
    })
    const { fillIn, send } = await show()
    await fillIn()
    expect(answerDraft('many').load()?.messageKo).toBe(MESSAGE.ko)
    await send(2)
    await waitFor(() => expect(onDone).toHaveBeenCalledExactlyOnceWith([one.id, two.id]))
    expect(answerComments).toHaveBeenCalledExactlyOnceWith(
      [one, two],
      { status: 'considering', message: MESSAGE, office: OFFICE },
      new Set(),
      expect.any(Function),
    )
    expect(answerDraft('many').load()).toBeNull()
    cleanup()
    const next = await show([one])
    expect(next.box(words.form.office[lang]).value).toBe(OFFICE[lang])
  })

  it('says which comments it did not reach and why, keeps the words, and goes to those alone next time', async () => {
    answerComments
      .mockResolvedValueOnce({ done: [one.id], failed: [{ id: two.id, error: new DataError('offline') }] })
      .mockResolvedValueOnce({ done: [two.id], failed: [] })
    const { fillIn, send, box } = await show()
    await fillIn()
    await send(2)
    await waitFor(() =>
      expect(
        screen
          .getAllByRole('alert')
          .map((at) => at.textContent)
          .join(),
      ).toContain(two.text),
    )
    const said = screen
      .getAllByRole('alert')
      .map((at) => at.textContent)
      .join()
    expect(said).toContain(errors.offline)
    expect(said).not.toContain(one.text)
    expect(box(words.form.message.ko).value).toBe(MESSAGE.ko)
    expect(onDone).not.toHaveBeenCalled()
    await send(1)
    await waitFor(() => expect(onDone).toHaveBeenCalledExactlyOnceWith([one.id, two.id]))
    expect(answerComments.mock.lastCall?.[0]).toEqual([two])
  })

  it('takes what it has sent itself, and got no answer about, for nobody else’s', async () => {
    const sent = sampleAnswer({ commentId: one.id, status: 'considering', message: MESSAGE, office: OFFICE })
    const { fillIn, send } = await show([one])
    answerComments
      .mockResolvedValueOnce({ done: [], failed: [{ id: one.id, error: new DataError('offline') }] })
      .mockResolvedValueOnce({ done: [one.id], failed: [] })
    await fillIn()
    // Nothing can be read then, either.
    readResponses.mockResolvedValueOnce({}).mockRejectedValueOnce(new DataError('offline'))
    await send(1)
    await screen.findByText(errors.offline)
    readResponses.mockResolvedValue({ [one.id]: sent })
    await send(1)
    await waitFor(() => expect(onDone).toHaveBeenCalledExactlyOnceWith([one.id]))
  })

  it('leaves the list of what is owed, which is read anew only where something came in between', async () => {
    readOwedAnswer.mockImplementation(async (task) => (task === 't3' ? [one] : task === 't2' ? [two] : []))
    answerComments
      .mockResolvedValueOnce({ done: [one.id], failed: [] })
      .mockResolvedValueOnce({ done: [], failed: [{ id: two.id, error: new DataError('conflict') }] })
    const { fillIn, send, rerender } = await show([one], <Owed />)
    await screen.findByText(one.id)
    expect(readOwedAnswer).toHaveBeenCalledTimes(TASK_IDS.length)
    await fillIn()
    await send(1)
    await waitFor(() => expect(screen.queryByText(one.id)).toBeNull())
    expect(screen.getByText(two.id)).toBeTruthy()
    expect(readOwedAnswer).toHaveBeenCalledTimes(TASK_IDS.length)
    rerender(
      <>
        <AnswerForm key="two" comments={[two]} onDone={onDone} />
        <Owed />
      </>,
    )
    await screen.findByText(words.form.status)
    await fillIn()
    await send(1)
    await waitFor(() => expect(readOwedAnswer).toHaveBeenCalledTimes(2 * TASK_IDS.length))
  })

  it('replaces no answer unseen: what somebody else has answered in the meantime is shown first', async () => {
    answerComments.mockResolvedValue({ done: [one.id], failed: [] })
    const { fillIn, send } = await show([one])
    await fillIn()
    readResponses.mockResolvedValue({ [one.id]: sampleAnswer({ commentId: one.id }) })
    await send(1)
    await screen.findByText(words.sending.changed)
    expect(answerComments).not.toHaveBeenCalled()
    await screen.findByText(words.said.answered)
    await send(1)
    await waitFor(() => expect(onDone).toHaveBeenCalledExactlyOnceWith([one.id]))
  })

  it('answers no words unseen: what an author has changed in the meantime is shown first', async () => {
    const changed = { ...two, text: 'Keep tablets at home.', edits: 1 }
    readCommentById.mockResolvedValue(changed)
    answerComments
      .mockResolvedValueOnce({ done: [one.id], failed: [{ id: two.id, error: new DataError('conflict') }] })
      .mockResolvedValueOnce({ done: [two.id], failed: [] })
    const { fillIn, send, box } = await show()
    await fillIn()
    await send(2)
    await screen.findByText(words.sending.rewritten)
    const said = screen.getByRole('region', { name: countOf(words.said, 'title', 2) })
    expect(within(said).getByText(changed.text)).toBeTruthy()
    expect(box(words.form.message.ko).value).toBe(MESSAGE.ko)
    await send(1)
    await waitFor(() => expect(onDone).toHaveBeenCalledExactlyOnceWith([one.id, two.id]))
    expect(answerComments.mock.lastCall?.[0]).toEqual([changed])
  })

  it('begins with the answer that there is, and shows how it will look', async () => {
    const given = sampleAnswer({ commentId: one.id })
    readResponses.mockResolvedValue({ [one.id]: given })
    const { user, box } = await show([one])
    expect(box(words.form.message.ko).value).toBe(given.message.ko)
    expect(screen.getByRole<HTMLInputElement>('radio', { name: statuses.status.adopted }).checked).toBe(true)
    expect(screen.getByText(countOf(words.form, 'replaces', 1))).toBeTruthy()
    await user.type(box(words.form.message[lang]), ' 123')
    expect(screen.getByText(words.form.preview).closest('details')?.textContent).toContain(`${given.message[lang]} 123`)
  })

  it('is found again on this device as it was left', async () => {
    const { user, box } = await show([one])
    await user.type(box(words.form.message.ko), '쓰다 만 글')
    cleanup()
    const again = await show([one])
    expect(again.box(words.form.message.ko).value).toBe('쓰다 만 글')
  })
})
