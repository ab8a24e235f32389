import { useTranslation } from 'react-i18next'
import { placed } from '#domain/ballot.ts'
import { type TaskOverview, taskNumber } from '#domain/plan.ts'
import type { StickerCounts } from '#domain/results.ts'
import { formatShare } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './present.module.css'

/** Where the stickers are, to read from the back of a room: the task with most of them first. */
export function PresentBars({ counts, tasks }: { counts: StickerCounts; tasks: readonly TaskOverview[] }) {
  const { t } = useTranslation('present')
  const lang = useLang()
  const all = Math.max(1, placed(counts))
  const most = Math.max(1, ...tasks.map(({ id }) => counts[id]))
  const ordered = tasks.toSorted((one, other) => counts[other.id] - counts[one.id])
  return (
    <ol className={styles.bars} aria-label={t('bars')}>
      {ordered.map(({ id, title }) => (
        <li key={id}>
          <span className={styles.share}>{formatShare(counts[id] / all, lang)}</span>
          <span className={styles.task}>
            {t('task', { number: taskNumber(id), title: title[lang] })}
            <svg aria-hidden="true" className={styles.bar}>
              <rect width={`${(100 * counts[id]) / most}%`} height="100%" rx="6" />
            </svg>
          </span>
        </li>
      ))}
    </ol>
  )
}
