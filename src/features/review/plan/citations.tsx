import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { QueryState } from '#components/query-state.tsx'
import { Skeleton } from '#components/skeleton.tsx'
import { Tabs } from '#components/tabs.tsx'
import type { Comment } from '#domain/comment.ts'
import type { Task } from '#domain/plan.ts'
import { MAX_CITATIONS } from '#domain/revision.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Citable, type Citing } from './citable.tsx'
import styles from './plan.module.css'
import { alsoCitedQuery, citableQuery } from './queries.ts'

// With all that reads every comment.
const Themes = lazy(async () => ({ default: (await import('./themes.tsx')).Themes }))

type Props = Citing & {
  task: Task
  /** Who may see what reviewers call the themes. */
  reviewer: string | null
}

/** What people said of the task, to be cited by a press for the whole or for the subtask that it shaped. */
export function Citations({ task, reviewer, draft, onChange }: Props) {
  const { t } = useTranslation('review-plan')
  const lang = useLang()
  const citable = useQuery(citableQuery(task.id))
  const ids = Object.keys(draft.citations)
  const listed = citable.data ? [...citable.data.shared, ...citable.data.agreed].map(({ id }) => id) : ids
  const alsoIds = ids.filter((id) => !listed.includes(id))
  const also = useQuery(alsoCitedQuery(alsoIds))
  // Hidden, withdrawn or reported since.
  const gone = also.data ? alsoIds.filter((id) => !also.data.some((comment) => comment.id === id)) : []
  const heading = useRef<HTMLHeadingElement>(null)
  const leave = (id: string) => {
    const { [id]: _, ...rest } = draft.citations
    onChange({ ...draft, citations: rest })
    heading.current?.focus()
  }
  const list = (comments: readonly Comment[]) => (
    <ul className={styles.said}>
      {comments.map((comment) => (
        <Citable key={comment.id} comment={comment} draft={draft} onChange={onChange} />
      ))}
    </ul>
  )
  const tab = (key: 'agreed' | 'shared') => ({
    key,
    label: t(`citations.${key}`),
    content: (
      <QueryState
        query={citable}
        lines={12}
        isEmpty={(found) => found[key].length === 0}
        empty={<p>{t(`citations.none.${key}`)}</p>}
      >
        {(found) => list(found[key])}
      </QueryState>
    ),
  })
  const themes = {
    key: 'themes',
    label: t('citations.themes'),
    content: reviewer ? (
      <Suspense fallback={<Skeleton lines={8} />}>
        <Themes uid={reviewer} taskId={task.id} draft={draft} onChange={onChange} />
      </Suspense>
    ) : (
      <p className={styles.note}>{t('citations.themesRight')}</p>
    ),
  }
  return (
    <aside aria-labelledby="citations" className={styles.citations}>
      <h2 id="citations" ref={heading} tabIndex={-1}>
        {t('citations.title')}
      </h2>
      <p className={styles.note}>
        {t('citations.count', { count: ids.length, most: formatNumber(MAX_CITATIONS, lang) })}
      </p>
      <Tabs label={t('citations.lists')} tabs={[tab('agreed'), tab('shared'), themes]} />
      {also.data && alsoIds.length > 0 && (
        <section aria-labelledby="also-cited" className={styles.section}>
          <h3 id="also-cited">{t('citations.also')}</h3>
          {also.data.length > 0 && list(also.data)}
          {gone.map((id) => (
            <div key={id} className={styles.quote}>
              <p>{t('citations.gone')}</p>
              <div className={styles.actions}>
                <Button onClick={() => leave(id)}>{t('citations.leave')}</Button>
              </div>
            </div>
          ))}
        </section>
      )}
    </aside>
  )
}
