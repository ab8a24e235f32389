import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { InReadersLanguage, InTwoLanguages } from '#components/in-two-languages.tsx'
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
  /** Draws the words, in either language. */
  children: (words: Pick<Comment, 'text' | 'lang'>) => ReactNode
}

/**
 * The words of a comment. One in the other language is shown in its stored translation, marked as such, with the
 * original one tap away; without one, the browser may translate it on this device. Nothing is sent to anybody.
 */
export function Translation({ comment, children }: Props) {
  const isForeign = comment.lang !== useLang()
  if (isForeign && !comment.translation && hasTranslator())
    return <OnThisDevice comment={comment}>{children}</OnThisDevice>
  return <InReadersLanguage comment={comment}>{children}</InReadersLanguage>
}

function OnThisDevice({ comment, children }: Props) {
  // The words come first: whether the browser can translate is asked a moment later.
  const isDue = useDeferredValue(true, false)
  const can = useQuery({ ...canTranslateQuery(comment.lang, useLang()), enabled: isDue })
  if (!can.data) return children(comment)
  // What was made of other words is none of these.
  return (
    <OnDemand key={comment.text} comment={comment}>
      {children}
    </OnDemand>
  )
}

function OnDemand({ comment, children }: Props) {
  const { t } = useTranslation('translation')
  const lang = useLang()
  const [share, setShare] = useState<number | null>(null)
  const translate = useMutation(translateMutation(comment, lang, setShare))
  const { data, isPending, isError } = translate
  const ask = {
    label: isPending ? t('working') : t('onThisDevice'),
    isBusy: isPending,
    act: translate.mutate,
    progress: isPending && share !== null && share < 1 && (
      <Progress label={t('loading')} value={share} max={1} text={formatShare(share, lang)} />
    ),
  }
  return (
    <>
      <InTwoLanguages said={comment} translation={data === undefined ? null : { text: data, by: 'device' }} ask={ask}>
        {children}
      </InTwoLanguages>
      <Live>
        {isError && <span className={styles.failed}>{t('failed')}</span>}
        {data !== undefined && <span className="visually-hidden">{t('done')}</span>}
      </Live>
    </>
  )
}
