import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { Tag } from '#components/tag.tsx'
import { Yard } from '#components/yard.tsx'
import { isOpen, type TaskOverview, taskNumber } from '#domain/plan.ts'
import type { Results, TaskResult } from '#domain/results.ts'
import { formatNumber, formatShare } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { agreeShare, reachOfTask } from './agreement.ts'
import styles from './task-list.module.css'

/** The six tasks at a glance: each leads to its page. */
export function TaskList({ tasks, results }: { tasks: readonly TaskOverview[]; results: Results | null | undefined }) {
  return (
    <ol className={styles.list}>
      {tasks.map((task) => (
        <TaskItem key={task.id} task={task} result={results?.tasks[task.id]} />
      ))}
    </ol>
  )
}

function TaskItem({ task, result }: { task: TaskOverview; result: TaskResult | undefined }) {
  const { t } = useTranslation('plan')
  const lang = useLang()
  const number = taskNumber(task.id)
  const share = agreeShare(result?.total ?? null)
  return (
    <li className={styles.task}>
      <div className={styles.words}>
        <p className={styles.meta}>
          <span className={styles.number}>{t('tasks.number', { number })}</span>
          <span>{t(`bureaus.${task.bureau}`)}</span>
          {!isOpen(task) && <Tag>{t('tasks.closed')}</Tag>}
        </p>
        <h3 className={styles.title}>
          <Link to={`/${lang}/tasks/${number}`} className={styles.link}>
            {task.title[lang]}
          </Link>
        </h3>
        <p className={styles.summary}>{task.summary[lang]}</p>
        <ul className={styles.subtasks}>
          {task.subtasks.map((subtask) => (
            <li key={subtask.id}>{subtask.title[lang]}</li>
          ))}
        </ul>
        <p className={styles.numbers}>
          {result && (
            <span>{t('tasks.voices', { count: result.voices, value: formatNumber(result.voices, lang) })}</span>
          )}
          {share !== null && <span>{t('tasks.agree', { share: formatShare(share, lang) })}</span>}
        </p>
      </div>
      <div className={styles.yard}>
        <Yard reach={reachOfTask(result)} />
      </div>
    </li>
  )
}
