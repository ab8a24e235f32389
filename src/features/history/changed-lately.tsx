import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { voicesIn } from '#domain/citations.ts'
import { type TaskOverview, taskNumber } from '#domain/plan.ts'
import { formatDay } from '#i18n/format.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './timeline.module.css'

const MONTH_MS = 31 * 24 * 60 * 60 * 1000

const isLately = ({ revision, publishedAt }: TaskOverview): boolean =>
  revision > 1 && Date.now() - publishedAt.getTime() < MONTH_MS

/** Which tasks got a new text in the last month, and how many voices shaped it. Nothing where none did. */
export function ChangedLately({ tasks }: { tasks: readonly TaskOverview[] }) {
  const lately = tasks.filter(isLately).toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
  return lately.length > 0 ? <Lately tasks={lately} /> : null
}

function Lately({ tasks }: { tasks: readonly TaskOverview[] }) {
  const lang = useLang()
  use(pageTextsReady(lang, 'changes'))
  const { t } = useTranslation('changes')
  return (
    <section aria-labelledby="lately" className={styles.lately}>
      <h2 id="lately">{t('home.title')}</h2>
      {/* Not in the heading: its bold face would need letters that the first view has no use for. */}
      <p>{t('home.lately')}</p>
      <ul className={styles.said}>
        {tasks.map((task) => {
          const number = taskNumber(task.id)
          const voices = voicesIn(task)
          return (
            <li key={task.id} className={styles.quote}>
              <Link to={`/${lang}/tasks/${number}/history#r${task.revision}`}>
                {t('home.item', { number, title: task.title[lang] })}
              </Link>
              <p className={styles.facts}>
                <span>{t('home.revision', { revision: task.revision, day: formatDay(task.publishedAt, lang) })}</span>
                <span>{voices > 0 ? t('home.voices', { count: voices }) : t('home.none')}</span>
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
