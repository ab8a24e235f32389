import type { Moment } from '#domain/course.ts'
import { formatShare } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './course.module.css'
import { formatShortDay } from './short-day.ts'

// Drawn in these units, and as wide as there is room.
const WIDTH = 720
const HEIGHT = 300
const LEFT = 56
const RIGHT = 20
const TOP = 12
const FOOT = 40
const GRID = [0, 0.25, 0.5, 0.75, 1] as const

const y = (share: number): number => TOP + (1 - share) * (HEIGHT - TOP - FOOT)

type Spot = { readonly x: number; readonly y: number; readonly revision: number }

/** Two lines over time, told apart by dash and mark; the table beneath says the same. */
export function CourseChart({ course }: { course: readonly Moment[] }) {
  const lang = useLang()
  const [first, last] = [course[0]?.at.getTime() ?? 0, course.at(-1)?.at.getTime() ?? 0]
  const x = (at: Date) => LEFT + ((at.getTime() - first) / Math.max(1, last - first)) * (WIDTH - LEFT - RIGHT)
  const spotsOf = (place: 0 | 1): Spot[] =>
    course.flatMap(({ at, revision, shares }) => {
      const share = shares[place]
      return share ? { x: x(at), y: y(share.count / share.of), revision } : []
    })
  const [one, other] = [spotsOf(0), spotsOf(1)]
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" className={styles.chart}>
      {GRID.map((share) => (
        <g key={share}>
          <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(share)} y2={y(share)} className={styles.grid} />
          <text x={LEFT - 10} y={y(share) + 5} textAnchor="end">
            {formatShare(share, lang)}
          </text>
        </g>
      ))}
      <text x={LEFT} y={HEIGHT - 10}>
        {formatShortDay(new Date(first), lang)}
      </text>
      <text x={WIDTH - RIGHT} y={HEIGHT - 10} textAnchor="end">
        {formatShortDay(new Date(last), lang)}
      </text>
      <path d={pathOf(other)} className={styles.dashed} />
      <path d={pathOf(one)} className={styles.full} />
      {other.map((spot) => (
        <rect key={spot.x} x={spot.x - 5} y={spot.y - 5} width="10" height="10" className={styles.square} />
      ))}
      {one.map((spot) => (
        <circle key={spot.x} cx={spot.x} cy={spot.y} r="5.5" className={styles.circle} />
      ))}
    </svg>
  )
}

/** A line that begins anew where a new revision asks everybody again. */
const pathOf = (spots: readonly Spot[]): string =>
  spots.map((spot, index) => `${spots[index - 1]?.revision === spot.revision ? 'L' : 'M'}${spot.x} ${spot.y}`).join('')
