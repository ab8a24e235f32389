import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { type OutboxEntry, outbox } from '#data/outbox.ts'
import { isRefusal } from '#data/refusals.ts'

type Props = { entry: OutboxEntry | undefined; onOpen: () => void }

/** A change of a comment's words that came back: why, and the way to its words. */
export function ReturnedEdit({ entry, onOpen }: Props) {
  const { t } = useTranslation(['comments', 'outbox'])
  return (
    <Live urgency="alert">
      {entry && (
        <Notice tone="danger" title={t('comments:edit.returned')}>
          {isRefusal(entry.reason) && <p>{t(`outbox:refused.${entry.reason}`)}</p>}
          <Button onClick={onOpen}>{t('comments:edit.open')}</Button>
          <Button look="quiet" onClick={() => outbox.drop(entry)}>
            {t('comments:edit.drop')}
          </Button>
        </Notice>
      )}
    </Live>
  )
}
