import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { Progress } from '#components/progress.tsx'
import type { Participant } from '#domain/participant.ts'
import { type Withdrawn, withdrawAllMutation } from './mutations.ts'

/** Takes all one's comments back before leaving: afterwards nobody can. */
export function WithdrawAll({ participant }: { participant: Participant }) {
  const { t } = useTranslation(['me', 'errors'])
  const client = useQueryClient()
  const [progress, setProgress] = useState<Withdrawn | null>(null)
  const withdraw = useMutation(withdrawAllMutation(client, participant, setProgress))
  const { isPending, isError, data } = withdraw
  const done = useRef<HTMLDivElement>(null)
  // The button is gone; the cursor goes to what came in its place.
  useEffect(() => {
    if (data) done.current?.focus()
  }, [data])
  const label = isPending ? t('me:leave.withdrawing') : isError ? t('me:leave.withdrawAgain') : t('me:leave.withdraw')
  return (
    <>
      <h3>{t('me:leave.withdrawTitle')}</h3>
      <p>{t('me:leave.withdrawText')}</p>
      {!data && (
        <div>
          <Button aria-disabled={isPending} onClick={() => !isPending && withdraw.mutate()}>
            {label}
          </Button>
        </div>
      )}
      {progress && progress.all > 0 && (
        <Progress
          label={t('me:leave.withdrawing')}
          value={progress.done}
          max={progress.all}
          text={t('me:leave.progress', progress)}
        />
      )}
      <Live>
        {data && (
          <div ref={done} tabIndex={-1}>
            <Notice tone="success">
              <p>{data.all > 0 ? t('me:leave.withdrawn', { count: data.all }) : t('me:leave.nothingToWithdraw')}</p>
              {data.hidden > 0 && <p>{t('me:leave.stillHidden')}</p>}
            </Notice>
          </div>
        )}
        {withdraw.error && (
          <Notice tone="danger">
            <p>{t(`errors:${withdraw.error.kind}`)}</p>
          </Notice>
        )}
      </Live>
    </>
  )
}
