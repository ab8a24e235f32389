import { act, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { storage } from '#data/storage.ts'
import { DisplaySettings } from '../../../src/app/display-settings.tsx'
import { renderInApp } from '../../helpers/render-in-app.tsx'
import { fill, LANGUAGES, WORDS } from '../../helpers/words.ts'

const page = document.documentElement

afterEach(() => {
  delete page.dataset.theme
  delete page.dataset.textSize
})

/** What another tab does: it changes the storage, of which this one is told. */
const elsewhere = (key: string, value: string | null) =>
  act(async () => {
    if (value === null) storage.remove(key)
    else storage.write(key, value)
    dispatchEvent(new StorageEvent('storage', { key: `madang:${key}`, newValue: value }))
  })

describe.each(LANGUAGES)('how the pages look, in %s', (lang) => {
  const words = WORDS[lang].common.display
  const open = async () => {
    const app = await renderInApp(<DisplaySettings />, { lang })
    await app.user.click(screen.getByRole('button', { name: words.open }))
    await screen.findByRole('group', { name: words.size })
    return app
  }
  const radio = (group: string, name: string) =>
    within(screen.getByRole('group', { name: group })).getByRole<HTMLInputElement>('radio', { name })
  const current = (size: keyof typeof words.sizes, percent: string) =>
    screen.queryByText(fill(words.current, { size: words.sizes[size], percent }))

  it('is at first what the device and the browser are set to', async () => {
    await open()
    expect(radio(words.theme, words.system).checked).toBe(true)
    expect(radio(words.size, words.sizes['2']).checked).toBe(true)
    expect(current('2', '100%')).toBeTruthy()
    expect({ ...page.dataset }).toEqual({})
  })

  it('changes at once with the theme, and is remembered', async () => {
    const { user } = await open()
    await user.click(radio(words.theme, words['high-contrast']))
    expect(page.dataset.theme).toBe('high-contrast')
    expect(storage.read('theme')).toBe('high-contrast')
    await user.click(radio(words.theme, words.light))
    expect(page.dataset.theme).toBe('light')
    await user.click(radio(words.theme, words.system))
    expect(page.dataset.theme).toBeUndefined()
    expect(storage.read('theme')).toBeNull()
  })

  it('grows and shrinks in five steps by the arrow keys, and says where it is', async () => {
    const { user } = await open()
    act(() => radio(words.size, words.sizes['2']).focus())
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}')
    expect(page.dataset.textSize).toBe('5')
    expect(storage.read('text-size')).toBe('5')
    expect(current('5', '150%')).toBeTruthy()
    await user.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}')
    expect(page.dataset.textSize).toBeUndefined()
    expect(storage.read('text-size')).toBeNull()
  })

  it('is what was chosen on an earlier visit', async () => {
    storage.write('theme', 'light')
    storage.write('text-size', '4')
    await open()
    expect({ ...page.dataset }).toEqual({ theme: 'light', textSize: '4' })
    expect(radio(words.theme, words.light).checked).toBe(true)
    expect(radio(words.size, words.sizes['4']).checked).toBe(true)
  })

  it('follows what is chosen in another tab', async () => {
    await open()
    await elsewhere('theme', 'high-contrast')
    await elsewhere('text-size', '1')
    expect({ ...page.dataset }).toEqual({ theme: 'high-contrast', textSize: '1' })
    expect(radio(words.theme, words['high-contrast']).checked).toBe(true)
    expect(current('1', '90%')).toBeTruthy()
    await elsewhere('theme', null)
    expect(page.dataset.theme).toBeUndefined()
  })

  it('takes nothing of what somebody else may have stored', async () => {
    storage.write('theme', 'pink')
    storage.write('text-size', '9')
    await open()
    expect({ ...page.dataset }).toEqual({})
  })

  it('can be chosen where nothing can be stored', async () => {
    const { user } = await open()
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    await user.click(radio(words.theme, words['high-contrast']))
    await user.click(radio(words.size, words.sizes['3']))
    expect({ ...page.dataset }).toEqual({ theme: 'high-contrast', textSize: '3' })
  })
})
