import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { commentDraft, joinDraft, reviewDraft } from '#data/drafts.ts'
import { DataError } from '#data/errors.ts'
import { outbox } from '#data/outbox.ts'
import { SIGNED_IN, storage } from '#data/storage.ts'
import { Leave } from '#features/account/leave.tsx'
import { SignOut } from '#features/account/sign-out.tsx'
import { letDialogsOpen } from '../../../helpers/dialogs.ts'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { sampleComment, sampleParticipant } from '../../../helpers/samples.ts'
import { fill, flatWords, LANGUAGES, WORDS } from '../../../helpers/words.ts'

// Signing out, and everything on the other side of the network; the browser tests have the real ones.
const far = vi.hoisted(() => ({
  signOutHere: vi.fn(),
  leaveForGood: vi.fn(),
  readCommentsOf: vi.fn(),
  perform: vi.fn(),
}))
vi.mock('#data/session.ts', async (original) => ({ ...(await original<object>()), signOutHere: far.signOutHere }))
vi.mock('#data/leaving.ts', () => ({ leaveForGood: far.leaveForGood }))
vi.mock('#data/own.ts', () => ({ readCommentsOf: far.readCommentsOf }))
vi.mock('#data/perform.ts', () => ({ perform: far.perform }))

const me = sampleParticipant()
const user = { uid: me.uid, email: 'mina@example.com' }
const waiting = () => outbox.put(me.uid, { kind: 'stance', taskId: 't1', revision: 1, value: 'agree' })
const draft = () => commentDraft('t3').save({ id: 't3-x', text: 'begun', subtaskId: null, returned: null })

beforeEach(() => {
  for (const fake of Object.values(far)) fake.mockReset()
  letDialogsOpen()
})

afterEach(() => {
  for (const entry of outbox.entries()) outbox.drop(entry)
})

describe.each(LANGUAGES)('signing out, in %s', (lang) => {
  const words = WORDS[lang].menu.signOut
  const press = (name: string) => screen.getByRole('button', { name })
  const show = (who = user) => renderInApp(<SignOut user={who} />, { lang })
  const signOut = WORDS[lang].account.signOut

  it('asks nothing where nothing stays behind', async () => {
    joinDraft.save({ role: null, fourteen: null, district: null, consent: false })
    const app = await show()
    await app.user.click(press(signOut))
    await waitFor(() => expect(far.signOutHere).toHaveBeenCalledOnce())
  })

  it('says what waits and what was begun, and leaves it unless asked', async () => {
    waiting()
    draft()
    const app = await show()
    await app.user.click(press(signOut))
    const dialog = within(screen.getByRole('dialog', { name: words.title }))
    expect(
      dialog.getByText(
        fill(flatWords(lang).get(`menu.signOut.waiting_${lang === 'ko' ? 'other' : 'one'}`) ?? '', { count: 1 }),
      ),
    ).toBeTruthy()
    expect(dialog.getByText(words.drafts)).toBeTruthy()
    await app.user.click(dialog.getByRole('button', { name: words.act }))
    await waitFor(() => expect(far.signOutHere).toHaveBeenCalledOnce())
    expect(outbox.entries()).toHaveLength(1)
    expect(commentDraft('t3').load()).not.toBeNull()
  })

  it('of somebody who cannot come back leaves nothing, and says so', async () => {
    waiting()
    draft()
    const app = await show({ ...user, email: '' })
    await app.user.click(press(signOut))
    const dialog = within(screen.getByRole('dialog', { name: words.title }))
    expect(dialog.getByText(words.slip)).toBeTruthy()
    expect(dialog.getByText(words.slipLeft)).toBeTruthy()
    expect(dialog.queryByRole('checkbox')).toBeNull()
    await app.user.click(dialog.getByRole('button', { name: words.act }))
    await waitFor(() => expect(outbox.entries()).toEqual([]))
    expect(commentDraft('t3').load()).toBeNull()
  })

  it('takes nothing along that others began on the same device', async () => {
    storage.write(SIGNED_IN, 'kim')
    reviewDraft('note', 'many').save('for colleagues')
    storage.write(SIGNED_IN, 'kid')
    draft()
    const app = await show({ uid: 'kid', email: '' })
    await app.user.click(press(signOut))
    await app.user.click(within(screen.getByRole('dialog')).getByRole('button', { name: words.act }))
    await waitFor(() => expect(commentDraft('t3').load()).toBeNull())
    storage.write(SIGNED_IN, 'kim')
    expect(reviewDraft('note', 'many').load()).toBe('for colleagues')
    storage.remove(SIGNED_IN)
  })

  it('asks nothing about what is another’s', async () => {
    storage.write(SIGNED_IN, 'kim')
    draft()
    const app = await show()
    await app.user.click(press(signOut))
    await waitFor(() => expect(far.signOutHere).toHaveBeenCalledOnce())
    expect(commentDraft('t3').load()).not.toBeNull()
    storage.remove(SIGNED_IN)
  })

  it('removes it from a computer that others use', async () => {
    waiting()
    outbox.put('jun', { kind: 'stance', taskId: 't1', revision: 1, value: 'agree' })
    draft()
    const app = await show()
    await app.user.click(press(signOut))
    await app.user.click(screen.getByRole('checkbox', { name: words.clear }))
    await app.user.click(within(screen.getByRole('dialog')).getByRole('button', { name: words.act }))
    await waitFor(() => expect(commentDraft('t3').load()).toBeNull())
    expect(outbox.entries().map(({ uid }) => uid)).toEqual(['jun'])
  })

  it('can be thought over', async () => {
    draft()
    const app = await show()
    await app.user.click(press(signOut))
    await app.user.click(press(words.stay))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(far.signOutHere).not.toHaveBeenCalled()
  })

  it('warns somebody with a slip that they cannot come back', async () => {
    const app = await show({ uid: 'kid', email: '' })
    await app.user.click(press(signOut))
    expect(screen.getByText(words.slip)).toBeTruthy()
    expect(screen.queryByRole('checkbox')).toBeNull()
  })
})

