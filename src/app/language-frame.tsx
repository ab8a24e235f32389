import { use, useEffect } from 'react'
import { Navigate, useLocation, useParams } from 'react-router-dom'
import { storage } from '#data/storage.ts'
import { isLang, type Lang, preferredLang } from '#domain/language.ts'
import { languageReady } from '#i18n/i18n.ts'
import { LangContext } from '#i18n/lang-context.ts'
import { Layout } from './layout.tsx'

const chosenLang = (): Lang => preferredLang(storage.read('lang'), navigator.languages)

/** The site's root leads to the language somebody chose before, or else to one their browser asks for. */
export function LanguageDoor() {
  const { search, hash } = useLocation()
  return <Navigate to={`/${chosenLang()}${search}${hash}`} replace />
}

/** Every page stands under its language; an address without one is taken to mean the preferred one. */
export function LanguageFrame() {
  const { lang } = useParams()
  const { pathname, search, hash } = useLocation()
  if (!isLang(lang)) return <Navigate to={`/${chosenLang()}${pathname}${search}${hash}`} replace />
  return <InLanguage lang={lang} />
}

function InLanguage({ lang }: { lang: Lang }) {
  use(languageReady(lang))
  useEffect(() => {
    document.documentElement.lang = lang
  }, [lang])
  return (
    <LangContext value={lang}>
      <Layout />
    </LangContext>
  )
}
