import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { CopyButton } from '#components/copy-button.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { showToast } from '#components/toasts.ts'
import { outbox } from '#data/outbox.ts'
import { isRefusal } from '#data/refusals.ts'
import styles from './returned-comments.module.css'
import type { CommentEntry } from './use-outbox-comments.ts'

type Props = {
  entries: readonly CommentEntry[]
  /** Puts one back into the form; null where there is none. */
  onTakeBack: ((entry: CommentEntry) => void) | null
}

/** Comments that came back and have no place in the form: why, their words, and what can be done with them. */
export function ReturnedComments({ entries, onTakeBack }: Props) {
  const { t } = useTranslation('outbox')
  const place = useRef<HTMLDivElement>(null)
  const throwAway = (entry: CommentEntry) => {
    // The button that has the focus goes with its comment.
    place.current?.focus()
    outbox.drop(entry)
    showToast({ text: t('thrownAway'), action: { label: t('undo'), run: () => outbox.putBack(entry) } })
  }
  return (
    <div ref={place} tabIndex={-1} className={styles.place} data-screen-only>
      <Live urgency="alert">
        {entries.map((entry) => {
          const { reason, deed } = entry
          return (
            <Notice
              key={entry.id}
              tone={reason ? 'danger' : 'information'}
              title={reason ? t('returned.title') : t('returned.takenBack')}
            >
              {isRefusal(reason) && <p>{t(`refused.${reason}`)}</p>}
              <blockquote className={styles.words} lang={deed.comment.lang} dir="auto">
                {deed.comment.text}
              </blockquote>
              <div className={styles.actions}>
                {onTakeBack && <Button onClick={() => onTakeBack(entry)}>{t('returned.intoForm')}</Button>}
                <CopyButton text={deed.comment.text} label={t('copy')} done={t('copied')} />
                <Button look="quiet" onClick={() => throwAway(entry)}>
                  {t('throwAway')}
                </Button>
              </div>
            </Notice>
          )
        })}
      </Live>
    </div>
  )
}
