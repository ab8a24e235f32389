import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Icon } from '#components/icon.tsx'
import { Popover } from '#components/popover.tsx'
import { showToast } from '#components/toasts.ts'
import { type Me, signOutMutation } from '#data/me.ts'
import { nickname } from '#domain/nickname.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './menu.module.css'

/** Somebody's nickname, and behind it what is known of them and the way out. */
export function Menu({ me }: { me: Me }) {
  const { t } = useTranslation(['account', 'common'])
  const lang = useLang()
  const signOut = useMutation({
    ...signOutMutation,
    onSuccess: () => {
      showToast({ text: t('account:signedOut') })
      // This menu is about to go, and the focus with it.
      document.querySelector('main')?.focus({ preventScroll: true })
    },
  })
  const name = me.participant ? nickname(me.participant.uid)[lang] : t('account:staffMember')
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
        <p className={styles.note}>{me.user?.email}</p>
        <Button onClick={() => signOut.mutate()}>{t('account:signOut')}</Button>
      </div>
    </Popover>
  )
}
