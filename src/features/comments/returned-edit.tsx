import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { showToast } from '#components/toasts.ts'
import { type OutboxEntry, outbox } from '#data/outbox.ts'
import { isRefusal } from '#data/refusals.ts'
import { Returned } from './returned-comments.tsx'

type Props = {
  entry: OutboxEntry | undefined
  /** Opens its words where they can be changed; null where there is no such place any more. */
  onOpen: (() => void) | null
  /** It goes away, and with it what had the focus. */
  onThrowAway: () => void
}

/** A change of a comment's words that came back: why, its words, and what can be done with them. */
export function ReturnedEdit({ entry, onOpen, onThrowAway }: Props) {
  const { t } = useTranslation(['comments', 'outbox'])
  const throwAway = (thrown: OutboxEntry) => {
    onThrowAway()
    outbox.drop(thrown)
    const undo = { label: t('outbox:undo'), run: () => outbox.putBack(thrown), isUndo: true }
    showToast({ text: t('outbox:thrownAway'), action: undo })
  }
  return (
    <Live urgency="alert">
      {entry?.deed.kind === 'edit' && (
        <Returned
          title={t('comments:edit.returned')}
          reason={isRefusal(entry.reason) ? entry.reason : null}
          text={entry.deed.text}
          lang={entry.deed.lang}
          onThrowAway={() => throwAway(entry)}
        >
          {onOpen && <Button onClick={onOpen}>{t('comments:edit.open')}</Button>}
        </Returned>
      )}
    </Live>
  )
}
