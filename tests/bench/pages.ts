import { readFlags, runScript, UserError } from '../../scripts/lib/cli.ts'
import { freePorts } from '../../scripts/lib/ports.ts'
import { FOR_TESTS, needPrerequisites } from '../../scripts/lib/prerequisites.ts'
import { Processes, stopEverything } from '../../scripts/lib/processes.ts'
import { broken, type Figures, middleOf, PAGES, tableOf } from './helpers/figures.ts'
import { type View, view } from './helpers/measure.ts'
import { record } from './helpers/record.ts'
import { serveVariants, VARIANTS } from './helpers/variants.ts'

const HELP = `
npm run bench:pages -- [--runs N] [--no-record]

Measures a task page in both languages and the home page on a phone and a slow network (Lighthouse), against the same
page without any script and against the same app drawn in the browser. Prints the figures, writes them into
docs/performance.md, and fails where a limit of that page is broken. About 20 seconds a view; 45 views.

  --runs N       views of each page and variant (5); the median counts
  --no-record    leaves docs/performance.md as it is
`

const USUAL_RUNS = 5

const processes = new Processes()

async function main(): Promise<number> {
  const flags = readFlags(HELP, {
    runs: { type: 'string', default: String(USUAL_RUNS) },
    'no-record': { type: 'boolean' },
  })
  const runs = Number(flags.runs)
  if (!Number.isInteger(runs) || runs < 1) throw new UserError(`${flags.runs} is no number of runs.`)
  needPrerequisites(FOR_TESTS)
  const figures = await Promise.race([processes.failure, measure(runs)])
  await processes.stop()

  const table = tableOf(figures)
  console.log(`\n${table}\n`)
  if (!flags['no-record']) record('pages', table, runs, USUAL_RUNS)
  const complaints = broken(figures)
  for (const complaint of complaints) console.error(`BROKEN ${complaint}`)
  if (complaints.length === 0) console.log('All limits hold.')
  return complaints.length === 0 ? 0 : 1
}

/** Views the variants by turns, so that what slows this machine down for a while slows all of them. */
async function measure(runs: number): Promise<Figures> {
  const addresses = await serveVariants(processes)
  const views = new Map<string, View[]>()
  const order = Array.from({ length: runs }, () =>
    PAGES.flatMap((page) => VARIANTS.map((variant) => ({ page, variant }))),
  )
  for (const [index, { page, variant }] of order.flat().entries()) {
    const [port = 0] = await freePorts(1)
    const seen = await view(addresses[variant] + page, port)
    const key = `${page} ${variant}`
    views.set(key, [...(views.get(key) ?? []), seen])
    console.log(`${index + 1} of ${order.flat().length}  ${key}: LCP ${Math.round(seen.lcp)} ms`)
  }
  const entries = PAGES.map((page) => {
    const middles = VARIANTS.map((variant) => [variant, middleOf(views.get(`${page} ${variant}`) ?? [])])
    return [page, Object.fromEntries(middles)]
  })
  return Object.fromEntries(entries) as Figures
}

await runScript(main, { cleanUp: stopEverything })
