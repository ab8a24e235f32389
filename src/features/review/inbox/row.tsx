import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '#components/badge.tsx'
import { Icon } from '#components/icon.tsx'
import { Marked } from '#components/marked.tsx'
import { Mixed } from '#components/mixed.tsx'
import { GroupTag, Tag } from '#components/tag.tsx'
import { DISTRICTS } from '#domain/districts.ts'
import { daysOld, type InboxRow, isOwedAnswer, isReported, reviewStateOf, themesOf } from '#domain/inbox.ts'
import { taskNumber } from '#domain/plan.ts'
import { normal, type Search } from '#domain/search.ts'
import { formatNumber } from '#i18n/format.ts'
import { formatAgo } from '#i18n/format-ago.ts'
import { useLang } from '#i18n/use-lang.ts'
import { HiddenBadge } from './hidden-badge.tsx'
import { useInbox } from './inbox-store.ts'
import styles from './list.module.css'

/** As much of a text as two lines can hold. */
const EXCERPT = 240
/** Units before the first match that are shown with it. */
const BEFORE_MATCH = 40

type Props = { row: InboxRow; search: Search | null }

/** A comment in one glance: where it stands, who says it, what, and what has become of it. */
export const Row = memo(function Row({ row, search }: Props) {
  const { t } = useTranslation(['review-inbox', 'common'])
  const lang = useLang()
  const { comment } = row
  const state = reviewStateOf(row)
  const { translation } = comment
  const district = comment.district ? DISTRICTS[comment.district]?.[lang] : undefined
  return (
    <>
      <span data-select className={styles.box} aria-hidden="true">
        <Icon name="check" />
      </span>
      <div className={styles.row}>
        <div className={styles.head}>
          <span className={styles.state} data-state={state}>
            {t(`review-inbox:state.${state}`)}
          </span>
          <GroupTag role={comment.role}>{t(`common:roles.${comment.role}`)}</GroupTag>
          <span>{t('review-inbox:row.task', { number: taskNumber(comment.taskId) })}</span>
          {district && <span>{district}</span>}
          {comment.parentId && <span>{t('review-inbox:row.reply')}</span>}
          <time dateTime={comment.createdAt.toISOString()}>{formatAgo(comment.createdAt, new Date(), lang)}</time>
        </div>
        <p className={styles.text} lang={comment.lang} dir="auto">
          {comment.status === 'withdrawn' ? (
            <span lang={lang}>{t('review-inbox:row.withdrawn')}</span>
          ) : (
            <Excerpt text={comment.text} search={search} />
          )}
        </p>
        {translation && comment.lang !== lang && (
          <p className={styles.translation} lang={lang} dir="auto">
            <Excerpt text={translation.text} search={search} />
          </p>
        )}
        <Foot row={row} />
      </div>
    </>
  )
})

function Excerpt({ text, search }: { text: string; search: Search | null }) {
  const written = normal(text)
  const first = search?.(written)[0]
  const from = first && first[0] > EXCERPT / 2 ? first[0] - BEFORE_MATCH : 0
  const excerpt = written.slice(from, from + EXCERPT)
  return (
    <>
      {from > 0 && '… '}
      <Marked text={excerpt} matches={search?.(excerpt) ?? []} />
    </>
  )
}

/** Counts, and what a reviewer must not miss, in words and not by colour alone. */
function Foot({ row }: { row: InboxRow }) {
  const { t } = useTranslation('review-inbox')
  const lang = useLang()
  const { themes, staff } = useInbox()
  const { comment, review, answer } = row
  const assignee = review?.assignee && staff.find(({ uid }) => uid === review.assignee)?.name
  const number = (value: number) => formatNumber(value, lang)
  const days = daysOld(row, new Date())
  return (
    <div className={styles.foot}>
      <span>{t('row.agree', { value: number(comment.agreeTotal) })}</span>
      <span>{t('row.disagree', { value: number(comment.disagreeTotal) })}</span>
      {comment.replyCount > 0 && <span>{t('row.replies', { value: number(comment.replyCount) })}</span>}
      <HiddenBadge comment={comment} />
      {comment.reportCount > 0 && (
        <Badge tone={isReported(row) ? 'danger' : 'neutral'}>
          {t('row.reports', { value: number(comment.reportCount) })}
        </Badge>
      )}
      {answer && <Badge tone="success">{t('row.answered')}</Badge>}
      {isOwedAnswer(row) && <Badge tone="accent">{t('row.owed', { count: days, value: number(days) })}</Badge>}
      {themesOf(row).map((id) => {
        const theme = themes.find((one) => one.id === id)
        return theme && <Tag key={id}>{theme.label[lang]}</Tag>
      })}
      {assignee && (
        <span className={styles.assignee}>
          <Mixed text={assignee} />
        </span>
      )}
    </div>
  )
}
