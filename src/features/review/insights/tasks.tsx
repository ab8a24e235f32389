import { useTranslation } from 'react-i18next'
import { shareOf } from '#domain/course.ts'
import { countBy } from '#domain/insights.ts'
import { type TaskId, type TaskOverview, taskNumber } from '#domain/plan.ts'
import { peopleIn, type Results } from '#domain/results.ts'
import type { ReviewComment } from '#domain/review.ts'
import type { Role } from '#domain/roles.ts'
import { STANCES } from '#domain/stance.ts'
import { formatNumber, formatShare } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Behind } from './behind.tsx'
import { ByGroups, type Line } from './by-groups.tsx'
import { Part } from './part.tsx'

type Props = {
  comments: readonly ReviewComment[]
  tasks: readonly TaskOverview[]
  /** What was published last; null before that. */
  results: Results | null
}

/** By task and group: comments, stances, where the stickers are. A share leads to what the group said on the task. */
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
  // Under each task, of whose answers they are parts.
  const stanceRows = rows.flatMap((row): Line[] => [
    row,
    ...STANCES.toReversed().map((stance) => ({
      key: `${row.key} ${stance}`,
      label: t(`tasks.stance.${stance}`),
      partOf: t('taskNumber', { number: taskNumber(row.key) }),
    })),
  ])
  /** How many answered; in the lines below, the share of them that answered so. */
  const stanceCell = ({ tasks }: Results, key: string, role: Role | null) => {
    const [task, stance] = key.split(' ') as [TaskId, (typeof STANCES)[number]?]
    const counts = role ? tasks[task].groups[role] : tasks[task].total
    if (!counts) return stance ? '–' : t('tasks.withheld')
    const people = peopleIn(counts)
    if (!stance) return t('tasks.people', { count: people, value: formatNumber(people, lang) })
    return people > 0 ? behind(task, role, formatShare(counts[stance] / people, lang)) : '–'
  }
  const stickerCell = (results: Results, task: TaskId, role: Role | null) => {
    const found = shareOf(results, 'stickers', role ?? 'all', task)
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
      {results && (
        <>
          <ByGroups
            caption={t('tasks.stances')}
            head={t('tasks.head')}
            rows={stanceRows}
            cell={(key, role) => stanceCell(results, key, role)}
          />
          <ByGroups
            caption={t('tasks.stickers')}
            head={t('tasks.head')}
            rows={rows}
            cell={(task, role) => stickerCell(results, task as TaskId, role)}
          />
          <p data-screen-only>{t('tasks.leads')}</p>
        </>
      )}
    </Part>
  )
}
