import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { InReadersLanguage } from '#components/in-two-languages.tsx'
import { GroupTag } from '#components/tag.tsx'
import type { Comment } from '#domain/comment.ts'
import { nickname } from '#domain/nickname.ts'
import { taskNumber } from '#domain/plan.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './timeline.module.css'

type Props = {
  comment: Comment
  /** When the text was published: its words may have changed since. */
  publishedAt: Date
  /** The name of the part it shaped. */
  shaped: string
}

/** What somebody said that shaped a text. */
export function CitedComment({ comment, publishedAt, shaped }: Props) {
  const { t } = useTranslation(['history', 'common'])
  const lang = useLang()
  const to = `/${lang}/tasks/${taskNumber(comment.taskId)}/comments/${comment.id}`
  return (
    <li className={styles.quote}>
      <InReadersLanguage comment={comment}>
        {(words) => (
          <blockquote cite={to} lang={words.lang} dir="auto">
            {words.text}
          </blockquote>
        )}
      </InReadersLanguage>
      {comment.editedAt && comment.editedAt > publishedAt && (
        <p className={styles.note}>
          {t('history:editedSince')} <Link to={`${to}#former`}>{t('history:seeFormer')}</Link>
        </p>
      )}
      <p className={styles.facts}>
        <span>{nickname(comment.authorId)[lang]}</span>
        <GroupTag role={comment.role}>{t(`common:roles.${comment.role}`)}</GroupTag>
        <span>{t('history:shaped', { part: shaped })}</span>
        <Link to={to}>{t('history:readComment')}</Link>
      </p>
    </li>
  )
}
