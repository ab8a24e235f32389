import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '#components/button.tsx'
import { type Me, meQuery, signOutMutation } from '#data/me.ts'
import { nickname } from '#domain/nickname.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './account-menu.module.css'

/** Who I am here: the way in for those who have not joined, nickname and way out for those who have. */
export function AccountMenu({ joinLink }: { joinLink: string }) {
  const { t } = useTranslation('account')
  const { data: me } = useQuery(meQuery)
  if (!me?.user) return <ButtonLink to={joinLink}>{t('join')}</ButtonLink>
  if (!me.participant && !me.staff) return <ButtonLink to={joinLink}>{t('notJoined')}</ButtonLink>
  return <Menu me={me} />
}

function Menu({ me }: { me: Me }) {
  const { t } = useTranslation(['account', 'common'])
  const lang = useLang()
  const signOut = useMutation(signOutMutation)
  return (
    <details className={styles.menu}>
      <summary>
        <span className="visually-hidden">{t('account:menu')}: </span>
        {me.participant ? nickname(me.participant.uid)[lang] : t('account:staffMember')}
      </summary>
      <div className={styles.panel}>
        {me.participant && (
          <p>
            {t(`common:roles.${me.participant.role}`)}
            <br />
            <span className={styles.note}>{t(`common:verification.${me.participant.verification}`)}</span>
          </p>
        )}
        {me.staff && <p>{t('account:staffMember')}</p>}
        <p className={styles.note}>{me.user?.email}</p>
        <Button onClick={() => signOut.mutate()}>{t('account:signOut')}</Button>
      </div>
    </details>
  )
}
