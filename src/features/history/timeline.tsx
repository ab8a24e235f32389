import { type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { ReadProblem } from '#components/query-state.tsx'
import { Tag } from '#components/tag.tsx'
import type { Task } from '#domain/plan.ts'
import type { Revision } from '#domain/revision.ts'
import { formatDay } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { revisionsQuery } from './queries.ts'
import styles from './timeline.module.css'

type Props = {
  task: Task
  /** The revisions that came with the app: shown until Firestore's are here, or where they cannot be reached. */
  built: readonly Revision[]
}

/** The revisions of a task, newest first: when each was published, and why. */
export function Timeline({ task, built }: Props) {
  const { t } = useTranslation('history')
  const history = useInfiniteQuery(revisionsQuery(task.id))
  const read = history.data?.pages.flatMap((page) => page.revisions) ?? []
  const revisions = read.length > 0 ? read : built
  return (
    <div className={styles.timeline}>
      <ol className={styles.list} aria-label={t('list')} reversed>
        {revisions.map((revision) => (
          <RevisionItem key={revision.number} revision={revision} current={revision.number === task.revision} />
        ))}
      </ol>
      <ReadProblem error={history.isFetchNextPageError ? history.error : null} />
      <More history={history} />
    </div>
  )
}

type Pages = { data: { pages: unknown[] } | undefined } & Pick<
  UseInfiniteQueryResult,
  'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'
>

/** Stays when there is no more, and says so: the focus is on it. */
function More({ history: { data, hasNextPage, isFetchingNextPage, fetchNextPage } }: { history: Pages }) {
  const { t } = useTranslation('history')
  if (!hasNextPage && (data?.pages.length ?? 0) < 2) return null
  const label = isFetchingNextPage ? t('loadingMore') : t('more')
  return (
    <Button
      onClick={() => hasNextPage && !isFetchingNextPage && fetchNextPage()}
      aria-disabled={!hasNextPage || isFetchingNextPage}
    >
      {hasNextPage ? label : t('end')}
    </Button>
  )
}

function RevisionItem({ revision, current }: { revision: Revision; current: boolean }) {
  const { t } = useTranslation('history')
  const lang = useLang()
  return (
    <li className={styles.revision} id={`r${revision.number}`} data-current={current}>
      <h2 className={styles.number}>{t('revision', { revision: revision.number })}</h2>
      <p className={styles.facts}>
        <time dateTime={revision.publishedAt.toISOString()}>{formatDay(revision.publishedAt, lang)}</time>
        {current && <Tag>{t('current')}</Tag>}
        {revision.sample && <Tag>{t('sample')}</Tag>}
      </p>
      <p>{revision.changeNote[lang]}</p>
    </li>
  )
}
