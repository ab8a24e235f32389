import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#components/button.tsx'
import { Icon } from '#components/icon.tsx'
import { Popover } from '#components/popover.tsx'
import type { Me } from '#data/me.ts'
import { nickname } from '#domain/nickname.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './menu.module.css'
import { SignOut } from './sign-out.tsx'

/** Somebody's nickname, and behind it what is known of them, the way to all that is theirs, and the way out. */
export function Menu({ me }: { me: Me }) {
  const lang = useLang()
  use(pageTextsReady(lang, 'menu'))
  const { t } = useTranslation(['account', 'menu', 'common'])
  const name = me.participant
    ? nickname(me.participant.uid)[lang]
    : me.leftAt
      ? t('menu:left')
      : t('account:staffMember')
  const button = (
    <>
      <Icon name="person" />
      <span className="visually-hidden">{t('account:menu')}: </span>
      <span className={styles.name}>{name}</span>
    </>
  )
  return (
    <Popover button={button}>
      <div className={styles.content}>
        <p className={styles.who}>{name}</p>
        {me.participant && (
          <p>
            {t(`common:roles.${me.participant.role}`)}
            <br />
            <span className={styles.note}>{t(`common:verification.${me.participant.verification}`)}</span>
          </p>
        )}
        {me.participant && me.staff && <p>{t('account:staffMember')}</p>}
        {me.user?.email && <p className={styles.note}>{me.user.email}</p>}
        {me.participant && <ButtonLink to={`/${lang}/me`}>{t('menu:me')}</ButtonLink>}
        {me.user && <SignOut user={me.user} />}
      </div>
    </Popover>
  )
}
