import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { browserPath } from './lib/browser.ts'
import { readFlags, runScript, UserError } from './lib/cli.ts'
import { ROOT } from './lib/paths.ts'

const HELP = `
npm run icons

Draws the icons of the installed app from public/mark.svg into public/icons. Run it after changing the mark.
`

const GROUND = '#faf8f4'

/** Share of the icon's width that the mark takes. Of a maskable one, a circle of 80 % is sure to be seen. */
const ICONS = [
  { name: '192', size: 192, share: 0.84, ground: 'transparent' },
  { name: '512', size: 512, share: 0.84, ground: 'transparent' },
  { name: 'maskable-512', size: 512, share: 0.56, ground: GROUND },
  { name: 'apple-touch-180', size: 180, share: 0.7, ground: GROUND },
]

async function main(): Promise<undefined> {
  readFlags(HELP, {})
  const executablePath = browserPath()
  if (!executablePath) throw new UserError('No Chromium was found: set CHROMIUM_PATH.')
  const mark = readFileSync(join(ROOT, 'public/mark.svg')).toString('base64')
  const folder = join(ROOT, 'public/icons')
  mkdirSync(folder, { recursive: true })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  for (const { name, size, share, ground } of ICONS) {
    const page = await browser.newPage({ viewport: { width: size, height: size } })
    await page.setContent(`<body style="margin:0;height:100vh;display:grid;place-items:center;background:${ground}">
      <img width="${Math.round(size * share)}" src="data:image/svg+xml;base64,${mark}"></body>`)
    await page.screenshot({ path: join(folder, `${name}.png`), omitBackground: true })
    await page.close()
  }
  await browser.close()
  return undefined
}

await runScript(main)
