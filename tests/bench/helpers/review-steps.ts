import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

type Words = { filter: Record<string, string> }
const words = (JSON.parse(readFileSync('locales/en/review-inbox.json', 'utf8')) as Words).filter

/** What a reviewer does to the list, each from the event to the frame in which the other rows stand. */
export const REVIEW_STEPS = ['search', 'search by initials', 'search in English', 'filter', 'sort'] as const
export type ReviewStep = (typeof REVIEW_STEPS)[number]

/** What is put into which control. */
const INPUTS: Readonly<Record<ReviewStep, { label: string | undefined; value: string }>> = {
  search: { label: words.q, value: '도서관' },
  'search by initials': { label: words.q, value: 'ㅌㅎㄹ' },
  'search in English': { label: words.q, value: 'library' },
  filter: { label: words.role, value: 'student' },
  sort: { label: words.sort, value: 'agreed' },
}

/** Notes when the last answer of the database has come, from before anything of the page runs. */
export async function watchAnswers(page: Page): Promise<void> {
  // What tsx makes of a function with a name calls this, also where that function is sent into the page.
  await page.addInitScript('globalThis.__name = (named) => named')
  await page.addInitScript(() => {
    const fetchAsBefore = window.fetch
    window.fetch = async (...request) => {
      const answer = await fetchAsBefore(...request)
      if (String(request[0]).includes(':runQuery')) window.answered = performance.now()
      return answer
    }
  })
}

declare global {
  interface Window {
    /** When the database last answered. */
    answered: number | undefined
  }
}

/** Waits for the first rows. @returns milliseconds from the last answer to the frame in which they stand, and in all */
export const untilFirstRows = (page: Page): Promise<{ afterData: number; whole: number }> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const look = () => {
          if (document.querySelector('[role=option]')) {
            const now = performance.now()
            resolve({ afterData: now - (window.answered ?? Number.NaN), whole: now })
          } else requestAnimationFrame(look)
        }
        look()
      }),
  )

/** Does a step and takes it back. @returns milliseconds from the event to the frame with the other rows */
export const takeReviewStep = (page: Page, step: ReviewStep): Promise<number> =>
  page.evaluate(({ label, value }) => {
    const labels = [...document.querySelectorAll('label')]
    const found = labels.find((one) => one.textContent?.startsWith(label ?? ''))
    const control = found?.control as HTMLInputElement | HTMLSelectElement
    // The first rows may stay where they are; how many there are of all comments tells lists apart, and so does their order.
    const shown = () =>
      [...document.querySelectorAll('[role=option]')].map((row) => `${row.ariaSetSize} ${row.textContent}`).join()
    const put = (text: string) => {
      const before = shown()
      const prototype = control instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype
      Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, text)
      const began = performance.now()
      control.dispatchEvent(new Event(control instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
      return new Promise<number>((resolve) => {
        const look = () => (shown() !== before ? resolve(performance.now() - began) : requestAnimationFrame(look))
        requestAnimationFrame(look)
      })
    }
    const usual = control.value
    return put(value).then(async (time) => {
      await put(usual)
      return time
    })
  }, INPUTS[step])
