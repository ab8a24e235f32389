// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { outbox as Outbox } from '#data/outbox.ts'
import { commentDeed, stanceDeed } from '../../helpers/deeds.ts'
import { forbiddenStorage, quotaExceeded } from '../../helpers/fake-storage.ts'
import { openTab, tellTabs } from '../../helpers/tabs.ts'

let outbox: typeof Outbox

const open = async () => (await openTab()).outbox
const texts = (tab = outbox) =>
  tab.entries().map(({ deed }) => (deed.kind === 'comment' ? deed.comment.text : deed.kind === 'stance' && deed.value))

const fill = () =>
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw quotaExceeded()
  })

beforeEach(async () => {
  outbox = await open()
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
  localStorage.clear()
})

describe('the outbox', () => {
  it('keeps what is put in, oldest first, through a reload, dates and all', async () => {
    const deed = commentDeed('하나')
    const entry = outbox.put('mina', deed)
    outbox.put('mina', stanceDeed('agree'))
    expect(entry).toMatchObject({ uid: 'mina', deed, reason: null, refused: false, kept: true, sending: false })
    const reloaded = await open()
    expect(reloaded.entries()).toEqual(outbox.entries())
    expect(texts(reloaded)).toEqual(['하나', 'agree'])
  })

  it('keeps the order, even if the clock of the device is set back by a day in between', () => {
    vi.useFakeTimers({ now: new Date('2026-03-02T12:00:00Z') })
    outbox.put('mina', commentDeed('첫째'))
    vi.setSystemTime(new Date('2026-03-01T12:00:00Z'))
    outbox.put('mina', commentDeed('둘째'))
    expect(texts()).toEqual(['첫째', '둘째'])
  })

  it('holds the later of two deeds on the same subject, and knows them apart in the same millisecond', () => {
    vi.useFakeTimers()
    const earlier = outbox.put('mina', stanceDeed('agree'))
    const later = outbox.put('mina', stanceDeed('disagree'))
    expect(texts()).toEqual(['disagree'])
    expect(outbox.mark(earlier, { reason: 'offline', refused: false })).toBe(false)
    outbox.drop(earlier)
    expect(outbox.entries()).toEqual([later])
    outbox.drop(later)
    expect(outbox.entries()).toEqual([])
  })

  it('keeps the deeds of two people apart, though they are about the same', () => {
    outbox.put('mina', stanceDeed('agree'))
    outbox.put('jun', stanceDeed('disagree'))
    expect(outbox.entries().map(({ uid }) => uid)).toEqual(['mina', 'jun'])
  })

  it('notes why something waits or came back, also for after a reload', async () => {
    const entry = outbox.put('mina', stanceDeed('agree'))
    expect(outbox.mark(entry, { reason: 'closed', refused: true })).toBe(true)
    expect((await open()).entries()).toMatchObject([{ reason: 'closed', refused: true, at: entry.at }])
  })

  it('gives the same array until something changes, here or in another tab, and tells', async () => {
    const changed = vi.fn()
    const stop = outbox.subscribe(changed)
    const before = outbox.entries()
    expect(outbox.entries()).toBe(before)
    const other = await open()
    const entry = other.put('mina', commentDeed('다른 탭에서'))
    tellTabs(`madang:outbox:${entry.id}`)
    expect(changed).toHaveBeenCalledTimes(1)
    expect(texts()).toEqual(['다른 탭에서'])
    stop()
    tellTabs(`madang:outbox:${entry.id}`)
    expect(changed).toHaveBeenCalledTimes(1)
  })

  it('puts back what was thrown away by mistake, unless something else has taken its place', () => {
    const entry = outbox.put('mina', stanceDeed('agree'))
    outbox.drop(entry)
    outbox.putBack(entry)
    expect(outbox.entries()).toEqual([entry])
    outbox.drop(entry)
    outbox.put('mina', stanceDeed('unsure'))
    outbox.putBack(entry)
    expect(texts()).toEqual(['unsure'])
  })
})

