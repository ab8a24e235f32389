import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router-dom'
import { Button } from '#components/button.tsx'
import { EmptyState } from '#components/empty-state.tsx'
import { Field } from '#components/field.tsx'
import { QueryState } from '#components/query-state.tsx'
import { AUDIT_ACTIONS } from '#domain/audit.ts'
import { useLang } from '#i18n/use-lang.ts'
import { staffListQuery } from '../staff/queries.ts'
import styles from './log.module.css'
import { LogEntry } from './log-entry.tsx'
import { logQuery } from './queries.ts'

/** What staff have done, newest first; all of it, or one kind, or to one thing: the address names it. */
export function LogList() {
  const { t } = useTranslation(['review-log', 'common'])
  const lang = useLang()
  const [search, setSearch] = useSearchParams()
  const about = search.get('about')
  const action = (about === null && AUDIT_ACTIONS.find((each) => each === search.get('action'))) || null
  const query = useInfiniteQuery(logQuery(action, about))
  const staff = useQuery(staffListQuery)
  const names = new Map(staff.data?.map(({ uid, name }) => [uid, name]))
  return (
    <div className={styles.log}>
      {about === null ? (
        <div className={styles.filter}>
          <Field label={t('review-log:filter')}>
            {(control) => (
              <select
                {...control}
                value={action ?? ''}
                onChange={({ target }) => setSearch(target.value ? { action: target.value } : {}, { replace: true })}
              >
                <option value="">{t('review-log:all')}</option>
                {AUDIT_ACTIONS.map((each) => (
                  <option key={each} value={each}>
                    {t(`review-log:action.${each}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      ) : (
        <p>
          {t('review-log:aboutOne')} <Link to={`/${lang}/review/log`}>{t('review-log:aboutAll')}</Link>
        </p>
      )}
      <QueryState query={query} lines={8}>
        {({ pages }) => {
          const entries = pages.flatMap(({ items }) => items)
          if (entries.length === 0) return <EmptyState>{t('review-log:none')}</EmptyState>
          return (
            <>
              <ol className={styles.list} aria-label={t('review-log:list')}>
                {entries.map((entry) => (
                  <LogEntry key={entry.id} entry={entry} names={names} />
                ))}
              </ol>
              {query.hasNextPage && (
                <Button
                  aria-disabled={query.isFetchingNextPage}
                  onClick={() => query.isFetchingNextPage || query.fetchNextPage()}
                >
                  {t('review-log:more')}
                </Button>
              )}
            </>
          )
        }}
      </QueryState>
    </div>
  )
}
