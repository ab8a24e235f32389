import type { Cell } from './csv.ts'
import { formulaSafe } from './formula-safe.ts'
import { asInSeoul } from './seoul-time.ts'
import { type Pieces, zipOf } from './zip.ts'

// The least workbook that Excel opens without a word (ECMA-376): one sheet, its texts in the cells themselves.

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Styles by their place in styles.xml: plain, the heading, a text on several lines, a moment. */
const [HEAD, WRAPPED, MOMENT] = [1, 2, 3]

const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="맑은 고딕"/></font><font><b/><sz val="11"/><name val="맑은 고딕"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf applyAlignment="1"><alignment vertical="top"/></xf><xf fontId="1" applyFont="1"/><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>`

const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/></Types>`

const relationships = (...targets: readonly (readonly [type: string, target: string])[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([type, target], place) => `<Relationship Id="rId${place + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

// What XML cannot hold: control characters, halves of a character, and two that are none.
const NOT_IN_XML = /(?![\t\n\r\x7F-\x9F])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu

/** Text in a cell, where “_x0041_” would be read as a letter. */
const inXml = (text: string): string =>
  text
    .replace(NOT_IN_XML, '\uFFFD')
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char)

/** “A”, “Z”, “AA”: a column by its place, from 0. */
export const columnName = (place: number): string =>
  (place < 26 ? '' : columnName(Math.floor(place / 26) - 1)) + String.fromCharCode(65 + (place % 26))

const DAY_MS = 86_400_000
const SECOND_MS = 1000
/** Excel counts days from here, having taken 1900 for a leap year. */
const FIRST_DAY = Date.UTC(1899, 11, 30)

/** A moment as Excel keeps it, to the second: days, and a part of one. */
const daysOf = (moment: Date): number =>
  (Math.floor(asInSeoul(moment).getTime() / SECOND_MS) * SECOND_MS - FIRST_DAY) / DAY_MS

function cellXml(cell: Cell, at: string, isHead: boolean): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if (cell instanceof Date) return `<c r="${at}" s="${MOMENT}"><v>${daysOf(cell)}</v></c>`
  const style = isHead ? ` s="${HEAD}"` : cell.includes('\n') ? ` s="${WRAPPED}"` : ''
  return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${inXml(formulaSafe(cell))}</t></is></c>`
}

const rowXml = (row: readonly Cell[], number: number, columns: readonly string[]): string =>
  `<row r="${number}">${row.map((cell, place) => cellXml(cell, `${columns[place]}${number}`, number === 1)).join('')}</row>`

/** Columns as wide as this many digits. */
const columnsXml = (widths: readonly number[]): string =>
  `<cols>${widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`

type Rows = readonly (readonly Cell[])[]

export type Sheet = {
  /** At most 31 characters. */
  readonly name: string
  readonly head: readonly string[]
  readonly widths: readonly number[]
  /** Some rows at a time. */
  readonly rows: AsyncIterable<Rows> | Iterable<Rows>
}

async function* sheetXml({ head, widths, rows }: Sheet): AsyncGenerator<string> {
  const columns = head.map((_, place) => columnName(place))
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>'
  yield `${XML}<worksheet xmlns="${MAIN}">${frozen}${columnsXml(widths)}<sheetData>${rowXml(head, 1, columns)}`
  let number = 1
  for await (const some of rows) {
    yield some.map((row) => rowXml(row, ++number, columns)).join('')
  }
  yield `</sheetData><autoFilter ref="A1:${columns.at(-1)}${number}"/></worksheet>`
}

/**
 * A table as a workbook for Excel and the like, made while its rows come: no text in it is a formula, or becomes one when
 * somebody saves it as another kind of file.
 */
export function xlsxOf(sheet: Sheet): Promise<Blob> {
  const workbook = `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${inXml(sheet.name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`
  const files: (readonly [string, Pieces])[] = [
    ['[Content_Types].xml', [CONTENT_TYPES]],
    ['_rels/.rels', [relationships(['officeDocument', 'xl/workbook.xml'])]],
    ['xl/workbook.xml', [workbook]],
    ['xl/_rels/workbook.xml.rels', [relationships(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml'])]],
    ['xl/styles.xml', [STYLES]],
    ['xl/worksheets/sheet1.xml', sheetXml(sheet)],
  ]
  return zipOf(files, TYPE)
}
