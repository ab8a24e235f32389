import { BYTE_ORDER_MARK, type Cell, csvRow } from '#domain/csv.ts'
import { xlsxOf } from '#domain/xlsx.ts'
import type { Column, ExportRow } from './columns.ts'

export type Format = 'csv' | 'xlsx'

/** Made, written and deflated in one go. */
const ROWS_AT_ONCE = 20
/** After so long the page may draw and hear keys, in milliseconds. */
const AT_A_TIME_MS = 10

/** Lets the page go on, also where it stands in the background, in which timers wait a second. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })

type Job = {
  readonly rows: readonly ExportRow[]
  readonly columns: readonly Column[]
  /** Of the sheet, in a workbook. */
  readonly name: string
  readonly onProgress: (done: number) => void
  readonly signal: AbortSignal
}

async function* cellsOf({ rows, columns, onProgress, signal }: Job): AsyncGenerator<Cell[][]> {
  let begun = performance.now()
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    yield rows.slice(from, from + ROWS_AT_ONCE).map((row) => columns.map(({ cell }) => cell(row)))
    // What was done with them counts too.
    if (performance.now() - begun < AT_A_TIME_MS) continue
    onProgress(Math.min(rows.length, from + ROWS_AT_ONCE))
    await turn()
    signal.throwIfAborted()
    begun = performance.now()
  }
}

async function csvFile(job: Job): Promise<Blob> {
  const parts = [BYTE_ORDER_MARK, csvRow(job.columns.map(({ head }) => head))]
  for await (const some of cellsOf(job)) parts.push(some.map(csvRow).join(''))
  return new Blob(parts, { type: 'text/csv;charset=utf-8' })
}

const xlsxFile = (job: Job): Promise<Blob> =>
  xlsxOf({
    name: job.name,
    head: job.columns.map(({ head }) => head),
    widths: job.columns.map(({ width }) => width),
    rows: cellsOf(job),
  })

/** Comments as a file for spreadsheets, made some rows at a time. @throws what the signal is aborted with */
export const tableFile = (format: Format, job: Job): Promise<Blob> => (format === 'csv' ? csvFile(job) : xlsxFile(job))
