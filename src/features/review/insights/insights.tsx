import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { EmptyState } from '#components/empty-state.tsx'
import type { InboxRow } from '#domain/inbox.ts'
import { countOf, isSaid } from '#domain/insights.ts'
import type { TaskOverview } from '#domain/plan.ts'
import type { Results } from '#domain/results.ts'
import type { Theme } from '#domain/review.ts'
import { formatMoment, formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Behind } from './behind.tsx'
import { Ground } from './ground.tsx'
import styles from './insights.module.css'
import { Part } from './part.tsx'
import { Tasks } from './tasks.tsx'
import { Themes } from './themes.tsx'
import { When } from './when.tsx'
import { Who } from './who.tsx'

type Props = {
  rows: readonly InboxRow[]
  themes: readonly Theme[]
  tasks: readonly TaskOverview[]
  results: Results | null
}

const SUMS = ['comments', 'people', 'answered'] as const
const LIMITS = ['self', 'proof', 'device', 'hidden', 'themes', 'published'] as const

/** Who took part and what they say, in numbers: on the screen each leads to its comments; on paper it is the report. */
export function Insights({ rows, themes, tasks, results }: Props) {
  const { t } = useTranslation('review-insights')
  const lang = useLang()
  const [at] = useState(() => new Date())
  const comments = useMemo(() => rows.map(({ comment }) => comment).filter(isSaid), [rows])
  const all = useMemo(() => countOf(comments), [comments])
  const answered = rows.filter(({ comment, answer }) => isSaid(comment) && answer !== null).length
  if (comments.length === 0) return <EmptyState>{t('none')}</EmptyState>
  const sums = {
    comments: <Behind count={all.comments} filter={{}} />,
    people: (
      <Behind count={all.comments} filter={{}}>
        {formatNumber(all.people, lang)}
      </Behind>
    ),
    answered: <Behind count={answered} filter={{ answered: 'yes' }} />,
  }
  return (
    <div className={styles.report} data-report>
      <p className={styles.onPaper}>{t('report')}</p>
      <section aria-label={t('title')} className={styles.part}>
        <p>{t('asOf', { moment: formatMoment(at, lang) })}</p>
        <dl className={styles.sum}>
          {SUMS.map((sum) => (
            <div key={sum}>
              <dt>{t(`sum.${sum}`)}</dt>
              <dd>{sums[sum]}</dd>
            </div>
          ))}
        </dl>
      </section>
      <div data-screen-only>
        <Button onClick={() => window.print()}>{t('print')}</Button>
      </div>
      <Who comments={comments} results={results} />
      <When comments={comments} />
      <Tasks comments={comments} tasks={tasks} results={results} />
      <Themes rows={rows} themes={themes} />
      <Ground comments={comments} />
      <Part id="method" title={t('method.title')}>
        <p>{t('method.how')}</p>
        <ul className={styles.limits}>
          {LIMITS.map((limit) => (
            <li key={limit}>{t(`method.${limit}`)}</li>
          ))}
        </ul>
      </Part>
    </div>
  )
}
