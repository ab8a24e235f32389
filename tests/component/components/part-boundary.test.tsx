import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { PartBoundary } from '#components/part-boundary.tsx'
import { renderInApp } from '../../helpers/render-in-app.tsx'
import { WORDS } from '../../helpers/words.ts'

function Broken(): never {
  throw new Error('Failed to fetch dynamically imported module')
}

/** React reports on the console what a boundary has caught, as it should. */
const expectReport = () => {
  const report = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  return () => {
    expect(report).toHaveBeenCalled()
    report.mockClear()
  }
}

it.each([
  ['there is a connection', true, 'other'],
  ['there is none', false, 'offline'],
] as const)(
  'a part that cannot be drawn says so where %s, and the rest of the page stays',
  async (_, onLine, words) => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(onLine)
    const reported = expectReport()
    await renderInApp(
      <>
        <h1>The text</h1>
        <PartBoundary>
          <Broken />
        </PartBoundary>
      </>,
      { lang: 'en' },
    )
    expect(screen.getByRole('heading', { name: 'The text' })).toBeTruthy()
    expect(screen.getByText(WORDS.en.common.cannotRead[words])).toBeTruthy()
    expect(screen.getByRole('button', { name: WORDS.en.common.unsaved.act })).toBeTruthy()
    reported()
  },
)

it('a part that nobody misses is not there', async () => {
  const reported = expectReport()
  const { container } = await renderInApp(
    <PartBoundary instead={null}>
      <Broken />
    </PartBoundary>,
  )
  expect(container.textContent).not.toContain(WORDS.ko.common.cannotRead.offline)
  reported()
})
