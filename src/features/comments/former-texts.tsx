import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { QueryState } from '#components/query-state.tsx'
import type { Comment } from '#domain/comment.ts'
import { detectLang } from '#domain/language.ts'
import { formatMoment } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './comment-item.module.css'
import { formerTextsQuery } from './queries.ts'

type Props = { id: string; comment: Comment; edits: number }

/** Everything a comment said before, the oldest first: read when somebody opens it. @param edits as they were read */
export function FormerTexts({ id, comment, edits }: Props) {
  const { t } = useTranslation('comments')
  const lang = useLang()
  const former = useQuery(formerTextsQuery(comment.taskId, comment.id, edits))
  return (
    <section id={id} aria-label={t('former.title')} className={styles.former}>
      <QueryState query={former} lines={2}>
        {(texts) => (
          <ol>
            {texts.map(({ number, text, at }) => (
              <li key={number}>
                <p className={styles.when}>
                  <time dateTime={at.toISOString()}>{t('former.until', { when: formatMoment(at, lang) })}</time>
                </p>
                <p className={styles.text} lang={detectLang(text, comment.lang)} dir="auto">
                  {text}
                </p>
              </li>
            ))}
          </ol>
        )}
      </QueryState>
    </section>
  )
}
