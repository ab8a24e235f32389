import { useTranslation } from 'react-i18next'
import type { TaskIn } from '#domain/plan.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './subtasks.module.css'

type Props = {
  task: TaskIn
  /** How many voices are about each, by its id; undefined until results are here. */
  voices: Readonly<Record<string, number>> | undefined
}

/** The subtasks of a task: each can be linked to, and says how many voices are about it. */
export function Subtasks({ task, voices }: Props) {
  const { t } = useTranslation('plan')
  const lang = useLang()
  return (
    <section aria-labelledby="subtasks" className={styles.section}>
      <h2 id="subtasks">{t('task.subtasks')}</h2>
      <ol className={styles.subtasks}>
        {task.subtasks.map(({ id, title, text }) => {
          const count = voices?.[id]
          return (
            <li key={id} id={id} className={styles.subtask}>
              <div className={styles.title}>
                <h3>{title}</h3>
                <a href={`#${id}`} className={styles.anchor} aria-label={t('task.linkTo', { subtask: title })}>
                  #
                </a>
              </div>
              <p>{text}</p>
              <p className={styles.voices}>
                {count !== undefined && t('tasks.voices', { count, value: formatNumber(count, lang) })}
              </p>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
