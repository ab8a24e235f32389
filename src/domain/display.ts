// How somebody wants to see the pages, whatever they read. Kept on their device alone.

/** `system` follows what the device asks for; the others are the values of `data-theme` on the page. */
export const THEMES = ['system', 'light', 'high-contrast'] as const
export type Theme = (typeof THEMES)[number]

/** From small to large; the values of `data-text-size` on the page. */
export const TEXT_SIZES = ['1', '2', '3', '4', '5'] as const
export type TextSize = (typeof TEXT_SIZES)[number]

/** What each size is of the size the browser is set to; src/styles/tokens.css holds the same numbers. */
export const TEXT_PERCENT: Readonly<Record<TextSize, number>> = { 1: 90, 2: 100, 3: 115, 4: 130, 5: 150 }

export type Display = { readonly theme: Theme; readonly textSize: TextSize }

/** For somebody who has chosen nothing; nothing is stored or marked on the page for it. */
export const DEFAULT_DISPLAY: Display = { theme: 'system', textSize: '2' }

/** What was stored, or the default for anything that is no theme. */
export const parseTheme = (stored: string | null): Theme =>
  THEMES.find((theme) => theme === stored) ?? DEFAULT_DISPLAY.theme

/** What was stored, or the default for anything that is no text size. */
export const parseTextSize = (stored: string | null): TextSize =>
  TEXT_SIZES.find((size) => size === stored) ?? DEFAULT_DISPLAY.textSize
