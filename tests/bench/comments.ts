import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { build } from 'vite'
import { connectToEmulators } from '../../scripts/lib/admin.ts'
import { browserPath, CHROMIUM_ARGS } from '../../scripts/lib/browser.ts'
import { emulatorsForApp } from '../../scripts/lib/build.ts'
import { readFlags, runScript, UserError } from '../../scripts/lib/cli.ts'
import { serveFolder } from '../../scripts/lib/hosting-server.ts'
import { ROOT } from '../../scripts/lib/paths.ts'
import { freePorts } from '../../scripts/lib/ports.ts'
import { FOR_TESTS, needPrerequisites } from '../../scripts/lib/prerequisites.ts'
import { Processes, stopEverything } from '../../scripts/lib/processes.ts'
import { startReadingStack } from '../../scripts/lib/reading-stack.ts'
import { median } from './helpers/figures.ts'
import { writeComments } from './helpers/many-comments.ts'
import { record } from './helpers/record.ts'
import { STEPS, type Step, takeStep, untilShown, watchQueries } from './helpers/steps.ts'

const USUAL_RUNS = 15
const COMMENTS = 5000
const LIMIT = 1.3
/** Nobody asks for the next list in the frame in which one came. */
const REST_MS = 500
/** How long a mouse's button is held before it acts: about what people do. */
const PRESS_MS = 80
/**
 * How many milliseconds after its question an answer comes at the soonest: at once, as emulator and browser are one
 * machine, and as on a phone, where the limit counts.
 */
const NETWORKS = { none: 0, phone: 100 } as const
type Network = keyof typeof NETWORKS

const HELP = `
npm run bench:comments -- [--runs N] [--no-record]

Puts ${COMMENTS} comments on a task and measures how long the page takes to show the first 20, 20 more, another order
and a filter, each from the click, the choice or, for the first, the question to the frame in which the comments stand,
against the bare query by the SDK in the same browser; once more where a mouse is pressed for ${PRESS_MS} ms before the click: without a network between, and where no answer comes sooner than after ${NETWORKS.phone} ms. Prints the figures,
writes them into docs/performance.md, and fails where one takes more than ${LIMIT} × then.

  --runs N       times that each is measured (${USUAL_RUNS}); the median counts
  --no-record    leaves docs/performance.md as it is
`

const processes = new Processes()

type Times = Record<Step, { page: number[]; pressed: number[]; bare: number[] }>
type TimesOver = Record<Network, Times>

async function main(): Promise<number> {
  const usual = { type: 'string', default: String(USUAL_RUNS) } as const
  const flags = readFlags(HELP, { runs: usual, 'no-record': { type: 'boolean' } })
  const runs = Number(flags.runs)
  if (!Number.isInteger(runs) || runs < 1) throw new UserError(`${flags.runs} is no number of runs.`)
  needPrerequisites(FOR_TESTS)
  const times = await Promise.race([processes.failure, measure(runs)])
  await processes.stop()

  const table = tableOf(times)
  console.log(`\n${table}\n`)
  if (!flags['no-record']) record('comments', table, runs, USUAL_RUNS)
  // What cannot be compared does not hold.
  const broken = STEPS.filter((step) => !(ratioOf(times.phone[step]) <= LIMIT))
  for (const step of broken) console.error(`BROKEN ${step}: ${ratioOf(times.phone[step]).toFixed(2)} × the bare query`)
  if (broken.length === 0) console.log('All limits hold.')
  return broken.length === 0 ? 0 : 1
}

const ratioOf = ({ page, bare }: Times[Step]): number => median(page) / median(bare)

function tableOf(times: TimesOver): string {
  const rows = Object.entries(NETWORKS).flatMap(([network, ms]) =>
    STEPS.map((step) => {
      const { page, pressed, bare } = times[network as Network][step]
      const [shown, asked] = [median(page), median(bare)]
      const figures = [shown, asked, shown - asked].map((time) => time.toFixed(0))
      // What nobody presses has no such figure.
      const held = pressed.length > 0 ? median(pressed).toFixed(0) : ''
      return `| ${[ms, step, ...figures, (shown / asked).toFixed(2), held].join(' | ')} |`
    }),
  )
  return [
    '| answer after ms | step | page ms | bare query ms | more ms | ratio | pressed before, ms |',
    '| --: | --- | --: | --: | --: | --: | --: |',
    ...rows,
  ].join('\n')
}

