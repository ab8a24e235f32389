import { createInstance } from 'i18next'
import { Fragment } from 'react'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { ToastRegion } from '#components/toast-region.tsx'
import { LANGS, type Lang } from '#domain/language.ts'
import { en } from '#i18n/en.ts'
import { ko } from '#i18n/ko.ts'
import styles from './components-page.module.css'
import { CONTROLS } from './controls.tsx'
import { PIECES } from './pieces.tsx'
import { SAMPLES } from './words.ts'

const TEXTS = { ko, en }
const THEMES = ['light', 'high-contrast'] as const

/** The texts of one language, for a part of the page: the product knows but one at a time. */
function textsOf(lang: Lang) {
  const texts = createInstance({
    lng: lang,
    defaultNS: 'common',
    resources: { [lang]: TEXTS[lang] },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  void texts.use(initReactI18next).init()
  return texts
}

const INSTANCES = { ko: textsOf('ko'), en: textsOf('en') }

/** Every piece of the design system in every state, in both languages and both themes. For development only. */
export default function ComponentsPage() {
  return (
    <main className={styles.page} lang="en">
      <title>Design system</title>
      <header>
        <h1>Design system</h1>
        <p>Every piece, in both languages and both themes. This page is no part of the product.</p>
      </header>
      {[...PIECES, ...CONTROLS].map(([name, Piece]) => (
        <section key={name} aria-label={name} className={styles.piece}>
          <h2>{name}</h2>
          <div className={styles.grid}>
            {LANGS.map((lang) => (
              <Fragment key={lang}>
                {THEMES.map((theme) => (
                  <div key={theme} lang={lang} data-theme={theme} className={styles.cell}>
                    <I18nextProvider i18n={INSTANCES[lang]}>
                      <Piece words={SAMPLES[lang]} />
                    </I18nextProvider>
                  </div>
                ))}
              </Fragment>
            ))}
          </div>
        </section>
      ))}
      <I18nextProvider i18n={INSTANCES.ko}>
        <ToastRegion />
      </I18nextProvider>
    </main>
  )
}
