// A spreadsheet runs a cell that begins with one of these. Full-width and small forms, and the minus sign of
// typesetters, are turned into the plain ones by Korean and Japanese input.
const FORMULA = '=+\\-@＝＋－＠﹦﹢﹣﹫−'

// Where a reader may begin a new cell: at a line's end, a tab, and a semicolon, which parts cells where a comma parts
// decimals; a file that is opened with the wrong one of them has no quotation marks that hold.
const PARTS_CELLS = '\\t\\n\\v\\f\\r\\u0085\\u2028\\u2029;'

// What a reader may trim away, or does not show, before it looks at the first character.
const BLANK = `(?![${PARTS_CELLS}])[\\p{Z}\\p{Cc}\\p{Cf}"\\u115F\\u1160\\u2800\\u3164\\uFFA0]`

const BEGINS_FORMULA = new RegExp(`(^|[${PARTS_CELLS}])((?:${BLANK})*)([${FORMULA}])`, 'gu')

// Most texts have none of them.
const HAS_FORMULA = new RegExp(`[${FORMULA}]`)

const BEGINS_BLANK = /^[\t\r\n]/

/**
 * A text of which no spreadsheet makes a formula, wherever it takes a cell to begin: an apostrophe is put before what
 * it would run, and nothing else is changed. Doing it again changes nothing more.
 *
 * More than OWASP's “CSV Injection” asks for, which names the beginning of a cell and of what follows a separator.
 */
export function formulaSafe(text: string): string {
  const safe = HAS_FORMULA.test(text) ? text.replace(BEGINS_FORMULA, "$1$2'$3") : text
  return BEGINS_BLANK.test(safe) ? `'${safe}` : safe
}
