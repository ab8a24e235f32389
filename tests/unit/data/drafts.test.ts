import { afterEach, describe, expect, it, vi } from 'vitest'
import { commentDraft, joinDraft, slipDraft, stanceDraft } from '#data/drafts.ts'
import { CONSENT_VERSION } from '#domain/participant.ts'
import { fakeStorage, forbiddenStorage, quotaExceeded } from '../../helpers/fake-storage.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

const SIGNED = 'madang:signed-in'

const draft = { id: 't1-abc', text: '급식이 맛있어요', subtaskId: null, returned: null }

describe('a draft', () => {
  it('is there again after it was saved, and gone after it was cleared', () => {
    vi.stubGlobal('localStorage', fakeStorage())
    const store = commentDraft('t1')
    expect(store.load()).toBeNull()
    expect(store.save(draft)).toBe(true)
    expect(commentDraft('t1').load()).toEqual(draft)
    store.clear()
    expect(store.load()).toBeNull()
  })

  it('of one task is not the draft of another, nor a stance', () => {
    vi.stubGlobal('localStorage', fakeStorage())
    commentDraft('t1').save(draft)
    stanceDraft('t2').save('unsure')
    expect(commentDraft('t2').load()).toBeNull()
    expect(stanceDraft('t1').load()).toBeNull()
    expect(stanceDraft('t2').load()).toBe('unsure')
  })

  it.each([
    ['broken JSON', '{"id":"t1-abc","text":"급'],
    ['an empty text', ''],
    ['null', 'null'],
    ['a text instead of an object', '"급식"'],
    ['an older shape, without an id', '{"text":"급식","subtaskId":null}'],
    ['a field of another type', '{"id":"t1-abc","text":5,"subtaskId":null}'],
  ])('that is %s counts as none', (_, kept) => {
    vi.stubGlobal('localStorage', fakeStorage({ 'madang:draft:comment:t1': kept }))
    expect(commentDraft('t1').load()).toBeNull()
  })

  it('with a stance that there is no longer counts as none', () => {
    vi.stubGlobal('localStorage', fakeStorage({ 'madang:draft:stance:t1': '{"value":"abstain"}' }))
    expect(stanceDraft('t1').load()).toBeNull()
  })

  it('whose part of the plan cannot be read keeps its words', () => {
    const kept = JSON.stringify({ ...draft, subtaskId: 3 })
    vi.stubGlobal('localStorage', fakeStorage({ 'madang:draft:comment:t1': kept }))
    expect(commentDraft('t1').load()).toEqual(draft)
  })

  it('of whoever was signed in before is not shown to the next one, and is there for them again', () => {
    const device = fakeStorage()
    vi.stubGlobal('localStorage', device)
    const store = commentDraft('t1')
    device.setItem(SIGNED, 'mina')
    store.save(draft)
    device.setItem(SIGNED, 'juho')
    expect(store.load()).toBeNull()
    store.save({ ...draft, text: '저도요' })
    expect(store.load()?.text).toBe('저도요')
    device.setItem(SIGNED, 'mina')
    expect(store.load()).toEqual(draft)
    store.clear()
    expect(store.load()).toBeNull()
    device.setItem(SIGNED, 'juho')
    expect(store.load()?.text).toBe('저도요')
    store.clear()
    expect(store.load()).toBeNull()
  })

  it('that was begun while nobody was signed in is of who signs in then, and of nobody else', () => {
    const device = fakeStorage()
    vi.stubGlobal('localStorage', device)
    const store = commentDraft('t1')
    store.save(draft)
    device.setItem(SIGNED, 'mina')
    expect(store.load()).toEqual(draft)
    device.setItem(SIGNED, 'juho')
    expect(store.load()).toBeNull()
    device.removeItem(SIGNED)
    expect(store.load()).toBeNull()
    store.save({ ...draft, text: '또 하나' })
    device.setItem(SIGNED, 'mina')
    expect(store.load()?.text).toBe('급식이 맛있어요\n\n또 하나')
    store.clear()
    expect([...device.items.keys()]).toEqual([SIGNED])
  })

  it('that is gone on with after the sign-in has ended by itself is not there twice', () => {
    const device = fakeStorage({ [SIGNED]: 'mina' })
    vi.stubGlobal('localStorage', device)
    const store = commentDraft('t1')
    store.save(draft)
    device.removeItem(SIGNED)
    store.save({ ...draft, text: `${draft.text}. 정말로요` })
    device.setItem(SIGNED, 'mina')
    expect(store.load()?.text).toBe('급식이 맛있어요. 정말로요')
  })

  it('of a choice made before signing in counts, not an older one', () => {
    const device = fakeStorage({ [SIGNED]: 'mina' })
    vi.stubGlobal('localStorage', device)
    stanceDraft('t1').save('agree')
    device.removeItem(SIGNED)
    stanceDraft('t1').save('disagree')
    device.setItem(SIGNED, 'mina')
    expect(stanceDraft('t1').load()).toBe('disagree')
  })

  it('of joining, and the slip for it, is the device’s, whoever is signed in', () => {
    const device = fakeStorage({ [SIGNED]: 'teacher' })
    vi.stubGlobal('localStorage', device)
    slipDraft.save({ token: '0123456789ABCDEFGHJK' })
    device.setItem(SIGNED, 'child')
    expect(slipDraft.load()).toEqual({ token: '0123456789ABCDEFGHJK' })
    slipDraft.clear()
    expect([...device.items.keys()]).toEqual([SIGNED])
  })

  it('of a reply is not the draft of a comment on the task', () => {
    vi.stubGlobal('localStorage', fakeStorage())
    commentDraft('t1').save(draft)
    commentDraft('t1-xyz').save({ ...draft, id: 't1-def', text: '답글' })
    expect(commentDraft('t1').load()?.text).toBe('급식이 맛있어요')
    expect(commentDraft('t1-xyz').load()?.text).toBe('답글')
  })

  it('knows why it came back, and forgets what is no reason', () => {
    vi.stubGlobal('localStorage', fakeStorage())
    const store = commentDraft('t1')
    store.save({ ...draft, returned: 'refused' })
    expect(store.load()?.returned).toBe('refused')
    store.save({ ...draft, returned: 'offline' as never })
    expect(store.load()).toEqual(draft)
  })

  it('that an older version has kept, without a reason, is one that was not sent yet', () => {
    const kept = JSON.stringify({ id: 't1-abc', text: '급식이 맛있어요', subtaskId: null })
    vi.stubGlobal('localStorage', fakeStorage({ 'madang:draft:comment:t1': kept }))
    expect(commentDraft('t1').load()).toEqual(draft)
  })

  it('of joining keeps half-given answers', () => {
    vi.stubGlobal('localStorage', fakeStorage())
    const half = { role: 'student', fourteen: null, district: null, consent: false } as const
    joinDraft.save(half)
    expect(joinDraft.load()).toEqual(half)
  })

  it('of joining counts for an hour, also where an older version has not kept when it was', () => {
    const device = fakeStorage()
    vi.stubGlobal('localStorage', device)
    const given = { role: 'student', fourteen: true, district: null, consent: true } as const
    vi.useFakeTimers({ now: 0 })
    joinDraft.save(given)
    vi.setSystemTime(3_599_999)
    expect(joinDraft.load()).toEqual(given)
    vi.setSystemTime(3_600_000)
    expect(joinDraft.load()).toBeNull()
    vi.useRealTimers()
    device.setItem('madang:draft:join', JSON.stringify(given))
    expect(joinDraft.load()).toBeNull()
  })

  it('of joining holds a consent to the text that was read, and to no other', () => {
    const device = fakeStorage()
    vi.stubGlobal('localStorage', device)
    const given = { role: 'parent', fourteen: null, district: null, consent: true } as const
    const kept = (consent: unknown) =>
      device.setItem('madang:draft:join', JSON.stringify({ ...given, consent, at: Date.now() }))
    joinDraft.save(given)
    expect(JSON.parse(device.getItem('madang:draft:join') ?? '')).toMatchObject({ consent: CONSENT_VERSION })
    expect(joinDraft.load()).toEqual(given)
    // An earlier text, and what a version of the app kept that knew of one only.
    for (const consent of [CONSENT_VERSION - 1, CONSENT_VERSION + 1, true]) {
      kept(consent)
      expect(joinDraft.load()).toEqual({ ...given, consent: false })
    }
  })

  it('of joining asks again what cannot be read, and never takes anything else than yes for consent', () => {
    const kept = JSON.stringify({ role: 'mayor', fourteen: 'yes', district: 'mapo', consent: 'yes', at: Date.now() })
    vi.stubGlobal('localStorage', fakeStorage({ 'madang:draft:join': kept }))
    expect(joinDraft.load()).toEqual({ role: null, fourteen: null, district: 'mapo', consent: false })
  })
})

