import { formulaSafe } from './formula-safe.ts'
import { seoulTime } from './seoul-time.ts'

const MUST_BE_QUOTED = /[",\r\n]/

/** So that Excel reads it as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** A moment is written as the time in Seoul. */
export type Cell = string | number | Date | null

function written(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (cell instanceof Date) return seoulTime(cell)
  const harmless = formulaSafe(cell)
  return MUST_BE_QUOTED.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** One line of a table for spreadsheets (RFC 4180). */
export const csvRow = (row: readonly Cell[]): string => `${row.map(written).join(',')}\r\n`

/** A table as a file for spreadsheets: no text in it is taken for a formula, whatever somebody has written. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string => BYTE_ORDER_MARK + rows.map(csvRow).join('')
