import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { Mixed } from '#components/mixed.tsx'
import { Tag } from '#components/tag.tsx'
import type { AuditEntry } from '#domain/audit.ts'
import { isCommentId } from '#domain/comment.ts'
import { isTaskId, taskNumber } from '#domain/plan.ts'
import { formatMoment } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './log.module.css'
import { useReason } from './use-reason.ts'

type Props = { entry: AuditEntry; names: ReadonlyMap<string, string> }

/** One action: what it was, who did it and when, why, and to what. */
export function LogEntry({ entry, names }: Props) {
  const { t } = useTranslation('review-log')
  const lang = useLang()
  const reason = useReason(entry)
  const who = entry.byUid === 'admin-script' ? t('script') : names.get(entry.byUid)
  return (
    <li className={styles.entry}>
      <p className={styles.what}>
        <Tag>{t(`action.${entry.action}`)}</Tag>
        <span>{who ? <Mixed text={who} /> : t('gone', { id: entry.byUid.slice(0, 6) })}</span>
      </p>
      <p className={styles.why}>
        <Mixed text={reason} />
      </p>
      {/* The one entry that may stand there without its action. */}
      {entry.action === 'issue-slips' && <p className={styles.note}>{t('issued')}</p>}
      <p className={styles.note}>
        <time dateTime={entry.at.toISOString()}>{formatMoment(entry.at, lang)}</time>
        <Target target={entry.target} />
      </p>
    </li>
  )
}

/** The way to what was done, where that has a page. */
function Target({ target }: { target: string }) {
  const { t } = useTranslation('review-log')
  const lang = useLang()
  const [taskId, revision] = target.split(/[-/]/)
  if (!isTaskId(taskId)) return null
  const number = taskNumber(taskId)
  if (target === taskId) return <Link to={`/${lang}/tasks/${number}`}>{t('task', { number })}</Link>
  if (target === `${taskId}/${revision}`) {
    return <Link to={`/${lang}/tasks/${number}/history#r${revision}`}>{t('revision', { number, revision })}</Link>
  }
  if (!isCommentId(taskId, target)) return null
  return (
    <>
      <Link to={`/${lang}/tasks/${number}/comments/${target}`}>{t('comment', { number })}</Link>
      <Link to={`/${lang}/review/log?about=${target}`}>{t('about')}</Link>
    </>
  )
}