describe.each(LANGUAGES)('leaving, in %s', (lang) => {
  const words = WORDS[lang].me.leave
  const press = (name: string) => screen.getByRole('button', { name })

  async function open() {
    const app = await renderInApp(<Leave participant={me} email={user.email} />, { lang, path: '/me' })
    await app.user.click(press(words.open))
    return app
  }

  it('is not done by one press', async () => {
    const app = await open()
    await app.user.click(press(words.act))
    expect(screen.getByText(words.notSure)).toBeTruthy()
    expect(far.leaveForGood).not.toHaveBeenCalled()
  })

  it('leaves nothing on this device, signs out and goes home', async () => {
    waiting()
    draft()
    const app = await open()
    await app.user.click(screen.getByRole('checkbox', { name: words.sure }))
    await app.user.click(press(words.act))
    await waitFor(() => expect(app.address()).toBe(`/${lang}`))
    expect(far.leaveForGood.mock.calls).toEqual([[me.uid]])
    expect(far.signOutHere).toHaveBeenCalledOnce()
    expect(outbox.entries()).toEqual([])
    expect(commentDraft('t3').load()).toBeNull()
  })

  it('says so if it failed, and nothing has changed', async () => {
    far.leaveForGood.mockRejectedValue(new DataError('offline'))
    draft()
    const app = await open()
    await app.user.click(screen.getByRole('checkbox', { name: words.sure }))
    await app.user.click(press(words.act))
    expect(await screen.findByText(WORDS[lang].errors.offline)).toBeTruthy()
    expect(far.signOutHere).not.toHaveBeenCalled()
    expect(commentDraft('t3').load()).not.toBeNull()
  })

  it('throws nothing unsent away where nothing can be taken back now', async () => {
    far.readCommentsOf.mockRejectedValue(new DataError('offline'))
    outbox.put(me.uid, { kind: 'comment', comment: sampleComment({ id: 't3-w', authorId: me.uid }) })
    const app = await open()
    await app.user.click(press(words.withdraw))
    expect(await screen.findByText(WORDS[lang].errors.offline)).toBeTruthy()
    expect(outbox.look()).toHaveLength(1)
  })

  it('waits for what is on its way, from another tab too, and takes that back as well', async () => {
    const [early, late] = ['a', 'b'].map((letter) => sampleComment({ id: `t3-${letter}`, authorId: me.uid }))
    const stored = [early]
    far.readCommentsOf.mockImplementation(async () => ({ items: [...stored], next: null }))
    far.perform.mockImplementation(async () => {})
    let arrive = () => {}
    const sending = new Promise<void>((resolve) => (arrive = resolve))
    vi.stubGlobal(
      'navigator',
      Object.assign(Object.create(navigator), {
        locks: { request: (_: string, act: () => Promise<void>) => sending.then(act) },
      }),
    )
    const entry = outbox.put(me.uid, { kind: 'comment', comment: late ?? sampleComment() })
    const app = await open()
    await app.user.click(press(words.withdraw))
    expect(far.perform).not.toHaveBeenCalled()
    stored.push(late)
    outbox.drop(entry)
    arrive()
    expect(await screen.findByText(fill(words.withdrawn_other, { count: 2 }))).toBeTruthy()
    expect(far.perform.mock.calls.map(([, deed]) => deed.commentId)).toEqual(['t3-a', 't3-b'])
    vi.unstubAllGlobals()
  })

  it('finds what was sent while the others were looked for', async () => {
    const comment = sampleComment({ id: 't3-w', authorId: me.uid })
    const entry = outbox.put(me.uid, { kind: 'comment', comment })
    far.perform.mockImplementation(async () => {})
    far.readCommentsOf.mockImplementationOnce(async () => {
      outbox.drop(entry)
      return { items: [], next: null }
    })
    far.readCommentsOf.mockImplementation(async () => ({ items: [comment], next: null }))
    const app = await open()
    await app.user.click(press(words.withdraw))
    await waitFor(() => expect(far.perform.mock.calls.map(([, deed]) => deed.commentId)).toEqual(['t3-w']))
  })

  it('offers to take all comments back before, and goes on after a failure', async () => {
    const comments = ['a', 'b', 'c'].map((letter) => sampleComment({ id: `t3-${letter}`, authorId: me.uid }))
    const left = new Set(comments.map(({ id }) => id))
    far.readCommentsOf.mockImplementation(async (_: string, after: object | null) =>
      after
        ? { items: [sampleComment({ id: 't3-h', status: 'hidden' })], next: null }
        : { items: comments.filter(({ id }) => left.has(id)), next: { seconds: 1, nanoseconds: 0 } },
    )
    let failing = true
    far.perform.mockImplementation(async (_: object, { kind, commentId }: { kind: string; commentId: string }) => {
      if (failing && commentId === 't3-b') throw new DataError('offline')
      if (kind === 'withdraw') left.delete(commentId)
    })
    outbox.put(me.uid, { kind: 'comment', comment: sampleComment({ id: 't3-w', authorId: me.uid }) })
    const app = await open()
    await app.user.click(press(words.withdraw))
    expect(await screen.findByText(WORDS[lang].errors.offline)).toBeTruthy()
    expect(outbox.look()).toEqual([])
    expect(screen.getByRole('progressbar').getAttribute('aria-valuetext')).toBe(
      fill(words.progress, { done: 1, all: 3 }),
    )
    failing = false
    await app.user.click(press(words.withdrawAgain))
    expect(await screen.findByText(fill(words.withdrawn_other, { count: 2 }))).toBeTruthy()
    expect(screen.getByText(words.stillHidden)).toBeTruthy()
    // The button that was pressed is gone.
    expect(document.activeElement?.textContent).toContain(words.stillHidden)
    expect([...left]).toEqual([])
  })
})
