// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DataError as DataErrorClass, DataErrorKind } from '#data/errors.ts'
import type { outbox as Outbox } from '#data/outbox.ts'
import type { startPostman as StartPostman } from '#data/postman.ts'
import { type Deed, subjectOf } from '#domain/deed.ts'
import type { Participant } from '#domain/participant.ts'
import { commentDeed, reactDeed, stanceDeed } from '../../helpers/deeds.ts'
import { sampleParticipant } from '../../helpers/samples.ts'
import { openTab, sharedLock, tellTabs } from '../../helpers/tabs.ts'

type Tab = { outbox: typeof Outbox; startPostman: typeof StartPostman; DataError: typeof DataErrorClass }

let tab: Tab
let isHere: string | null
let hasExpired = true
let stops: (() => void)[]

/** What is said of a deed in these tests. */
const named = (deed: Deed) =>
  deed.kind === 'comment' ? deed.comment.text : deed.kind === 'stance' ? deed.value : subjectOf(deed).replace(':', ' ')

/** A postman of Mina's, and what he does: each deed fails for the reasons planned for it, then arrives. */
function start({ plan = {}, me = {}, inTab = tab, alone = sharedLock() }: Plan = {}) {
  const done: string[] = []
  const heard: string[] = []
  const perform = vi.fn(async (_: Participant, deed: Deed) => {
    const reasons = plan[named(deed)]
    const next = reasons?.shift()
    if (next instanceof Promise) await next
    else if (next) throw new inTab.DataError(next)
    done.push(named(deed))
  })
  const stop = inTab.startPostman(
    sampleParticipant(me),
    {
      onArrived: ({ deed }) => void heard.push(`arrived ${named(deed)}`),
      onWaits: ({ deed }, reason) => void heard.push(`waits ${named(deed)}: ${reason}`),
      onRefused: ({ deed }, reason) => void heard.push(`refused ${named(deed)}: ${reason}`),
    },
    { perform: perform as never, alone, hasExpired: () => hasExpired, whoIsHere: async () => isHere },
  )
  stops.push(stop)
  return { done, heard, perform, stop }
}

type Plan = {
  plan?: Record<string, (DataErrorKind | Promise<void>)[]>
  me?: Partial<Participant>
  inTab?: Tab
  alone?: ReturnType<typeof sharedLock>
}

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000)
const soon = () => vi.advanceTimersByTimeAsync(0)
const put = (deed: Deed, uid = 'mina') => tab.outbox.put(uid, deed)
const left = () => tab.outbox.look().map(({ deed, reason }) => `${named(deed)}: ${reason}`)

beforeEach(async () => {
  vi.useFakeTimers()
  // Neither sooner nor later than usual.
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  isHere = 'mina'
  stops = []
  tab = await openTab()
})

afterEach(() => {
  for (const stop of stops) stop()
  vi.restoreAllMocks()
  vi.useRealTimers()
  localStorage.clear()
})

