import { createServer } from 'node:http'
import { expect } from '@playwright/test'
import { listening } from '../../scripts/lib/hosting-server.ts'
import { freePorts } from '../../scripts/lib/ports.ts'
import { test } from './helpers/test.ts'

/** Ways to have a page run a script, or show a frame, that it did not come with. */
const INJECTIONS: readonly [way: string, run: () => void][] = [
  [
    'an inline script',
    () => {
      const script = document.createElement('script')
      script.append("document.title = 'ran'")
      document.body.append(script)
    },
  ],
  [
    'a script from elsewhere',
    () => {
      const script = document.createElement('script')
      script.setAttribute('src', 'https://example.com/ran.js')
      document.body.append(script)
    },
  ],
  [
    'a script of Google’s that signing in does not ask for',
    () => {
      // Trusted Types do not look at it: what stops it is the policy's path.
      const address: string = 'https://apis.google.com/other/ran.js'
      import(address).catch(() => {})
    },
  ],
  ['a handler in an attribute', () => document.body.setAttribute('onclick', "document.title = 'ran'")],
  [
    'an address that is a script',
    () => {
      const link = document.createElement('a')
      link.setAttribute('href', "javascript:document.title = 'ran'")
      document.body.append(link)
      link.click()
    },
  ],
  [
    'HTML from a text',
    () => {
      document.body.innerHTML = '<img src=x onerror="document.title = \'ran\'">'
    },
  ],
  [
    'a text that is run',
    () => {
      // biome-ignore lint/security/noGlobalEval: that is what is tried
      globalThis.eval("document.title = 'ran'")
    },
  ],
  [
    'a frame from elsewhere',
    () => {
      const frame = document.createElement('iframe')
      frame.setAttribute('src', 'https://example.com/')
      document.body.append(frame)
    },
  ],
]

for (const path of ['/ko/tasks/1', '/en/review']) {
  test(`nothing that is put into ${path} runs, and each attempt is reported`, async ({ page, violations }) => {
    await page.goto(path)
    await page.evaluate(() => {
      Object.assign(window, { reported: [] })
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        ;(window as unknown as { reported: string[] }).reported.push(effectiveDirective)
      })
    })
    const reported = () => page.evaluate(() => (window as unknown as { reported: string[] }).reported.splice(0))
    for (const [way, run] of INJECTIONS) {
      await test.step(way, async () => {
        // As a timer's, so that it is the page's own doing, and no error of it is the test's.
        await page.evaluate(`setTimeout(${run})`)
        await expect.poll(async () => (await reported()).join()).toMatch(/script-src|trusted-types|frame-src/)
      })
    }
    await page.mouse.click(5, 5)
    expect(await page.title()).not.toBe('ran')
    expect(violations.splice(0).length).toBeGreaterThanOrEqual(INJECTIONS.length - 1)
  })
}

test('what has a hash in its name is kept for good, everything else is asked for anew', async ({ request }) => {
  const kept = async (path: string) => (await request.get(path)).headers()['cache-control']
  const html = await (await request.get('/ko')).text()
  const files = [...html.matchAll(/"(\/(?:assets|fonts)\/[^"]+)"/g)].map(([, file = '']) => file)
  expect(files.length).toBeGreaterThan(2)
  for (const file of files) expect(await kept(file), file).toBe('public, max-age=31536000, immutable')
  for (const path of ['/', '/ko', '/sw.js', '/manifest.webmanifest']) expect(await kept(path), path).toBe('no-cache')
})

test('a page of somebody else shows nothing of ours in a frame', async ({ page, baseURL, violations }) => {
  const [port = 0] = await freePorts(1)
  // Of another origin, but of this machine: from elsewhere Chromium itself would let no page ask for one of here.
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html').end(`<iframe src="${baseURL}/ko"></iframe>`)
  })
  const elsewhere = await listening(server, port)
  try {
    await page.goto(elsewhere)
    await expect.poll(() => violations.splice(0).join()).toContain("frame-ancestors 'none'")
    await expect(page.frameLocator('iframe').locator('main')).toHaveCount(0)
    expect(page.frames().map((frame) => frame.url())).toEqual([`${elsewhere}/`, 'chrome-error://chromewebdata/'])
  } finally {
    server.close()
  }
})
