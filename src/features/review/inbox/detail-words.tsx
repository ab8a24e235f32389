import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { translationDraft } from '#data/drafts.ts'
import type { ReviewComment } from '#domain/review.ts'
import styles from './detail.module.css'
import { TranslationForm } from './translation-form.tsx'

/** What was said, in its own language, and beside it in the other one as far as there is a translation. */
export function DetailWords({ comment }: { comment: ReviewComment }) {
  const { t } = useTranslation('review-inbox')
  const [isWriting, setWriting] = useState(() => translationDraft(comment.id).load() !== null)
  const other = comment.lang === 'ko' ? 'en' : 'ko'
  const { translation } = comment
  if (comment.status === 'withdrawn') return <p className={styles.note}>{t('row.withdrawn')}</p>
  return (
    <div className={styles.words}>
      <div className={styles.side}>
        <h3>{t('words.original', { lang: t(`lang.${comment.lang}`) })}</h3>
        <p lang={comment.lang} dir="auto" className={styles.said}>
          {comment.text}
        </p>
      </div>
      <div className={styles.side}>
        <h3>
          {t('words.translated', { lang: t(`lang.${other}`) })}
          {translation && <span className={styles.note}> · {t(`words.by.${translation.by}`)}</span>}
        </h3>
        {isWriting ? (
          <TranslationForm comment={comment} to={other} onDone={() => setWriting(false)} />
        ) : (
          <>
            {translation ? (
              <p lang={other} dir="auto" className={styles.said}>
                {translation.text}
              </p>
            ) : (
              <p className={styles.note}>{t('words.none')}</p>
            )}
            <Button onClick={() => setWriting(true)}>{t(translation ? 'words.correct' : 'words.write')}</Button>
          </>
        )}
      </div>
    </div>
  )
}
