import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { Progress } from '#components/progress.tsx'
import { hasTranslator } from '#data/on-device-translator.ts'
import type { Comment } from '#domain/comment.ts'
import { formatShare } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './translation.module.css'
import { canTranslateQuery, translateMutation } from './translation-queries.ts'

type Props = {
  comment: Comment
  /** The words as they were written. */
  children: ReactNode
}

/**
 * The words of a comment. One in the other language is shown in its stored translation, marked as such, with the
 * original one tap away; without one, the browser may translate it on this device. Nothing is sent to anybody.
 */
export function Translation({ comment, children }: Props) {
  const lang = useLang()
  if (comment.lang === lang) return children
  if (comment.translation) return <InTwoLanguages translation={comment.translation}>{children}</InTwoLanguages>
  return hasTranslator() ? <OnThisDevice comment={comment}>{children}</OnThisDevice> : children
}

type Ask = { label: string; isBusy: boolean; act: () => void; progress: ReactNode }

type TwoProps = {
  translation: { text: string; by: 'machine' | 'staff' | 'device' } | null
  /** How to get a translation where there is none yet. */
  ask?: Ask
  children: ReactNode
}

/** The words, and one button for whatever can be shown next: it stays where it is, and keeps the focus. */
function InTwoLanguages({ translation, ask, children }: TwoProps) {
  const { t } = useTranslation('comments')
  const lang = useLang()
  const [original, setOriginal] = useState(false)
  const turn = {
    label: original ? t('translation.showTranslation') : t('translation.showOriginal'),
    isBusy: false,
    act: () => setOriginal(!original),
    progress: null,
  }
  const { label, isBusy, act, progress } = (translation ? null : ask) ?? turn
  return (
    <div className={styles.translation}>
      {translation && !original ? (
        <p className={styles.words} lang={lang} dir="auto">
          {translation.text}
        </p>
      ) : (
        children
      )}
      <p className={styles.foot}>
        {translation && <span>{original ? t('translation.isOriginal') : t(`translation.by.${translation.by}`)}</span>}
        <Button look="quiet" aria-disabled={isBusy || undefined} onClick={() => !isBusy && act()}>
          {label}
        </Button>
      </p>
      {progress}
    </div>
  )
}

function OnThisDevice({ comment, children }: Props) {
  // The words come first: whether the browser can translate is asked a moment later.
  const isDue = useDeferredValue(true, false)
  const can = useQuery({ ...canTranslateQuery(comment.lang, useLang()), enabled: isDue })
  if (!can.data) return children
  // What was made of other words is none of these.
  return (
    <OnDemand key={comment.text} comment={comment}>
      {children}
    </OnDemand>
  )
}

function OnDemand({ comment, children }: Props) {
  const { t } = useTranslation('comments')
  const lang = useLang()
  const [share, setShare] = useState<number | null>(null)
  const translate = useMutation(translateMutation(comment, lang, setShare))
  const { data, isPending, isError } = translate
  const ask = {
    label: isPending ? t('translation.working') : t('translation.onThisDevice'),
    isBusy: isPending,
    act: translate.mutate,
    progress: isPending && share !== null && share < 1 && (
      <Progress label={t('translation.loading')} value={share} max={1} text={formatShare(share, lang)} />
    ),
  }
  return (
    <>
      <InTwoLanguages translation={data === undefined ? null : { text: data, by: 'device' }} ask={ask}>
        {children}
      </InTwoLanguages>
      <Live>
        {isError && <span className={styles.failed}>{t('translation.failed')}</span>}
        {data !== undefined && <span className="visually-hidden">{t('translation.done')}</span>}
      </Live>
    </>
  )
}
