import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { Button } from '#components/button.tsx'
import { EmptyState } from '#components/empty-state.tsx'
import { Field } from '#components/field.tsx'
import { OfficialAnswer } from '#components/official-answer.tsx'
import { QueryState, ReadProblem } from '#components/query-state.tsx'
import type { Comment } from '#domain/comment.ts'
import { ANSWER_STATUSES, type AnswerStatus, isAnswerStatus } from '#domain/official-answer.ts'
import { type TaskOverview, taskNumber } from '#domain/plan.ts'
import { useLang } from '#i18n/use-lang.ts'
import card from '../comment-card.module.css'
import styles from './answers.module.css'
import { type Given, givenQuery } from './queries.ts'
import { SaidComment } from './said-comments.tsx'

type Props = {
  tasks: readonly TaskOverview[]
  linkTo: (comment: Pick<Comment, 'taskId' | 'id'>) => string
  onEdit: (comment: Comment) => void
}

/** The answers given so far, the newest first, each with its comment, to be changed. */
export function GivenList({ tasks, linkTo, onEdit }: Props) {
  const { t } = useTranslation(['review-answers', 'answer'])
  const [status, setStatus] = useState<AnswerStatus | null>(null)
  const given = useInfiniteQuery(givenQuery({ status, taskId: null }))
  return (
    <div className={styles.part}>
      <div className={styles.filter}>
        <Field label={t('review-answers:given.filter')}>
          {(control) => (
            <select
              {...control}
              value={status ?? ''}
              onChange={({ target: { value } }) => setStatus(isAnswerStatus(value) ? value : null)}
            >
              <option value="">{t('review-answers:given.all')}</option>
              {ANSWER_STATUSES.map((each) => (
                <option key={each} value={each}>
                  {t(`answer:status.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <QueryState
        query={given}
        lines={10}
        isEmpty={({ pages }) => pages.every((page) => page.given.length === 0)}
        empty={<EmptyState>{t('review-answers:given.none')}</EmptyState>}
      >
        {({ pages }) => (
          <ol className={styles.list}>
            {pages
              .flatMap((page) => page.given)
              .map((one) => (
                <GivenItem
                  key={one.answer.commentId}
                  given={one}
                  task={tasks.find(({ id }) => id === one.answer.taskId)}
                  to={linkTo({ id: one.answer.commentId, taskId: one.answer.taskId })}
                  onEdit={onEdit}
                />
              ))}
          </ol>
        )}
      </QueryState>
      <ReadProblem error={given.isFetchNextPageError ? given.error : null} />
      {given.hasNextPage && (
        <Button
          aria-disabled={given.isFetchingNextPage}
          onClick={() => given.isFetchingNextPage || given.fetchNextPage()}
        >
          {t('review-answers:given.more')}
        </Button>
      )}
    </div>
  )
}

type ItemProps = { given: Given; task: TaskOverview | undefined; to: string; onEdit: Props['onEdit'] }

function GivenItem({ given: { answer, comment }, task, to, onEdit }: ItemProps) {
  const { t } = useTranslation('review-answers')
  const lang = useLang()
  const number = taskNumber(answer.taskId)
  return (
    <li>
      <article aria-label={t('given.item', { number })} className={card.card}>
        <p className={card.note}>{task && t('task', { number, title: task.title[lang] })}</p>
        {comment ? <SaidComment comment={comment} /> : <p className={card.note}>{t('given.gone')}</p>}
        <OfficialAnswer answer={answer} edits={comment?.edits} />
        {comment && (
          <div className={styles.actions}>
            <Button onClick={() => onEdit(comment)}>{t('given.edit')}</Button>
            <Link to={to}>{t('open')}</Link>
            <Link to={`/${lang}/review/log?about=${answer.commentId}`}>{t('given.log')}</Link>
          </div>
        )}
      </article>
    </li>
  )
}
