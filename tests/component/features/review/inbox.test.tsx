import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { reviewDraft } from '#data/drafts.ts'
import { DataError } from '#data/errors.ts'
import type { ReviewWrite } from '#data/reviews.ts'
import { changedReview, type Review } from '#domain/review.ts'
import { Inbox } from '#features/review/inbox/inbox.tsx'
import { inbox } from '#features/review/inbox/inbox-store.ts'
import { letDialogsOpen } from '../../../helpers/dialogs.ts'
import { commentId, inboxRow, sampleReview, THEMES } from '../../../helpers/inbox.ts'
import { comesIn, giveHeights, inboxClient, renderInbox } from '../../../helpers/inbox-page.tsx'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

/** What the database holds and answers; Hana writes, and Duri sometimes was there first. */
const far = vi.hoisted(() => ({
  stored: new Map<string, Review>(),
  refuse: new Map<string, 'conflict' | 'offline' | 'refused'>(),
  hidden: [] as { ids: string[]; reason: string; reports: number[] }[],
  hideFails: false,
}))

vi.mock('#data/reviews.ts', () => ({
  async writeReviews(writes: readonly ReviewWrite[], onProgress?: (done: number) => void) {
    const done: string[] = []
    const failed: { id: string; error: DataError }[] = []
    for (const { before, comment, change } of writes) {
      const kind = far.refuse.get(comment.id)
      if (kind) failed.push({ id: comment.id, error: new DataError(kind) })
      else {
        far.stored.set(comment.id, changedReview(before, comment, change, 'hana'))
        done.push(comment.id)
        onProgress?.(done.length)
      }
    }
    return { done, failed }
  },
  readReview: async (id: string) => far.stored.get(id) ?? null,
}))

vi.mock('#data/moderation.ts', () => ({
  async hideComments(comments: readonly { id: string; reportCount: number }[], reason: string) {
    if (far.hideFails) throw new DataError('offline')
    const ids = comments.map(({ id }) => id)
    far.hidden.push({ ids, reason, reports: comments.map(({ reportCount }) => reportCount) })
    return { done: ids, failed: [] }
  },
  restoreComments: async (comments: readonly { id: string }[]) => ({ done: comments.map(({ id }) => id), failed: [] }),
}))

vi.mock('#data/review-comments.ts', () => ({
  async readCommentById() {
    throw new DataError('offline')
  },
}))

beforeEach(() => {
  letDialogsOpen()
  giveHeights()
  far.stored.clear()
  far.refuse.clear()
  far.hidden.length = 0
  inbox.clear()
})

const AT = new Date('2026-03-05T05:00:00Z')
const rows = ['도서관을 늦게까지 열어 주세요', '급식에 채소를 더 주세요', 'Longer library hours, please'].map(
  (text, i) =>
    inboxRow({
      id: commentId(i),
      text,
      lang: i === 2 ? 'en' : 'ko',
      role: i === 0 ? 'student' : 'parent',
      agreeTotal: 10 * i,
      createdAt: new Date(AT.getTime() - i * 60_000),
    }),
)
const many = Array.from({ length: 500 }, (_, i) =>
  inboxRow({ id: commentId(i), text: `${i}번째 의견`, createdAt: new Date(AT.getTime() - i * 60_000) }),
)

const list = () => screen.getByRole('listbox')
const options = () => within(list()).queryAllByRole('option')
const texts = () => options().map((option) => option.querySelector('p')?.textContent)
const stateStored = (i: number) => far.stored.get(commentId(i))?.state

