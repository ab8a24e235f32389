import { screen, waitFor } from '@testing-library/react'
import { readSheet } from 'read-excel-file/node'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { DataError } from '#data/errors.ts'
import type { InboxRow } from '#domain/inbox.ts'
import type { Review, ReviewComment } from '#domain/review.ts'
import { searchText } from '#domain/search-index.ts'
import { ExportRoom } from '#features/review/export/export-room.tsx'
import { inbox } from '#features/review/inbox/inbox-store.ts'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { sampleAnswer, sampleComment, samplePlan } from '../../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

const saveFile = vi.hoisted(() => vi.fn())
vi.mock('#components/save-file.ts', () => ({ saveFile }))
/** What the database holds of what was taken back; null without a connection. */
const far = vi.hoisted(() => ({ withdrawn: [] as ReviewComment[] | null }))
vi.mock('#data/review-comments.ts', () => ({
  async readWithdrawn(taskId: string) {
    if (!far.withdrawn) throw new DataError('offline')
    return far.withdrawn.filter((comment) => comment.taskId === taskId)
  },
}))
beforeEach(() => {
  saveFile.mockReset()
  far.withdrawn = []
  inbox.clear()
})

const review: Review = {
  commentId: 't3-one',
  taskId: 't3',
  state: 'done',
  themes: ['meals', 'safety'],
  note: 'for reviewers only',
  assignee: null,
  version: 1,
  byUid: 'reviewer',
  at: new Date(),
}

const rowOf = (comment: Partial<InboxRow['comment']>, rest: Partial<InboxRow> = {}): InboxRow => ({
  comment: { ...sampleComment(comment), hiddenReason: null, ...comment },
  review: null,
  answer: null,
  search: searchText(comment.text ?? '', ''),
  ...rest,
})

const ROWS = [
  rowOf(
    {
      id: 't3-one',
      text: '=HYPERLINK("http://x")\n=1+1, 그리고 "따옴표"',
      subtaskId: 's2',
      district: 'mapo',
      level: 'elementary',
      createdAt: new Date('2026-03-01T16:30:00Z'),
      edits: 1,
      agree: { student: 3, parent: 4, teacher: 0, staff: 0, resident: 1 },
      agreeTotal: 8,
      translation: { text: 'A formula', by: 'staff' },
    },
    { review, answer: sampleAnswer({ commentId: 't3-one' }) },
  ),
  rowOf({ id: 't2-two', taskId: 't2', text: 'Hidden words', lang: 'en', status: 'hidden', hiddenReason: 'abuse' }),
]

const THEMES = [
  { id: 'meals', label: { ko: '급식', en: 'Meals' } },
  { id: 'safety', label: { ko: '안전', en: 'Safety' } },
]

