import { chromium } from '@playwright/test'
import { TASK_IDS, taskNumber } from '#domain/plan.ts'
import { browserPath, CHROMIUM_ARGS } from '../lib/browser.ts'

/** From this weight on the interface is set in its own face. */
export const BOLD = 600

/** A phone shows other things in bold than a wide screen does. */
const WIDTHS = [360, 1280]

const PAGES = ['/ko', ...TASK_IDS.map((id) => `/ko/tasks/${taskNumber(id)}`)]

/**
 * The characters that home and the six task pages show in Korean in the interface's own face, as Chromium computes it:
 * what is bold, and not somebody's words.
 * @param url address of a product with the plan in it
 */
export async function boldCharacters(url: string): Promise<Set<string>> {
  const browser = await chromium.launch({ executablePath: browserPath() ?? 'chromium', args: CHROMIUM_ARGS })
  const found = new Set<string>()
  for (const path of PAGES) {
    const page = await browser.newPage()
    await page.goto(`${url}${path}`, { waitUntil: 'networkidle' })
    // What Firestore answers is asked for after the first paint, when the network is quiet for a moment.
    await page.waitForTimeout(1500)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      for (const character of await page.evaluate(boldText, BOLD)) found.add(character)
    }
    await page.close()
  }
  await browser.close()
  return found
}

/** Runs in the page. Text that is hidden counts too: a panel that opens should not look different. */
function boldText(bold: number): string {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  let bolds = ''
  while (texts.nextNode()) {
    const parent = texts.currentNode.parentElement
    if (!parent) continue
    const { fontWeight, fontFamily } = getComputedStyle(parent)
    if (Number(fontWeight) >= bold && fontFamily.includes('Madang')) bolds += texts.currentNode.textContent
  }
  return bolds
}
