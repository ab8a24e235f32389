import { act, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ToastRegion } from '#components/toast-region.tsx'
import { connection } from '#data/connection.ts'
import { formatMoment } from '#i18n/format.ts'
import { ConnectionSign } from '../../../src/app/connection.tsx'
import { serviceWorker } from '../../../src/app/service-worker.ts'
import { useUpdateToast } from '../../../src/app/use-update-toast.ts'
import { nothingAnswers, somethingAnswers } from '../../helpers/reading.ts'
import { renderInApp } from '../../helpers/render-in-app.tsx'
import { fill, LANGUAGES, WORDS } from '../../helpers/words.ts'

const browserSays = (event: 'online' | 'offline') =>
  act(async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(event === 'online')
    dispatchEvent(new Event(event))
  })

afterEach(async () => {
  await somethingAnswers()
})

describe.each(LANGUAGES)('the sign of a lost connection, in %s', (lang) => {
  const words = WORDS[lang].offline.sign

  it('says so, from when what is shown dates, and that nothing written is lost; then that it is back', async () => {
    await somethingAnswers()
    const last = connection.lastAnswer()
    const { container } = await renderInApp(<ConnectionSign />, { lang })
    expect(container.textContent).toBe('')
    await browserSays('offline')
    expect(container.textContent).toContain(words.title)
    expect(container.textContent).toContain(fill(words.shown, { when: last ? formatMoment(last, lang) : '' }))
    expect(container.textContent).toContain(words.kept)
    await browserSays('online')
    expect(container.textContent).toBe(words.back)
  })

  it('names no time where none is known', async () => {
    localStorage.clear()
    const { container } = await renderInApp(<ConnectionSign />, { lang })
    await browserSays('offline')
    expect(container.textContent).toContain(words.shownNoTime)
    await browserSays('online')
  })
})

describe('the sign of a lost connection', () => {
  it('is shown too when nothing answers although the browser says it is online', async () => {
    const { container } = await renderInApp(<ConnectionSign />)
    await act(nothingAnswers)
    expect(container.textContent).toContain(WORDS.ko.offline.sign.title)
    await act(somethingAnswers)
    expect(container.textContent).toBe(WORDS.ko.offline.sign.back)
  })
})

function UpdateToast() {
  useUpdateToast()
  return <ToastRegion />
}

describe.each(LANGUAGES)('a new version, in %s', (lang) => {
  it('announces itself once, says that nothing is lost, and waits for the person', async () => {
    const listen = vi.spyOn(serviceWorker, 'subscribe')
    const isReady = vi.spyOn(serviceWorker, 'isNewVersionReady').mockReturnValue(false)
    const takeOver = vi.spyOn(serviceWorker, 'useNewVersion').mockReturnValue()
    const words = WORDS[lang].offline.update
    const { user, rerender } = await renderInApp(<UpdateToast />, { lang })
    expect(screen.getByRole('status').textContent).toBe('')
    isReady.mockReturnValue(true)
    await act(async () => listen.mock.calls.at(-1)?.[0]())
    const button = await screen.findByRole('button', { name: words.reload })
    expect(screen.getByRole('status').textContent).toContain(words.text)
    rerender(<UpdateToast />)
    expect(screen.getAllByText(words.text)).toHaveLength(1)
    expect(takeOver).not.toHaveBeenCalled()
    await user.click(button)
    expect(takeOver).toHaveBeenCalledTimes(1)
  })

  it('is looked for where a part of the page is gone, and says so again to whoever has put that away', async () => {
    const listen = vi.spyOn(serviceWorker, 'subscribe')
    const isReady = vi.spyOn(serviceWorker, 'isNewVersionReady').mockReturnValue(false)
    const look = vi.spyOn(serviceWorker, 'look').mockResolvedValue()
    const takeOver = vi.spyOn(serviceWorker, 'useNewVersion').mockReturnValue()
    const { update } = WORDS[lang].offline
    const { user } = await renderInApp(<UpdateToast />, { lang })
    const isGone = () => act(async () => void dispatchEvent(new Event('outdated')))
    await isGone()
    expect(look).toHaveBeenCalledTimes(1)
    expect(screen.queryByText(update.text)).toBeNull()
    isReady.mockReturnValue(true)
    await act(async () => listen.mock.calls.at(-1)?.[0]())
    const reload = await screen.findByRole('button', { name: update.reload })
    await isGone()
    // What stands there already stays: to be said anew would take the focus from it, each time something is tried again.
    expect(screen.getByRole('button', { name: update.reload })).toBe(reload)
    await user.click(screen.getByRole('button', { name: WORDS[lang].common.close }))
    expect(screen.queryByText(update.text)).toBeNull()
    await isGone()
    await user.click(await screen.findByRole('button', { name: update.reload }))
    expect(takeOver).toHaveBeenCalledTimes(1)
    expect(look).toHaveBeenCalledTimes(1)
  })
})
