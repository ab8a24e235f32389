import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { EmptyState } from '#components/empty-state.tsx'
import { QueryState } from '#components/query-state.tsx'
import type { Comment } from '#domain/comment.ts'
import { groundOf, type PublishedGround } from '#domain/ground.ts'
import type { TaskId, TaskOverview } from '#domain/plan.ts'
import { formatMoment } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './ground.module.css'
import { GroundList } from './ground-list.tsx'
import { groundQuery, saidQuery } from './queries.ts'
import { TaskFilter, useTaskFilter } from './task-filter.tsx'

type Props = {
  tasks: readonly TaskOverview[]
  /** The address of a comment. */
  linkTo: (comment: Comment) => string
}

/** The comments that all groups share, and those that divide them: of all tasks, or of one. */
export function Ground(props: Props) {
  const { t } = useTranslation('common-ground')
  const ground = useQuery(groundQuery)
  return (
    <QueryState query={ground} lines={12} isEmpty={(found) => found === null} empty={<Nothing>{t('none')}</Nothing>}>
      {(found) => found && <Published published={found} {...props} />}
    </QueryState>
  )
}

function Published({ published, tasks, linkTo }: Props & { published: PublishedGround }) {
  const { t } = useTranslation('common-ground')
  const lang = useLang()
  const [taskId, filter] = useTaskFilter()
  const { shared, dividing } = groundOf(published, taskId)
  const named = [...shared, ...dividing]
  const said = useQuery({ ...saidQuery(named.map(({ id }) => id)), enabled: named.length > 0 })
  const moment = formatMoment(published.publishedAt, lang)
  return (
    <div className={styles.ground}>
      <TaskFilter tasks={tasks} value={taskId} onChange={filter} />
      {named.length === 0 ? (
        <Nothing tasks={tasks} taskId={taskId}>
          {t(taskId === null ? 'few' : 'fewOfTask')}
        </Nothing>
      ) : (
        <QueryState query={said} lines={12}>
          {(comments) => (
            <>
              <GroundList kind="shared" voted={shared} {...{ comments, tasks, linkTo }} />
              <GroundList kind="dividing" voted={dividing} {...{ comments, tasks, linkTo }} />
            </>
          )}
        </QueryState>
      )}
      <p className={styles.note}>
        {t('published', { moment })} <Link to={`/${lang}/about#common-ground`}>{t('how')}</Link>
      </p>
    </div>
  )
}

type NothingProps = { children: string; tasks?: readonly TaskOverview[]; taskId?: TaskId | null }

/** Too little was said to tell; where to say something. */
function Nothing({ children, taskId = null }: NothingProps) {
  const { t } = useTranslation('common-ground')
  const home = `/${useLang()}`
  const to = taskId === null ? `${home}#tasks` : `${home}/tasks/${taskId.slice(1)}#voices`
  return <EmptyState action={<Link to={to}>{t('goReact')}</Link>}>{children}</EmptyState>
}
