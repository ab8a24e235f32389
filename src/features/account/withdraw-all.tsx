import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { Progress } from '#components/progress.tsx'
import type { Withdrawal } from './use-withdrawal.ts'

type Props = { withdrawal: Withdrawal /** Leaving has begun: nothing can be taken back any more. */; tooLate: boolean }

/** Takes all one's comments back before leaving: afterwards nobody can. */
export function WithdrawAll({ withdrawal, tooLate }: Props) {
  const { t } = useTranslation(['me', 'errors'])
  const { isWorking, progress, error, done, start } = withdrawal
  const outcome = useRef<HTMLDivElement>(null)
  const isDone = done !== null
  // The button is gone; the cursor goes to what came in its place.
  useEffect(() => {
    if (isDone) outcome.current?.focus()
  }, [isDone])
  const label = isWorking ? t('me:leave.withdrawing') : error ? t('me:leave.withdrawAgain') : t('me:leave.withdraw')
  return (
    <>
      <h3>{t('me:leave.withdrawTitle')}</h3>
      <p>{t('me:leave.withdrawText')}</p>
      {!done && (
        <div>
          <Button aria-disabled={isWorking || tooLate} onClick={() => !isWorking && !tooLate && start()}>
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
        {done && (
          <div ref={outcome} tabIndex={-1}>
            <Notice tone="success">
              {done.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </Notice>
          </div>
        )}
        {error && (
          <Notice tone="danger">
            <p>{t(`errors:${error.kind}`)}</p>
          </Notice>
        )}
      </Live>
    </>
  )
}
