import { act, cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ToastRegion } from '#components/toast-region.tsx'
import { dismissToast, showToast } from '#components/toasts.ts'
import { meQuery } from '#data/me.ts'
import { type OutboxEntry, outbox } from '#data/outbox.ts'
import type { Heard } from '#data/postman.ts'
import * as postman from '#data/postman.ts'
import type { Refusal, Wait } from '#data/refusals.ts'
import { ALL_NEWEST } from '#domain/comment-list.ts'
import type { Deed } from '#domain/deed.ts'
import { commentsQuery } from '#features/comments/queries.ts'
import { hasReported } from '#features/comments/reported.ts'
import { taskQuery } from '#features/plan/queries.ts'
import { stanceQuery } from '#features/stance/queries.ts'
import { Keeper } from '../../../src/app/keeper.tsx'
import { commentDeed, reactDeed, stanceDeed } from '../../helpers/deeds.ts'
import { renderInApp, testClient } from '../../helpers/render-in-app.tsx'
import { joined, NOBODY, sampleTask } from '../../helpers/samples.ts'
import { LANGUAGES, WORDS } from '../../helpers/words.ts'

let heard: Heard
let stop: ReturnType<typeof vi.fn<() => void>>

vi.mock('#data/postman.ts', () => ({ startPostman: vi.fn() }))

beforeEach(() => {
  stop = vi.fn()
  vi.mocked(postman.startPostman)
    .mockReset()
    .mockImplementation((_, given) => {
      heard = given
      return stop
    })
})

afterEach(() => {
  for (const entry of outbox.look()) outbox.drop(entry)
  for (let id = 0; id < 100; id++) act(() => dismissToast(id))
})

async function show(lang: 'ko' | 'en', { path = '/about', me = joined() } = {}) {
  const client = testClient()
  client.setQueryData(meQuery.queryKey, me)
  client.setQueryData(stanceQuery('mina', 't3', 2).queryKey, 'disagree')
  client.setQueryData(commentsQuery('t3', ALL_NEWEST).queryKey, {
    pages: [{ comments: [], next: null }],
    pageParams: [null],
  })
  client.setQueryData(taskQuery('t3').queryKey, sampleTask())
  const ui = (
    <>
      <Keeper />
      <ToastRegion />
    </>
  )
  return { client, ...(await renderInApp(ui, { lang, path, client })) }
}

const EDIT: Deed = { kind: 'edit', taskId: 't3', commentId: 't3-x', text: '고침', lang: 'ko', edits: 1 }

/** Puts it into the outbox, and lets the postman have something to tell of it. */
const happens = (deed: Deed, tell: (entry: OutboxEntry) => unknown, reason: Wait | null = null) =>
  act(async () => {
    const entry = outbox.put('mina', deed)
    if (reason) outbox.mark(entry, { reason, refused: false })
    await tell({ ...entry, reason })
  })

const isRefused = (reason: Refusal) => (entry: OutboxEntry) => {
  outbox.mark(entry, { reason, refused: true })
  heard.onRefused(entry, reason)
}

