import { mutationOptions, useMutation } from '@tanstack/react-query'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { slipDraft } from '#data/drafts.ts'
import { clearDevice } from '#data/left-here.ts'
import type { Me } from '#data/me.ts'
import { isWithoutAddress, signOutHere, type User } from '#data/session.ts'
import { nickname } from '#domain/nickname.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './slip.module.css'

/** Of somebody who cannot come back nothing stays for the next one to see. */
const giveWayMutation = (user: User | null) =>
  mutationOptions({
    mutationKey: ['sign-out'],
    mutationFn: async () => {
      await signOutHere()
      if (!user || !isWithoutAddress(user)) return
      const slip = slipDraft.load()
      clearDevice(user.uid)
      if (slip) slipDraft.save(slip)
    },
    // What was pressed goes, and the focus with it.
    onSuccess: () => document.querySelector('main')?.focus({ preventScroll: true }),
  })

type Props = {
  me: Me
  /** What somebody has come with. */
  by: 'slip' | 'link'
  /** Where to go on as whoever is here. */
  onwards: string
  onGoOn?: () => void
  heading?: Ref<HTMLHeadingElement> | undefined
}

/** Somebody else is here on this device: go on as they, or let them go first. */
export function Occupied({ me, by, onwards, onGoOn, heading }: Props) {
  const { t } = useTranslation(['join', 'account', 'errors'])
  const lang = useLang()
  const signOut = useMutation(giveWayMutation(me.user))
  const name = me.participant
    ? nickname(me.participant.uid)[lang]
    : me.staff
      ? t('account:staffMember')
      : (me.user?.email ?? '')
  const isLostForGood = me.participant?.verification === 'invite'
  return (
    <div className={styles.problem}>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {t(`join:occupied.${by}.title`)}
      </h1>
      <p>{t(`join:occupied.${by}.text`, { name })}</p>
      <p>{t(isLostForGood ? 'join:occupied.forGood' : 'join:occupied.back', { name })}</p>
      <div className={styles.actions}>
        <ButtonLink look="primary" to={onwards} replace={by === 'link'} onClick={onGoOn}>
          {t('join:occupied.goOn', { name })}
        </ButtonLink>
        <Button aria-disabled={signOut.isPending} onClick={() => signOut.isPending || signOut.mutate()}>
          {t(`join:occupied.${by}.signOut`)}
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
