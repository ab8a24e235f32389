/** What makes spreadsheets take a cell for a formula, if it stands first. */
const STARTS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

const MUST_BE_QUOTED = /[",\r\n]/

/** So that Excel reads it as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

export type Cell = string | number | null

function written(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const harmless = STARTS_FORMULA.test(cell) ? `'${cell}` : cell
  return MUST_BE_QUOTED.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** A table as a file for spreadsheets (RFC 4180): no text in it is taken for a formula, whatever somebody has written. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => `${row.map(written).join(',')}\r\n`).join('')