describe.each(LANGUAGES)('the keeper of the outbox, in %s', (lang) => {
  const words = WORDS[lang].outbox

  it('says that a comment is published; where it stands, to who is elsewhere by now', async () => {
    const { user, address, client } = await show(lang)
    await happens(commentDeed('하나'), (entry) => heard.onArrived(entry))
    expect(await screen.findByText(words.arrived.comment)).toBeTruthy()
    expect(client.getQueryData(commentsQuery('t3', ALL_NEWEST).queryKey)?.pages[0]?.comments).toMatchObject([
      { text: '하나' },
    ])
    await user.click(screen.getByRole('button', { name: words.look }))
    expect(address()).toBe(`/${lang}/tasks/3#voices`)
  })

  it.each(['/tasks/3', '/tasks/3/comments/t3-x'])('shows the way to nobody who is there (%s)', async (path) => {
    await show(lang, { path })
    await happens(commentDeed('저도요', { parentId: 't3-x' }), (entry) => heard.onArrived(entry))
    expect(await screen.findByText(words.arrived.reply)).toBeTruthy()
    expect(screen.queryByRole('button', { name: words.look })).toBeNull()
  })

  it('is silent about a stance that arrived at once, and says so of one that waited', async () => {
    const { client } = await show(lang)
    await happens(stanceDeed('agree'), (entry) => heard.onArrived(entry))
    expect(client.getQueryData(stanceQuery('mina', 't3', 2).queryKey)).toBe('agree')
    expect(
      screen
        .getAllByRole('status')
        .map((one) => one.textContent)
        .join(''),
    ).toBe('')
    await happens(stanceDeed('agree'), (entry) => heard.onArrived(entry), 'offline')
    expect(await screen.findByText(words.arrived.other)).toBeTruthy()
  })

  it('of what its author took back says that it is not published, and before that nothing', async () => {
    await show(lang)
    const deed = commentDeed('하나')
    const undo: Deed = { kind: 'withdraw', taskId: 't3', commentId: deed.comment.id, isUndo: true }
    const said = () => screen.getAllByRole('status').map(({ textContent }) => textContent)
    await happens(deed, (entry) => {
      // While it was on its way.
      outbox.drop(entry)
      return heard.onArrived(entry)
    })
    await happens(undo, (entry) => heard.onWaits(entry, 'offline'))
    expect(said().join('')).toBe('')
    await happens(undo, (entry) => heard.onArrived(entry))
    expect(await screen.findByText(words.arrived.takenBack)).toBeTruthy()
    expect(screen.queryByText(words.arrived.comment)).toBeNull()
  })

  it.each<Wait>(['offline', 'outdated', 'too-soon', 'quota', 'signed-out', 'unknown'])(
    'says that something waits (%s)',
    async (reason) => {
      await show(lang)
      await happens(stanceDeed('agree'), (entry) => heard.onWaits(entry, reason))
      expect(await screen.findByText(words.state[reason])).toBeTruthy()
    },
  )

  it('says what the device does not keep, and has the browser ask before the page is closed', async () => {
    await show(lang)
    const closing = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }))
    expect(closing()).toBe(false)
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('no', 'QuotaExceededError')
    })
    await happens(stanceDeed('agree'), (entry) => heard.onWaits(entry, 'offline'))
    expect(await screen.findByText(words.state['not-kept'])).toBeTruthy()
    expect(closing()).toBe(true)
  })

  it.each([
    ['a comment', commentDeed('하나'), 'comment', '#voices'],
    ['a reply', commentDeed('둘', { parentId: 't3-x' }), 'comment', '/comments/t3-x'],
    ['a change', EDIT, 'edit', '/comments/t3-x'],
    ['a stance', stanceDeed('agree'), 'stance', '#stance'],
  ] as const)('says that %s came back, and leads there', async (_, deed, kind, place) => {
    const { user, address } = await show(lang)
    await happens(deed, isRefused('missing'))
    expect(await screen.findByText(words.cameBack[kind])).toBeTruthy()
    expect(outbox.look()).toMatchObject([{ refused: true }])
    await user.click(screen.getByRole('button', { name: words.look }))
    expect(address()).toBe(`/${lang}/tasks/3${place}`)
  })

  it.each(['missing', 'closed'] as const)(
    'says what could not be done and why (%s), and lets go of what has nothing in it to give back',
    async (reason) => {
      await show(lang)
      await happens(reactDeed('t3-x'), isRefused(reason))
      expect(await screen.findByText(`${words.cameBack.react} ${words.why[reason]}`)).toBeTruthy()
      expect(outbox.look()).toEqual([])
    },
  )

  it('shows what another version has left, with its words, to be copied and thrown away', async () => {
    const kept = { uid: 'mina', deed: { kind: 'essay', text: '예전 버전에서 쓴 글' } }
    localStorage.setItem('madang:outbox:mina:essay', JSON.stringify(kept))
    localStorage.setItem('madang:outbox:jun:essay', JSON.stringify({ ...kept, uid: 'jun' }))
    const { user } = await show(lang)
    expect(screen.getByText(words.strange.title)).toBeTruthy()
    expect(screen.getAllByText('예전 버전에서 쓴 글')).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: words.copy }))
    expect(await navigator.clipboard.readText()).toBe('예전 버전에서 쓴 글')
    await user.click(screen.getByRole('button', { name: words.throwAway }))
    expect(screen.queryByText(words.strange.title)).toBeNull()
    expect(localStorage.getItem('madang:outbox:mina:essay')).toBeNull()
    expect(localStorage.getItem('madang:outbox:jun:essay')).not.toBeNull()
  })

  it('says in which language those words are, has the cursor stay at them, and gives back what was thrown away', async () => {
    const kept = JSON.stringify({ uid: 'mina', deed: { kind: 'essay', text: 'Written in an older version' } })
    localStorage.setItem('madang:outbox:mina:essay', kept)
    const { user } = await show(lang)
    expect(screen.getByText('Written in an older version').lang).toBe('en')
    await user.click(screen.getByRole('button', { name: words.throwAway }))
    expect(document.activeElement).not.toBe(document.body)
    await user.click(await screen.findByRole('button', { name: words.undo }))
    expect(screen.getByText('Written in an older version')).toBeTruthy()
    expect(localStorage.getItem('madang:outbox:mina:essay')).toBe(kept)
  })
})

