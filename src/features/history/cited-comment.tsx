import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { GroupTag } from '#components/tag.tsx'
import type { Comment } from '#domain/comment.ts'
import { nickname } from '#domain/nickname.ts'
import { taskNumber } from '#domain/plan.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './timeline.module.css'

/** What somebody said that shaped a text. @param shaped the name of the part it shaped */
export function CitedComment({ comment, shaped }: { comment: Comment; shaped: string }) {
  const { t } = useTranslation(['history', 'common'])
  const lang = useLang()
  const to = `/${lang}/tasks/${taskNumber(comment.taskId)}/comments/${comment.id}`
  return (
    <li className={styles.quote}>
      <blockquote cite={to} lang={comment.lang} dir="auto">
        {comment.text}
      </blockquote>
      <p className={styles.facts}>
        <span>{nickname(comment.authorId)[lang]}</span>
        <GroupTag role={comment.role}>{t(`common:roles.${comment.role}`)}</GroupTag>
        <span>{t('history:shaped', { part: shaped })}</span>
        <Link to={to}>{t('history:readComment')}</Link>
      </p>
    </li>
  )
}
