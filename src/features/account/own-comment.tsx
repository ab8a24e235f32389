import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { Badge } from '#components/badge.tsx'
import { Notice } from '#components/notice.tsx'
import { OfficialAnswer } from '#components/official-answer.tsx'
import type { OwnComment as Comment } from '#data/own.ts'
import { planQuery } from '#data/plan-query.ts'
import { citedIn } from '#domain/citations.ts'
import { taskNumber } from '#domain/plan.ts'
import { REPORT_REASONS } from '#domain/report.ts'
import { formatMoment, formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './account.module.css'

const TONES = { visible: 'success', hidden: 'danger', withdrawn: 'neutral' } as const

/** One of one's own comments: what it says, what has become of it, and how others took it. */
export function OwnComment({ comment }: { comment: Comment }) {
  const { t } = useTranslation('me')
  const lang = useLang()
  const { status, createdAt, editedAt } = comment
  const number = taskNumber(comment.taskId)
  const { data: plan } = useQuery(planQuery)
  const task = plan?.find(({ id }) => id === comment.taskId)
  const cited = task && status !== 'withdrawn' ? citedIn(task, comment.id) : null
  const counts = (['agreeTotal', 'disagreeTotal', 'replyCount'] as const).filter((name) => comment[name] > 0)
  const label = { agreeTotal: 'agree', disagreeTotal: 'disagree', replyCount: 'replies' } as const
  return (
    <li className={styles.item}>
      <p className={styles.head}>
        <strong>{comment.parentId ? t('comments.replyOnTask', { number }) : t('comments.onTask', { number })}</strong>
        <time className={styles.note} dateTime={createdAt.toISOString()}>
          {formatMoment(createdAt, lang)}
        </time>
        {editedAt && <span className={styles.note}>{t('comments.edited')}</span>}
        <Badge tone={TONES[status]}>{t(`comments.status.${status}`)}</Badge>
      </p>
      {status === 'withdrawn' ? (
        <p className={styles.note}>{t('comments.noWords')}</p>
      ) : (
        <p className={styles.words} lang={comment.lang} dir="auto">
          {comment.text}
        </p>
      )}
      {status === 'hidden' && (
        <Notice tone="warning">
          <p>
            <Hidden reason={comment.hiddenReason} />
          </p>
        </Notice>
      )}
      {cited && (
        <p>
          <Link to={`/${lang}/tasks/${number}/history#r${cited.revision}`}>
            {t('comments.cited', { revision: cited.revision })}
          </Link>
        </p>
      )}
      {comment.answer && <OfficialAnswer answer={comment.answer} edits={comment.edits} cited={task?.cited} />}
      <p className={styles.head}>
        {counts.map((name) => (
          <span key={name} className={styles.note}>
            {t(`comments.${label[name]}`, { value: formatNumber(comment[name], lang) })}
          </span>
        ))}
        {status === 'visible' && (
          <Link to={`/${lang}/tasks/${number}/comments/${comment.id}`}>{t('comments.open', { number })}</Link>
        )}
      </p>
    </li>
  )
}

function Hidden({ reason }: { reason: string | null }) {
  const { t } = useTranslation('me')
  if (reason === null) return t('comments.hidden')
  const known = REPORT_REASONS.find((each) => each === reason)
  return t('comments.hiddenBecause', { reason: known ? t(`comments.reasons.${known}`) : reason })
}
