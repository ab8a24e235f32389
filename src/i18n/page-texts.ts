import type { Lang } from '#domain/language.ts'
import { besides, i18n } from './i18n.ts'
import type { PageNamespace } from './i18next.d.ts'

// Words that load with the page or the part of it that says them; the others come with their language (ko.ts, en.ts).
const files = import.meta.glob<object>(
  ['../../locales/*/*.json', '!../../locales/*/{account,common,errors,plan,review,review-*}.json'],
  { import: 'default' },
)
// A third of all files, for a few people.
const reviewFiles = async () => (await import('./review-texts.ts')).reviewFiles

/** A failure stays one for a moment: asked for anew at each render, it would never reach anybody. */
const FORGET_MS = 5000

const pageTexts = new Map<string, Promise<void>>()

async function load(lang: Lang, page: PageNamespace): Promise<void> {
  const path = `../../locales/${lang}/${page}.json`
  const texts = await (files[path] ?? (await reviewFiles())[path])?.()
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
