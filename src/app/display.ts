import { useSyncExternalStore } from 'react'
import { onStoredElsewhere, storage } from '#data/storage.ts'
import { DEFAULT_DISPLAY, type Display, parseTextSize, parseTheme } from '#domain/display.ts'

// The page is marked before it is first painted, by a script of its own; this keeps it so while it is open.

let shown = DEFAULT_DISPLAY
const listeners = new Set<() => void>()

const stored = (): Display => ({
  theme: parseTheme(storage.read('theme')),
  textSize: parseTextSize(storage.read('text-size')),
})

function mark(name: 'theme' | 'textSize', value: string, defaultValue: string) {
  const { dataset } = document.documentElement
  if (value === defaultValue) delete dataset[name]
  else dataset[name] = value
}

/** The colour of the browser's own bars is that of the page's ground, whatever theme it comes from. */
function colourBrowser() {
  const ground = getComputedStyle(document.documentElement).getPropertyValue('--ground')
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', ground)
}

function show(display: Display) {
  shown = display
  mark('theme', display.theme, DEFAULT_DISPLAY.theme)
  mark('textSize', display.textSize, DEFAULT_DISPLAY.textSize)
  colourBrowser()
  for (const listener of listeners) listener()
}

const keep = (key: string, value: string, defaultValue: string) =>
  value === defaultValue ? storage.remove(key) : storage.write(key, value)

/** Shows the pages so from now on, and remembers it; where nothing can be stored, until the page is left. */
export function chooseDisplay(part: Partial<Display>): void {
  const display = { ...shown, ...part }
  keep('theme', display.theme, DEFAULT_DISPLAY.theme)
  keep('text-size', display.textSize, DEFAULT_DISPLAY.textSize)
  show(display)
}

/** Shows the pages as was chosen, here or in another tab. @returns how to stop */
export function followDisplay(): () => void {
  const follow = () => show(stored())
  const moreContrast = matchMedia('(prefers-contrast: more)')
  moreContrast.addEventListener('change', colourBrowser)
  const stops = ['theme', 'text-size'].map((key) => onStoredElsewhere(key, follow))
  follow()
  return () => {
    moreContrast.removeEventListener('change', colourBrowser)
    for (const stop of stops) stop()
  }
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** How the pages are shown now. */
export const useDisplay = (): Display =>
  useSyncExternalStore(
    subscribe,
    () => shown,
    () => DEFAULT_DISPLAY,
  )
