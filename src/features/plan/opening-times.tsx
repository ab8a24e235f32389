import { use, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isOpen, type TaskIn } from '#domain/plan.ts'
import { formatMoment } from '#i18n/format.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './task-article.module.css'

/** Longer than this no timer of a browser can wait. */
const LONGEST_MS = 2 ** 31 - 1

/** Until when a task takes comments and stances, since when it does not any more, or from when it does again. */
export function OpeningTimes({ task }: { task: TaskIn }) {
  const lang = useLang()
  use(pageTextsReady(lang, 'opening'))
  const { t } = useTranslation('opening')
  const [, setTurned] = useState(false)
  const { turnsAt, status } = task
  // The page may stay open while the task closes.
  useEffect(() => {
    const inMs = turnsAt ? turnsAt.getTime() - Date.now() : 0
    if (inMs <= 0 || inMs > LONGEST_MS) return
    const timer = setTimeout(() => setTurned(true), inMs + 1)
    return () => clearTimeout(timer)
  }, [turnsAt])
  if (!turnsAt) return null
  const moment = formatMoment(turnsAt, lang)
  const kind = status === 'open' ? (isOpen(task) ? 'until' : 'since') : isOpen(task) ? 'reopened' : 'from'
  return (
    <p className={styles.opening} role="status">
      {t(kind, { moment })}
    </p>
  )
}
