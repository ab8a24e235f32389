import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { shareOf } from '#domain/course.ts'
import { type TaskOverview, taskNumber } from '#domain/plan.ts'
import { peopleIn, type Results } from '#domain/results.ts'
import type { StanceCounts } from '#domain/stance.ts'
import { formatNumber, formatShare } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './glance.module.css'

type Props = { results: Results; tasks: readonly TaskOverview[] }

/** All groups together: how the stances on each task divide, and where the stickers are. */
export function Glance({ results, tasks }: Props) {
  const { t } = useTranslation('results')
  const lang = useLang()
  const lines = useId()
  return (
    <table className={styles.table}>
      <caption>
        {t('glance.caption')} <Key lines={lines} />
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('task')}</th>
          <th scope="col">{t('agree')}</th>
          <th scope="col">{t('unsure')}</th>
          <th scope="col">{t('disagree')}</th>
          <th scope="col">{t('people')}</th>
          <th scope="col">{t('stickers')}</th>
        </tr>
      </thead>
      <tbody>
        {tasks.map(({ id, title }) => {
          const counts = results.tasks[id].total
          const stickers = shareOf(results, 'stickers', 'all', id)
          return (
            <tr key={id}>
              <th scope="row">
                <span className={styles.number}>{t('taskNumber', { number: taskNumber(id) })}</span>{' '}
                <Link to={`/${lang}/tasks/${taskNumber(id)}#groups`}>{title[lang]}</Link>
                {counts && <Bar counts={counts} lines={lines} />}
              </th>
              <Stances counts={counts} />
              <td data-label={t('stickers')}>
                {stickers ? formatShare(stickers.count / stickers.of, lang) : t('withheld')}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const ORDER = ['agree', 'unsure', 'disagree'] as const

function Stances({ counts }: { counts: StanceCounts | null }) {
  const { t } = useTranslation('results')
  const lang = useLang()
  if (!counts) return <td colSpan={4}>{t('few')}</td>
  const people = peopleIn(counts)
  return (
    <>
      {ORDER.map((stance) => (
        <td key={stance} data-label={t(stance)}>
          {formatShare(counts[stance] / people, lang)}
        </td>
      ))}
      <td data-label={t('people')}>{formatNumber(people, lang)}</td>
    </>
  )
}

const percent = (part: number, counts: StanceCounts) => `${(100 * part) / peopleIn(counts)}%`

/** Full, lined, empty: told apart without colour. It says what stands beside it. @param lines id of the pattern */
function Bar({ counts, lines }: { counts: StanceCounts; lines: string }) {
  const agree = percent(counts.agree, counts)
  return (
    <svg aria-hidden="true" className={styles.bar}>
      <rect width={agree} height="100%" fill="currentColor" />
      <rect x={agree} width={percent(counts.unsure, counts)} height="100%" fill={`url(#${lines})`} />
    </svg>
  )
}

/** What full, lined and empty stand for, and the lines themselves. */
function Key({ lines }: { lines: string }) {
  const { t } = useTranslation('results')
  const fills = { agree: 'currentColor', unsure: `url(#${lines})`, disagree: 'none' }
  return (
    <span className={styles.key} aria-hidden="true">
      {ORDER.map((stance) => (
        <span key={stance}>
          <svg aria-hidden="true" className={styles.swatch}>
            {stance === 'unsure' && (
              <pattern id={lines} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <path d="M1 0v6" className={styles.line} />
              </pattern>
            )}
            <rect width="100%" height="100%" fill={fills[stance]} />
          </svg>
          {t(stance)}
        </span>
      ))}
    </span>
  )
}
