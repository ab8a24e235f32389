import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

/** What a reader does, in this order; each step is one query. */
export const STEPS = ['first', 'more', 'sort', 'filter'] as const
export type Step = (typeof STEPS)[number]

const words = JSON.parse(readFileSync('locales/en/comments.json', 'utf8')) as { list: Record<string, string> }
const LIST = `ol[aria-label="${words.list.label}"]`

declare global {
  interface Window {
    /** When the first list of comments was asked for. */
    asked: number | undefined
  }
}

/** Notes when comments are asked for, from before anything of the page runs. */
export async function watchQueries(page: Page): Promise<void> {
  // What tsx makes of a function with a name calls this, also where that function is sent into the page.
  await page.addInitScript('globalThis.__name = (named) => named')
  await page.addInitScript(() => {
    const fetchAsBefore = window.fetch
    window.fetch = (...request) => {
      const body = String(request[1]?.body ?? '')
      if (body.includes('"comments"') && body.includes('createdAt')) window.asked ??= performance.now()
      return fetchAsBefore(...request)
    }
  })
}

/** Waits for the first 20 comments. @returns milliseconds from the question to the frame in which they stand */
export async function untilShown(page: Page): Promise<number> {
  const shown = await page.evaluate(
    (list) =>
      new Promise<number>((resolve) => {
        const isThere = () => document.querySelectorAll(`${list} > li`).length === 20
        // A frame each 16 ms only to look would take its part of the two cores.
        const observer = new MutationObserver(() => isThere() && done())
        const done = () => {
          observer.disconnect()
          requestAnimationFrame(() => resolve(performance.now()))
        }
        if (isThere()) done()
        else observer.observe(document, { subtree: true, childList: true })
      }),
    LIST,
  )
  return shown - ((await page.evaluate(() => window.asked)) ?? Number.NaN)
}

/** What a step presses: a button, or the label of a radio button. The filter is chosen from a list of the browser's own. */
const PRESSED = { more: ['button', words.list.more], sort: ['label', words.list.agreed] } as const

declare global {
  interface Window {
    /** When something was clicked or chosen, and when other comments stood after that. */
    step: { began?: number; shown: Promise<number> }
  }
}

/**
 * Does what the step is called.
 * @param press how many milliseconds the mouse is pressed before it is let go, which is the click; null for a click
 * without a press before it, as from a keyboard
 * @returns milliseconds from the click or choice to the frame with other comments
 */
export async function takeStep(page: Page, step: Exclude<Step, 'first'>, press: number | null): Promise<number> {
  await page.evaluate(watchStep, { list: LIST, step })
  if (step === 'filter') await page.evaluate(chooseStudents, words.list.group)
  else {
    const [selector, text] = PRESSED[step]
    const target = page.locator(`${selector}:text-is("${text}")`)
    if (press === null) await target.evaluate((element: HTMLElement) => element.click())
    else {
      await target.hover()
      await page.mouse.down()
      await page.waitForTimeout(press)
      await page.mouse.up()
    }
  }
  return page.evaluate(async () => (await window.step.shown) - (window.step.began ?? Number.NaN))
}

/** In the page: notes the click or choice, and waits for the frame in which other comments stand. */
function watchStep({ list, step }: { list: string; step: Step }): void {
  const articles = () => document.querySelectorAll(`${list} > li`)
  const before = { count: articles().length, first: articles()[0] }
  const isThere = () =>
    step === 'more'
      ? articles().length === before.count + 20
      : articles()[0] !== before.first && document.querySelector(list)?.getAttribute('aria-busy') === 'false'
  const shown = new Promise<number>((resolve) => {
    const observer = new MutationObserver(() => {
      if (!isThere()) return
      observer.disconnect()
      requestAnimationFrame(() => resolve(performance.now()))
    })
    observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-busy'] })
  })
  window.step = { shown }
  const note = () => {
    window.step.began ??= performance.now()
  }
  for (const kind of ['click', 'change']) addEventListener(kind, note, { capture: true, once: true })
}

/** In the page: chooses a group. */
function chooseStudents(name: string | undefined): void {
  const label = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === name)
  const select = label?.control as HTMLSelectElement | null | undefined
  const setValue = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set
  setValue?.call(select, 'student')
  select?.dispatchEvent(new Event('change', { bubbles: true }))
}
