import { screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Translation } from '#features/comments/translation.tsx'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { sampleComment } from '../../../helpers/samples.ts'
import { WORDS } from '../../../helpers/words.ts'

const words = WORDS.ko.translation

const english = (changes = {}) => sampleComment({ lang: 'en', text: `Keep it open late. ${Math.random()}`, ...changes })

const show = (comment = english()) =>
  renderInApp(<Translation comment={comment}>{({ text, lang }) => <p lang={lang}>{text}</p>}</Translation>)

const press = async (app: Awaited<ReturnType<typeof show>>, name: string) =>
  app.user.click(await screen.findByRole('button', { name }))

type Fake = { availability?: string; translate?: (text: string) => Promise<string>; loads?: boolean }

/** Stands in for the browser's Translator, which no browser that tests run in has. */
function fakeTranslator({ availability = 'available', translate = async (text) => `옮김: ${text}`, loads }: Fake = {}) {
  let report: (event: { loaded: number }) => void = () => undefined
  let finish: () => void = () => undefined
  const loaded = loads ? new Promise<void>((resolve) => (finish = resolve)) : Promise.resolve()
  const create = vi.fn(async ({ monitor }: { monitor: (target: object) => void }) => {
    monitor({ addEventListener: (_: string, listen: typeof report) => (report = listen) })
    await loaded
    return { translate }
  })
  const asked = vi.fn(async () => availability)
  vi.stubGlobal('Translator', { availability: asked, create })
  return { create, availability: asked, report: (share: number) => report({ loaded: share }), finish: () => finish() }
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

describe('a stored translation', () => {
  it.each(['machine', 'staff'] as const)('by %s is shown first and marked, the original one tap away', async (by) => {
    const comment = english({ translation: { text: '늦게까지 열어 주세요.', by } })
    const app = await show(comment)
    expect(screen.getByText('늦게까지 열어 주세요.').getAttribute('lang')).toBe('ko')
    expect(screen.getByText(words.by[by])).toBeTruthy()
    expect(screen.queryByText(comment.text)).toBeNull()
    await press(app, words.showOriginal)
    expect(screen.getByText(comment.text).getAttribute('lang')).toBe('en')
    await press(app, words.showTranslation)
    expect(screen.queryByText(comment.text)).toBeNull()
  })

  it('is not shown to who reads the original', async () => {
    const comment = sampleComment({ translation: { text: 'Open it late.', by: 'staff' } })
    await show(comment)
    expect(screen.getByText(comment.text)).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
  })
})

describe('without a stored one', () => {
  it('nothing is offered where the browser cannot translate', async () => {
    await show()
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('nothing is offered for a pair of languages that the browser does not have', async () => {
    const { availability } = fakeTranslator({ availability: 'unavailable' })
    await show()
    await waitFor(() => expect(availability.mock.settledResults.at(-1)?.type).toBe('fulfilled'))
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('nothing is made before somebody asks; then it is made here, marked, and kept for the visit', async () => {
    const { create } = fakeTranslator()
    const comment = english()
    const app = await show(comment)
    expect(await screen.findByRole('button', { name: words.onThisDevice })).toBeTruthy()
    expect(create).not.toHaveBeenCalled()
    await press(app, words.onThisDevice)
    expect((await screen.findByText(`옮김: ${comment.text}`)).getAttribute('lang')).toBe('ko')
    expect(screen.getByText(words.by.device)).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: words.showOriginal }))
    expect(screen.getByText(words.done).closest('[role=status]')).toBeTruthy()
    await press(app, words.showOriginal)
    expect(screen.getByText(comment.text)).toBeTruthy()
  })

  it('of words that have been changed since is not shown', async () => {
    fakeTranslator()
    const comment = english()
    const app = await show(comment)
    await press(app, words.onThisDevice)
    expect(await screen.findByText(`옮김: ${comment.text}`)).toBeTruthy()
    app.rerender(
      <Translation comment={{ ...comment, text: 'Close it early.', edits: 1 }}>
        {({ text, lang }) => <p lang={lang}>{text}</p>}
      </Translation>,
    )
    expect(screen.getByText('Close it early.')).toBeTruthy()
    expect(screen.queryByText(`옮김: ${comment.text}`)).toBeNull()
  })

  it('says how much of the language is loaded', async () => {
    vi.resetModules()
    const { report, finish } = fakeTranslator({ availability: 'downloadable', loads: true })
    const { Translation: Fresh } = await import('#features/comments/translation.tsx')
    const comment = english()
    const app = await renderInApp(<Fresh comment={comment}>{({ text }) => <p>{text}</p>}</Fresh>)
    await press(app, words.onThisDevice)
    report(0.4)
    const bar = await screen.findByRole('progressbar', { name: words.loading })
    expect(bar.getAttribute('aria-valuetext')).toBe('40%')
    finish()
    expect(await screen.findByText(`옮김: ${comment.text}`)).toBeTruthy()
    expect(screen.queryByRole('progressbar')).toBeNull()
  })

  it('says that it failed, and can be tried again', async () => {
    let tries = 0
    vi.resetModules()
    fakeTranslator({ translate: async (text) => (++tries === 1 ? Promise.reject(new Error('no')) : `옮김: ${text}`) })
    const { Translation: Fresh } = await import('#features/comments/translation.tsx')
    const comment = english()
    const app = await renderInApp(<Fresh comment={comment}>{({ text }) => <p>{text}</p>}</Fresh>)
    await press(app, words.onThisDevice)
    expect(await screen.findByText(words.failed)).toBeTruthy()
    expect(screen.getByText(comment.text)).toBeTruthy()
    await press(app, words.onThisDevice)
    expect(await screen.findByText(`옮김: ${comment.text}`)).toBeTruthy()
    expect(screen.queryByText(words.failed)).toBeNull()
  })
})
