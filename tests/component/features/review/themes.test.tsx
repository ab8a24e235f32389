import { screen, waitFor, within } from '@testing-library/react'
import { Route, Routes, useParams } from 'react-router-dom'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Lang, Localized } from '#domain/language.ts'
import { inbox } from '#features/review/inbox/inbox-store.ts'
import { ThemeList } from '#features/review/themes/theme-list.tsx'
import { ThemeView } from '#features/review/themes/theme-view.tsx'
import { hrefOf } from '../../../helpers/described.ts'
import { commentId, inboxRow, sampleReview, THEMES } from '../../../helpers/inbox.ts'
import { fillInbox } from '../../../helpers/inbox-page.tsx'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

vi.mock('#data/themes.ts', () => ({
  addTheme: async (label: Localized) => ({ id: 'ThemeThemeThemeThe09', label }),
  renameTheme: async (id: string, label: Localized) => ({ id, label }),
}))

const [LIBRARIES] = THEMES
const id = LIBRARIES?.id ?? ''

/** Twelve comments on libraries by students, and thirty others by parents. */
const rows = Array.from({ length: 42 }, (_, i) => {
  const isMine = i < 12
  return inboxRow(
    {
      id: commentId(i),
      text: isMine ? `도서관을 ${i}시까지 열어 주세요` : `급식에 ${i}가지 채소를 넣어 주세요`,
      role: isMine ? 'student' : 'parent',
      agreeTotal: i,
      createdAt: new Date(Date.UTC(2026, 2, isMine && i > 5 ? 20 : 3)),
    },
    isMine ? { review: sampleReview({ commentId: commentId(i), themes: [id], state: i === 0 ? 'done' : 'new' }) } : {},
  )
})

function AtAddress() {
  const { theme } = useParams()
  return theme ? <ThemeView key={theme} id={theme} /> : <ThemeList />
}

const show = (lang: Lang, path = '/review/themes') =>
  renderInApp(
    <Routes>
      <Route path="review/themes/:theme?" element={<AtAddress />} />
    </Routes>,
    { lang, path },
  )

beforeEach(() => fillInbox(rows))

describe.each(LANGUAGES)('themes, in %s', (lang) => {
  const { 'review-themes': words, 'review-inbox': inboxWords, common } = WORDS[lang]
  const table = (name: string) => within(screen.getByRole('table', { name }))

  it('are listed with how many comments have them and how many of those are not done', async () => {
    await show(lang)
    const [, first] = table(words.table.caption).getAllByRole('row')
    expect(within(first as HTMLElement).getByRole('rowheader').textContent).toBe(LIBRARIES?.label[lang])
    expect(
      within(first as HTMLElement)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['12', '11'])
  })

  it('are added under a name in both languages, and not without', async () => {
    const { user } = await show(lang)
    const send = screen.getByRole('button', { name: inboxWords.theme.send })
    await user.type(screen.getByLabelText(inboxWords.theme.name.ko), '통학로')
    await user.click(send)
    expect(document.activeElement).toBe(screen.getByLabelText(inboxWords.theme.name.en))
    expect(screen.getByText(inboxWords.theme.missing)).toBeTruthy()
    await user.type(screen.getByLabelText(inboxWords.theme.name.en), 'Ways to school')
    await user.click(send)
    await waitFor(() => expect(inbox.state().themes).toHaveLength(3))
    expect(screen.getByRole('link', { name: lang === 'ko' ? '통학로' : 'Ways to school' })).toBeTruthy()
  })

  it('show who speaks of them, when, with which words, and what most agree with', async () => {
    await show(lang, `/review/themes/${id}`)
    const students = table(words.groups.title).getByRole('row', { name: new RegExp(common.roles.student) })
    expect(students.textContent).toContain('12')
    expect(students.textContent).toContain('100%')
    const weeks = table(words.course.title).getAllByRole('row').slice(1)
    expect(weeks.map((week) => within(week).getAllByRole('cell')[0]?.textContent)).toEqual(['6', '0', '6'])
    expect(screen.getByRole('link', { name: '도서관을 11시까지 열어 주세요' })).toBeTruthy()
    const word = table(words.words.caption).getByRole('link', { name: /^도서관/ })
    const address = new URLSearchParams(hrefOf(word)?.split('?')[1])
    expect(Object.fromEntries(address)).toEqual({ q: '도서관', theme: 'none' })
    const all = screen.getByRole('link', { name: fill(words.open, { value: 12 }) })
    expect(hrefOf(all)).toBe(`/${lang}/review/inbox?theme=${id}`)
  })

  it('get another name, and keep their comments', async () => {
    const { user } = await show(lang, `/review/themes/${id}`)
    await user.click(screen.getByText(words.rename, { selector: 'summary' }))
    const box = screen.getByLabelText(inboxWords.theme.name[lang])
    await user.clear(box)
    await user.type(box, 'ABC')
    await user.click(screen.getByRole('button', { name: inboxWords.theme.rename }))
    expect(await screen.findByRole('heading', { level: 1, name: 'ABC' })).toBeTruthy()
    expect(screen.getByRole('link', { name: fill(words.open, { value: 12 }) })).toBeTruthy()
  })

  it('that are not there are said to be missing', async () => {
    await show(lang, '/review/themes/nowhere')
    expect(screen.getByText(words.missing)).toBeTruthy()
  })
})
