const CELLS = 30
const REDRAW_MS = 100
/** Where nobody watches, a log gets a line now and then. */
const LINE_MS = 10_000

const number = (value: number): string => Math.round(value).toLocaleString('en')

/** How far something long has come: a bar that is drawn anew in a terminal, lines elsewhere. Goes to standard error. */
export class Progress {
  readonly #label: string
  readonly #total: number | null
  readonly #began = Date.now()
  #done: number
  readonly #first: number
  #drawn = Date.now()

  /**
   * @param total how much there is in the end, whatever it is made of; null if nobody knows
   * @param done how much of it was there before
   */
  constructor(label: string, total: number | null, done = 0) {
    this.#label = label
    this.#total = total
    this.#done = done
    this.#first = done
  }

  readonly advance = (by: number): void => {
    this.#done += by
    const isTerminal = process.stderr.isTTY === true
    if (Date.now() - this.#drawn < (isTerminal ? REDRAW_MS : LINE_MS)) return
    this.#drawn = Date.now()
    process.stderr.write(isTerminal ? `\r${this.#line()}\u001B[K` : `${this.#line()}\n`)
  }

  /** Makes room for a line of something else: it is drawn below that. */
  readonly clear = (): void => {
    if (process.stderr.isTTY === true) process.stderr.write('\r\u001B[K')
  }

  /** Draws it for the last time. */
  end(): void {
    process.stderr.write(process.stderr.isTTY === true ? `\r${this.#line()}\u001B[K\n` : `${this.#line()}\n`)
  }

  #line(): string {
    const seconds = (Date.now() - this.#began) / 1000
    const rate = (this.#done - this.#first) / Math.max(seconds, 0.001)
    if (this.#total === null) return `${this.#label} ${number(this.#done)}, ${number(rate)} a second`
    const share = this.#total === 0 ? 1 : Math.min(1, this.#done / this.#total)
    const cells = Math.round(share * CELLS)
    const left = share < 1 && rate > 0 ? `, about ${number((this.#total - this.#done) / rate)} s left` : ''
    const bar = `${'█'.repeat(cells)}${'░'.repeat(CELLS - cells)}`
    return `${this.#label} ${bar} ${number(this.#done)} of ${number(this.#total)}, ${number(rate)} a second${left}`
  }
}
