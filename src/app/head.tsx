import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router-dom'
import { LANGS } from '#domain/language.ts'
import { useLang } from '#i18n/use-lang.ts'
import { inLanguage } from './links.ts'

/** Where the site stands on the web, without a slash at the end; the build sets it. */
const SITE = import.meta.env.VITE_SITE_URL ?? ''

type Props = {
  /** Of this page; the home page has none. */
  title?: string
  description?: string
  /** For pages that search engines have no use for. */
  unlisted?: boolean
}

/** What a page says of itself to browsers, search engines and those who share it. */
export function Head({ title, description, unlisted = false }: Props) {
  const { t } = useTranslation('common')
  const lang = useLang()
  const { pathname } = useLocation()
  const address = (to: typeof lang) => SITE + inLanguage(to, { pathname, search: '', hash: '' })
  const whole = title ? `${title} – ${t('name')}` : `${t('name')} – ${t('tagline')}`
  const about = description ?? t('description')
  if (unlisted) {
    return (
      <>
        <title>{whole}</title>
        <meta name="robots" content="noindex" />
      </>
    )
  }
  return (
    <>
      <title>{whole}</title>
      <meta name="description" content={about} />
      <link rel="canonical" href={address(lang)} />
      {LANGS.map((to) => (
        <link key={to} rel="alternate" hrefLang={to} href={address(to)} />
      ))}
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={t('name')} />
      <meta property="og:title" content={title ?? whole} />
      <meta property="og:description" content={about} />
      <meta property="og:url" content={address(lang)} />
      <meta property="og:locale" content={lang === 'ko' ? 'ko_KR' : 'en_GB'} />
      <meta property="og:image" content={`${SITE}/share-${lang}.png`} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  )
}
