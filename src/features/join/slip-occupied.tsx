import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { slipDraft } from '#data/drafts.ts'
import { type Me, signOutMutation } from '#data/me.ts'
import { nickname } from '#domain/nickname.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './slip.module.css'

/** Somebody else is here on this device: go on as they, or let them go first. */
export function SlipOccupied({ me }: { me: Me }) {
  const { t } = useTranslation(['join', 'account', 'errors'])
  const lang = useLang()
  const signOut = useMutation(signOutMutation)
  const name = me.participant
    ? nickname(me.participant.uid)[lang]
    : me.staff
      ? t('account:staffMember')
      : (me.user?.email ?? '')
  const isLostForGood = me.participant?.verification === 'invite'
  return (
    <div className={styles.problem}>
      <h1 className={styles.title}>{t('join:slip.occupied.title')}</h1>
      <p>{t('join:slip.occupied.text', { name })}</p>
      <p>{t(isLostForGood ? 'join:slip.occupied.forGood' : 'join:slip.occupied.back', { name })}</p>
      <div className={styles.actions}>
        <ButtonLink look="primary" to={`/${lang}#tasks`} onClick={slipDraft.clear}>
          {t('join:slip.occupied.goOn', { name })}
        </ButtonLink>
        <Button aria-disabled={signOut.isPending} onClick={() => signOut.isPending || signOut.mutate()}>
          {t('join:slip.occupied.signOut')}
        </Button>
      </div>
      <Live urgency="alert">
        {signOut.error && (
          <Notice tone="danger">
            <p>{t(`errors:${signOut.error.kind}`)}</p>
          </Notice>
        )}
      </Live>
    </div>
  )
}
