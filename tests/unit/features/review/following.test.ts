import { beforeEach, describe, expect, it, vi } from 'vitest'
import { DataError } from '#data/errors.ts'
import { searchText } from '#domain/search-index.ts'
import { prepare, send } from '#features/review/inbox/acts.ts'
import { readChanges, readWithdrawn } from '#features/review/inbox/changes.ts'
import { inbox } from '#features/review/inbox/inbox-store.ts'
import { readWhole, startOver } from '#features/review/inbox/load.ts'
import { commentId } from '../../../helpers/inbox.ts'

const far = await vi.hoisted(async () => (await import('../../../helpers/far-inbox.ts')).farInbox())
const hideComments = vi.hoisted(() => vi.fn())
// One module after the other: two that import the same stand-in at once would get the real one.
vi.mock('#data/remote.ts', () => {
  let last: Promise<unknown> = Promise.resolve()
  return {
    remote<M, R>(load: () => Promise<M>, run: (module: M) => Promise<R>): Promise<R> {
      const module = last.then(load)
      last = module
      return module.then(run)
    },
  }
})
vi.mock('#data/review-comments.ts', () => far.reviewComments)
vi.mock('#data/reviews.ts', () => far.reviews)
vi.mock('#data/audit-log.ts', () => far.auditLog)
vi.mock('#data/report-list.ts', () => far.reportList)
vi.mock('#data/themes.ts', () => far.themes)
vi.mock('#data/staff-list.ts', () => far.empty)
vi.mock('#data/results.ts', () => far.empty)
vi.mock('#data/answers.ts', () => far.empty)
vi.mock('#data/responses.ts', () => far.empty)
vi.mock('#data/moderation.ts', () => ({ hideComments }))

const read = () => readWhole(() => {})
const shown = (number: number) => inbox.state().byId.get(commentId(number))?.comment
const again = () => far.asked().filter((question) => question.startsWith('again'))
const numbers = (count: number) => Array.from({ length: count }, (_, number) => number)

/** As many comments as this, each written a minute after the one before. */
function written(count: number) {
  for (const number of numbers(count)) {
    far.write(number)
    far.pass(60)
  }
}

beforeEach(() => {
  far.clear()
  startOver()
  hideComments.mockReset()
  far.reviews.readReview.mockClear()
})

describe('what changes during the first reading', () => {
  /** Something happens when the last page is asked for, long after the first was read; then its reading goes on. */
  const meanwhile = (act: () => void) => {
    let isDone = false
    far.when((question) => {
      if (isDone || question !== `t3 ${commentId(3)}`) return
      isDone = true
      far.pass(60)
      act()
      far.pass(60)
      far.write(9, '새 의견')
      far.pass(60)
    })
  }

  it('is shown, on pages that were read before it, too', async () => {
    written(5)
    meanwhile(() => {
      far.edit(0, '고친 말')
      far.report(1)
      far.hide(2)
    })
    await read()
    expect(shown(0)?.text).toBe('고친 말')
    expect(shown(1)?.reportCount).toBe(1)
    expect(shown(2)?.status).toBe('hidden')
    expect(shown(9)?.text).toBe('새 의견')
    expect(inbox.state().isComplete).toBe(true)
  })

  it('is shown when reading was interrupted, and goes on where it stopped', async () => {
    written(5)
    far.when(far.fails(`t3 ${commentId(3)}`))
    await expect(read()).rejects.toThrow()
    far.when(() => {})
    far.pass(600)
    far.edit(0, '고친 말')
    far.report(1)
    far.hide(2)
    far.pass(600)
    far.write(9)
    far.asked()
    await read()
    expect(far.asked()).not.toContain('t3 ')
    expect(shown(0)?.text).toBe('고친 말')
    expect(shown(1)?.reportCount).toBe(1)
    expect(shown(2)?.status).toBe('hidden')
  })

  it('is asked for once more when that fails, before all counts as read', async () => {
    written(5)
    far.when(far.fails('written'))
    await expect(read()).rejects.toThrow()
    expect(inbox.state().isComplete).toBe(false)
    far.when(() => {})
    await read()
    expect(inbox.state().isComplete).toBe(true)
  })
})

