import { screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { DataError } from '#data/errors.ts'
import type { RevisionPage } from '#data/revisions.ts'
import type { Revision } from '#domain/revision.ts'
import { Timeline } from '#features/history/timeline.tsx'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { sampleTaskIn } from '../../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

type Read = { page: RevisionPage; texts: readonly [] }
const { readRevisions } = vi.hoisted(() => ({
  readRevisions: vi.fn<(task: string, from: number | null) => Promise<Read>>(),
}))
vi.mock('#data/remote.ts', () => ({
  remote: async (_: unknown, run: (module: object) => unknown) => run({ readRevisions }),
}))

const revision = (number: number): Revision => ({
  number,
  publishedAt: new Date('2026-03-02T00:00:00Z'),
  sample: false,
  changeNote: { ko: `${number}판의 까닭`, en: `Why revision ${number}` },
  citations: {},
})
const pageOf = (numbers: readonly number[], next: number | null): Read => ({
  page: { revisions: numbers.map(revision), next },
  texts: [],
})

beforeEach(() => {
  readRevisions.mockReset()
})

describe.each(LANGUAGES)('the history of a task, in %s', (lang) => {
  const { history, common } = WORDS[lang]
  const named = (number: number) => fill(history.revision, { revision: number })
  const show = () => renderInApp(<Timeline task={sampleTaskIn(lang)} built={[revision(2)]} />, { lang })

  it('that could not be read shows what came with the app, says so, and is read again by a press', async () => {
    readRevisions.mockRejectedValueOnce(new DataError('offline')).mockResolvedValue(pageOf([2, 1], null))
    const { user } = await show()
    expect((await screen.findByRole('alert')).textContent).toContain(common.cannotRead.offline)
    expect(screen.getByRole('heading', { name: named(2) })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: common.retry }))
    expect(await screen.findByRole('heading', { name: named(1) })).toBeTruthy()
    expect(screen.queryByText(common.cannotRead.offline)).toBeNull()
  })

  it('whose next page could not be read says so, and the same button asks again', async () => {
    readRevisions.mockResolvedValueOnce(pageOf([2], 1)).mockRejectedValueOnce(new DataError('offline'))
    readRevisions.mockResolvedValue(pageOf([1], null))
    const { user } = await show()
    await user.click(await screen.findByRole('button', { name: history.more }))
    expect(await screen.findByText(common.cannotRead.offline)).toBeTruthy()
    expect(screen.queryByRole('button', { name: common.retry })).toBeNull()
    await user.click(screen.getByRole('button', { name: history.more }))
    expect(await screen.findByRole('heading', { name: named(1) })).toBeTruthy()
  })
})
