import type { Lang } from '#domain/language.ts'
import { besides, i18n } from './i18n.ts'

// Words that load with the page or the part of it that says them, and not with the language.
const pageLoaders = {
  comments: {
    ko: () => import('../../locales/ko/comments.json'),
    en: () => import('../../locales/en/comments.json'),
  },
  join: { ko: () => import('../../locales/ko/join.json'), en: () => import('../../locales/en/join.json') },
  about: { ko: () => import('../../locales/ko/about.json'), en: () => import('../../locales/en/about.json') },
  history: { ko: () => import('../../locales/ko/history.json'), en: () => import('../../locales/en/history.json') },
  offline: { ko: () => import('../../locales/ko/offline.json'), en: () => import('../../locales/en/offline.json') },
  'before-sending': {
    ko: () => import('../../locales/ko/before-sending.json'),
    en: () => import('../../locales/en/before-sending.json'),
  },
  me: {
    ko: () => import('../../locales/ko/me.json'),
    en: () => import('../../locales/en/me.json'),
  },
  menu: {
    ko: () => import('../../locales/ko/menu.json'),
    en: () => import('../../locales/en/menu.json'),
  },
  outbox: { ko: () => import('../../locales/ko/outbox.json'), en: () => import('../../locales/en/outbox.json') },
  'not-found': {
    ko: () => import('../../locales/ko/not-found.json'),
    en: () => import('../../locales/en/not-found.json'),
  },
}

/** A page, or a part of one, whose words load with it: its namespace, and the name of its file. */
export type PageNamespace = keyof typeof pageLoaders

/** A failure stays one for a moment: asked for anew at each render, it would never reach anybody. */
const FORGET_MS = 5000

const pageTexts = new Map<string, Promise<void>>()

/**
 * Resolves once the texts of a page are here in a language that languageReady() has made current; the same promise
 * each time, for React's `use`.
 */
export function pageTextsReady(lang: Lang, page: PageNamespace): Promise<void> {
  const key = `${lang}/${page}`
  besides.set(page, (other) => pageTextsReady(other, page))
  const ready =
    pageTexts.get(key) ??
    pageLoaders[page][lang]().then(({ default: texts }) => void i18n.addResourceBundle(lang, page, texts))
  if (!pageTexts.has(key)) {
    pageTexts.set(key, ready)
    ready.catch(() => setTimeout(() => pageTexts.delete(key), FORGET_MS))
  }
  return ready
}
