import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { Badge } from '#components/badge.tsx'
import { Button } from '#components/button.tsx'
import { Checkbox } from '#components/checkbox.tsx'
import { EmptyState } from '#components/empty-state.tsx'
import { QueryState } from '#components/query-state.tsx'
import type { Comment } from '#domain/comment.ts'
import { daysOld } from '#domain/inbox.ts'
import { nickname } from '#domain/nickname.ts'
import { type TaskOverview, taskNumber } from '#domain/plan.ts'
import { AGREEMENTS_OWED_ANSWER, type ReviewComment } from '#domain/review.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import card from '../comment-card.module.css'
import styles from './answers.module.css'
import { owedQuery } from './queries.ts'
import { SaidComment } from './said-comments.tsx'

type Props = {
  tasks: readonly TaskOverview[]
  linkTo: (comment: Comment) => string
  onAnswer: (comments: readonly Comment[]) => void
}

/** What so many agree with that the office owes it an answer: the oldest first, to answer alone or together. */
export function OwedList({ tasks, linkTo, onAnswer }: Props) {
  const { t } = useTranslation('review-answers')
  const owed = useQuery(owedQuery)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  return (
    <div className={styles.part}>
      <p>{t('owed.lead', { agreements: AGREEMENTS_OWED_ANSWER })}</p>
      <QueryState
        query={owed}
        lines={10}
        isEmpty={(found) => found.length === 0}
        empty={<EmptyState>{t('owed.none')}</EmptyState>}
      >
        {(found) => {
          const together = found.filter(({ id }) => chosen.has(id))
          return (
            <>
              <ol className={styles.list}>
                {found.map((comment) => (
                  <Owed
                    key={comment.id}
                    comment={comment}
                    task={tasks.find(({ id }) => id === comment.taskId)}
                    to={linkTo(comment)}
                    isChosen={chosen.has(comment.id)}
                    onChoose={(isChosen) => choose(comment.id, isChosen)}
                    onAnswer={() => onAnswer([comment])}
                  />
                ))}
              </ol>
              {together.length > 1 && (
                <div className={styles.together}>
                  <Button look="primary" onClick={() => onAnswer(together)}>
                    {t('owed.together', { count: together.length })}
                  </Button>
                  <Button look="quiet" onClick={() => setChosen(new Set())}>
                    {t('owed.chooseNone')}
                  </Button>
                </div>
              )}
            </>
          )
        }}
      </QueryState>
    </div>
  )
}

type OwedProps = {
  comment: ReviewComment
  task: TaskOverview | undefined
  to: string
  isChosen: boolean
  onChoose: (isChosen: boolean) => void
  onAnswer: () => void
}

function Owed({ comment, task, to, isChosen, onChoose, onAnswer }: OwedProps) {
  const { t } = useTranslation('review-answers')
  const lang = useLang()
  const [now] = useState(() => new Date())
  const days = daysOld({ comment }, now)
  const name = nickname(comment.authorId)[lang]
  return (
    <li>
      <article aria-label={t('owed.item', { name })} className={card.card}>
        <p className={styles.head}>
          <span className={card.note}>
            {task && t('task', { number: taskNumber(task.id), title: task.title[lang] })}
          </span>
          <Badge tone="danger">{t('owed.days', { count: days, value: formatNumber(days, lang) })}</Badge>
        </p>
        <SaidComment comment={comment} />
        <div className={styles.actions}>
          <Button onClick={onAnswer}>{t('owed.answer')}</Button>
          <Checkbox label={t('owed.choose')} checked={isChosen} onChange={onChoose} />
          <Link to={to}>{t('open')}</Link>
        </div>
      </article>
    </li>
  )
}
