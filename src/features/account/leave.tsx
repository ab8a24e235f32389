import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router-dom'
import { Button } from '#components/button.tsx'
import { Checkbox } from '#components/checkbox.tsx'
import { Dialog } from '#components/dialog.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { showToast } from '#components/toasts.ts'
import { useIsShown } from '#components/use-is-shown.ts'
import type { DataErrorKind } from '#data/errors.ts'
import type { Participant } from '#domain/participant.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './account.module.css'
import { leaveKey, leaveMutation } from './mutations.ts'
import { Part } from './part.tsx'
import { useWithdrawal, type Withdrawal } from './use-withdrawal.ts'
import { WhatStays } from './what-stays.tsx'
import { WithdrawAll } from './withdraw-all.tsx'

type Props = { participant: Participant /** Empty for somebody who came with a slip. */; email: string }

/** The way out for good, behind an explanation. */
export function Leave({ participant, email }: Props) {
  const { t } = useTranslation(['me', 'errors'])
  const lang = useLang()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const isShown = useIsShown(open)
  const withdrawal = useWithdrawal(participant, isShown)
  const leave = useMutation({
    ...leaveMutation(client, participant.uid),
    onSuccess: () => {
      showToast({ text: t('me:leave.done') })
      navigate(`/${lang}`)
    },
    onError: ({ kind }) => {
      if (!isShown()) showToast({ text: `${t('me:leave.failed')} ${t(`errors:${kind}`)}` })
    },
  })
  // Also where it was begun before somebody went back from the page and came again.
  const isLeaving = useIsMutating({ mutationKey: leaveKey(participant.uid) }) > 0
  const explain = () => {
    withdrawal.beginAnew()
    if (!leave.isPending) leave.reset()
    setOpen(true)
  }
  return (
    <Part title={t('me:leave.title')}>
      <p>{t('me:leave.text')}</p>
      <div>
        <Button onClick={explain}>{t('me:leave.open')}</Button>
      </div>
      <Dialog open={open} held={isLeaving} onClose={() => setOpen(false)} title={t('me:leave.dialog')}>
        <Explained
          email={email}
          withdrawal={withdrawal}
          leaving={{ isWorking: isLeaving, error: leave.error }}
          onLeave={() => leave.mutate()}
          onStay={() => setOpen(false)}
        />
      </Dialog>
    </Part>
  )
}

type ExplainedProps = {
  email: string
  withdrawal: Withdrawal
  leaving: { isWorking: boolean; error: { kind: DataErrorKind } | null }
  onLeave: () => void
  onStay: () => void
}

function Explained({ email, withdrawal, leaving, onLeave, onStay }: ExplainedProps) {
  const { t } = useTranslation(['me', 'errors'])
  const [sure, setSure] = useState(false)
  const [asked, setAsked] = useState(false)
  const explained = useRef<HTMLDivElement>(null)
  const first = useId()
  // Whoever has left can withdraw nothing any more: what is left of it would stay for good.
  const isTooEarly = withdrawal.isWorking
  const start = () => {
    if (isTooEarly || leaving.isWorking) return
    setAsked(true)
    if (sure) onLeave()
    else explained.current?.querySelector<HTMLElement>('input[type="checkbox"]')?.focus()
  }
  return (
    <div ref={explained} className={styles.explained}>
      <h3>{t('me:leave.goneTitle')}</h3>
      <p>{t('me:leave.gone')}</p>
      <h3>{t('me:leave.staysTitle')}</h3>
      <WhatStays email={email} />
      <WithdrawAll withdrawal={withdrawal} tooLate={leaving.isWorking} />
      <Notice tone="warning">
        <p>{t('me:leave.forGood')}</p>
      </Notice>
      <Checkbox
        label={t('me:leave.sure')}
        checked={sure}
        onChange={setSure}
        error={asked && !sure ? t('me:leave.notSure') : undefined}
      />
      <Live urgency="alert">
        {leaving.error && (
          <Notice tone="danger">
            <p>{t(`errors:${leaving.error.kind}`)}</p>
          </Notice>
        )}
      </Live>
      {isTooEarly && (
        <p id={first} className={styles.note}>
          {t('me:leave.withdrawFirst')}
        </p>
      )}
      <div className={styles.actions}>
        <Button look="primary" aria-disabled={leaving.isWorking} onClick={() => !leaving.isWorking && onStay()}>
          {t('me:leave.stay')}
        </Button>
        <Button
          aria-disabled={isTooEarly || leaving.isWorking}
          aria-describedby={isTooEarly ? first : undefined}
          onClick={start}
        >
          {leaving.isWorking ? t('me:leave.leaving') : t('me:leave.act')}
        </Button>
      </div>
    </div>
  )
}
