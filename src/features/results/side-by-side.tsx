import { useTranslation } from 'react-i18next'
import { type Measure, type Part, type Share, shareOf } from '#domain/course.ts'
import { type TaskOverview, taskNumber } from '#domain/plan.ts'
import type { Results } from '#domain/results.ts'
import { formatNumber, formatShare } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Dot } from './dot.tsx'
import styles from './side-by-side.module.css'

type Props = {
  results: Results
  tasks: readonly TaskOverview[]
  measure: Measure
  parts: readonly [Part, Part]
}

const fraction = ({ count, of }: Share): number => count / of

/** The shares of two parts on each task, on one line from nobody to everybody, and as numbers. */
export function SideBySide({ results, tasks, measure, parts: [one, other] }: Props) {
  const { t } = useTranslation('results')
  const lang = useLang()
  const names = [t(`parts.${one}`), t(`parts.${other}`)] as const
  return (
    <table className={styles.table}>
      <caption>{t(`compare.caption.${measure}`, { one: names[0], other: names[1] })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('task')}</th>
          {names.map((name, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the first and the second, be they the same
            <th key={place} scope="col">
              <Dot place={place} /> {name}
            </th>
          ))}
          <th scope="col">{t('compare.gap')}</th>
        </tr>
      </thead>
      <tbody>
        {tasks.map(({ id, title }) => {
          const shares = [shareOf(results, measure, one, id), shareOf(results, measure, other, id)] as const
          return (
            <tr key={id}>
              <th scope="row">
                <span className={styles.number}>{t('taskNumber', { number: taskNumber(id) })}</span> {title[lang]}
                <Line shares={shares} />
              </th>
              <Cell share={shares[0]} />
              <Cell share={shares[1]} />
              <td>{gapOf(shares, (points) => t('compare.points', { points: formatNumber(points, lang) }))}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function gapOf([one, other]: readonly [Share | null, Share | null], inWords: (points: number) => string): string {
  if (!one || !other) return '–'
  // Of what is written beside it, so that the numbers agree.
  return inWords(Math.abs(Math.round(100 * fraction(one)) - Math.round(100 * fraction(other))))
}

function Cell({ share }: { share: Share | null }) {
  const { t } = useTranslation('results')
  const lang = useLang()
  if (!share) return <td className={styles.withheld}>{t('withheld')}</td>
  return (
    <td>
      {formatShare(fraction(share), lang)}
      <span className={styles.people}>
        {t('peopleValue', { count: share.people, value: formatNumber(share.people, lang) })}
      </span>
    </td>
  )
}

/** A dot and a square on a line of a hundred per cent. The numbers beside it say the same. */
function Line({ shares }: { shares: readonly [Share | null, Share | null] }) {
  const [one, other] = shares.map((share) => share && `${100 * fraction(share)}%`)
  return (
    <svg aria-hidden="true" className={styles.line}>
      <line x1="0" x2="100%" y1="50%" y2="50%" className={styles.rail} />
      {one && other && <line x1={one} x2={other} y1="50%" y2="50%" className={styles.gap} />}
      {other && <rect x={other} y="50%" width="12" height="12" className={`${styles.square} ${styles.centred}`} />}
      {one && <circle cx={one} cy="50%" r="7" className={styles.circle} />}
    </svg>
  )
}
