import { useTranslation } from 'react-i18next'
import { Disclosure } from '#components/disclosure.tsx'
import type { TaskIn } from '#domain/plan.ts'
import styles from './outline.module.css'

/** What stands on a task's page, to jump to: beside the text where there is room, else folded up above it. */
export function Outline({ task }: { task: TaskIn }) {
  const { t } = useTranslation('plan')
  return (
    <>
      <nav aria-label={t('task.outline')} className={styles.beside}>
        <p className={styles.title}>{t('task.outline')}</p>
        <Places task={task} />
      </nav>
      <div className={styles.above} data-screen-only>
        <Disclosure summary={t('task.outline')}>
          <nav aria-label={t('task.outline')}>
            <Places task={task} />
          </nav>
        </Disclosure>
      </div>
    </>
  )
}

function Places({ task }: { task: TaskIn }) {
  const { t } = useTranslation('plan')
  return (
    <ul className={styles.places}>
      <li>
        <a href="#text">{t('task.text')}</a>
      </li>
      <li>
        <a href="#subtasks">{t('task.subtasks')}</a>
        <ol>
          {task.subtasks.map((subtask) => (
            <li key={subtask.id}>
              <a href={`#${subtask.id}`}>{subtask.title}</a>
            </li>
          ))}
        </ol>
      </li>
      <li>
        <a href="#groups">{t('results.title')}</a>
      </li>
      <li>
        <a href="#voices">{t('voices.title')}</a>
      </li>
    </ul>
  )
}
