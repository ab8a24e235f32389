// @vitest-environment jsdom
import { expect, it, vi } from 'vitest'
import { noteToldOfConsent, wasToldOfConsent } from '#data/consent-asked.ts'
import { outbox } from '#data/outbox.ts'
import { onSessionChange, signOutHere, withAuth } from '#data/session.ts'
import { stanceDeed } from '../../helpers/deeds.ts'

// Firebase's sign-in, which only a browser and a server have.
const tellUser = vi.hoisted(() => ({ of: (_: { uid: string } | null): void => {} }))
vi.mock('#data/auth.ts', () => ({
  readUser: async () => null,
  leave: async () => tellUser.of(null),
  watchUser: (changed: (user: { uid: string } | null) => void) => (tellUser.of = changed),
}))
vi.mock('#data/painted.ts', () => ({ painted: async () => {} }))

const reasons = () => outbox.look().map(({ uid, reason }) => `${uid}: ${reason}`)

async function signIn(): Promise<void> {
  await withAuth(async () => {})
  tellUser.of(null)
  tellUser.of({ uid: 'mina' })
  for (const uid of ['mina', 'jun']) outbox.put(uid, stanceDeed('agree'))
}

it('what waits of whose sign-in has ended waits for it before anybody hears of that, and nobody else’s does', async () => {
  await signIn()
  let heard: string[] = []
  onSessionChange(() => (heard = reasons()))
  await signOutHere('expired')
  expect(heard).toEqual(['mina: signed-out', 'jun: null'])
})

it('what waits of who has signed out by their own wish is shown to nobody', async () => {
  for (const entry of outbox.look()) outbox.drop(entry)
  await signIn()
  await signOutHere()
  await signOutHere('expired')
  expect(reasons()).toEqual(['mina: null', 'jun: null'])
})

it('a sign-out by somebody’s own wish leaves nothing here made of the uid of anybody who was told of a newer text', async () => {
  await withAuth(async () => {})
  tellUser.of({ uid: 'mina' })
  for (const uid of ['mina', 'jun']) noteToldOfConsent(uid)
  await signOutHere('expired')
  expect(wasToldOfConsent('mina')).toBe(true)
  tellUser.of({ uid: 'mina' })
  await signOutHere()
  expect(localStorage.getItem('madang:consent-asked')).toBeNull()
})
