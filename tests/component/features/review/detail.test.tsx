import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { reviewDraft, translationDraft } from '#data/drafts.ts'
import type { ReviewWrite } from '#data/reviews.ts'
import { inbox } from '#features/review/inbox/inbox-store.ts'
import { letDialogsOpen } from '../../../helpers/dialogs.ts'
import { commentId, inboxRow, sampleReview } from '../../../helpers/inbox.ts'
import { comesIn, giveHeights, renderInbox } from '../../../helpers/inbox-page.tsx'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

const far = vi.hoisted(() => ({
  notes: [] as (string | undefined)[],
  translations: [] as string[],
  fails: false,
  notesFail: false,
}))

vi.mock('#data/reviews.ts', () => ({
  async writeReviews(writes: readonly ReviewWrite[]) {
    if (far.notesFail) {
      const error = new (await import('#data/errors.ts')).DataError('offline')
      return { done: [], failed: writes.map(({ comment }) => ({ id: comment.id, error })) }
    }
    far.notes.push(...writes.map(({ change }) => change.note))
    return { done: writes.map(({ comment }) => comment.id), failed: [] }
  },
}))

vi.mock('#data/translations.ts', () => ({
  async writeTranslation(_: unknown, text: string) {
    if (far.fails) throw new (await import('#data/errors.ts')).DataError('offline')
    far.translations.push(text)
  },
}))

vi.mock('#data/moderation.ts', () => ({
  hideComments: async (comments: readonly { id: string }[]) => ({ done: comments.map(({ id }) => id), failed: [] }),
}))

const korean = inboxRow({ id: commentId(1), text: '급식에 채소를 더 주세요' })
const AT = `/review/inbox?open=${commentId(1)}`

vi.mock('#data/review-comments.ts', () => ({
  readCommentById: async () => inbox.state().byId.get('t3-00000000000000000001')?.comment ?? null,
}))

vi.mock('#data/report-list.ts', () => ({
  readReportsOf: async () => (['abuse', 'abuse', 'duplicate'] as const).map((reason) => ({ reason })),
}))

beforeEach(() => {
  letDialogsOpen()
  giveHeights()
  far.notes.length = 0
  far.translations.length = 0
  far.fails = false
  far.notesFail = false
  inbox.clear()
})

