import { useTranslation } from 'react-i18next'
import { shareOf } from '#domain/course.ts'
import { countBy } from '#domain/insights.ts'
import { isTaskId, type TaskOverview, taskNumber } from '#domain/plan.ts'
import type { Results } from '#domain/results.ts'
import type { ReviewComment } from '#domain/review.ts'
import type { Role } from '#domain/roles.ts'
import { formatShare } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Behind } from './behind.tsx'
import { ByGroups } from './by-groups.tsx'
import { Part } from './part.tsx'

type Props = {
  comments: readonly ReviewComment[]
  tasks: readonly TaskOverview[]
  /** What was published last; null before that. */
  results: Results | null
}

const MEASURES = ['agree', 'stickers'] as const

/** By task and group: comments, who agrees, where the stickers are. A share leads to what the group said on the task. */
export function Tasks({ comments, tasks, results }: Props) {
  const { t } = useTranslation('review-insights')
  const lang = useLang()
  const counts = new Map([
    ...countBy(comments, ({ taskId, role }) => `${taskId} ${role}`),
    ...countBy(comments, ({ taskId }) => `${taskId} all`),
  ])
  const behind = (task: string, role: Role | null, shown?: string) => (
    <Behind
      count={counts.get(`${task} ${role ?? 'all'}`)?.comments ?? 0}
      filter={{ task, ...(role && { role }) }}
      {...(shown !== undefined && { children: shown })}
    />
  )
  const rows = tasks.map(({ id, title }) => ({
    key: id,
    label: t('task', { number: taskNumber(id), title: title[lang] }),
  }))
  const share = (measure: (typeof MEASURES)[number], task: string, role: Role | null) => {
    if (!isTaskId(task) || !results) return '–'
    const found = shareOf(results, measure, role ?? 'all', task)
    return found ? behind(task, role, formatShare(found.count / found.of, lang)) : t('tasks.withheld')
  }
  return (
    <Part id="tasks" title={t('tasks.title')} note={t(results ? 'tasks.note' : 'tasks.unpublished')}>
      <ByGroups
        caption={t('tasks.comments')}
        head={t('tasks.head')}
        rows={rows}
        cell={(task, role) => behind(task, role)}
      />
      {results &&
        MEASURES.map((measure) => (
          <ByGroups
            key={measure}
            caption={t(`tasks.${measure}`)}
            head={t('tasks.head')}
            rows={rows}
            cell={(task, role) => share(measure, task, role)}
          />
        ))}
      {results && <p data-screen-only>{t('tasks.leads')}</p>}
    </Part>
  )
}