describe('what others decide', () => {
  it('is read 30 comments at a time, comes in at once, and is not read once more', async () => {
    written(70)
    await read()
    for (const number of numbers(65)) far.hide(number)
    far.asked()
    const changes: number[] = []
    const stop = inbox.subscribe(() =>
      changes.push(inbox.state().rows.filter((row) => row.comment.hiddenReason).length),
    )
    await readChanges()
    stop()
    expect(again()).toEqual(['again 30', 'again 30', 'again 5'])
    expect(new Set(changes)).toEqual(new Set([0, 65]))
    await readChanges()
    expect(again()).toEqual([])
  })

  it('is caught up on where one reading failed, without the others', async () => {
    written(70)
    await read()
    for (const number of numbers(65)) far.hide(number)
    far.enter('a theme', 'theme', 'theme')
    let asked = 0
    far.when((question) => {
      if (question.startsWith('again') && ++asked === 2) throw new DataError('offline')
    })
    far.asked()
    await expect(readChanges()).rejects.toThrow()
    expect(again()).toEqual(['again 30', 'again 30'])
    expect(shown(0)?.status).toBe('hidden')
    far.pass(600)
    far.write(80)
    await readChanges()
    const questions = far.asked()
    expect(questions.filter((question) => question.startsWith('again'))).toEqual(['again 30', 'again 5'])
    expect(questions).not.toContain('themes')
    expect(shown(64)?.status).toBe('hidden')
  })

  it('stays known when what was asked for before it arrives late', async () => {
    written(2)
    await read()
    const before = inbox.state().rows.map(({ comment }) => comment)
    far.hide(0)
    await readChanges()
    inbox.take({ comments: before })
    expect(shown(0)?.status).toBe('hidden')
  })
})

describe('what one decides oneself', () => {
  const hide = (count: number) =>
    send(
      prepare(
        numbers(count).map((number) => ({
          id: commentId(number),
          act: { kind: 'hide', reason: 'abuse' },
          seen: { edits: 0, reportCount: 0 },
        })),
        'hana',
      ),
      '',
      () => {},
    )

  it('is not read again because the log tells of it', async () => {
    written(40)
    await read()
    hideComments.mockImplementation(async (comments: readonly { id: string }[]) => {
      for (const number of numbers(40)) far.hide(number)
      // The list is asked for changes while this is on its way.
      await readChanges()
      return { done: comments.map(({ id }) => id), failed: [] }
    })
    await hide(40)
    await readChanges()
    expect(again()).toEqual([])
    expect(shown(0)?.status).toBe('hidden')
  })

  it('that could not be sent asks nothing as long as there is no connection, and is read once there is', async () => {
    written(40)
    await read()
    far.asked()
    hideComments.mockImplementation(async (comments: readonly { id: string }[]) => {
      // One has arrived; its answer was lost.
      far.hide(0)
      return { done: [], failed: comments.map(({ id }) => ({ id, error: new DataError('offline') })) }
    })
    expect((await hide(40)).failed).toHaveLength(40)
    expect(far.asked()).toEqual([])
    expect(shown(0)?.status).toBe('visible')
    await readChanges()
    expect(again()).toEqual(['again 30', 'again 10'])
    expect(shown(0)?.status).toBe('hidden')
    expect(shown(1)?.status).toBe('visible')
  })

  it('that was refused shows what is stored', async () => {
    written(40)
    await read()
    far.asked()
    hideComments.mockImplementation(async (comments: readonly { id: string }[]) => {
      far.hide(0, 'duplicate')
      return { done: [], failed: comments.map(({ id }) => ({ id, error: new DataError('conflict') })) }
    })
    await hide(40)
    expect(again()).toEqual(['again 30', 'again 10'])
    expect(shown(0)?.hiddenReason).toBe('duplicate')
    expect(shown(1)?.status).toBe('visible')
  })
})

describe('what authors take back', () => {
  it('holds no words any more once that was asked for, not in the search either, and nothing brings them back', async () => {
    written(3)
    await read()
    const before = inbox.state().rows.map(({ comment }) => comment)
    far.withdraw(1)
    await readWithdrawn()
    expect(shown(1)).toMatchObject({ status: 'withdrawn', text: '' })
    expect(inbox.state().byId.get(commentId(1))?.search).toEqual(searchText('', ''))
    inbox.take({ comments: before })
    inbox.putBack(before, new Map())
    expect(shown(1)).toMatchObject({ status: 'withdrawn', text: '' })
    expect(shown(0)?.text).toBe('의견 0')
  })

  it('is taken back also where a decision about it is shown ahead', async () => {
    written(1)
    await read()
    prepare([{ id: commentId(0), act: { kind: 'hide', reason: 'abuse' }, seen: { edits: 0, reportCount: 0 } }], 'hana')
    far.withdraw(0)
    await readWithdrawn()
    expect(shown(0)?.text).toBe('')
  })
})