describe.each(LANGUAGES)('the inbox, in %s', (lang) => {
  const { 'review-inbox': words, common } = WORDS[lang]

  it('draws what is on the screen of a long list, and tells each place and how many there are', async () => {
    await renderInbox(many, lang)
    expect(options().length).toBeGreaterThan(5)
    expect(options().length).toBeLessThan(40)
    expect(options()[0]?.getAttribute('aria-posinset')).toBe('1')
    expect(options()[0]?.getAttribute('aria-setsize')).toBe('500')
  })

  it('finds by words and by initials, and keeps the filter in the address', async () => {
    const { user, address } = await renderInbox(rows, lang)
    const box = screen.getByRole('searchbox', { name: words.filter.q })
    await user.type(box, 'ㄷㅅㄱ')
    expect(texts()).toEqual(['도서관을 늦게까지 열어 주세요'])
    expect(new URLSearchParams(address().split('?')[1]).get('q')).toBe('ㄷㅅㄱ')
  })

  it('filters and sorts, and takes each filter back', async () => {
    const { user } = await renderInbox(rows, lang)
    await user.click(screen.getByRole('button', { name: words.filter.open }))
    await user.selectOptions(screen.getByLabelText(words.filter.role), 'student')
    expect(texts()).toEqual(['도서관을 늦게까지 열어 주세요'])
    await user.click(
      screen.getByRole('button', { name: new RegExp(`^${words.filter.remove}.*${common.roles.student}`) }),
    )
    expect(texts()).toHaveLength(3)
    await user.selectOptions(screen.getByLabelText(words.filter.sort), 'agreed')
    expect(texts()[0]).toBe('Longer library hours, please')
  })

  it('keeps filters under a name on the device, and brings them back', async () => {
    const { user } = await renderInbox(rows, lang, '/review/inbox?lang=en')
    await user.click(screen.getByRole('button', { name: words.saved.open }))
    await user.type(screen.getByLabelText(words.saved.name), 'A1')
    await user.click(screen.getByRole('button', { name: words.saved.save }))
    await user.click(screen.getByRole('button', { name: words.filter.reset }))
    expect(texts()).toHaveLength(3)
    await user.click(screen.getByRole('button', { name: words.saved.open }))
    await user.click(screen.getByRole('button', { name: 'A1' }))
    expect(texts()).toEqual(['Longer library hours, please'])
  })

  it('goes by keyboard: on, open, marked, undone', async () => {
    const { user, address } = await renderInbox(rows, lang)
    await user.keyboard('jj')
    expect(document.activeElement).toBe(list())
    expect(list().getAttribute('aria-activedescendant')).toBe(options()[1]?.id)
    await user.keyboard('o')
    expect(address()).toContain(commentId(1))
    expect(screen.getByRole('heading', { name: fill(words.detail.title, { number: 3 }) })).toBeTruthy()
    await user.keyboard('e')
    await waitFor(() => expect(stateStored(1)).toBe('done'))
    expect(within(options()[1] as HTMLElement).getByText(words.state.done)).toBeTruthy()
    await user.keyboard('u')
    await waitFor(() => expect(stateStored(1)).toBe('new'))
    expect(far.stored.get(commentId(1))?.version).toBe(2)
  })

  it('acts on the comment one reads, also when a filter no longer shows it, and goes on to the next', async () => {
    const { user, address } = await renderInbox(rows, lang, '/review/inbox?state=new')
    await user.keyboard('joe')
    await waitFor(() => expect(stateStored(0)).toBe('done'))
    expect(texts()).not.toContain(rows[0]?.comment.text)
    await user.keyboard('h')
    const dialog = within(screen.getByRole('dialog'))
    expect(dialog.getByText(rows[0]?.comment.text ?? '').lang).toBe('ko')
    await user.click(dialog.getByRole('radio', { name: words.reason.abuse }))
    await user.click(dialog.getByRole('button', { name: words.ask.hide.send }))
    await waitFor(() => expect(far.hidden).toMatchObject([{ ids: [commentId(0)], reason: 'abuse' }]))
    await user.keyboard('j')
    expect(address()).toContain(commentId(1))
    await user.keyboard('ej')
    expect(address()).toContain(commentId(2))
  })

  it('goes on from a comment that was opened by its address, too', async () => {
    const { user, address } = await renderInbox(rows, lang, `/review/inbox?state=new&open=${commentId(1)}`)
    await user.keyboard('e')
    await waitFor(() => expect(stateStored(1)).toBe('done'))
    await user.keyboard('j')
    expect(address()).toContain(commentId(2))
  })

  it('does nothing by single keys while somebody types, or once they are switched off', async () => {
    const { user } = await renderInbox(rows, lang)
    await user.type(screen.getByRole('searchbox'), 'e')
    await user.clear(screen.getByRole('searchbox'))
    list().focus()
    await user.keyboard('?')
    await user.click(screen.getByRole('checkbox', { name: words.help.on }))
    await user.click(screen.getByRole('button', { name: common.close }))
    list().focus()
    await user.keyboard('je')
    expect(far.stored.size).toBe(0)
    // What every list knows still works.
    await user.keyboard('{ArrowDown}{ }')
    expect(options()[0]?.getAttribute('aria-selected')).toBe('true')
    await user.keyboard('{Enter}')
    expect(screen.getByRole('heading', { name: fill(words.detail.title, { number: 3 }) })).toBeTruthy()
  })

  it('selects on from where one is, with the arrows and Shift', async () => {
    const { user } = await renderInbox(rows, lang)
    list().focus()
    await user.keyboard('{ArrowDown}{Shift>}{ArrowDown}{/Shift}')
    expect(options().map((option) => option.getAttribute('aria-selected'))).toEqual(['true', 'true', 'false'])
  })

  it('works through all of a filter at once, tells what failed, and does that again', async () => {
    far.refuse.set(commentId(1), 'offline')
    const { user } = await renderInbox(rows, lang)
    list().focus()
    await user.keyboard('{Control>}a{/Control}')
    expect(screen.getByText(fill(words.bulk.selected, { value: 3 }))).toBeTruthy()
    await user.click(screen.getByRole('button', { name: words.bulk.mark.read }))
    await screen.findByText(fill(words.account.failed, { value: 1 }))
    expect([0, 1, 2].map(stateStored)).toEqual(['read', undefined, 'read'])
    // What failed is shown as it is.
    expect(within(options()[1] as HTMLElement).getByText(words.state.new)).toBeTruthy()
    far.refuse.clear()
    await user.click(screen.getByRole('button', { name: words.account.again }))
    await waitFor(() => expect(stateStored(1)).toBe('read'))
    expect(screen.queryByText(fill(words.account.failed, { value: 1 }))).toBeNull()
  })

  it('never writes over what another has done: it shows that, and does mine on top if I say so', async () => {
    const { user } = await renderInbox(rows, lang)
    const theirs = sampleReview({
      commentId: commentId(0),
      state: 'read',
      note: '학교에 물어봄',
      themes: [THEMES[0]?.id ?? ''],
      version: 3,
      byUid: 'duri',
    })
    far.stored.set(commentId(0), theirs)
    far.refuse.set(commentId(0), 'conflict')
    await user.keyboard('je')
    const said = await screen.findByText(fill(words.conflict.title, { value: 1 }))
    const notice = within(said.parentElement as HTMLElement)
    expect(notice.getByText(/이두리/).closest('li')?.textContent).toContain(
      fill(words.act.tag, { theme: THEMES[0]?.label[lang] ?? '' }),
    )
    expect(far.stored.get(commentId(0))).toBe(theirs)
    expect(within(options()[0] as HTMLElement).getByText(words.state.read)).toBeTruthy()
    far.refuse.clear()
    await user.click(screen.getByRole('button', { name: words.conflict.onTop }))
    await waitFor(() => expect(stateStored(0)).toBe('done'))
    expect(far.stored.get(commentId(0))).toMatchObject({ note: '학교에 물어봄', themes: theirs.themes, version: 4 })
  })

  it('keeps what failed while one goes on, and while one is in another room', async () => {
    const { user } = await renderInbox(rows, lang)
    far.refuse.set(commentId(0), 'conflict')
    far.refuse.set(commentId(2), 'offline')
    await user.keyboard('jejeje')
    await screen.findByText(fill(words.account.failed, { value: 1 }))
    expect(stateStored(1)).toBe('done')
    const conflict = fill(words.conflict.title, { value: 1 })
    expect(screen.getByText(conflict)).toBeTruthy()

    cleanup()
    await renderInApp(<Inbox uid="hana" />, { lang, path: '/review/inbox', client: inboxClient([commentId(2)]) })
    await user.click(screen.getByText(words.account.dismiss))
    expect(screen.queryByText(fill(words.account.failed, { value: 1 }))).toBeNull()
    far.refuse.clear()
    await user.click(screen.getByText(words.conflict.onTop))
    await waitFor(() => expect(stateStored(0)).toBe('done'))
    expect(screen.queryByText(conflict)).toBeNull()
  })

  it('does not take back what another has changed since', async () => {
    const { user } = await renderInbox(rows, lang)
    await user.keyboard('je')
    await waitFor(() => expect(stateStored(0)).toBe('done'))
    const theirs = sampleReview({ commentId: commentId(0), state: 'read', version: 2, byUid: 'duri' })
    far.stored.set(commentId(0), theirs)
    await comesIn({ reviews: [theirs] })
    await user.keyboard('u')
    await screen.findByText(words.account.since)
    expect(far.stored.get(commentId(0))).toBe(theirs)
  })

  it('undoes what stands beside the button, and names it where it is something else', async () => {
    const { user } = await renderInbox(rows, lang)
    await user.keyboard('je')
    await waitFor(() => expect(stateStored(0)).toBe('done'))
    await user.keyboard('jr')
    await waitFor(() => expect(stateStored(1)).toBe('read'))
    await user.click(screen.getByText(words.last.undo))
    await waitFor(() => expect(stateStored(1)).toBe('new'))
    const done = fill(words.act.mark, { state: words.state.done })
    await user.click(await screen.findByText(fill(words.last.undoStep, { what: done })))
    await waitFor(() => expect(stateStored(0)).toBe('new'))
  })

  it('takes nothing back after a report was left as it is: that cannot be', async () => {
    const reported = inboxRow({ id: commentId(3), reportCount: 1, createdAt: new Date(AT.getTime() + 60_000) })
    const { user } = await renderInbox([reported, ...rows], lang)
    await user.keyboard('jje')
    await waitFor(() => expect(stateStored(0)).toBe('done'))
    await user.keyboard('ko')
    await user.click(screen.getByText(words.ask.restore.leave))
    await user.type(screen.getByLabelText(words.ask.restore.reason), 'A reason{Enter}')
    const undo = () => screen.getByText(words.last.undo).closest('button')
    await waitFor(() => expect(undo()?.ariaDisabled).toBe('true'))
    await user.keyboard('u')
    expect(stateStored(0)).toBe('done')
  })

  it('hides with a reason, and shows it hidden', async () => {
    const { user } = await renderInbox(rows, lang)
    await user.keyboard('jh')
    await user.click(screen.getByRole('button', { name: words.ask.hide.send }))
    expect(screen.getByText(words.ask.hide.missing)).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: words.reason.abuse }))
    await user.click(screen.getByRole('button', { name: words.ask.hide.send }))
    await waitFor(() => expect(far.hidden).toMatchObject([{ ids: [commentId(0)], reason: 'abuse' }]))
    expect(
      within(options()[0] as HTMLElement).getByText(fill(words.row.hidden, { reason: words.reason.abuse })),
    ).toBeTruthy()
  })

  it('decides nothing about words that came while one was asked, nor about reports', async () => {
    const { user } = await renderInbox(rows, lang)
    const [first, second] = rows.map(({ comment }) => comment)
    const hide = async () => {
      await user.click(screen.getByLabelText(words.reason.abuse))
      await user.click(screen.getByText(words.ask.hide.send, { selector: 'dialog button' }))
    }
    await user.keyboard('jh')
    await comesIn({ comments: first ? [{ ...first, text: '고친 글', edits: 1 }] : [] })
    await hide()
    await screen.findByText(words.account.changed)
    expect(screen.queryByText(words.account.again)).toBeNull()
    expect(far.hidden).toEqual([])
    await user.keyboard('jh')
    await comesIn({ comments: second ? [{ ...second, reportCount: 2 }] : [] })
    await hide()
    await waitFor(() =>
      expect(far.hidden).toEqual([{ ids: [commentId(1)], reason: 'abuse', reports: [second?.reportCount] }]),
    )
  })

  it('shows nothing as done when not even the way to do it could be loaded, and keeps the reason', async () => {
    far.hideFails = true
    const { user } = await renderInbox(rows, lang)
    await user.keyboard('jh')
    await user.click(screen.getByRole('radio', { name: words.reason.abuse }))
    await user.click(screen.getByRole('button', { name: words.ask.hide.send }))
    await screen.findByText(WORDS[lang].errors.offline)
    expect(within(options()[0] as HTMLElement).queryByText(new RegExp(words.reason.abuse))).toBeNull()
    expect(reviewDraft('hide', commentId(0)).load()).toBe('abuse')
    far.hideFails = false
    await user.click(screen.getByRole('button', { name: words.account.again }))
    await waitFor(() => expect(far.hidden).toMatchObject([{ ids: [commentId(0)], reason: 'abuse' }]))
    await waitFor(() => expect(reviewDraft('hide', commentId(0)).load()).toBeNull())
  })

  it('tags by keyboard: the first theme found is put on, and taken off again', async () => {
    const { user } = await renderInbox(rows, lang)
    await user.keyboard('jt')
    await user.type(screen.getByLabelText(words.ask.tag.find), lang === 'ko' ? 'ㄱㅅ' : 'meals')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(far.stored.get(commentId(0))?.themes).toEqual([THEMES[1]?.id]))
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: THEMES[1]?.label[lang] ?? '' }).checked).toBe(true)
    await user.keyboard('{Enter}')
    await waitFor(() => expect(far.stored.get(commentId(0))?.themes).toEqual([]))
  })

  it('shows a comment in its own language with its translation beside it, and its thread', async () => {
    const parent = inboxRow({
      id: commentId(7),
      text: 'Longer library hours, please',
      lang: 'en',
      replyCount: 1,
      translation: { text: '도서관을 더 오래 열어 주세요', by: 'staff' },
    })
    const reply = inboxRow({ id: commentId(8), text: '저도요', parentId: commentId(7) })
    await renderInbox([parent, reply], lang, `/review/inbox?open=${commentId(7)}`)
    const detail = within(screen.getByRole('region', { name: fill(words.detail.title, { number: 3 }) }))
    expect(detail.getByText('Longer library hours, please').lang).toBe('en')
    expect(detail.getByText('도서관을 더 오래 열어 주세요').lang).toBe('ko')
    expect(detail.getByText('저도요')).toBeTruthy()
    expect(document.activeElement).toBe(detail.getByRole('heading', { level: 2 }))
  })

  it('takes in what others do while somebody looks', async () => {
    await renderInbox(rows, lang)
    const theirs = sampleReview({ commentId: commentId(2), state: 'done', assignee: 'duri', byUid: 'duri' })
    await comesIn({
      reviews: [theirs],
      comments: [inboxRow({ id: commentId(9), text: '방금 온 의견', createdAt: new Date() }).comment],
    })
    expect(texts()[0]).toBe('방금 온 의견')
    expect(within(options()[3] as HTMLElement).getByText('이두리')).toBeTruthy()
  })
})
