import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach, expect, vi } from 'vitest'

// A slow machine must not decide: what is waited for comes at once or never.
configure({ asyncUtilTimeout: 4000 })

// jsdom has no CSS.escape; user-event needs it to walk through radio buttons with the arrow keys.
globalThis.CSS ??= { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') } as typeof CSS

// jsdom draws nothing, so there is nothing to scroll.
Element.prototype.scrollIntoView = () => undefined
window.scrollTo = () => undefined

// What React and i18next complain about is a defect, too: a test in which they do fails, unless it expected it.
beforeEach(() => {
  const complaints = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')]
  return () => {
    const heard = complaints.flatMap(({ mock }) => mock.calls)
    vi.restoreAllMocks()
    expect(heard).toEqual([])
  }
})

afterEach(() => {
  cleanup()
  localStorage.clear()
  document.title = ''
})
