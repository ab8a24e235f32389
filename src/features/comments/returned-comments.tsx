import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { CopyButton } from '#components/copy-button.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { showToast } from '#components/toasts.ts'
import { commentDraft } from '#data/drafts.ts'
import { outbox } from '#data/outbox.ts'
import { isRefusal, type Refusal } from '#data/refusals.ts'
import { detectLang, type Lang } from '#domain/language.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './returned-comments.module.css'
import type { CommentEntry } from './use-outbox-comments.ts'

type Props = {
  entries: readonly CommentEntry[]
  /** Puts one back into the form; null where there is none. */
  onTakeBack: ((entry: CommentEntry) => void) | null
  /** Where there is no form any more: what a draft in it would be about, and why it cannot be sent. */
  begun?: { readonly about: string; readonly reason: Refusal }
}

/** Where a comment that came back stands, if it has no place in a form. */
export const placeOf = ({ id }: Pick<CommentEntry, 'id'>): string => `returned-${id}`

/** Comments that came back, or were begun, and have no place in a form: why, their words, and what can be done with them. */
export function ReturnedComments({ entries, onTakeBack, begun }: Props) {
  const { t } = useTranslation('outbox')
  const place = useRef<HTMLDivElement>(null)
  const throwAway = (drop: () => void, run: () => void) => {
    // The button that has the focus goes with its comment.
    place.current?.focus()
    drop()
    showToast({ text: t('thrownAway'), action: { label: t('undo'), run, isUndo: true } })
  }
  return (
    <div ref={place} tabIndex={-1} className={styles.place} data-screen-only>
      <Live urgency="alert">
        {begun && <BegunComment key={begun.about} {...begun} throwAway={throwAway} />}
        {entries.map((entry) => {
          const { reason, deed } = entry
          return (
            <div key={entry.id} id={placeOf(entry)} tabIndex={-1}>
              <Returned
                title={reason ? t('returned.title') : t('returned.takenBack')}
                reason={isRefusal(reason) ? reason : null}
                text={deed.comment.text}
                lang={deed.comment.lang}
                onThrowAway={() =>
                  throwAway(
                    () => outbox.drop(entry),
                    () => outbox.putBack(entry),
                  )
                }
              >
                {onTakeBack && <Button onClick={() => onTakeBack(entry)}>{t('returned.intoForm')}</Button>}
              </Returned>
            </div>
          )
        })}
      </Live>
    </div>
  )
}

type BegunProps = NonNullable<Props['begun']> & { throwAway: (drop: () => void, undo: () => void) => void }

/** What somebody had begun to write when that came to an end. */
function BegunComment({ about, reason, throwAway }: BegunProps) {
  const { t } = useTranslation('comments')
  const lang = useLang()
  const store = commentDraft(about)
  const [draft, setDraft] = useState(() => store.load())
  if (!draft) return null
  const drop = () => {
    store.clear()
    setDraft(null)
  }
  const undo = () => {
    store.save(draft)
    setDraft(draft)
  }
  return (
    <Returned
      title={t('form.kept')}
      reason={reason}
      text={draft.text}
      lang={draft.lang ?? detectLang(draft.text, lang)}
      onThrowAway={() => throwAway(drop, undo)}
    />
  )
}

type ReturnedProps = {
  title: string
  reason: Refusal | null
  text: string
  lang: Lang
  onThrowAway: () => void
  children?: ReactNode
}

/** Words that came back: why, and what can be done with them. */
export function Returned({ title, reason, text, lang, onThrowAway, children }: ReturnedProps) {
  const { t } = useTranslation('outbox')
  return (
    <Notice tone={reason ? 'danger' : 'information'} title={title}>
      {reason && <p>{t(`refused.${reason}`)}</p>}
      <blockquote className={styles.words} lang={lang} dir="auto">
        {text}
      </blockquote>
      <div className={styles.actions}>
        {children}
        <CopyButton text={text} label={t('copy')} done={t('copied')} />
        <Button look="quiet" onClick={onThrowAway}>
          {t('throwAway')}
        </Button>
      </div>
    </Notice>
  )
}