describe('a postman sends', () => {
  it('what waits when he starts and what comes later, oldest first, and empties the outbox', async () => {
    put(stanceDeed('agree'))
    put(commentDeed('하나'))
    const { done, heard } = start()
    await soon()
    put(reactDeed('t3-x'))
    await soon()
    expect(done).toEqual(['agree', '하나', 'react t3-x'])
    expect(heard).toEqual(['arrived agree', 'arrived 하나', 'arrived react t3-x'])
    expect(left()).toEqual([])
  })

  it('nothing of somebody else, and nothing that came back', async () => {
    put(stanceDeed('agree'), 'jun')
    const refused = put(stanceDeed('unsure', 't4'))
    tab.outbox.mark(refused, { reason: 'closed', refused: true })
    const { perform } = start()
    await seconds(60)
    expect(perform).not.toHaveBeenCalled()
  })

  it('a comment every 15 seconds, in order, and meanwhile everything else', async () => {
    for (const text of ['하나', '둘', '셋']) put(commentDeed(text))
    put(stanceDeed('agree'))
    put(reactDeed('t3-x'))
    const { done, heard } = start()
    await soon()
    expect(done).toEqual(['하나', 'agree', 'react t3-x'])
    expect(left()).toEqual(['둘: too-soon', '셋: too-soon'])
    expect(heard.filter((one) => one.startsWith('waits'))).toEqual(['waits 둘: too-soon', 'waits 셋: too-soon'])
    await seconds(14.9)
    expect(done).toHaveLength(3)
    await seconds(0.1)
    expect(done.slice(3)).toEqual(['둘'])
    await seconds(15)
    expect(done.slice(4)).toEqual(['셋'])
  })

  it('a second comment written within those 15 seconds, by itself, and says that it waits', async () => {
    const { done, heard } = start()
    put(commentDeed('하나'))
    await soon()
    put(commentDeed('둘'))
    await soon()
    expect(left()).toEqual(['둘: too-soon'])
    await seconds(15)
    expect(done).toEqual(['하나', '둘'])
    expect(heard).toEqual(['arrived 하나', 'waits 둘: too-soon', 'arrived 둘'])
  })

  it.each([
    ['ten seconds ago by the clock of this device', -10_000, 5],
    ['an hour ago', -3_600_000, 0],
    ['tomorrow, by a clock that is a day behind', 86_400_000, 15],
  ])('the first comment after one that was said %s, when it is time', async (_, since, wait) => {
    put(commentDeed('하나'))
    const { done, heard } = start({ me: { lastComment: { id: 't3-y', at: new Date(Date.now() + since) } } })
    await seconds(Math.max(0, wait - 0.1))
    expect(done).toEqual(wait === 0 ? ['하나'] : [])
    await seconds(0.1)
    expect(done).toEqual(['하나'])
    expect(heard).not.toContain('refused 하나: too-soon')
  })

  it('at once what has arrived already, so that its lost answer is found', async () => {
    const deed = commentDeed('하나')
    put(deed)
    const { done } = start({ me: { lastComment: { id: deed.comment.id, at: new Date() } } })
    await soon()
    expect(done).toEqual(['하나'])
  })

  it('a reply, and what is done with a comment, after that comment', async () => {
    const parent = commentDeed('하나')
    put(parent)
    put(reactDeed(parent.comment.id))
    const { done, heard } = start({ plan: { 하나: ['too-soon'] } })
    await soon()
    expect(done).toEqual([])
    await seconds(15)
    expect(done).toEqual(['하나', `react ${parent.comment.id}`])
    expect(heard[0]).toBe('waits 하나: too-soon')
  })
})

describe('without a connection', () => {
  it('everything waits, is tried every 15 seconds and not in between, and arrives in order', async () => {
    put(stanceDeed('agree'))
    put(reactDeed('t3-x'))
    const { done, heard, perform } = start({ plan: { agree: ['offline', 'offline'] } })
    await seconds(14)
    put(reactDeed('t3-y'))
    await soon()
    expect(perform).toHaveBeenCalledTimes(1)
    expect(left()).toEqual(['agree: offline', 'react t3-x: offline', 'react t3-y: offline'])
    await seconds(2)
    expect(perform).toHaveBeenCalledTimes(2)
    await seconds(15)
    expect(done).toEqual(['agree', 'react t3-x', 'react t3-y'])
    // It was said once that it waits.
    expect(heard.filter((one) => one.startsWith('waits'))).toEqual(['waits agree: offline'])
  })

  it('what the server has no code for any more waits for the new version, tried each quarter of an hour', async () => {
    put(stanceDeed('agree'))
    const { done, heard, perform } = start({ plan: { agree: ['outdated'] } })
    await seconds(899)
    expect(perform).toHaveBeenCalledTimes(1)
    expect([left(), heard]).toEqual([['agree: outdated'], ['waits agree: outdated']])
    await seconds(1)
    expect(done).toEqual(['agree'])
  })

  it.each([
    [0, 10],
    [1, 20],
  ])('not everybody comes back at once: by chance (%d) after %d seconds', async (chance, after) => {
    vi.spyOn(Math, 'random').mockReturnValue(chance)
    put(stanceDeed('agree'))
    const { perform } = start({ plan: { agree: ['offline'] } })
    await seconds(after - 1)
    expect(perform).toHaveBeenCalledTimes(1)
    await seconds(1)
    expect(perform).toHaveBeenCalledTimes(2)
  })

  it('it is tried at once when somebody comes back to the page', async () => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible')
    put(stanceDeed('agree'))
    const { done } = start({ plan: { agree: ['offline'] } })
    await seconds(1)
    expect(done).toEqual([])
    document.dispatchEvent(new Event('visibilitychange'))
    await soon()
    expect(done).toEqual(['agree'])
  })

  it.each([
    [0, 0],
    [0.5, 1],
    [1, 2],
  ])('it is tried when the browser is online again: by chance (%d) after %d seconds', async (chance, after) => {
    put(stanceDeed('agree'))
    const { perform } = start({ plan: { agree: ['offline'] } })
    await seconds(1)
    vi.spyOn(Math, 'random').mockReturnValue(chance)
    dispatchEvent(new Event('online'))
    await seconds(Math.max(0, after - 0.1))
    expect(perform).toHaveBeenCalledTimes(after === 0 ? 2 : 1)
    await seconds(0.1)
    expect(perform).toHaveBeenCalledTimes(2)
  })

  it('a network that comes and goes postpones nothing', async () => {
    put(stanceDeed('agree'))
    const { done } = start({ plan: { agree: ['offline'] } })
    await seconds(14.5)
    dispatchEvent(new Event('online'))
    await seconds(0.5)
    expect(done).toEqual(['agree'])
  })

  it('what never gets through, although there is a connection, does not hold up the rest', async () => {
    const always = Array.from({ length: 50 }, () => 'offline' as const)
    for (const text of ['하나', '둘']) put(commentDeed(text))
    put(stanceDeed('agree'))
    const { done } = start({ plan: { 하나: always } })
    await seconds(50)
    expect(done).toEqual(['둘', 'agree'])
    expect(left()).toEqual(['하나: offline'])
  })
})

