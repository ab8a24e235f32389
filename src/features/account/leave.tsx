import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router-dom'
import { Button } from '#components/button.tsx'
import { Checkbox } from '#components/checkbox.tsx'
import { Dialog } from '#components/dialog.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { showToast } from '#components/toasts.ts'
import type { Participant } from '#domain/participant.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './account.module.css'
import { leaveMutation } from './mutations.ts'
import { Part } from './part.tsx'
import { WhatStays } from './what-stays.tsx'
import { WithdrawAll } from './withdraw-all.tsx'

type Props = { participant: Participant /** Empty for somebody who came with a slip. */; email: string }

/** The way out for good, behind an explanation. */
export function Leave({ participant, email }: Props) {
  const { t } = useTranslation('me')
  const [open, setOpen] = useState(false)
  return (
    <Part title={t('leave.title')}>
      <p>{t('leave.text')}</p>
      <div>
        <Button onClick={() => setOpen(true)}>{t('leave.open')}</Button>
      </div>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('leave.dialog')}>
        <Explained participant={participant} email={email} onStay={() => setOpen(false)} />
      </Dialog>
    </Part>
  )
}

function Explained({ participant, email, onStay }: Props & { onStay: () => void }) {
  const { t } = useTranslation(['me', 'errors'])
  const lang = useLang()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [sure, setSure] = useState(false)
  const [asked, setAsked] = useState(false)
  const explained = useRef<HTMLDivElement>(null)
  const leave = useMutation({
    ...leaveMutation(client, participant.uid),
    onSuccess: () => {
      showToast({ text: t('me:leave.done') })
      navigate(`/${lang}`)
    },
  })
  const start = () => {
    setAsked(true)
    if (!sure) explained.current?.querySelector<HTMLElement>('input[type="checkbox"]')?.focus()
    else if (!leave.isPending) leave.mutate()
  }
  return (
    <div ref={explained} className={styles.explained}>
      <h3>{t('me:leave.goneTitle')}</h3>
      <p>{t('me:leave.gone')}</p>
      <h3>{t('me:leave.staysTitle')}</h3>
      <WhatStays email={email} />
      <WithdrawAll participant={participant} />
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
        {leave.error && (
          <Notice tone="danger">
            <p>{t(`errors:${leave.error.kind}`)}</p>
          </Notice>
        )}
      </Live>
      <div className={styles.actions}>
        <Button look="primary" onClick={onStay}>
          {t('me:leave.stay')}
        </Button>
        <Button aria-disabled={leave.isPending} onClick={start}>
          {leave.isPending ? t('me:leave.leaving') : t('me:leave.act')}
        </Button>
      </div>
    </div>
  )
}
