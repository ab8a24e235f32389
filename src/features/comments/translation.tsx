import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { Progress } from '#components/progress.tsx'
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
  if (comment.translation) {
    const { text, by } = comment.translation
    return (
      <Translated text={text} by={by} startsTranslated>
        {children}
      </Translated>
    )
  }
  return <OnThisDevice comment={comment}>{children}</OnThisDevice>
}

type TranslatedProps = {
  text: string
  by: 'machine' | 'staff' | 'device'
  startsTranslated?: boolean
  children: ReactNode
}

function Translated({ text, by, startsTranslated = false, children }: TranslatedProps) {
  const { t } = useTranslation('comments')
  const lang = useLang()
  const [original, setOriginal] = useState(!startsTranslated)
  return (
    <div className={styles.translation}>
      {original ? (
        children
      ) : (
        <p className={styles.words} lang={lang} dir="auto">
          {text}
        </p>
      )}
      <p className={styles.foot}>
        <span>{original ? t('translation.isOriginal') : t(`translation.by.${by}`)}</span>
        <Button look="quiet" onClick={() => setOriginal(!original)}>
          {original ? t('translation.showTranslation') : t('translation.showOriginal')}
        </Button>
      </p>
    </div>
  )
}

function OnThisDevice({ comment, children }: Props) {
  const can = useQuery(canTranslateQuery(comment.lang, useLang()))
  return can.data ? <OnDemand comment={comment}>{children}</OnDemand> : children
}

function OnDemand({ comment, children }: Props) {
  const { t } = useTranslation('comments')
  const lang = useLang()
  const [share, setShare] = useState<number | null>(null)
  const translate = useMutation(translateMutation(comment, lang, setShare))
  const { data, isPending, isError } = translate
  return (
    <>
      {data === undefined ? (
        <div className={styles.translation}>
          {children}
          <p className={styles.foot}>
            <Button look="quiet" aria-disabled={isPending} onClick={() => !isPending && translate.mutate()}>
              {isPending ? t('translation.working') : t('translation.onThisDevice')}
            </Button>
          </p>
          {isPending && share !== null && share < 1 && (
            <Progress label={t('translation.loading')} value={share} max={1} text={formatShare(share, lang)} />
          )}
        </div>
      ) : (
        <Translated text={data} by="device" startsTranslated>
          {children}
        </Translated>
      )}
      <Live>
        {isError && <span className={styles.failed}>{t('translation.failed')}</span>}
        {data !== undefined && <span className="visually-hidden">{t('translation.done')}</span>}
      </Live>
    </>
  )
}