describe('a draft on a device that keeps nothing', () => {
  afterEach(() => commentDraft('t1').clear())

  it('says so when the storage is full, and what was kept before is there for the next page', () => {
    const full = fakeStorage({ 'madang:draft:comment:t1': JSON.stringify(draft) })
    const setItem = () => {
      throw quotaExceeded()
    }
    vi.stubGlobal('localStorage', { ...full, setItem })
    expect(commentDraft('t1').save({ ...draft, text: '더 긴 글' })).toBe(false)
    expect(commentDraft('t1').load()?.text).toBe('더 긴 글')
    expect(JSON.parse(full.getItem('madang:draft:comment:t1') ?? '')).toEqual(draft)
  })

  it('says so when the storage is forbidden, and nothing throws', () => {
    vi.stubGlobal('localStorage', forbiddenStorage())
    const store = commentDraft('t1')
    expect(store.save(draft)).toBe(false)
    expect(store.load()).toEqual(draft)
    expect(() => store.clear()).not.toThrow()
    expect(store.load()).toBeNull()
  })

  it('says so when there is no storage at all', () => {
    vi.stubGlobal('localStorage', undefined)
    expect(commentDraft('t1').save(draft)).toBe(false)
    expect(commentDraft('t1').load()).toEqual(draft)
    expect(() => commentDraft('t1').clear()).not.toThrow()
    expect(commentDraft('t1').load()).toBeNull()
  })
})
