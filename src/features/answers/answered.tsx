import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { OfficialAnswer } from '#components/official-answer.tsx'
import { Skeleton } from '#components/skeleton.tsx'
import { GroupTag } from '#components/tag.tsx'
import type { Comment } from '#domain/comment.ts'
import { excerptOf } from '#domain/excerpt.ts'
import { nickname } from '#domain/nickname.ts'
import type { OfficialAnswer as Answer } from '#domain/official-answer.ts'
import { type Task, type TaskOverview, taskNumber } from '#domain/plan.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './answers.module.css'

/** Letters shown of a comment, and as many as are not cut. */
const LONGEST = 280
const HARDLY_LONGER = 310

type Props = {
  answer: Answer
  task: TaskOverview | undefined
  /** What the revisions of that task cite, once it is known. */
  cited: Task['cited'] | undefined
  /** Where the comment stands. */
  to: string
  /** The comment; undefined until it is known, null if it cannot be seen any more. */
  comment: Comment | null | undefined
  /** The comment could not be read. */
  problem: boolean
}

/** What somebody said, and what the education office answers. */
export function Answered({ answer, task, cited, to, comment, problem }: Props) {
  const { t } = useTranslation('answers')
  const lang = useLang()
  const number = taskNumber(answer.taskId)
  const label = comment ? t('answerTo', { name: nickname(comment.authorId)[lang], number }) : t('answerOn', { number })
  return (
    <li>
      <article aria-label={label} tabIndex={-1} className={styles.item}>
        <p className={styles.about}>
          <Link to={`/${lang}/tasks/${number}`}>
            {task ? t('task', { number, title: task.title[lang] }) : t('taskNumber', { number })}
          </Link>
        </p>
        {comment && <Said comment={comment} to={to} />}
        {comment === null && <p className={styles.note}>{t('gone')}</p>}
        {comment === undefined && !problem && <Skeleton lines={2} />}
        {comment === undefined && problem && (
          <p className={styles.note}>
            {t('notRead')} <Link to={to}>{t('read')}</Link>
          </p>
        )}
        <OfficialAnswer answer={answer} edits={comment?.edits} cited={cited} />
      </article>
    </li>
  )
}

function Said({ comment, to }: { comment: Comment; to: string }) {
  const { t } = useTranslation(['answers', 'common'])
  const lang = useLang()
  const { translation } = comment
  return (
    <>
      <blockquote cite={to} className={styles.words} lang={comment.lang} dir="auto">
        {excerptOf(comment.text, LONGEST, HARDLY_LONGER)}
      </blockquote>
      {translation && comment.lang !== lang && (
        <p className={styles.translation} lang={lang} dir="auto">
          <span className={styles.note}>{t(`answers:translated.${translation.by}`)}</span>{' '}
          {excerptOf(translation.text, LONGEST, HARDLY_LONGER)}
        </p>
      )}
      <p className={styles.by}>
        <span>{nickname(comment.authorId)[lang]}</span>
        <GroupTag role={comment.role}>{t(`common:roles.${comment.role}`)}</GroupTag>
        {comment.agreeTotal > 0 && (
          <span>
            {t('answers:agree', { count: comment.agreeTotal, value: formatNumber(comment.agreeTotal, lang) })}
          </span>
        )}
        <Link to={to}>{t('answers:read')}</Link>
      </p>
    </>
  )
}
