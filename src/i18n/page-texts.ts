import type { Lang } from '#domain/language.ts'
import { besides, i18n } from './i18n.ts'
import type { PageNamespace } from './i18next.d.ts'

// Words that load with the page or the part of it that says them; the others come with their language (ko.ts, en.ts).
const files = import.meta.glob<object>(
  ['../../locales/*/*.json', '!../../locales/*/{account,common,errors,plan}.json'],
  { import: 'default' },
)

/** The name of every file of words that loads with a page or a part of one. */
export const PAGE_NAMESPACES = Object.keys(files)
  .filter((path) => path.includes('/ko/'))
  .map((path) => path.slice(path.lastIndexOf('/') + 1, -'.json'.length) as PageNamespace)

/** A failure stays one for a moment: asked for anew at each render, it would never reach anybody. */
const FORGET_MS = 5000

const pageTexts = new Map<string, Promise<void>>()

async function load(lang: Lang, page: PageNamespace): Promise<void> {
  const texts = await files[`../../locales/${lang}/${page}.json`]?.()
  i18n.addResourceBundle(lang, page, texts)
}

/**
 * Resolves once the texts of a page are here in a language that languageReady() has made current; the same promise
 * each time, for React's `use`.
 */
export function pageTextsReady(lang: Lang, page: PageNamespace): Promise<void> {
  const key = `${lang}/${page}`
  besides.set(page, (other) => pageTextsReady(other, page))
  const ready = pageTexts.get(key) ?? load(lang, page)
  if (!pageTexts.has(key)) {
    pageTexts.set(key, ready)
    ready.catch(() => setTimeout(() => pageTexts.delete(key), FORGET_MS))
  }
  return ready
}
