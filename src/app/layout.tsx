import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, NavLink, Outlet, useLocation } from 'react-router-dom'
import { Mark } from '#components/mark.tsx'
import { storage } from '#data/storage.ts'
import type { Lang } from '#domain/language.ts'
import { AccountMenu } from '#features/account/account-menu.tsx'
import { useLang } from '#i18n/use-lang.ts'
import { useArrival } from './arrival.ts'
import { DisplaySettings } from './display-settings.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { Footer } from './footer.tsx'
import { Later } from './later.tsx'
import styles from './layout.module.css'
import { inLanguage, pageOf, useHere, useJoinLink } from './links.ts'

const signs = () => import('./signs.tsx').then(({ Signs }) => Signs)

/** What stands around every page. */
export function Layout() {
  const { t } = useTranslation('common')
  const lang = useLang()
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  useArrival(main)
  return (
    <>
      <a href="#main" className={styles.skip}>
        {t('skip')}
      </a>
      <header className={styles.header}>
        <Link to={`/${lang}`} className={styles.brand} aria-label={t('home')}>
          <Mark />
          <span>{t('name')}</span>
        </Link>
        <nav aria-label={t('menu')} className={styles.nav}>
          <NavLink to={`/${lang}`} end>
            {t('plan')}
          </NavLink>
          <NavLink to={`/${lang}/priorities`}>{t('priorities')}</NavLink>
          <NavLink to={`/${lang}/about`}>{t('about')}</NavLink>
        </nav>
        <div className={styles.tools} data-screen-only>
          <DisplaySettings />
          <LanguageSwitch />
          <AccountMenu joinLink={useJoinLink()} />
        </div>
      </header>
      <Later load={signs} />
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        <ErrorBoundary key={pageOf(pathname)} at={pathname} withinPage>
          <Outlet />
        </ErrorBoundary>
      </main>
      <Footer />
    </>
  )
}

function LanguageSwitch() {
  const { t } = useTranslation('common')
  const other: Lang = useLang() === 'ko' ? 'en' : 'ko'
  return (
    <Link
      to={inLanguage(other, useHere())}
      lang={other}
      hrefLang={other}
      className={styles.lang}
      onClick={() => storage.write('lang', other)}
    >
      {t('switchLang')}
    </Link>
  )
}
