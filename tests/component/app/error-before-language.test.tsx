import { render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { ErrorBoundary } from '../../../src/app/error-boundary.tsx'

function Broken(): never {
  throw new Error('the texts could not be loaded')
}

// In a file of its own: no language is ever loaded here.
it('a page that breaks before its language is loaded says so in both', () => {
  const reports = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')]
  for (const report of reports) report.mockImplementation(() => undefined)
  render(
    <ErrorBoundary>
      <Broken />
    </ErrorBoundary>,
  )
  const heading = screen.getByRole('heading', { level: 1 }).textContent
  expect(heading).toMatch(/문제가 생겼어요/)
  expect(heading).toMatch(/Something went wrong/)
  expect(screen.getByRole('button', { name: /새로 고치기.*Reload/ })).toBeTruthy()
  expect(document.body.textContent).not.toMatch(/crash\./)
  for (const report of reports) report.mockClear()
})
