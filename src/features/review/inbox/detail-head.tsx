import { useTranslation } from 'react-i18next'
import { Badge } from '#components/badge.tsx'
import { GroupTag } from '#components/tag.tsx'
import { DISTRICT_OFFICES, districtOfficeOf } from '#domain/district-offices.ts'
import { DISTRICTS } from '#domain/districts.ts'
import { daysOld, type InboxRow, isOwedAnswer } from '#domain/inbox.ts'
import { nickname } from '#domain/nickname.ts'
import type { Task } from '#domain/plan.ts'
import { ROLES } from '#domain/roles.ts'
import { formatMoment, formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './detail.module.css'
import { HiddenBadge } from './hidden-badge.tsx'

/** Who says it, how that is known, where, when, about what, and who agrees. */
export function DetailHead({ row, plan }: { row: InboxRow; plan: readonly Task[] }) {
  const { t } = useTranslation(['review-inbox', 'common', 'review'])
  const lang = useLang()
  const { comment } = row
  const task = plan.find(({ id }) => id === comment.taskId)
  const subtask = task?.subtasks.find(({ id }) => id === comment.subtaskId)
  const office = DISTRICT_OFFICES[districtOfficeOf(comment.district) ?? '']?.name[lang]
  const district = comment.district && DISTRICTS[comment.district]?.[lang]
  const number = (value: number) => formatNumber(value, lang)
  const days = daysOld(row, new Date())
  return (
    <>
      <p className={styles.about}>
        {task && <strong>{task.title[lang]}</strong>}
        {subtask && <span>{subtask.title[lang]}</span>}
      </p>
      <p className={styles.who}>
        <span className={styles.name}>{nickname(comment.authorId)[lang]}</span>
        <GroupTag role={comment.role}>{t(`common:roles.${comment.role}`)}</GroupTag>
        {comment.level && <span>{t(`review:level.${comment.level}`)}</span>}
        {district && <span>{[district, office].filter(Boolean).join(' · ')}</span>}
        <span>{t(`common:verification.${comment.verification}`)}</span>
        <time dateTime={comment.createdAt.toISOString()}>{formatMoment(comment.createdAt, lang)}</time>
        {comment.edits > 0 && <span>{t('review-inbox:detail.edits', { value: number(comment.edits) })}</span>}
        <HiddenBadge comment={comment} />
        {isOwedAnswer(row) && (
          <Badge tone="accent">{t('review-inbox:row.owed', { count: days, value: number(days) })}</Badge>
        )}
      </p>
      <table className={styles.counts}>
        <caption className="visually-hidden">{t('review-inbox:detail.counts')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('review-inbox:filter.role')}</th>
            <th scope="col">{t('review-inbox:detail.agree')}</th>
            <th scope="col">{t('review-inbox:detail.disagree')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('review-inbox:detail.all')}</th>
            <td>{number(comment.agreeTotal)}</td>
            <td>{number(comment.disagreeTotal)}</td>
          </tr>
          {ROLES.map((role) => (
            <tr key={role}>
              <th scope="row">
                <GroupTag role={role}>{t(`common:roles.${role}`)}</GroupTag>
              </th>
              <td>{number(comment.agree[role])}</td>
              <td>{number(comment.disagree[role])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
