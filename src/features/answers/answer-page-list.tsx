import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { planQuery } from '#data/plan-query.ts'
import { isAdopted } from '#domain/citations.ts'
import type { Comment } from '#domain/comment.ts'
import type { OfficialAnswer } from '#domain/official-answer.ts'
import type { TaskOverview } from '#domain/plan.ts'
import { Answered } from './answered.tsx'
import styles from './answers.module.css'
import { answeredQuery } from './queries.ts'

type Props = {
  answers: readonly OfficialAnswer[]
  tasks: readonly TaskOverview[]
  linkTo: (comment: Pick<Comment, 'taskId' | 'id'>) => string
  takesFocus: boolean
}

/** A page of answers, each under the comment it answers. */
export function AnswerPageList({ answers, tasks, linkTo, takesFocus }: Props) {
  const said = useQuery(answeredQuery(answers.map(({ commentId }) => commentId)))
  // Which revision cites a comment is asked where an answer says that one was adopted: what came with the app may be older.
  const { data: plan } = useQuery({ ...planQuery, enabled: answers.some(({ status }) => isAdopted(status)) })
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (takesFocus) list.current?.querySelector('article')?.focus()
  }, [takesFocus])
  return (
    <ol ref={list} className={styles.list}>
      {answers.map((answer) => (
        <Answered
          key={answer.commentId}
          answer={answer}
          task={tasks.find(({ id }) => id === answer.taskId)}
          cited={plan?.find(({ id }) => id === answer.taskId)?.cited}
          to={linkTo({ id: answer.commentId, taskId: answer.taskId })}
          comment={said.data && (said.data.find(({ id }) => id === answer.commentId) ?? null)}
          problem={said.isError}
        />
      ))}
    </ol>
  )
}
