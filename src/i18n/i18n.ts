import { createInstance, type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Lang } from '#domain/language.ts'
import { withParticles } from './particles.ts'

// One file a language, so that a reader loads only their own; what only some pages say stands in page-texts.ts.
const loaders = {
  ko: async () => (await import('./ko.ts')).ko,
  en: async () => (await import('./en.ts')).en,
}

export const i18n: I18n = createInstance()

/** What else is on the page, by name: how to load its texts in a language before that becomes the current one. */
export const besides = new Map<string, (lang: Lang) => Promise<void>>()

async function switchTo(lang: Lang): Promise<void> {
  const [texts] = await Promise.all([loaders[lang](), ...[...besides.values()].map((load) => load(lang))])
  // Somebody went on to the other language while this one was loading.
  if (current?.lang !== lang) return
  if (!i18n.isInitialized) {
    const particles = { type: 'postProcessor', name: 'particles', process: withParticles } as const
    await i18n
      .use(initReactI18next)
      .use(particles)
      .init({
        lng: lang,
        defaultNS: 'common',
        resources: { [lang]: texts },
        interpolation: { escapeValue: false },
        postProcess: 'particles',
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
