import { act, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { connection } from '#data/connection.ts'
import { formatMoment } from '#i18n/format.ts'
import { ConnectionSign } from '../../../src/app/connection.tsx'
import { serviceWorker } from '../../../src/app/service-worker.ts'
import { UpdateNotice } from '../../../src/app/update-notice.tsx'
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

describe.each(LANGUAGES)('a new version, in %s', (lang) => {
  it('announces itself, says that nothing is lost, and waits for the person', async () => {
    vi.spyOn(serviceWorker, 'isNewVersionReady').mockReturnValue(true)
    const use = vi.spyOn(serviceWorker, 'useNewVersion').mockReturnValue()
    const words = WORDS[lang].offline.update
    const { user, container } = await renderInApp(<UpdateNotice />, { lang })
    expect(container.textContent).toContain(words.title)
    expect(container.textContent).toContain(words.text)
    expect(use).not.toHaveBeenCalled()
    await user.click(screen.getByRole('button', { name: words.reload }))
    expect(use).toHaveBeenCalledTimes(1)
  })
})
