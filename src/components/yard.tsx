import { ROLES, type Role } from '#domain/roles.ts'
import styles from './yard.module.css'

// The madang from above: a rounded square, five arcs around an open middle. Drawn in a square of 200 units.
const RADIUS = 90
const SQUARENESS = 4
const SECTOR = (2 * Math.PI) / ROLES.length
const GAP = 0.095
const STEPS = 14
const THINNEST = 0.06
const THICKEST = 0.8

/** How far the yard's edge is from its middle in a direction: a superellipse. */
const edge = (angle: number): number =>
  RADIUS / (Math.abs(Math.cos(angle)) ** SQUARENESS + Math.abs(Math.sin(angle)) ** SQUARENESS) ** (1 / SQUARENESS)

function arc(index: number, reach: number, decimals: number): string {
  const point = (angle: number, distance: number): string =>
    [Math.cos(angle), Math.sin(angle)].map((to) => (100 + distance * to).toFixed(decimals)).join(' ')

  const from = index * SECTOR - Math.PI / 2 - SECTOR / 2 + GAP
  const step = (SECTOR - 2 * GAP) / STEPS
  const angles = Array.from({ length: STEPS + 1 }, (_, i) => from + i * step)
  const inner = 1 - (THINNEST + reach * (THICKEST - THINNEST))
  const outside = angles.map((angle) => point(angle, edge(angle)))
  const inside = angles.toReversed().map((angle) => point(angle, edge(angle) * inner))
  return `M${[...outside, ...inside].join(' ')}Z`
}

type Props = {
  /** How much each group agrees, 0 to 1; null where no number is published. */
  reach: Readonly<Record<Role, number | null>>
  /** What the picture says, in words; leave out where the same numbers stand beside it. */
  label?: string
  /** How exactly it is drawn: in whole units where it is small, which makes a page lighter. */
  decimals?: 0 | 1
}

/** Where the groups stand: the more a group agrees, the further its colour reaches into the yard. */
export function Yard({ reach, label, decimals = 1 }: Props) {
  return (
    <svg
      viewBox="0 0 200 200"
      className={styles.yard}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {ROLES.map((role, index) => (
        <path
          key={role}
          d={arc(index, reach[role] ?? 0, decimals)}
          className={reach[role] === null ? styles.unknown : styles[role]}
        />
      ))}
    </svg>
  )
}
