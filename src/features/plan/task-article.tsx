import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { Notice } from '#components/notice.tsx'
import { Paragraphs } from '#components/paragraphs.tsx'
import { Switcher } from '#components/switcher.tsx'
import { Tag } from '#components/tag.tsx'
import { isOpen, type TaskIn, taskNumber } from '#domain/plan.ts'
import { formatDay } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Subtasks } from './subtasks.tsx'
import styles from './task-article.module.css'

/** Where a task stands: number, bureau, revision, title, summary. */
export function TaskHeader({ task }: { task: TaskIn }) {
  const { t } = useTranslation('plan')
  const lang = useLang()
  return (
    <header className={styles.header}>
      <p>
        <Link to={`/${lang}#tasks`}>{t('task.all')}</Link>
      </p>
      <p className={styles.meta}>
        <span className={styles.number}>{t('tasks.number', { number: taskNumber(task.id) })}</span>
        <span>{t(`bureaus.${task.bureau}`)}</span>
        {task.revision > 0 && (
          <>
            <span>{t('task.revision', { revision: task.revision })}</span>
            <span>{t('task.published', { day: formatDay(task.publishedAt, lang) })}</span>
            <Link to={`/${lang}/tasks/${taskNumber(task.id)}/history`}>{t('task.history')}</Link>
          </>
        )}
        {!isOpen(task) && <Tag>{t('tasks.closed')}</Tag>}
      </p>
      <h1>{task.title}</h1>
      <p className={styles.summary}>{task.summary}</p>
      {task.sample && <p className={styles.sample}>{t('task.sample')}</p>}
      {!isOpen(task) && <Notice>{t('task.closed')}</Notice>}
    </header>
  )
}

type ArticleProps = { task: TaskIn; voices: Readonly<Record<string, number>> | undefined }

/** The text of a task, in full or in easy words, and its subtasks. @param voices how many are about each subtask */
export function TaskArticle({ task, voices }: ArticleProps) {
  const { t } = useTranslation('plan')
  const [length, setLength] = useState<'full' | 'plain'>('full')
  return (
    <article className={styles.article}>
      <section aria-labelledby="text" className={styles.section}>
        <div className={styles.bar}>
          <h2 id="text">{t('task.text')}</h2>
          <Switcher
            label={t('task.length')}
            value={length}
            onChange={setLength}
            options={[
              { value: 'full', label: t('task.full') },
              { value: 'plain', label: t('task.plain') },
            ]}
          />
        </div>
        <div className={length === 'plain' ? `${styles.text} ${styles.plain}` : styles.text}>
          <Paragraphs text={length === 'plain' ? task.plain : task.body} />
        </div>
      </section>
      <Subtasks task={task} voices={voices} />
    </article>
  )
}
