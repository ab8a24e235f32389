import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ToastRegion } from '#components/toast-region.tsx'
import { clearDevice } from '#data/left-here.ts'
import { meQuery } from '#data/me.ts'
import { outbox } from '#data/outbox.ts'
import { signOutHere } from '#data/session.ts'
import { CONSENT_ASKED, storage } from '#data/storage.ts'
import { CONSENT_VERSION } from '#domain/participant.ts'
import { RenewConsent } from '#features/join/renew-consent.tsx'
import { ConsentQuestion } from '../../../src/app/consent-question.tsx'
import { stanceDeed } from '../../helpers/deeds.ts'
import { renderInApp, testClient } from '../../helpers/render-in-app.tsx'
import { joined, sampleParticipant } from '../../helpers/samples.ts'
import { LANGUAGES, WORDS } from '../../helpers/words.ts'

// Firebase's sign-in, which only a browser and a server have.
vi.mock('#data/auth.ts', () => ({ readUser: async () => null, leave: async () => {}, watchUser: () => {} }))
vi.mock('#data/painted.ts', () => ({ painted: async () => {} }))

// jsdom shows no dialogs.
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function close() {
    this.open = false
  }
})

const earlier = sampleParticipant({ consentVersion: CONSENT_VERSION - 1 })

afterEach(() => {
  for (const uid of ['mina', 'jun', 'somebody-else']) clearDevice(uid)
  storage.remove(CONSENT_ASKED)
})

describe.each(LANGUAGES)('a newer consent text, in %s', (lang) => {
  const { outbox: words, join } = WORDS[lang]
  const show = (participant = earlier) => {
    const client = testClient()
    client.setQueryData(meQuery.queryKey, joined(participant))
    const ui = (
      <>
        <ConsentQuestion />
        <ToastRegion />
      </>
    )
    return renderInApp(ui, { lang, client })
  }
  const actAs = (uid: string) =>
    act(async () => {
      outbox.put(uid, { kind: 'stance', taskId: 't1', revision: 1, value: 'agree' })
    })
  const said = () => screen.queryAllByText(words.consent.changed).length

  it('is told of once, after the next thing somebody does, and read in a dialog', async () => {
    const { user } = await show()
    expect(said()).toBe(0)
    await actAs('somebody-else')
    expect(said()).toBe(0)
    await actAs('mina')
    await screen.findByText(words.consent.changed)
    // The dialog and its words come with it.
    await act(async () => screen.getByRole('button', { name: words.consent.read }).click())
    expect(await screen.findByText(join.renew.text)).toBeTruthy()
    expect(screen.getByText(join.consent.where)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: join.renew.later }))
    expect(screen.queryByText(join.renew.text)).toBeNull()
    await actAs('mina')
    expect(said()).toBe(0)
  })

  it('is told of to each of those who share a device, once, and the device does not keep who they are', async () => {
    const jun = sampleParticipant({ uid: 'jun', consentVersion: 1 })
    const timesToldTo = async (participant: typeof jun) => {
      const { user, unmount } = await show(participant)
      await actAs(participant.uid)
      const times = said()
      if (times > 0) {
        await act(async () => screen.getByRole('button', { name: words.consent.read }).click())
        await user.click(await screen.findByRole('button', { name: join.renew.later }))
      }
      unmount()
      return times
    }
    const times: number[] = []
    for (const person of [earlier, jun, earlier, jun]) times.push(await timesToldTo(person))
    expect(times).toEqual([1, 1, 0, 0])
    for (const entry of outbox.look()) outbox.drop(entry)
    expect(JSON.stringify({ ...localStorage })).not.toMatch(/mina|jun/)
  })

  it('is not told of to whoever has just signed out, while what waits of them is removed', async () => {
    const { user } = await show()
    await actAs('mina')
    await act(async () => screen.getByRole('button', { name: words.consent.read }).click())
    await user.click(await screen.findByRole('button', { name: join.renew.later }))
    await act(async () => outbox.put('mina', stanceDeed('agree')))
    await act(() => signOutHere())
    await act(async () => clearDevice('mina'))
    expect(said()).toBe(0)
    expect(storage.read(CONSENT_ASKED)).toBeNull()
  })

  it('is not told of to those who agreed to it', async () => {
    await show(sampleParticipant())
    await actAs('mina')
    expect(said()).toBe(0)
    const { container } = await renderInApp(<RenewConsent participant={sampleParticipant()} />, { lang })
    expect(container.textContent).toBe('')
  })
})
