import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { CopyButton } from '#components/copy-button.tsx'
import { showToast } from '#components/toasts.ts'
import type { Lang } from '#domain/language.ts'
import styles from './account.module.css'

type Props = {
  /** Null for what has no words. */
  words: { readonly text: string; readonly lang: Lang } | null
  /** Throws it away; null for what is on its way. */
  drop: (() => void) | null
  undo: () => void
}

/** Words that this device keeps, to be copied from wherever they cannot be sent, and thrown away. */
export function KeptWords({ words, drop, undo }: Props) {
  const { t } = useTranslation(['outbox', 'me'])
  const throwAway = (act: () => void) => {
    // The button that has the focus goes with its words.
    document.querySelector('main')?.focus({ preventScroll: true })
    act()
    showToast({ text: t('me:waiting.thrownAway'), action: { label: t('outbox:undo'), run: undo, isUndo: true } })
  }
  return (
    <>
      {words && (
        <p className={styles.words} lang={words.lang} dir="auto">
          {words.text}
        </p>
      )}
      {drop && (
        <div className={styles.actions}>
          {words && <CopyButton text={words.text} label={t('outbox:copy')} done={t('outbox:copied')} />}
          <Button look="quiet" onClick={() => throwAway(drop)}>
            {t('outbox:throwAway')}
          </Button>
        </div>
      )}
    </>
  )
}
