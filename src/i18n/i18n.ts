import { createInstance, type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Lang } from '#domain/language.ts'

// One file a language, so that a reader loads only their own.
const loaders = {
  ko: async () => (await import('./ko.ts')).ko,
  en: async () => (await import('./en.ts')).en,
}

export const i18n: I18n = createInstance()

/** Makes a language ready and current. */
export async function useLanguage(lang: Lang): Promise<void> {
  const resources = await loaders[lang]()
  if (!i18n.isInitialized) {
    await i18n.use(initReactI18next).init({
      lng: lang,
      defaultNS: 'common',
      resources: { [lang]: resources },
      interpolation: { escapeValue: false },
      returnNull: false,
    })
    return
  }
  for (const [namespace, texts] of Object.entries(resources)) i18n.addResourceBundle(lang, namespace, texts)
  await i18n.changeLanguage(lang)
}
