import { createInstance, type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Lang } from '#domain/language.ts'

// One file a language, so that a reader loads only their own …
const loaders = {
  ko: async () => (await import('./ko.ts')).ko,
  en: async () => (await import('./en.ts')).en,
}

// … and what is not on every page only when it is needed.
const laterLoaders = {
  join: {
    ko: async () => (await import('../../locales/ko/join.json')).default,
    en: async () => (await import('../../locales/en/join.json')).default,
  },
  offline: {
    ko: async () => (await import('../../locales/ko/offline.json')).default,
    en: async () => (await import('../../locales/en/offline.json')).default,
  },
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

const laterTexts = new Map<string, Promise<void>>()

/** Resolves once texts that are loaded later are here in a language that languageReady() has made current. */
function laterTextsReady(namespace: keyof typeof laterLoaders, lang: Lang): Promise<void> {
  const key = `${namespace} ${lang}`
  const load = laterLoaders[namespace][lang]
  const ready = laterTexts.get(key) ?? load().then((texts) => void i18n.addResourceBundle(lang, namespace, texts))
  laterTexts.set(key, ready)
  ready.catch(() => laterTexts.delete(key))
  return ready
}

/** The texts of joining: for those who join. */
export const joinTextsReady = (lang: Lang): Promise<void> => laterTextsReady('join', lang)

/** The texts of a lost connection and of a new version. */
export const offlineTextsReady = (lang: Lang): Promise<void> => laterTextsReady('offline', lang)