/** Reads RFC 4180. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n') rows.push([])
  }
  return rows.filter((row) => row.length > 1)
}

describe.each(LANGUAGES)('the export of comments, in %s', (lang) => {
  const { 'review-export': words, 'review-inbox': inbox, answer, common } = WORDS[lang]
  const show = (path = '') =>
    renderInApp(<ExportRoom rows={ROWS} themes={THEMES} tasks={samplePlan()} />, {
      lang,
      path: `/review/export${path}`,
    })
  const fileOf = async (user: Awaited<ReturnType<typeof show>>['user'], format: 'csv' | 'xlsx') => {
    await user.click(screen.getByRole('button', { name: words.save[format] }))
    await waitFor(() => expect(saveFile).toHaveBeenCalledOnce())
    const [name, file] = saveFile.mock.lastCall as [string, Blob]
    const bytes = Buffer.from(
      await new Promise<ArrayBuffer>((resolve) => {
        const reader = new FileReader()
        reader.onload = () => resolve(reader.result as ArrayBuffer)
        reader.readAsArrayBuffer(file)
      }),
    )
    return { name, bytes }
  }
  const asObjects = (rows: readonly (readonly unknown[])[]) =>
    rows.slice(1).map((row) => Object.fromEntries(row.map((cell, place) => [String(rows[0]?.[place]), cell])))

  it('says honestly what is in such a file', async () => {
    await show()
    expect(screen.getByText(words.care.title)).toBeTruthy()
    expect(screen.getByText(words.care.keep)).toBeTruthy()
  })

  it('as CSV holds what reviewers know, times in Seoul, and no formula; nothing of who wrote it or of notes', async () => {
    const { user } = await show()
    const { name, bytes } = await fileOf(user, 'csv')
    expect(name).toMatch(new RegExp(`^${fill(words.file, { day: '' })}\\d{4}-\\d\\d-\\d\\d\\.csv$`))
    const text = bytes.toString('utf8')
    expect(text.startsWith('\uFEFF')).toBe(true)
    const [first, second] = asObjects(parse(text))
    expect(first).toMatchObject({
      [words.column.id]: 't3-one',
      [words.column.createdAt]: '2026-03-02 01:30:00',
      [words.column.task]: '3',
      [words.column.answerTo]: words.answerTo.earlier,
      [words.column.subtask]: lang === 'ko' ? '학교 도서관' : 'School libraries',
      [words.column.group]: common.roles.parent,
      [words.column.level]: WORDS[lang].review.level.elementary,
      [words.column.district]: lang === 'ko' ? '마포구' : 'Mapo-gu',
      [words.column.text]: `'=HYPERLINK("http://x")\n'=1+1, 그리고 "따옴표"`,
      [words.column.translation]: 'A formula',
      [words.column.agree]: '8',
      [fill(words.column.agreeOf, { group: common.roles.parent })]: '4',
      [words.column.state]: inbox.state.done,
      [words.column.themes]: lang === 'ko' ? '급식\n안전' : 'Meals\nSafety',
      [words.column.answer]: answer.status.adopted,
      [words.column.answerKo]: sampleAnswer().message.ko,
      [words.column.answerEn]: sampleAnswer().message.en,
    })
    expect(second).toMatchObject({
      [words.column.status]: inbox.status.hidden,
      [words.column.hiddenReason]: inbox.reason.abuse,
      [words.column.state]: inbox.state.new,
    })
    expect(text).not.toContain('somebody')
    expect(text).not.toContain(review.note)
    expect(screen.getByText(fill(words.saved_other, { value: 2, file: name }))).toBeTruthy()
  })

  it('holds no words that their author has taken back since they were read', async () => {
    const { user } = await show()
    far.withdrawn = [rowOf({ id: 't2-two', taskId: 't2', text: '', status: 'withdrawn' }).comment]
    const text = (await fileOf(user, 'csv')).bytes.toString('utf8')
    expect(text).not.toContain('Hidden words')
    expect(asObjects(parse(text))[1]).toMatchObject({
      [words.column.id]: 't2-two',
      [words.column.status]: inbox.status.withdrawn,
      [words.column.text]: '',
    })
  })

  it('is not made where nobody can tell what was taken back', async () => {
    const { user } = await show()
    far.withdrawn = null
    await user.click(screen.getByRole('button', { name: words.save.csv }))
    await screen.findByText(words.failed)
    expect(saveFile).not.toHaveBeenCalled()
  })

  it('as a workbook holds the same, cell by cell', async () => {
    const { user } = await show()
    const csv = parse((await fileOf(user, 'csv')).bytes.toString('utf8'))
    saveFile.mockReset()
    const { name, bytes } = await fileOf(user, 'xlsx')
    expect(name.endsWith('.xlsx')).toBe(true)
    const sheet = await readSheet(bytes, { trim: false })
    const asText = (cell: unknown) =>
      cell instanceof Date ? cell.toISOString().slice(0, 19).replace('T', ' ') : String(cell ?? '')
    const toSecond = (text: string) => text.replace(/^(\d{4}-\d\d-\d\d \d\d:\d\d):\d\d$/, '$1')
    expect(sheet.map((row) => row.map(asText).map(toSecond))).toEqual(csv.map((row) => row.map(toSecond)))
  })

  it('is of what the address filters, or of all', async () => {
    const { user } = await show('?task=t2')
    const filtered = words as unknown as Record<string, string>
    const ofOne = filtered['which.filtered_one'] ?? words.which.filtered_other
    expect(ofOne).toBeTruthy()
    const { bytes } = await fileOf(user, 'csv')
    expect(
      parse(bytes.toString('utf8'))
        .slice(1)
        .map(([id]) => id),
    ).toEqual(['t2-two'])
    saveFile.mockReset()
    await user.click(screen.getByRole('radio', { name: fill(words.which.all_other, { value: 2 }) }))
    const all = await fileOf(user, 'csv')
    expect(parse(all.bytes.toString('utf8'))).toHaveLength(3)
  })
})
