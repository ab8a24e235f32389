import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { draftKeys, removeDraft } from '#data/draft-store.ts'

// A slow machine must not decide: what is waited for comes at once or never.
configure({ asyncUtilTimeout: 4000 })

// jsdom has no CSS.escape; user-event needs it to walk through radio buttons with the arrow keys.
globalThis.CSS ??= { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') } as typeof CSS

// These tests load no styles, so elements of a kind are styled alike; jsdom would take milliseconds for each look.
const compute = window.getComputedStyle.bind(window)
const computed = new Map<string, CSSStyleDeclaration>()
window.getComputedStyle = (element, pseudo) => {
  const attributes = ['hidden', 'style', 'type', 'open'].map((name) => element.getAttribute(name))
  const kind = JSON.stringify([element.tagName, pseudo, ...attributes])
  const style = computed.get(kind) ?? compute(element, pseudo)
  computed.set(kind, style)
  return style
}

// jsdom has no media to ask for.
window.matchMedia = (media) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  })

// jsdom draws nothing, so there is nothing to scroll.
Element.prototype.scrollIntoView = () => undefined
window.scrollTo = () => undefined

// Of what it draws later, React's act() says so although nothing suspended: to read what is loaded by use() is enough.
const FALSE_ALARM = 'A component suspended inside an `act` scope'

// What React and i18next complain about is a defect, too: a test in which they do fails, unless it expected it.
beforeEach(() => {
  const complaints = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')]
  return () => {
    const heard = complaints.flatMap(({ mock }) => mock.calls).filter(([said]) => !String(said).startsWith(FALSE_ALARM))
    vi.restoreAllMocks()
    expect(heard).toEqual([])
  }
})

afterEach(() => {
  cleanup()
  // Also what a test's device could not keep.
  for (const key of draftKeys()) removeDraft(key)
  localStorage.clear()
  document.title = ''
})
