import { fireEvent, screen, within } from '@testing-library/react'
import { lazy } from 'react'
import { Link, Route, Routes } from 'react-router-dom'
import { describe, expect, it, vi } from 'vitest'
import { ErrorBoundary } from '../../../src/app/error-boundary.tsx'
import { Layout } from '../../../src/app/layout.tsx'
import { hrefOf } from '../../helpers/described.ts'
import { renderInApp } from '../../helpers/render-in-app.tsx'
import { LANGUAGES, WORDS } from '../../helpers/words.ts'

function Broken(): never {
  throw new Error('cannot be drawn')
}

/** A page whose file does not arrive, as browsers say it. */
const unreachable = (message: string) => lazy(() => Promise.reject(new TypeError(message)))
const Unreachable = unreachable('Failed to fetch dynamically imported module: https://example.com/assets/about.js')

/** React reports the error on the console, too, as it should. */
const expectReport = () => {
  const report = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  return () => {
    expect(report).toHaveBeenCalled()
    report.mockClear()
  }
}

describe.each(LANGUAGES)('a page that cannot be drawn, in %s', (lang) => {
  const { crash, home } = WORDS[lang].common

  it('says so, that nothing is lost, and how to go on', async () => {
    const reported = expectReport()
    const reload = vi.fn()
    const { user } = await renderInApp(
      <ErrorBoundary reload={reload}>
        <Broken />
      </ErrorBoundary>,
      { lang },
    )
    const main = within(screen.getByRole('main'))
    expect(main.getByRole('heading', { level: 1, name: crash.title })).toBeTruthy()
    expect(main.getByText(crash.text)).toBeTruthy()
    expect(hrefOf(main.getByRole('link', { name: home }))).toBe(`/${lang}`)
    const tasks = [1, 2, 3, 4, 5, 6].map((number) => `/${lang}/tasks/${number}`)
    expect(main.getAllByRole('link').map(hrefOf)).toEqual([`/${lang}`, ...tasks])
    fireEvent.online(window)
    expect(reload).not.toHaveBeenCalled()
    await user.click(main.getByRole('button', { name: crash.act }))
    expect(reload).toHaveBeenCalledOnce()
    reported()
  })
})

describe.each(LANGUAGES)('a page that is not on this device while there is no connection, in %s', (lang) => {
  const { unsaved } = WORDS[lang].common

  it('says so and loads again when asked, or when the connection is back', async () => {
    const reported = expectReport()
    const reload = vi.fn()
    const { user } = await renderInApp(
      <ErrorBoundary reload={reload}>
        <Unreachable />
      </ErrorBoundary>,
      { lang },
    )
    expect(await screen.findByRole('heading', { level: 1, name: unsaved.title })).toBeTruthy()
    expect(screen.getByText(unsaved.text)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: unsaved.act }))
    expect(reload).toHaveBeenCalledTimes(1)
    fireEvent.online(window)
    expect(reload).toHaveBeenCalledTimes(2)
    reported()
  })

  it('leaves the menu there, and other pages open', async () => {
    const reported = expectReport()
    const { user } = await renderInApp(
      <Routes>
        <Route element={<Layout />}>
          <Route index element={<Link to="lost">lost</Link>} />
          <Route path="lost" element={<Unreachable />} />
        </Route>
      </Routes>,
      { lang },
    )
    await user.click(screen.getByRole('link', { name: 'lost' }))
    await screen.findByRole('heading', { level: 1, name: unsaved.title })
    expect(screen.getAllByRole('main')).toHaveLength(1)
    await user.click(screen.getByRole('link', { name: WORDS[lang].common.plan }))
    expect(screen.queryByRole('heading', { level: 1 })).toBeNull()
    expect(screen.getByRole('link', { name: 'lost' })).toBeTruthy()
    reported()
  })
})

it('a page that can be drawn is drawn', async () => {
  await renderInApp(
    <ErrorBoundary>
      <p>여기 있어요</p>
    </ErrorBoundary>,
  )
  expect(screen.getByText('여기 있어요')).toBeTruthy()
  expect(screen.queryByRole('heading')).toBeNull()
})
