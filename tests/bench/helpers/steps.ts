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
        const look = () => {
          if (document.querySelectorAll(`${list} > li`).length === 20) resolve(performance.now())
          else requestAnimationFrame(look)
        }
        look()
      }),
    LIST,
  )
  return shown - ((await page.evaluate(() => window.asked)) ?? Number.NaN)
}

/** Does what the step is called. @returns milliseconds from the click or choice to the frame with other comments */
export const takeStep = (page: Page, step: Step): Promise<number> =>
  page.evaluate(
    ({ list, step, words }) => {
      const articles = () => document.querySelectorAll(`${list} > li`)
      const before = { count: articles().length, first: articles()[0] }
      const isThere = () =>
        step === 'more'
          ? articles().length === before.count + 20
          : articles()[0] !== before.first && document.querySelector(list)?.getAttribute('aria-busy') === 'false'
      const shown = new Promise<number>((resolve) => {
        const look = () => (isThere() ? resolve(performance.now()) : requestAnimationFrame(look))
        requestAnimationFrame(look)
      })
      const withText = (selector: string, text: string | undefined) =>
        [...document.querySelectorAll<HTMLElement>(selector)].find((element) => element.textContent === text)
      const began = performance.now()
      if (step === 'more') withText('button', words.more)?.click()
      else if (step === 'sort') withText('label', words.agreed)?.click()
      else {
        const label = withText('label', words.group) as HTMLLabelElement | undefined
        const select = label?.control as HTMLSelectElement | null
        if (select) {
          const setValue = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set
          setValue?.call(select, 'student')
          select.dispatchEvent(new Event('change', { bubbles: true }))
        }
      }
      return shown.then((at) => at - began)
    },
    { list: LIST, step, words: words.list },
  )
