import { defineConfig } from '@playwright/test'
import { browserPath, CHROMIUM_ARGS } from '../../scripts/lib/browser.ts'

// `npm run test:e2e` starts the products under test and says where they are: each worker has one to itself, since tests that
// share a Firestore would see each other's votes.
const { MADANG_STACKS = '[{}]', TEST_PARALLEL_INDEX = '0' } = process.env
const stacks: Record<string, string>[] = JSON.parse(MADANG_STACKS)
const stack = stacks[Number(TEST_PARALLEL_INDEX)]
if (!stack) throw new Error('There are more workers than products: leave --workers away.')
Object.assign(process.env, stack)

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: stacks.length,
  // Two cores can be too slow once for two browsers and six emulators. What passes only the second time is named.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  // Waiting costs nothing where all is well: what fails must not be a busy machine.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json'], ['./reliability-reporter.ts']],
  use: {
    ...(process.env.MADANG_URL ? { baseURL: process.env.MADANG_URL } : {}),
    // Pages from a service worker would hide from `page.route` what they load: offline.spec.ts has it.
    serviceWorkers: 'block',
    // So tall that what is loaded when somebody comes near is near; first-view.spec.ts has a screen as people do.
    viewport: { width: 1280, height: 2400 },
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    // To record one takes a third of all time: where there is a second try, that one is recorded.
    trace: process.env.CI ? 'on-first-retry' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: browserPath() ?? 'chromium',
      args: CHROMIUM_ARGS,
    },
  },
})