describe('what is not accepted', () => {
  it.each<DataErrorKind>(['closed', 'arrived', 'missing'])('(%s) comes back and is not sent again', async (kind) => {
    put(stanceDeed('agree'))
    const { heard, perform } = start({ plan: { agree: [kind, kind] } })
    await seconds(120)
    expect(perform).toHaveBeenCalledTimes(1)
    expect(heard).toEqual([`refused agree: ${kind}`])
    expect(tab.outbox.look()).toMatchObject([{ reason: kind, refused: true }])
  })

  it('for a reason nobody knows is tried again, a few times, and holds up nothing', async () => {
    put(stanceDeed('agree'))
    put(reactDeed('t3-x'))
    const { done, heard, perform } = start({ plan: { agree: Array(9).fill('unknown') } })
    await soon()
    expect(done).toEqual(['react t3-x'])
    await seconds(300)
    expect(perform).toHaveBeenCalledTimes(5)
    expect(heard.at(-1)).toBe('refused agree: unknown')
  })

  it('without a reason to be found is tried twice more, and is stored if only a look-up had failed', async () => {
    put(stanceDeed('agree'))
    const { done, heard } = start({ plan: { agree: ['refused', 'refused'] } })
    await seconds(12)
    expect(done).toEqual(['agree'])
    expect(heard).toEqual(['waits agree: unknown', 'arrived agree'])
  })

  it('without a reason to be found, also then, comes back', async () => {
    put(stanceDeed('agree'))
    const { heard, perform } = start({ plan: { agree: Array(9).fill('refused') } })
    await seconds(120)
    expect(perform).toHaveBeenCalledTimes(3)
    expect(heard).toEqual(['waits agree: unknown', 'refused agree: refused'])
  })

  it('because it is always too soon, however long one waits, comes back in the end', async () => {
    put(commentDeed('하나'))
    const { heard, perform } = start({ plan: { 하나: Array(9).fill('too-soon') } })
    await seconds(300)
    expect(perform).toHaveBeenCalledTimes(4)
    expect(heard.at(-1)).toBe('refused 하나: refused')
  })

  it.each([
    [0, 10],
    [0.5, 15],
    [1, 20],
  ])(
    'because the day’s limit is used up waits long, whatever the connection does: by chance (%d) %d minutes',
    async (chance, after) => {
      vi.spyOn(Math, 'random').mockReturnValue(chance)
      put(stanceDeed('agree'))
      put(reactDeed('t3-x'))
      const { done, heard, perform } = start({ plan: { agree: ['quota'] } })
      await soon()
      dispatchEvent(new Event('online'))
      await seconds(after * 60 - 1)
      expect(perform).toHaveBeenCalledTimes(1)
      // What has not been tried does not say for all that time that it is being sent.
      expect(left()).toEqual(['agree: quota', 'react t3-x: quota'])
      expect(heard).toEqual(['waits agree: quota'])
      await seconds(1)
      expect(done).toEqual(['agree', 'react t3-x'])
    },
  )

  it('because the sign-in has ended keeps what came after it in sight, too', async () => {
    put(stanceDeed('agree'))
    start({ plan: { agree: ['signed-out'] } })
    await soon()
    put(reactDeed('t3-x'))
    await soon()
    expect(left()).toEqual(['agree: signed-out', 'react t3-x: signed-out'])
  })

  it('because its author has just signed out by their own wish is not shown to who comes next', async () => {
    put(stanceDeed('agree'))
    hasExpired = false
    const { heard } = start({ plan: { agree: ['signed-out'] } })
    await soon()
    hasExpired = true
    expect(heard).toEqual([])
    expect(left()).toEqual(['agree: null'])
  })

  it('because the sign-in has ended waits, says so, and is sent when the same person comes back', async () => {
    put(stanceDeed('agree'))
    const first = start({ plan: { agree: ['signed-out'] } })
    await soon()
    expect(first.heard).toEqual(['waits agree: signed-out'])
    first.stop()
    const somebodyElse = start({ me: { uid: 'jun' } })
    await seconds(60)
    expect(somebodyElse.perform).not.toHaveBeenCalled()
    somebodyElse.stop()
    const again = start()
    await soon()
    expect(again.done).toEqual(['agree'])
  })
})

