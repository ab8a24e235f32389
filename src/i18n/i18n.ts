import { createInstance, type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Lang } from '#domain/language.ts'

// One file a language, so that a reader loads only their own …
const loaders = {
  ko: async () => (await import('./ko.ts')).ko,
  en: async () => (await import('./en.ts')).en,
}

// … and the words of joining only for those who join.
const joinLoaders = {
  ko: async () => (await import('../../locales/ko/join.json')).default,
  en: async () => (await import('../../locales/en/join.json')).default,
}

const i18n: I18n = createInstance()

async function switchTo(lang: Lang): Promise<void> {
  const texts = await loaders[lang]()
  // Somebody went on to the other language while this one was loading.
  if (current?.lang !== lang) return
  if (!i18n.isInitialized) {
    await i18n.use(initReactI18next).init({
      lng: lang,
      defaultNS: 'common',
      resources: { [lang]: texts },
      interpolation: { escapeValue: false },
    })
    return
  }
  for (const [namespace, bundle] of Object.entries(texts)) i18n.addResourceBundle(lang, namespace, bundle)
  await i18n.changeLanguage(lang)
}

let current: { lang: Lang; ready: Promise<void> } | null = null

/**
 * Resolves once the texts of a language are here and current; the same promise as long as it stays so, for React's
 * `use`. A load that failed is tried again at the next call.
 */
export function languageReady(lang: Lang): Promise<void> {
  if (current?.lang !== lang) {
    const ready = switchTo(lang)
    current = { lang, ready }
    ready.catch(() => {
      if (current?.ready === ready) current = null
    })
  }
  return current?.ready ?? Promise.resolve()
}

const joinTexts = new Map<Lang, Promise<void>>()

/** Resolves once the texts of joining are here in a language that languageReady() has made current. */
export function joinTextsReady(lang: Lang): Promise<void> {
  const ready =
    joinTexts.get(lang) ?? joinLoaders[lang]().then((texts) => void i18n.addResourceBundle(lang, 'join', texts))
  joinTexts.set(lang, ready)
  ready.catch(() => joinTexts.delete(lang))
  return ready
}