describe('on a device that keeps nothing', () => {
  it.each([
    ['because its storage is full', fill],
    ['because storage is forbidden', () => vi.stubGlobal('localStorage', forbiddenStorage())],
  ])('%s, it says so and holds what is put in as long as the page lives', (_, take) => {
    take()
    const entry = outbox.put('mina', commentDeed('하나'))
    expect(entry.kept).toBe(false)
    outbox.mark(entry, { reason: 'offline', refused: false })
    expect(outbox.entries()).toMatchObject([{ kept: false, reason: 'offline', at: entry.at }])
    outbox.drop(entry)
    expect(outbox.entries()).toEqual([])
  })

  it('what was replaced does not come back after a reload', async () => {
    outbox.put('mina', stanceDeed('agree'))
    fill()
    expect(outbox.put('mina', stanceDeed('disagree')).kept).toBe(false)
    expect(texts()).toEqual(['disagree'])
    expect((await open()).entries()).toEqual([])
  })

  it('there is no room for a note alone: what is kept stays kept, and the note is known here', async () => {
    const entry = outbox.put('mina', stanceDeed('agree'))
    fill()
    outbox.mark(entry, { reason: 'offline', refused: false })
    expect(outbox.entries()).toMatchObject([{ kept: true, reason: 'offline' }])
    expect((await open()).entries()).toMatchObject([{ kept: true, reason: null }])
    // Another tab has sent it: the note does not bring it back.
    localStorage.removeItem(`madang:outbox:${entry.id}`)
    tellTabs(`madang:outbox:${entry.id}`)
    expect(outbox.look()).toEqual([])
  })
})

describe('what another version of the app has kept', () => {
  const keep = (id: string, value: unknown) =>
    localStorage.setItem(`madang:outbox:${id}`, typeof value === 'string' ? value : JSON.stringify(value))

  it.each<[string, string, unknown, { uid: string | null; words: string | null }]>([
    ['broken', 'mina:comment:t3-x', '{"uid":"mi', { uid: null, words: null }],
    ['no object', 'mina:comment:t3-x', '7', { uid: null, words: null }],
    ['of an unknown kind', 'mina:ballot', { uid: 'mina', deed: { kind: 'ballot' } }, { uid: 'mina', words: null }],
    [
      'a comment of another shape',
      'mina:comment:t3-x',
      { uid: 'mina', deed: { kind: 'comment', comment: { text: '급식이 맛있어요' } }, at: 1 },
      { uid: 'mina', words: '급식이 맛있어요' },
    ],
    [
      'an edit of another shape',
      'mina:edit:t3-x',
      { uid: 'mina', deed: { kind: 'edit', text: '고친 글' } },
      { uid: 'mina', words: '고친 글' },
    ],
    [
      'under another id than it has',
      'jun:stance:t3:2',
      { uid: 'mina', deed: stanceDeed('agree'), at: 1, reason: null, refused: false },
      { uid: 'mina', words: null },
    ],
  ])('and is %s is no entry, is not lost, and gives its words', (_, id, value, salvaged) => {
    keep(id, value)
    expect(outbox.entries()).toEqual([])
    const [strange] = outbox.strange()
    expect(strange).toEqual({ id, ...salvaged })
    expect(localStorage.getItem(`madang:outbox:${id}`)).not.toBeNull()
    const kept = localStorage.getItem(`madang:outbox:${id}`)
    const undo = strange && outbox.dropStrange(strange)
    expect(outbox.strange()).toEqual([])
    undo?.()
    expect(localStorage.getItem(`madang:outbox:${id}`)).toBe(kept)
    if (strange) outbox.dropStrange(strange)
    localStorage.setItem(`madang:outbox:${id}`, 'something else')
    undo?.()
    expect(localStorage.getItem(`madang:outbox:${id}`)).toBe('something else')
  })

  it('with a reason that this one does not know is sent anew', () => {
    keep('mina:stance:t3:2', { uid: 'mina', deed: stanceDeed('agree'), at: 1, reason: 'moon', refused: false })
    expect(outbox.entries()).toMatchObject([{ reason: null }])
    expect(outbox.strange()).toEqual([])
  })
})