describe('somebody else, who has signed in in another tab,', () => {
  it('sends nothing of mine', async () => {
    isHere = 'jun'
    put(stanceDeed('agree'))
    const { done, heard, perform } = start()
    await seconds(20)
    expect(perform).not.toHaveBeenCalled()
    expect([heard, left()]).toEqual([[], ['agree: null']])
    isHere = 'mina'
    await seconds(15)
    expect(done).toEqual(['agree'])
  })

  it('just now, in the middle, is not the reason why mine comes back', async () => {
    put(stanceDeed('agree'))
    const { heard, perform } = start({ plan: { agree: ['refused'] } })
    perform.mockImplementationOnce(async () => {
      isHere = 'jun'
      throw new tab.DataError('refused')
    })
    await seconds(1)
    expect([heard, left()]).toEqual([[], ['agree: null']])
  })
})

describe('what is replaced while it is on its way', () => {
  it('arrives, and then what took its place', async () => {
    let answer = () => {}
    put(stanceDeed('agree'))
    const { done } = start({ plan: { agree: [new Promise<void>((resolve) => (answer = resolve))] } })
    await soon()
    expect(tab.outbox.entries()).toMatchObject([{ sending: true }])
    put(stanceDeed('disagree'))
    expect(tab.outbox.entries()).toMatchObject([{ sending: false, deed: { value: 'disagree' } }])
    answer()
    await soon()
    expect(done).toEqual(['agree', 'disagree'])
    expect(left()).toEqual([])
  })

  it('or refused: that is not said of what took its place', async () => {
    put(stanceDeed('agree'))
    const { done, heard, perform } = start()
    perform.mockImplementationOnce(async () => {
      put(stanceDeed('disagree'))
      throw new tab.DataError('refused')
    })
    await soon()
    expect(done).toEqual(['disagree'])
    expect(heard).toEqual(['arrived disagree'])
  })
})

describe('reading anew after something arrived', () => {
  it.each([
    ['fails', () => Promise.reject(new Error('no'))],
    ['never ends', () => new Promise<void>(() => {})],
  ])('and that %s, keeps nothing in the outbox and nobody waiting', async (_, onArrived) => {
    put(stanceDeed('agree'))
    put(reactDeed('t3-x'))
    const done: string[] = []
    const perform = async (__: Participant, deed: Deed) => void done.push(named(deed))
    const means = {
      perform: perform as never,
      alone: sharedLock(),
      hasExpired: () => true,
      whoIsHere: async () => isHere,
    }
    const heard = { onArrived, onWaits: () => {}, onRefused: () => {} }
    stops.push(tab.startPostman(sampleParticipant(), heard, means))
    await seconds(11)
    expect(done).toEqual(['agree', 'react t3-x'])
    expect(left()).toEqual([])
  })
})

describe('two tabs', () => {
  it('send each thing once, and both know of it', async () => {
    const other = await openTab()
    const alone = sharedLock()
    const first = start({ alone })
    const second = start({ alone, inTab: other })
    for (const deed of [stanceDeed('agree'), reactDeed('t3-x'), commentDeed('하나')]) {
      const { id } = put(deed)
      tellTabs(`madang:outbox:${id}`)
    }
    await seconds(20)
    expect([...first.done, ...second.done].toSorted()).toEqual(['agree', 'react t3-x', '하나'])
    expect([tab.outbox.look(), other.outbox.look()]).toEqual([[], []])
  })

  it('one of which is closed in the middle: the other sends what was left', async () => {
    const other = await openTab()
    put(stanceDeed('agree'))
    // Closed: it never gets an answer, and the browser takes its lock away.
    const closed = start({ plan: { agree: [new Promise<void>(() => {})] } })
    await soon()
    closed.stop()
    const { done } = start({ inTab: other })
    await soon()
    expect(done).toEqual(['agree'])
    expect(left()).toEqual([])
  })

  it('a lock that cannot be had is asked for again', async () => {
    put(stanceDeed('agree'))
    const lock = sharedLock()
    const alone = vi.fn(lock).mockRejectedValueOnce(new DOMException('no', 'InvalidStateError'))
    const { done } = start({ alone })
    await soon()
    expect(done).toEqual([])
    await seconds(15)
    expect(done).toEqual(['agree'])
  })
})
