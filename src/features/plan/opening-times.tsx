import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { isOpen, type TaskIn } from '#domain/plan.ts'
import { formatMoment } from '#i18n/format.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './task-article.module.css'

/** Until when a task takes comments and stances, since when it does not any more, or from when it does again. */
export function OpeningTimes({ task }: { task: TaskIn }) {
  const lang = useLang()
  use(pageTextsReady(lang, 'opening'))
  const { t } = useTranslation('opening')
  const { turnsAt, status } = task
  if (!turnsAt) return null
  const moment = formatMoment(turnsAt, lang)
  const kind = status === 'open' ? (isOpen(task) ? 'until' : 'since') : isOpen(task) ? 'reopened' : 'from'
  return <p className={styles.opening}>{t(kind, { moment })}</p>
}
