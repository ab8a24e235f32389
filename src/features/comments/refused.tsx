import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { type OutboxEntry, outbox } from '#data/outbox.ts'
import type { Deed } from '#domain/deed.ts'

type Props = { entries: readonly OutboxEntry[]; onOpenEdit: () => void }

/** What somebody did with a comment and has come back: why, and what can be done about it. */
export function Refused({ entries, onOpenEdit }: Props) {
  const { t } = useTranslation(['comments', 'errors'])
  const what = (deed: Deed): string => {
    if (deed.kind === 'react' && deed.value)
      return t('comments:refused.react', { what: t(`comments:reaction.${deed.value}`) })
    if (deed.kind === 'react') return t('comments:refused.takeBack')
    return deed.kind === 'comment' || deed.kind === 'stance' ? '' : t(`comments:refused.${deed.kind}`)
  }
  return (
    <Live urgency="alert">
      {entries.map((entry) => (
        <Notice key={entry.id} tone="danger" title={what(entry.deed)}>
          <p>{t(`errors:${entry.reason ?? 'unknown'}`)}</p>
          {entry.deed.kind === 'edit' ? (
            <Button onClick={onOpenEdit}>{t('comments:refused.open')}</Button>
          ) : (
            <Button onClick={() => outbox.put(entry.uid, entry.deed)}>{t('comments:refused.again')}</Button>
          )}
          <Button look="quiet" onClick={() => outbox.drop(entry)}>
            {t('comments:refused.drop')}
          </Button>
        </Notice>
      ))}
    </Live>
  )
}
