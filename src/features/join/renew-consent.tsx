import { mutationOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { Button } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { showToast } from '#components/toasts.ts'
import { meQuery } from '#data/me.ts'
import { remote } from '#data/remote.ts'
import { CONSENT_VERSION, type Participant } from '#domain/participant.ts'
import { useLang } from '#i18n/use-lang.ts'
import { CONSENT } from './consent.ts'
import styles from './join.module.css'

const renewMutation = mutationOptions({
  mutationKey: ['renew-consent'],
  mutationFn: (uid: string) =>
    remote(
      () => import('#data/participants.ts'),
      ({ renewConsent }) => renewConsent(uid),
    ),
})

type Props = { participant: Participant; onDone?: () => void }

/** The consent text of now, for somebody who agreed to an earlier one. Nothing is kept from them meanwhile. */
export function RenewConsent({ participant, onDone }: Props) {
  const { t } = useTranslation(['join', 'errors'])
  const lang = useLang()
  const client = useQueryClient()
  const renew = useMutation({
    ...renewMutation,
    onSuccess: () => {
      client.setQueryData(meQuery.queryKey, (me) =>
        me?.participant ? { ...me, participant: { ...me.participant, consentVersion: CONSENT_VERSION } } : me,
      )
      showToast({ text: t('join:renew.thanks') })
      onDone?.()
    },
  })
  if (participant.consentVersion >= CONSENT_VERSION) return null
  return (
    <div className={styles.renew}>
      <p>{t('join:renew.text')}</p>
      <ul>
        {CONSENT.map((part) => (
          <li key={part}>{t(`join:consent.${part}`)}</li>
        ))}
      </ul>
      <Link to={`/${lang}/about#privacy`}>{t('join:consent.more')}</Link>
      <div className={styles.actions}>
        <Button
          look="primary"
          aria-disabled={renew.isPending}
          onClick={() => renew.isPending || renew.mutate(participant.uid)}
        >
          {t('join:renew.agree')}
        </Button>
        {onDone && <Button onClick={onDone}>{t('join:renew.later')}</Button>}
      </div>
      <Live urgency="alert">
        {renew.error && (
          <Notice tone="danger">
            <p>{t(`errors:${renew.error.kind}`)}</p>
          </Notice>
        )}
      </Live>
    </div>
  )
}
