import { KINDS, type View } from './measure.ts'
import { VARIANTS, type Variant } from './variants.ts'

/** The pages that are measured: the heart of it in both languages, and home. */
export const PAGES = ['/ko/tasks/1', '/en/tasks/1', '/ko'] as const
export type Page = (typeof PAGES)[number]

/** The middle of several views of one page of one variant, figure by figure. */
export type Figures = Readonly<Record<Page, Readonly<Record<Variant, View>>>>

/** The limits, as docs/performance.md explains them. */
export const LIMITS = { lcpRatio: 1.05, cls: 0.02, bytes: 185_000 } as const

export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((one, other) => one - other)
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2
}

/** The median of each figure. */
export function middleOf(views: readonly View[]): View {
  const of = (read: (view: View) => number) => median(views.map(read))
  return {
    lcp: of(({ lcp }) => lcp),
    fcp: of(({ fcp }) => fcp),
    cls: of(({ cls }) => cls),
    tbt: of(({ tbt }) => tbt),
    bytes: Object.fromEntries(KINDS.map((kind) => [kind, of(({ bytes }) => bytes[kind])])) as View['bytes'],
  }
}

export const totalOf = ({ bytes }: View): number => KINDS.reduce((sum, kind) => sum + bytes[kind], 0)

/** How long a page takes to show its words, as a share of the time it would take without any script. */
export const lcpRatio = (figures: Figures, page: Page): number => figures[page].built.lcp / figures[page].scriptless.lcp

/** Each limit that a page breaks, in words. */
export function broken(figures: Figures): string[] {
  return PAGES.flatMap((page) => {
    const { built } = figures[page]
    const ratio = lcpRatio(figures, page)
    const complaints: string[] = []
    // What cannot be compared does not hold.
    if (!(ratio <= LIMITS.lcpRatio)) complaints.push(`${page}: LCP is ${ratio.toFixed(2)} × the page without scripts`)
    if (!(built.cls <= LIMITS.cls)) complaints.push(`${page}: CLS is ${built.cls.toFixed(3)}`)
    if (!(totalOf(built) <= LIMITS.bytes)) complaints.push(`${page}: ${(totalOf(built) / 1000).toFixed(1)} kB`)
    return complaints
  })
}

/** The figures as a table of Markdown, which is good to read in a terminal too. */
export function tableOf(figures: Figures): string {
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1)
  const rows = PAGES.flatMap((page) =>
    VARIANTS.map((variant) => {
      const view = figures[page][variant]
      const times = [view.lcp, view.fcp, view.tbt].map((time) => Math.round(time).toLocaleString('en'))
      const ratio = variant === 'built' ? lcpRatio(figures, page).toFixed(2) : ''
      return [
        page,
        variant,
        ...times,
        view.cls.toFixed(3),
        ratio,
        ...KINDS.map((kind) => kilobytes(view.bytes[kind])),
        kilobytes(totalOf(view)),
      ]
    }),
  )
  const head = [
    'page',
    'variant',
    'LCP ms',
    'FCP ms',
    'TBT ms',
    'CLS',
    'LCP ratio',
    ...KINDS.map((kind) => `${kind} kB`),
    'all kB',
  ]
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`
  const rule = `| ${widths.map((width, column) => (column < 2 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  return [line(head), rule, ...rows.map(line)].join('\n')
}
