import { type Browser, chromium, type Page } from '@playwright/test'
import { browserPath, CHROMIUM_ARGS } from '../../scripts/lib/browser.ts'
import { readFlags, runScript, UserError } from '../../scripts/lib/cli.ts'
import { startE2eStack } from '../../scripts/lib/e2e-stack.ts'
import { FOR_TESTS, needPrerequisites } from '../../scripts/lib/prerequisites.ts'
import { Processes, stopEverything } from '../../scripts/lib/processes.ts'
import { signInAsDemo } from '../e2e/helpers/people.ts'
import { words } from '../e2e/helpers/words.ts'
import { FORMATS, takeExport } from './helpers/export-steps.ts'
import { median } from './helpers/figures.ts'
import { record } from './helpers/record.ts'
import { writeReviewLoad } from './helpers/review-load.ts'
import { REVIEW_STEPS, takeReviewStep, untilFirstRows, watchAnswers } from './helpers/review-steps.ts'

const USUAL_RUNS = 5
const COMMENTS = 20_000
const REVIEWER = 'A reviewer at the education office'
const inbox = words('en', 'review-inbox')

const HELP = `
npm run bench:review -- [--runs N] [--no-record]

Puts ${COMMENTS} comments into the plan and opens the reviewers’ inbox in Chromium: how long from the last answer of the
database to the first rows, how long searching, filtering and sorting take, how much memory and how many rows of the
page it needs. Prints the figures, writes them into docs/performance.md, and fails where a limit is broken.

  --runs N       times that each is measured (${USUAL_RUNS}); the median counts
  --no-record    leaves docs/performance.md as it is
`

/** Figures by name, each with the most that it may be; what has none is there to know. */
const LIMITS: Readonly<Record<string, number>> = {
  'first rows after data, ms': 1000,
  ...Object.fromEntries(REVIEW_STEPS.map((step) => [`${step}, ms`, 100])),
  'rows in the page': 60,
  'memory, MB': 250,
  // Nobody notices that a page is deaf for so long.
  ...Object.fromEntries(FORMATS.map((format) => [`${format} file, longest task, ms`, 100])),
}

type Figures = Readonly<Record<string, number>>

const processes = new Processes()

async function main(): Promise<number> {
  const usual = { type: 'string', default: String(USUAL_RUNS) } as const
  const flags = readFlags(HELP, { runs: usual, 'no-record': { type: 'boolean' } })
  const runs = Number(flags.runs)
  if (!Number.isInteger(runs) || runs < 1) throw new UserError(`${flags.runs} is no number of runs.`)
  needPrerequisites(FOR_TESTS)
  const figures = await Promise.race([processes.failure, measure(runs)])
  await processes.stop()

  const table = tableOf(figures)
  console.log(`\n${table}\n`)
  if (!flags['no-record']) record('review', table, runs, USUAL_RUNS)
  // What cannot be compared does not hold.
  const broken = Object.entries(LIMITS).filter(([name, limit]) => !((figures[name] ?? Number.NaN) <= limit))
  for (const [name, limit] of broken) console.error(`BROKEN ${name}: ${figures[name]} instead of ${limit}`)
  if (broken.length === 0) console.log('All limits hold.')
  return broken.length === 0 ? 0 : 1
}

function tableOf(figures: Figures): string {
  const rows = Object.entries(figures).map(
    ([name, value]) =>
      `| ${name} | ${value.toLocaleString('en', { maximumFractionDigits: 0 })} | ${LIMITS[name] ?? ''} |`,
  )
  return ['| what | measured | at most |', '| --- | --: | --: |', ...rows].join('\n')
}

async function measure(runs: number): Promise<Figures> {
  const stack = await startE2eStack(processes)
  await writeReviewLoad(stack.db, COMMENTS)
  const browser = await chromium.launch({ executablePath: browserPath() ?? 'chromium', args: CHROMIUM_ARGS })
  const all: Figures[] = []
  for (let run = 0; run <= runs; run++) {
    const figures = await open(browser, stack.url)
    console.log(`${run} of ${runs}  ${Object.values(figures).map(Math.round).join('  ')}`)
    // The first run warms the emulator up.
    if (run > 0) all.push(figures)
  }
  await browser.close()
  const names = Object.keys(all[0] ?? {})
  return Object.fromEntries(names.map((name) => [name, median(all.map((figures) => figures[name] ?? Number.NaN))]))
}

async function open(browser: Browser, baseURL: string): Promise<Figures> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' })
  const page = await context.newPage()
  await signInAsDemo(page, 'en', REVIEWER, '/en/review')
  await watchAnswers(page)
  await page.goto('/en/review/inbox')
  const { afterData, whole } = await untilFirstRows(page)
  await page.getByRole('button', { name: inbox('filter.open'), exact: true }).click()
  const steps: [string, number][] = []
  for (const step of REVIEW_STEPS) steps.push([`${step}, ms`, await takeReviewStep(page, step)])
  const figures = {
    'first rows after data, ms': afterData,
    'everything read, ms': whole - afterData,
    ...Object.fromEntries(steps),
    'rows in the page': await page.getByRole('listbox').getByRole('option').count(),
    'memory, MB': await memory(page),
    ...(await exports(page)),
  }
  await context.close()
  return figures
}

/** Files of all comments, made in the room beside. */
async function exports(page: Page): Promise<Figures> {
  await page.goto('/en/review/export')
  await page.getByRole('button', { name: words('en', 'review-export')('save.csv') }).waitFor()
  const figures: [string, number][] = []
  for (const format of FORMATS) {
    const { whole, longest, megabytes } = await takeExport(page, format)
    figures.push(
      [`${format} file, ms`, whole],
      [`${format} file, longest task, ms`, longest],
      [`${format} file, MB`, megabytes],
    )
  }
  return Object.fromEntries(figures)
}

/** What the page's scripts hold once nothing is left over, in megabytes. */
async function memory(page: Page): Promise<number> {
  const browser = await page.context().newCDPSession(page)
  await browser.send('HeapProfiler.collectGarbage')
  const { usedSize } = await browser.send('Runtime.getHeapUsage')
  return usedSize / 1_000_000
}

await runScript(main, { cleanUp: stopEverything })
