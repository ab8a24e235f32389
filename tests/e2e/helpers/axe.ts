import type { Page } from '@playwright/test'
import axe from 'axe-core'

/** The rules of axe that look at colours: all that another theme can break, which changes nothing else. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block']
/** Those that look at where things are: all that another size of the text can break. */
export const LAYOUT_RULES = ['target-size', 'scrollable-region-focusable', ...COLOUR_RULES]

/** What WCAG 2.2 AA asks for. */
export const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds wrong on a page, by its rule and place. @param only rules, or tags of rules, to apply */
export async function findings(page: Page, only: readonly string[] = [...WCAG, 'best-practice']): Promise<string[]> {
  // Once a page: to read axe takes as long as to apply many of its rules.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const violations = await page.evaluate(
    async (options) => {
      // A colour on its way to another is neither.
      for (const change of document.getAnimations()) if (change instanceof CSSTransition) change.finish()
      const found = await (window as unknown as { axe: typeof axe }).axe.run(document, options)
      return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
    },
    { runOnly: [...only], resultTypes: ['violations' as const] },
  )
  return violations.map((violation) => `${page.url()} ${violation}`)
}
