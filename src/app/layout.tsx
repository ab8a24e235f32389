import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, NavLink, Outlet, useLocation, useNavigationType } from 'react-router-dom'
import { Mark } from '#components/mark.tsx'
import { storage } from '#data/storage.ts'
import type { Lang } from '#domain/language.ts'
import { AccountMenu } from '#features/account/account-menu.tsx'
import { useLang } from '#i18n/use-lang.ts'
import styles from './layout.module.css'
import { inLanguage, useJoinLink } from './links.ts'

/** What stands around every page. */
export function Layout() {
  const { t } = useTranslation('common')
  const lang = useLang()
  const main = useRef<HTMLElement>(null)
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
        </nav>
        <div className={styles.tools} data-screen-only>
          <LanguageSwitch />
          <AccountMenu joinLink={useJoinLink()} />
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
      <footer className={styles.footer}>
        <p>{t('footer.about')}</p>
        <p>{t('footer.sample')}</p>
        <p>{t('footer.source')}</p>
      </footer>
    </>
  )
}

function LanguageSwitch() {
  const { t } = useTranslation('common')
  const other: Lang = useLang() === 'ko' ? 'en' : 'ko'
  return (
    <Link
      to={inLanguage(other, useLocation())}
      lang={other}
      hrefLang={other}
      className={styles.lang}
      onClick={() => storage.write('lang', other)}
    >
      {t('switchLang')}
    </Link>
  )
}

/** On a new page: to its top, or to the part its address names, with the focus at the start of its text. */
function useArrival(main: React.RefObject<HTMLElement | null>) {
  const { pathname, hash, key } = useLocation()
  const isBack = useNavigationType() === 'POP'
  const page = pathname.replace(/^\/[^/]*/, '')
  const shown = useRef({ page, key })
  useEffect(() => {
    const isNewPage = shown.current.page !== page
    shown.current = { page, key }
    const target = hash ? document.getElementById(hash.slice(1)) : null
    if (target) target.scrollIntoView()
    if (!isNewPage) return
    main.current?.focus({ preventScroll: true })
    if (!isBack && !target) window.scrollTo(0, 0)
    // The key: a link to where one is already leads there again.
  }, [page, hash, key, isBack, main])
}
