import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TASK_IDS, type TaskOverview, taskNumber } from '#domain/plan.ts'
import type { StickerCounts } from '#domain/results.ts'
import type { Role } from '#domain/roles.ts'
import { formatNumber, formatShare } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './sticker-bars.module.css'

type Props = {
  caption: ReactNode
  counts: StickerCounts
  /** The share that a bar of full length stands for. */
  longest: number
  tasks: readonly TaskOverview[]
  /** The group these are of; without it all. */
  role?: Role
}

/** How somebody's stickers divide among the tasks: a table whose rows have a bar each. The bars say nothing more. */
export function StickerBars({ caption, counts, longest, tasks, role }: Props) {
  const { t } = useTranslation('priorities')
  const lang = useLang()
  const all = TASK_IDS.reduce((sum, id) => sum + counts[id], 0)
  const most = Math.max(...TASK_IDS.map((id) => counts[id]))
  return (
    <table className={styles.table} data-role={role} data-compact={role !== undefined}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('results.task')}</th>
          <th scope="col">{t('results.stickers')}</th>
          <th scope="col">{t('results.share')}</th>
        </tr>
      </thead>
      <tbody>
        {tasks.map(({ id, title }) => {
          const share = all === 0 ? 0 : counts[id] / all
          return (
            <tr key={id} data-most={counts[id] === most}>
              <th scope="row">
                <span className={styles.number}>{t('task', { number: taskNumber(id) })}</span>
                <span className={styles.title}>{title[lang]}</span>
                <svg aria-hidden="true" className={styles.bar}>
                  <rect width={`${longest === 0 ? 0 : (100 * share) / longest}%`} height="100%" rx="5" />
                </svg>
              </th>
              <td>{formatNumber(counts[id], lang)}</td>
              <td>{formatShare(share, lang)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
