import { useTranslation } from 'react-i18next'
import type { Task } from '#domain/plan.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './outline.module.css'

/** What stands on a task's page, to jump to. */
export function Outline({ task }: { task: Task }) {
  const { t } = useTranslation(['plan', 'comments'])
  const lang = useLang()
  return (
    <nav aria-labelledby="outline" className={styles.outline}>
      <h2 id="outline">{t('plan:task.outline')}</h2>
      <ul>
        <li>
          <a href="#text">{t('plan:task.text')}</a>
        </li>
        <li>
          <a href="#subtasks">{t('plan:task.subtasks')}</a>
          <ol>
            {task.subtasks.map((subtask) => (
              <li key={subtask.id}>
                <a href={`#${subtask.id}`}>{subtask.title[lang]}</a>
              </li>
            ))}
          </ol>
        </li>
        <li>
          <a href="#voices">{t('comments:title')}</a>
        </li>
      </ul>
    </nav>
  )
}