describe.each(LANGUAGES)('a comment that is open, in %s', (lang) => {
  const { 'review-inbox': words, errors } = WORDS[lang]
  // By its words: to look for roles in a page of this size takes seconds here.
  const detail = () => within(document.getElementById('opened')?.closest('section') as HTMLElement)

  it('says of one that is owed an answer when it was written, not since when it waits: nobody knows that', async () => {
    const createdAt = new Date(Date.now() - 12 * 86_400_000)
    const owed = inboxRow({ id: commentId(1), text: '급식에 채소를 더 주세요', agreeTotal: 50, createdAt })
    await renderInbox([owed], lang, AT)
    expect(screen.getAllByText(fill(words.row.owed_other, { value: 12 }))).toHaveLength(2)
    expect(words.row.owed_other).toMatch(/쓴 지|written/)
  })

  it('gets a translation by staff, of which nothing is lost when it does not arrive', async () => {
    far.fails = true
    const { user } = await renderInbox([korean], lang, AT)
    await user.click(detail().getByText(words.words.write))
    const box = detail().getByLabelText(fill(words.words.label, { lang: words.lang.en }))
    expect(document.activeElement).toBe(box)
    await user.click(detail().getByText(words.words.save))
    expect(detail().getByText(words.words.missing)).toBeTruthy()
    await user.paste('More vegetables, please')
    await user.click(detail().getByText(words.words.save))
    await detail().findByText(errors.offline)
    expect(translationDraft(commentId(1)).load()).toEqual({ text: 'More vegetables, please', edits: 0 })
    far.fails = false
    await user.click(detail().getByText(words.words.save))
    await detail().findByText(`· ${words.words.by.staff}`)
    expect(far.translations).toEqual(['More vegetables, please'])
    await waitFor(() => expect(translationDraft(commentId(1)).load()).toBeNull())
  })

  it('shows what another has translated meanwhile, and covers it only if I say so', async () => {
    const { user } = await renderInbox([korean], lang, AT)
    await user.click(detail().getByText(words.words.write))
    await user.type(detail().getByLabelText(fill(words.words.label, { lang: words.lang.en })), 'Mine')
    await comesIn({ comments: [{ ...korean.comment, translation: { text: 'Theirs', by: 'staff' } }] })
    expect(detail().getByText('Theirs')).toBeTruthy()
    await user.click(detail().getByText(words.words.save))
    expect(far.translations).toEqual([])
    await user.click(detail().getByText(words.words.keepMine))
    await user.click(detail().getByText(words.words.save))
    await waitFor(() => expect(far.translations).toEqual(['Mine']))
  })

  it('is not translated as it was before its author changed it, nor as a draft of then has it', async () => {
    const { user } = await renderInbox([korean], lang, AT)
    await user.click(detail().getByText(words.words.write))
    await user.type(detail().getByLabelText(fill(words.words.label, { lang: words.lang.en })), 'Mine')
    await comesIn({ comments: [{ ...korean.comment, text: '급식에 고기를 더 주세요', edits: 1 }] })
    expect(detail().getByText(words.words.changed)).toBeTruthy()
    expect(detail().queryByText(words.words.overlap)).toBeNull()
    cleanup()

    await renderInbox([inboxRow({ id: commentId(1), text: '급식에 고기를 더 주세요', edits: 1 })], lang, AT)
    await user.click(detail().getByText(words.words.save))
    expect(far.translations).toEqual([])
    await user.click(detail().getByText(words.words.goOn))
    expect(document.activeElement?.tagName).toBe('TEXTAREA')
    expect(translationDraft(commentId(1)).load()).toEqual({ text: 'Mine', edits: 1 })
    await user.click(detail().getByText(words.words.save))
    await waitFor(() => expect(far.translations).toEqual(['Mine']))
  })

  it('has a note: mine stays while I write, and a colleague’s is shown beside it', async () => {
    const { user } = await renderInbox([korean], lang, AT)
    const box = detail().getByLabelText<HTMLTextAreaElement>(words.detail.note)
    await user.type(box, '내 메모')
    await comesIn({ reviews: [sampleReview({ note: '이두리의 메모', byUid: 'duri' })] })
    expect(box.value).toBe('내 메모')
    expect(detail().getByText('이두리의 메모')).toBeTruthy()
    await user.click(detail().getByText(words.detail.saveNote))
    await waitFor(() => expect(far.notes).toEqual(['내 메모']))
    expect(detail().queryByText('이두리의 메모')).toBeNull()
    // What nobody is writing upon follows by itself.
    await comesIn({ reviews: [sampleReview({ note: '또 다른 메모', version: 5, byUid: 'duri' })] })
    expect(box.value).toBe('또 다른 메모')
  })

  it('has a note that stays as it was typed when it does not arrive, and is one press away from trying again', async () => {
    far.notesFail = true
    const { user } = await renderInbox([{ ...korean, review: sampleReview({ note: '전에 쓴 메모' }) }], lang, AT)
    const box = detail().getByLabelText<HTMLTextAreaElement>(words.detail.note)
    await user.clear(box)
    await user.type(box, '새 메모')
    await user.click(detail().getByText(words.detail.saveNote))
    await screen.findByText(errors.offline)
    expect(box.value).toBe('새 메모')
    expect(reviewDraft('note', commentId(1)).load()).toBe('새 메모')
    far.notesFail = false
    await user.click(detail().getByText(words.detail.saveNote))
    await waitFor(() => expect(far.notes).toEqual(['새 메모']))
    await waitFor(() => expect(reviewDraft('note', commentId(1)).load()).toBeNull())
  })

  it('says that the public does not see it, and why', async () => {
    await renderInbox([inboxRow({ id: commentId(1), status: 'hidden', hiddenReason: 'abuse' })], lang, AT)
    expect(detail().getByText(fill(words.row.hidden, { reason: words.reason.abuse }))).toBeTruthy()
  })

  it('has the focus after a decision, since the button that led to it is gone', async () => {
    const { user } = await renderInbox([korean], lang, AT)
    await user.click(detail().getByText(words.ask.hide.open))
    await user.click(screen.getByLabelText(words.reason.abuse))
    await user.click(screen.getByText(words.ask.hide.send, { selector: 'dialog button' }))
    expect(document.activeElement).toBe(document.getElementById('opened'))
  })

  it('says what it was reported for, and how often', async () => {
    const reported = inboxRow({ id: commentId(1), reportCount: 3 })
    await renderInbox([reported], lang, AT)
    expect(await detail().findByText(new RegExp(`${words.reason.abuse} 2, ${words.reason.duplicate} 1`))).toBeTruthy()
    expect(detail().getByText(words.ask.restore.leave)).toBeTruthy()
    const left = { ...reported.comment, moderations: 1, decided: { reports: 3, edits: 0 } }
    await comesIn({ comments: [left] })
    expect(detail().queryByText(words.ask.restore.leave)).toBeNull()
    await comesIn({ comments: [{ ...left, edits: 1 }] })
    expect(await detail().findByText(words.ask.restore.leave)).toBeTruthy()
  })

  it('that is not there is said to be missing, with the way back', async () => {
    const { user, address } = await renderInbox([korean], lang, '/review/inbox?role=parent&open=t3-nowhere')
    expect(screen.getByText(words.detail.missing)).toBeTruthy()
    await user.click(screen.getByText(words.detail.back))
    expect(address()).toBe(`/${lang}/review/inbox?role=parent`)
  })
})
