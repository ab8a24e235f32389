import { use, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#components/button.tsx'
import { Notice } from '#components/notice.tsx'
import type { User } from '#data/session.ts'
import { formatDay } from '#i18n/format.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './account.module.css'
import { SignOut } from './sign-out.tsx'

/** For somebody who has left and signs in again: that they have, and what they can still do. */
export function HasLeft({ user, leftAt }: { user: User; leftAt: Date }) {
  const lang = useLang()
  use(pageTextsReady(lang, 'me'))
  use(pageTextsReady(lang, 'menu'))
  const { t } = useTranslation('me')
  const notice = useRef<HTMLDivElement>(null)
  // The button that led here is gone, and this has come in its place.
  useEffect(() => {
    if (document.activeElement === document.body) notice.current?.focus()
  }, [])
  return (
    <div ref={notice} tabIndex={-1}>
      <Notice title={t('left.title')}>
        <p>{t('left.text', { day: formatDay(leftAt, lang) })}</p>
        <p>{t('left.why')}</p>
        <div className={styles.actions}>
          <ButtonLink look="primary" to={`/${lang}#tasks`}>
            {t('left.read')}
          </ButtonLink>
          <SignOut user={user} />
        </div>
      </Notice>
    </div>
  )
}
