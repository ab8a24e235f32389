import { chromium } from '@playwright/test'
import lighthouse, { type Config, type RunnerResult } from 'lighthouse'
import { browserPath, CHROMIUM_ARGS } from '../../../scripts/lib/browser.ts'

/** What of the page came over the wire, in bytes as they were sent, without HTTP's headers. */
export const KINDS = ['html', 'css', 'js', 'fonts', 'firestore', 'other'] as const
export type Bytes = Record<(typeof KINDS)[number], number>

/** One view of one page; times in milliseconds. */
export type View = { lcp: number; fcp: number; cls: number; tbt: number; bytes: Bytes }

/** Lighthouse's mobile preset, its throttling applied and not computed: see docs/performance.md. */
const CONFIG: Config = {
  extends: 'lighthouse:default',
  settings: {
    throttlingMethod: 'devtools',
    onlyAudits: [
      'largest-contentful-paint',
      'first-contentful-paint',
      'cumulative-layout-shift',
      'total-blocking-time',
    ],
    // What Firestore answers is asked for after the first paint: wait for it, on a slow phone too.
    networkQuietThresholdMs: 3000,
    cpuQuietThresholdMs: 1000,
    disableFullPageScreenshot: true,
  },
}

/**
 * Opens a page in a browser of its own, as a visitor who has never been here.
 * @param debugPort a free port
 * @throws Error if Lighthouse cannot measure the page
 */
export async function view(url: string, debugPort: number): Promise<View> {
  const browser = await chromium.launch({
    executablePath: browserPath() ?? 'chromium',
    args: [...CHROMIUM_ARGS, `--remote-debugging-port=${debugPort}`],
  })
  try {
    const run = await lighthouse(url, { port: debugPort, logLevel: 'silent' }, CONFIG)
    if (!run || run.lhr.runtimeError) throw new Error(`${url}: ${run?.lhr.runtimeError?.message ?? 'no answer'}`)
    const number = (audit: string): number => {
      const value = run.lhr.audits[audit]?.numericValue
      if (value === undefined) throw new Error(`${url}: no ${audit}`)
      return value
    }
    return {
      lcp: number('largest-contentful-paint'),
      fcp: number('first-contentful-paint'),
      cls: number('cumulative-layout-shift'),
      tbt: number('total-blocking-time'),
      bytes: bytesOf(run),
    }
  } finally {
    await browser.close()
  }
}

/** From Chromium's own log of the network. */
function bytesOf({ artifacts }: RunnerResult): Bytes {
  const bytes: Bytes = { html: 0, css: 0, js: 0, fonts: 0, firestore: 0, other: 0 }
  const responses = new Map<string, { kind: keyof Bytes; headers: number }>()
  for (const { method, params } of artifacts.DevtoolsLog) {
    if (method === 'Network.responseReceived') {
      const { url, mimeType, encodedDataLength } = params.response
      // Until then the headers alone have come.
      responses.set(params.requestId, { kind: kindOf(url, mimeType), headers: encodedDataLength })
    }
    if (method === 'Network.loadingFinished') {
      const response = responses.get(params.requestId)
      if (response) bytes[response.kind] += Math.max(0, params.encodedDataLength - response.headers)
    }
  }
  return bytes
}

function kindOf(url: string, mimeType: string): keyof Bytes {
  if (url.includes('/databases/(default)/')) return 'firestore'
  if (mimeType.includes('font') || url.endsWith('.woff2')) return 'fonts'
  if (mimeType.includes('javascript')) return 'js'
  if (mimeType.includes('css')) return 'css'
  return mimeType.includes('html') ? 'html' : 'other'
}
