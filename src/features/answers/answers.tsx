import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router-dom'
import { Button } from '#components/button.tsx'
import { EmptyState } from '#components/empty-state.tsx'
import { QueryState, ReadProblem } from '#components/query-state.tsx'
import type { AnswerList } from '#data/answers.ts'
import type { Comment } from '#domain/comment.ts'
import type { TaskOverview } from '#domain/plan.ts'
import { useLang } from '#i18n/use-lang.ts'
import { AnswerFilters } from './answer-filters.tsx'
import { AnswerPageList } from './answer-page-list.tsx'
import styles from './answers.module.css'
import { listIn, withList } from './list-address.ts'
import { answersQuery } from './queries.ts'

type Props = {
  tasks: readonly TaskOverview[]
  /** The address of a comment. */
  linkTo: (comment: Pick<Comment, 'taskId' | 'id'>) => string
}

/** What the education office has answered, the newest first: of every kind and task, or of those the address names. */
export function Answers({ tasks, linkTo }: Props) {
  const { t } = useTranslation('answers')
  const [address, setAddress] = useSearchParams()
  const list = listIn(address)
  const answers = useInfiniteQuery(answersQuery(list))
  // The place of the page that somebody asked for: they go on with it, since the button has moved away.
  const [askedFor, setAskedFor] = useState<number>()
  return (
    <div className={styles.answers}>
      <AnswerFilters
        list={list}
        tasks={tasks}
        onChange={(wanted) => setAddress((before) => withList(before, wanted), { replace: true })}
      />
      <QueryState
        query={answers}
        lines={12}
        isEmpty={({ pages }) => pages.every((page) => page.items.length === 0)}
        empty={<Nothing list={list} />}
      >
        {({ pages }) =>
          pages.map((page, place) => (
            <AnswerPageList
              // biome-ignore lint/suspicious/noArrayIndexKey: a page keeps its place, whatever comes into the list before it
              key={place}
              answers={page.items}
              tasks={tasks}
              linkTo={linkTo}
              takesFocus={place === askedFor}
            />
          ))
        }
      </QueryState>
      <ReadProblem error={answers.isFetchNextPageError ? answers.error : null} />
      {answers.hasNextPage && (
        <Button
          aria-disabled={answers.isFetchingNextPage}
          onClick={() => {
            if (answers.isFetchingNextPage) return
            setAskedFor(answers.data?.pages.length)
            void answers.fetchNextPage()
          }}
        >
          {t(answers.isFetchingNextPage ? 'loadingMore' : 'more')}
        </Button>
      )}
    </div>
  )
}

function Nothing({ list: { status, taskId } }: { list: AnswerList }) {
  const { t } = useTranslation('answers')
  const home = `/${useLang()}`
  const isFiltered = status !== null || taskId !== null
  return (
    <EmptyState
      action={
        isFiltered ? (
          <Link to={`${home}/answers`}>{t('showAll')}</Link>
        ) : (
          <Link to={`${home}#tasks`}>{t('goRead')}</Link>
        )
      }
    >
      {t(isFiltered ? 'noneOfThese' : 'none')}
    </EmptyState>
  )
}
