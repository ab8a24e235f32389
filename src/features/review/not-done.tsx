import { useTranslation } from 'react-i18next'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import type { DataError } from '#data/errors.ts'

type Props = {
  error: DataError | null
  /** What is known better here than by the kind of the error. */
  reason?: string | undefined
}

/** Says that something was not stored, and why. What was typed stands above it still, and the button below tries again. */
export function NotDone({ error, reason }: Props) {
  const { t } = useTranslation(['review', 'errors'])
  return (
    <Live urgency="alert">
      {error && (
        <Notice tone="danger" title={t('review:notDone')}>
          <p>{reason ?? t(`errors:${error.kind}`)}</p>
        </Notice>
      )}
    </Live>
  )
}
