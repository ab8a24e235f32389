import { useTranslation } from 'react-i18next'
import type { Comment } from '#domain/comment.ts'
import type { Voted } from '#domain/consensus.ts'
import type { TaskOverview } from '#domain/plan.ts'
import styles from './ground.module.css'
import { GroundItem } from './ground-item.tsx'

type Props = {
  kind: 'shared' | 'dividing'
  voted: readonly Voted[]
  /** Those of them that can be seen. */
  comments: readonly Comment[]
  tasks: readonly TaskOverview[]
  linkTo: (comment: Comment) => string
}

/** The comments of one kind, the strongest first. */
export function GroundList({ kind, voted, comments, tasks, linkTo }: Props) {
  const { t } = useTranslation('common-ground')
  const items = voted.flatMap((votes) => {
    const comment = comments.find(({ id }) => id === votes.id)
    const task = tasks.find(({ id }) => id === comment?.taskId)
    return comment && task ? { votes, comment, task } : []
  })
  return (
    <section aria-labelledby={kind} className={styles.list}>
      <header className={styles.head}>
        <h2 id={kind}>{t(`${kind}.title`)}</h2>
        <p>{t(items.length > 0 ? `${kind}.intro` : `${kind}.none`)}</p>
      </header>
      {items.length > 0 && (
        <ol className={styles.items}>
          {items.map(({ votes, comment, task }) => (
            <GroundItem key={comment.id} {...{ kind, votes, comment, task, to: linkTo(comment) }} />
          ))}
        </ol>
      )}
    </section>
  )
}
