import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '#components/button.tsx'
import { QueryState, ReadProblem } from '#components/query-state.tsx'
import { useLang } from '#i18n/use-lang.ts'
import styles from './account.module.css'
import { OwnComment } from './own-comment.tsx'
import { Part } from './part.tsx'
import { ownCommentsQuery } from './queries.ts'

/** Everything somebody has said, on all tasks, newest first. */
export function OwnComments({ uid }: { uid: string }) {
  const { t } = useTranslation('me')
  const lang = useLang()
  const comments = useInfiniteQuery(ownCommentsQuery(uid))
  return (
    <Part title={t('comments.title')}>
      <QueryState
        query={comments}
        lines={12}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={
          <>
            <p>{t('comments.empty')}</p>
            <p>
              <ButtonLink to={`/${lang}#tasks`}>{t('comments.toTasks')}</ButtonLink>
            </p>
          </>
        }
      >
        {({ pages }) => (
          <ol aria-label={t('comments.list')} className={styles.list}>
            {pages
              .flatMap(({ items }) => items)
              .map((comment) => (
                <OwnComment key={comment.id} comment={comment} />
              ))}
          </ol>
        )}
      </QueryState>
      <ReadProblem error={comments.isFetchNextPageError ? comments.error : null} />
      {comments.hasNextPage && (
        <Button aria-disabled={comments.isFetchingNextPage} onClick={() => comments.fetchNextPage()}>
          {comments.isFetchingNextPage ? t('comments.loadingMore') : t('comments.more')}
        </Button>
      )}
    </Part>
  )
}
