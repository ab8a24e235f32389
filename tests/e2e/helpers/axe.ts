import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** The rules of axe that look at colours: all that another theme can break, which changes nothing else. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block']
/** Those that look at where things are: all that another size of the text can break. */
export const LAYOUT_RULES = ['target-size', 'scrollable-region-focusable', ...COLOUR_RULES]

/** What axe finds wrong on a page, by its rule and place. @param rules those to apply, instead of all */
export async function findings(page: Page, rules?: readonly string[]): Promise<string[]> {
  // No page has a frame of another origin, for which another page would be opened each time.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  if (rules) axe.withRules([...rules])
  else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${page.url()} ${id}: ${target.join(' ')}`))
}
