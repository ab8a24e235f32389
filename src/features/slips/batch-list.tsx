import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Checkbox } from '#components/checkbox.tsx'
import { EmptyState } from '#components/empty-state.tsx'
import { QueryState } from '#components/query-state.tsx'
import { BatchRow } from './batch-row.tsx'
import { batchesQuery } from './queries.ts'
import styles from './slips.module.css'

/** The batches made so far, one's own or everybody's, newest first. */
export function BatchList({ uid }: { uid: string }) {
  const { t } = useTranslation('slips')
  const [ofAll, setOfAll] = useState(false)
  const query = useInfiniteQuery(batchesQuery(ofAll ? null : uid))
  return (
    <section aria-labelledby="batches" className={styles.batches}>
      <div className={styles.head}>
        <h2 id="batches">{t('list.title')}</h2>
        <Checkbox label={t('list.ofAll')} checked={ofAll} onChange={setOfAll} />
      </div>
      <QueryState query={query} lines={6}>
        {({ pages }) => {
          const batches = pages.flatMap((page) => page.batches)
          if (batches.length === 0) return <EmptyState>{t('list.none')}</EmptyState>
          return (
            <>
              <ul className={styles.list}>
                {batches.map((batch) => (
                  <BatchRow key={batch.id} batch={batch} uid={uid} />
                ))}
              </ul>
              {query.hasNextPage && (
                <Button
                  aria-disabled={query.isFetchingNextPage}
                  onClick={() => query.isFetchingNextPage || query.fetchNextPage()}
                >
                  {t('list.more')}
                </Button>
              )}
            </>
          )
        }}
      </QueryState>
    </section>
  )
}
