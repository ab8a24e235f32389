import { type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router-dom'
import { Button } from '#components/button.tsx'
import { ReadProblem } from '#components/query-state.tsx'
import type { TaskIn } from '#domain/plan.ts'
import type { Revision } from '#domain/revision.ts'
import { revisionsQuery } from './queries.ts'
import { RevisionItem } from './revision-item.tsx'
import styles from './timeline.module.css'

type Props = {
  task: TaskIn
  /** The revisions that came with the app: shown until Firestore's are here, or where they cannot be reached. */
  built: readonly Revision[]
}

/** The revisions of a task, newest first: when each was published, why, and what it changed. */
export function Timeline({ task, built }: Props) {
  const { t } = useTranslation(['history', 'common'])
  const { hash } = useLocation()
  const history = useInfiniteQuery(revisionsQuery(task.id))
  const read = history.data?.pages.flatMap((page) => page.revisions) ?? []
  const revisions = read.length > 0 ? read : built
  return (
    <div className={styles.timeline}>
      <ol className={styles.list} aria-label={t('history:list')} reversed>
        {revisions.map((revision) => (
          <RevisionItem
            key={revision.number}
            taskId={task.id}
            revision={revision}
            current={revision.number === task.revision}
            wanted={hash === `#r${revision.number}`}
          />
        ))}
      </ol>
      <ReadProblem error={history.isLoadingError || history.isFetchNextPageError ? history.error : null}>
        {history.isLoadingError && <Button onClick={() => history.refetch()}>{t('common:retry')}</Button>}
      </ReadProblem>
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
