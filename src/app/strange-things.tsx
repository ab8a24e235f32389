import { useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { CopyButton } from '#components/copy-button.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { showToast } from '#components/toasts.ts'
import type { Me } from '#data/me.ts'
import { outbox, type StrangeEntry } from '#data/outbox.ts'
import { detectLang } from '#domain/language.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './strange-things.module.css'

const NONE: readonly StrangeEntry[] = []

/** What another version of the app has left in the outbox, with its words: they can be copied, and are never lost. */
export function StrangeThings({ me }: { me: Me | undefined }) {
  const { t } = useTranslation('outbox')
  const lang = useLang()
  const place = useRef<HTMLDivElement>(null)
  const all = useSyncExternalStore(outbox.subscribe, outbox.strange, () => NONE)
  const shown = all.filter(({ uid }) => uid === null || uid === me?.user?.uid)
  const throwAway = (entry: StrangeEntry) => {
    // The button that has the focus goes with its words.
    place.current?.focus()
    const run = outbox.dropStrange(entry)
    showToast({ text: t('strange.thrownAway'), action: { label: t('undo'), run, isUndo: true } })
  }
  return (
    <div ref={place} tabIndex={-1} className={styles.place} data-screen-only>
      <Live>
        {me && shown.length > 0 && (
          <Notice tone="warning" title={t('strange.title')}>
            <p>{t('strange.text')}</p>
            {shown.map((entry) => (
              <div key={entry.id} className={styles.thing}>
                {entry.words === null ? (
                  <p>{t('strange.noWords')}</p>
                ) : (
                  <blockquote className={styles.words} lang={detectLang(entry.words, lang)} dir="auto">
                    {entry.words}
                  </blockquote>
                )}
                {entry.words !== null && <CopyButton text={entry.words} label={t('copy')} done={t('copied')} />}
                <Button look="quiet" onClick={() => throwAway(entry)}>
                  {t('throwAway')}
                </Button>
              </div>
            ))}
          </Notice>
        )}
      </Live>
    </div>
  )
}
