import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { ErrorBoundary } from '../../../src/app/error-boundary.tsx'
import { renderInApp } from '../../helpers/render-in-app.tsx'
import { LANGUAGES, WORDS } from '../../helpers/words.ts'

function Broken(): never {
  throw new Error('cannot be drawn')
}

/** React reports the error on the console, too, as it should. */
const expectReport = () => {
  const report = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  return () => {
    expect(report).toHaveBeenCalled()
    report.mockClear()
  }
}

describe.each(LANGUAGES)('a page that cannot be drawn, in %s', (lang) => {
  const { crash } = WORDS[lang].common

  it('says so, that nothing is lost, and how to go on', async () => {
    const reported = expectReport()
    await renderInApp(
      <ErrorBoundary>
        <Broken />
      </ErrorBoundary>,
      { lang },
    )
    expect(screen.getByRole('heading', { level: 1, name: crash.title })).toBeTruthy()
    expect(screen.getByText(crash.text)).toBeTruthy()
    expect(screen.getByRole('button', { name: crash.reload })).toBeTruthy()
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
