import { stat } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { words } from '../../e2e/helpers/words.ts'

const exporting = words('en', 'review-export')

export const FORMATS = ['csv', 'xlsx'] as const
type Format = (typeof FORMATS)[number]

export type ExportFigures = { readonly whole: number; readonly longest: number; readonly megabytes: number }

declare global {
  interface Window {
    /** How long the page has been deaf at most since this was set to 0, in milliseconds. */
    longestTask: number | undefined
  }
}

/**
 * Makes a file of all comments in the export room, which is open.
 * @returns how long it takes, how long the page is deaf at a time meanwhile, and how large the file is
 */
export async function takeExport(page: Page, format: Format): Promise<ExportFigures> {
  await page.evaluate(() => {
    window.longestTask = 0
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longestTask = Math.max(window.longestTask ?? 0, duration)
    }).observe({ type: 'longtask' })
  })
  const start = performance.now()
  const downloading = page.waitForEvent('download', { timeout: 120_000 })
  await page.getByRole('button', { name: exporting(`save.${format}`) }).click()
  const download = await downloading
  const whole = performance.now() - start
  const longest = await page.evaluate(() => window.longestTask ?? Number.NaN)
  const { size } = await stat(await download.path())
  return { whole, longest, megabytes: size / 1_000_000 }
}