describe('the postman', () => {
  it('comes for a participant and for nobody else, and goes with them', async () => {
    const { client } = await show('ko', { me: NOBODY })
    expect(postman.startPostman).not.toHaveBeenCalled()
    await act(async () => client.setQueryData(meQuery.queryKey, joined()))
    await waitFor(() => expect(vi.mocked(postman.startPostman).mock.calls.map(([me]) => me.uid)).toEqual(['mina']))
    // The same person, read anew, is no other.
    await act(async () => client.setQueryData(meQuery.queryKey, structuredClone(joined())))
    await act(async () => client.setQueryData(meQuery.queryKey, NOBODY))
    await waitFor(() => expect(stop).toHaveBeenCalledTimes(1))
    expect(postman.startPostman).toHaveBeenCalledTimes(1)
  })

  const takenByAnotherTab = (entry: OutboxEntry) => {
    const key = `madang:outbox:${entry.id}`
    const oldValue = localStorage.getItem(key)
    localStorage.removeItem(key)
    act(() => void dispatchEvent(new StorageEvent('storage', { key, oldValue, newValue: null })))
  }

  it('of another tab has taken something: what it changed is read anew here', async () => {
    const { client } = await show('ko')
    takenByAnotherTab(outbox.put('mina', commentDeed('하나')))
    expect(client.getQueryState(commentsQuery('t3', ALL_NEWEST).queryKey)?.isInvalidated).toBe(true)
    expect(client.getQueryState(stanceQuery('mina', 't3', 2).queryKey)?.isInvalidated).toBe(false)
  })

  it('of another tab has taken something before the keeper came here: read anew when it does, and once', async () => {
    const stop = outbox.subscribe(() => {})
    takenByAnotherTab(outbox.put('mina', commentDeed('하나')))
    const { client } = await show('ko')
    const lists = () => client.getQueryState(commentsQuery('t3', ALL_NEWEST).queryKey)?.isInvalidated
    expect(lists()).toBe(true)
    cleanup()
    stop()
    const { client: later } = await show('ko')
    expect(later.getQueryState(commentsQuery('t3', ALL_NEWEST).queryKey)?.isInvalidated).toBe(false)
  })
})

it('what another tab has reported in somebody’s name is theirs, whoever is here when that is heard', async () => {
  const stop = outbox.subscribe(() => {})
  const report = { kind: 'report', taskId: 't3', commentId: 't3-theirs', reason: 'abuse' } as const
  const key = `madang:outbox:${outbox.put('jun', report).id}`
  const oldValue = localStorage.getItem(key)
  localStorage.removeItem(key)
  act(() => void dispatchEvent(new StorageEvent('storage', { key, oldValue, newValue: null })))
  await show('ko')
  expect([hasReported('jun', 't3-theirs'), hasReported('mina', 't3-theirs')]).toEqual([true, false])
  stop()
})

it('a task that a refusal says is closed is read anew', async () => {
  const { client } = await show('ko')
  await happens(stanceDeed('agree'), isRefused('closed'))
  expect(client.getQueryState(taskQuery('t3').queryKey)?.isInvalidated).toBe(true)
  act(() => showToast({ text: '끝' }))
})