const noTimes = () =>
  Object.fromEntries(STEPS.map((step) => [step, { page: [], pressed: [], bare: [] }])) as unknown as Times

/** Page and bare query by turns, so that what slows this machine down for a while slows both. */
async function measure(runs: number): Promise<TimesOver> {
  const { url, bare } = await serve()
  const browser = await chromium.launch({ executablePath: browserPath() ?? 'chromium', args: CHROMIUM_ARGS })
  const times: TimesOver = { none: noTimes(), phone: noTimes() }
  for (let run = 0; run <= runs; run++) {
    for (const [network, ms] of Object.entries(NETWORKS)) {
      const [shown, asked] = [await measurePage(browser, url, ms, null), await measureBare(browser, bare, ms)]
      const pressed = await measurePage(browser, url, ms, PRESS_MS)
      // The first run warms the emulator up.
      if (run === 0) continue
      for (const step of STEPS) {
        times[network as Network][step].page.push(shown[step])
        times[network as Network][step].bare.push(asked[step])
        if (step === 'more' || step === 'sort') times[network as Network][step].pressed.push(pressed[step])
      }
      const told = STEPS.map((step) => `${step} ${Math.round(shown[step])}/${Math.round(asked[step])}`)
      console.log(`${run} of ${runs}, answers after ${ms} ms  ${told.join('  ')} ms`)
    }
  }
  await browser.close()
  return times
}

async function serve(): Promise<{ url: string; bare: string }> {
  const stack = await startReadingStack(processes)
  const admin = connectToEmulators(stack.emulators)
  await writeComments(admin, COMMENTS)
  await admin.close()
  const outDir = join(stack.dist, '../bare-queries')
  const input = join(ROOT, 'tests/bench/bare-queries/index.html')
  process.env.VITE_EMULATORS = emulatorsForApp(stack.emulators)
  await build({ root: ROOT, logLevel: 'error', build: { outDir, emptyOutDir: true, rolldownOptions: { input } } })
  const [port = 0] = await freePorts(1)
  const shell = 'tests/bench/bare-queries/index.html'
  return { url: stack.url, bare: await serveFolder(port, { folder: outDir, hosting: stack.hosting, shell }) }
}

async function inNewPage<T>(browser: Browser, latency: number, act: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1800 }, serviceWorkers: 'block' })
  const page = await context.newPage()
  const network = { offline: false, latency, downloadThroughput: -1, uploadThroughput: -1 }
  if (latency > 0) await (await context.newCDPSession(page)).send('Network.emulateNetworkConditions', network)
  const result = await act(page)
  await context.close()
  return result
}

const measurePage = (
  browser: Browser,
  url: string,
  latency: number,
  press: number | null,
): Promise<Record<Step, number>> =>
  inNewPage(browser, latency, async (page) => {
    await watchQueries(page)
    await page.goto(`${url}/en/tasks/1`)
    const first = await untilShown(page)
    const rest: Partial<Record<Step, number>> = {}
    for (const step of ['more', 'sort', 'filter'] as const) {
      await page.waitForTimeout(REST_MS)
      rest[step] = await takeStep(page, step, press)
    }
    return { ...(rest as Record<Step, number>), first }
  })

const measureBare = (browser: Browser, url: string, latency: number): Promise<Record<Step, number>> =>
  inNewPage(browser, latency, async (page) => {
    await page.goto(url)
    await page.waitForFunction(() => 'ask' in window)
    const times: Partial<Record<Step, number>> = {}
    for (const step of STEPS) {
      await page.waitForTimeout(REST_MS)
      times[step] = await page.evaluate((name) => window.ask(name), step)
    }
    return times as Record<Step, number>
  })

await runScript(main, { cleanUp: stopEverything })
