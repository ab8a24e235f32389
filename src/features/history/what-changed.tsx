import { useQueries, useQuery } from '@tanstack/react-query'
import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryState } from '#components/query-state.tsx'
import { TaskDifferenceView } from '#components/task-difference.tsx'
import type { Comment } from '#domain/comment.ts'
import type { TaskId, TaskTexts } from '#domain/plan.ts'
import type { Revision } from '#domain/revision.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { CitedComment } from './cited-comment.tsx'
import { citedQuery, revisionTextsQuery } from './queries.ts'
import styles from './timeline.module.css'

/** How a revision differs from the one before, and the comments that shaped it. */
export function WhatChanged({ taskId, revision }: { taskId: TaskId; revision: Revision }) {
  const lang = useLang()
  use(pageTextsReady(lang, 'difference'))
  use(pageTextsReady(lang, 'translation'))
  const texts = useQueries({
    queries: [revision.number - 1, revision.number].map((number) => revisionTextsQuery(taskId, number)),
    combine: ([before, after]) => ({
      data: before?.data && after?.data ? { before: before.data, after: after.data } : undefined,
      error: before?.error ?? after?.error ?? null,
      refetch: () => Promise.all([before?.refetch(), after?.refetch()]),
    }),
  })
  return (
    <div className={styles.changed}>
      <QueryState query={texts} lines={8}>
        {({ before, after }) => (
          <>
            <TaskDifferenceView before={before} after={after} />
            {Object.keys(revision.citations).length > 0 && <Citations revision={revision} texts={{ before, after }} />}
          </>
        )}
      </QueryState>
    </div>
  )
}

/** In the order of the text, and what was said on one part as it was said. */
const by = (place: (comment: Comment) => number) => (one: Comment, other: Comment) =>
  place(one) - place(other) || one.createdAt.getTime() - other.createdAt.getTime()

type CitationsProps = { revision: Revision; texts: { before: TaskTexts; after: TaskTexts } }

function Citations({ revision: { citations, publishedAt }, texts: { before, after } }: CitationsProps) {
  const { t } = useTranslation('history')
  const lang = useLang()
  const ids = Object.keys(citations)
  const said = useQuery(citedQuery(ids))
  const subtasks = [...after.subtasks, ...before.subtasks]
  const place = ({ id }: Comment) => subtasks.findIndex((subtask) => subtask.id === citations[id])
  return (
    <section aria-label={t('citations')} className={styles.citations}>
      <h4>{t('citations')}</h4>
      <QueryState query={said} lines={4}>
        {(found) => (
          <>
            <ul className={styles.said}>
              {found.toSorted(by(place)).map((comment) => (
                <CitedComment
                  key={comment.id}
                  comment={comment}
                  publishedAt={publishedAt}
                  shaped={subtasks.find(({ id }) => id === citations[comment.id])?.title[lang] ?? t('wholeText')}
                />
              ))}
            </ul>
            {found.length < ids.length && (
              <p className={styles.note}>{t('gone', { count: ids.length - found.length })}</p>
            )}
          </>
        )}
      </QueryState>
    </section>
  )
}
