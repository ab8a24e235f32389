import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { ButtonLink } from '#components/button.tsx'
import { Disclosure } from '#components/disclosure.tsx'
import { EmptyState } from '#components/empty-state.tsx'
import { GroupTag } from '#components/tag.tsx'
import { showToast } from '#components/toasts.ts'
import { themeDraft } from '#data/drafts.ts'
import { type InboxRow, sorted, themesOf } from '#domain/inbox.ts'
import { ALL_COMMENTS, addressOfFilter, type InboxFilter } from '#domain/inbox-filter.ts'
import { isSaid } from '#domain/insights.ts'
import { ROLES } from '#domain/roles.ts'
import { seoulDay } from '#domain/seoul-time.ts'
import { countByRole, weeksOf } from '#domain/theme-course.ts'
import { formatDay, formatNumber, formatShare } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { useInbox } from '../inbox/inbox-store.ts'
import { ThemeForm } from '../inbox/theme-form.tsx'
import { Behind } from '../insights/behind.tsx'
import { BarTable } from './bar-table.tsx'
import { ThemeWords } from './theme-words.tsx'
import styles from './themes.module.css'

const MOST_AGREED = 10
const DAY_MS = 86_400_000

/** One theme: who speaks of it, when, with which words, and what most agree with. */
export function ThemeView({ id }: { id: string }) {
  const { t } = useTranslation(['review-themes', 'review-inbox', 'common'])
  const lang = useLang()
  const { themes, rows } = useInbox()
  const theme = themes.find((known) => known.id === id)
  const mine = useMemo(() => rows.filter((row) => isSaid(row.comment) && themesOf(row).includes(id)), [rows, id])
  const back = <Link to={`/${lang}/review/themes`}>{t('review-themes:all')}</Link>
  if (!theme) {
    return (
      <div className={styles.page}>
        {back}
        <EmptyState>{t('review-themes:missing')}</EmptyState>
      </div>
    )
  }
  const inInbox = (filter: Partial<InboxFilter>) =>
    `/${lang}/review/inbox?${addressOfFilter({ ...ALL_COMMENTS, ...filter })}`
  return (
    <div className={styles.page}>
      {back}
      <h1>{theme.label[lang]}</h1>
      <div className={styles.actions}>
        <ButtonLink to={inInbox({ theme: id })}>
          {t('review-themes:open', { value: formatNumber(mine.length, lang) })}
        </ButtonLink>
      </div>
      <Disclosure summary={t('review-themes:rename')} open={themeDraft(id).load() !== null}>
        <ThemeForm theme={theme} onDone={() => showToast({ text: t('review-themes:renamed') })} />
      </Disclosure>
      {mine.length === 0 ? (
        <EmptyState>{t('review-themes:empty')}</EmptyState>
      ) : (
        <>
          <div className={styles.sides}>
            <Groups theme={id} rows={mine} />
            <Course theme={id} rows={mine} />
          </div>
          <Agreed rows={mine} />
          <ThemeWords rows={mine} inInbox={inInbox} />
        </>
      )}
    </div>
  )
}

type PartProps = { theme: string; rows: readonly InboxRow[] }

function Groups({ theme, rows }: PartProps) {
  const { t } = useTranslation(['review-themes', 'common'])
  const lang = useLang()
  const counts = countByRole(rows)
  const title = t('review-themes:groups.title')
  const heads = [t('review-themes:groups.group'), t('review-themes:groups.count'), t('review-themes:groups.share')]
  return (
    <section aria-labelledby="groups" className={styles.part}>
      <h2 id="groups">{title}</h2>
      <BarTable
        caption={title}
        heads={heads}
        lines={ROLES.map((role) => ({
          key: role,
          label: t(`common:roles.${role}`),
          value: counts[role],
          cells: [
            <Behind key="count" count={counts[role]} filter={{ theme, role }} />,
            formatShare(counts[role] / rows.length, lang),
          ],
        }))}
      />
    </section>
  )
}

function Course({ theme, rows }: PartProps) {
  const { t } = useTranslation('review-themes')
  const lang = useLang()
  const title = t('course.title')
  return (
    <section aria-labelledby="course" className={styles.part}>
      <h2 id="course">{title}</h2>
      <BarTable
        caption={title}
        heads={[t('course.week'), t('course.count')]}
        lines={weeksOf(rows).map(({ monday, comments }) => ({
          key: monday.toISOString(),
          label: formatDay(monday, lang),
          value: comments,
          cells: [<Behind key="count" count={comments} filter={{ theme, ...weekFrom(monday) }} />],
        }))}
      />
    </section>
  )
}

/** The days of a week in Seoul, for the filter. */
const weekFrom = (monday: Date) => ({
  from: seoulDay(monday),
  until: seoulDay(new Date(monday.getTime() + 6 * DAY_MS)),
})

function Agreed({ rows }: { rows: readonly InboxRow[] }) {
  const { t } = useTranslation(['review-themes', 'common'])
  const lang = useLang()
  return (
    <section aria-labelledby="agreed" className={styles.part}>
      <h2 id="agreed">{t('review-themes:agreed.title')}</h2>
      <ol className={styles.agreed}>
        {sorted(
          rows.filter(({ comment }) => comment.status === 'visible'),
          'agreed',
        )
          .slice(0, MOST_AGREED)
          .map(({ comment }) => (
            <li key={comment.id}>
              <p className={styles.who}>
                <GroupTag role={comment.role}>{t(`common:roles.${comment.role}`)}</GroupTag>
                <span>{t('review-themes:agreed.agree', { value: formatNumber(comment.agreeTotal, lang) })}</span>
              </p>
              <Link to={`/${lang}/review/inbox?open=${comment.id}`} lang={comment.lang} dir="auto">
                {comment.text}
              </Link>
            </li>
          ))}
      </ol>
    </section>
  )
}
