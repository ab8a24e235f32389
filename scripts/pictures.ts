import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { LANGS, type Lang } from '#domain/language.ts'
import { browserPath, CHROMIUM_ARGS } from './lib/browser.ts'
import { readFlags, runScript, UserError } from './lib/cli.ts'
import { ROOT } from './lib/paths.ts'
import { FOR_TESTS, needPrerequisites } from './lib/prerequisites.ts'

const HELP = `
npm run pictures

Draws what stands for the site elsewhere, from public/mark.svg and the words of the home page: the icons of the installed
app (public/icons) and the pictures of shared links (public/share-ko.png, share-en.png). Run it after changing either.
`

const GROUND = '#faf8f4'
const INK = '#142460'
const SHARED = { width: 1200, height: 630 }

/** Share of the icon's width that the mark takes. Of a maskable one, a circle of 80 % is sure to be seen. */
const ICONS = [
  { name: '192', size: 192, share: 0.84, ground: 'transparent' },
  { name: '512', size: 512, share: 0.84, ground: 'transparent' },
  { name: 'maskable-512', size: 512, share: 0.56, ground: GROUND },
  { name: 'apple-touch-180', size: 180, share: 0.7, ground: GROUND },
]

const dataUrl = (file: string, type: string) =>
  `data:${type};base64,${readFileSync(join(ROOT, 'public', file)).toString('base64')}`

const mark = (width: number) =>
  `<img width="${Math.round(width)}" src="${dataUrl('mark.svg', 'image/svg+xml')}" alt="">`

async function draw(browser: Browser, html: string, size: { width: number; height: number }, file: string) {
  const page = await browser.newPage({ viewport: size })
  await page.setContent(html)
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(ROOT, 'public', file), omitBackground: true })
  await page.close()
}

/** The interface's own face, by way of the same style sheet as the site's, with its files inside. */
const fontFaces = () =>
  readFileSync(join(ROOT, 'src/styles/fonts.css'), 'utf8').replace(/url\('\/(fonts\/[^']+)'\)/g, (_, file: string) => {
    return `url('${dataUrl(file, 'font/woff2')}')`
  })

function sharedPicture(lang: Lang): string {
  const read = (file: string) => JSON.parse(readFileSync(join(ROOT, `locales/${lang}/${file}.json`), 'utf8'))
  const [common, plan] = [read('common'), read('plan')]
  return `<style>${fontFaces()}
    body { margin: 0; padding: 80px 72px; height: 630px; box-sizing: border-box; display: grid; align-content: space-between;
      background: ${GROUND}; color: ${INK}; font-family: 'Madang Heading', 'Noto Sans CJK KR', sans-serif; font-weight: 700; }
    header { display: flex; align-items: center; gap: 20px; font-size: 40px; }
    main { display: flex; align-items: center; gap: 56px; }
    h1 { margin: 0; flex: 1; font-size: 64px; line-height: 1.25; letter-spacing: -0.015em; word-break: keep-all;
      text-wrap: balance; color: #1e2124; }
    footer { font-size: 30px; }</style>
    <body lang="${lang}"><header>${mark(64)}${common.name}</header><main><h1>${plan.hero.title}</h1>${mark(270)}</main>
    <footer>${plan.title}</footer></body>`
}

async function main(): Promise<undefined> {
  readFlags(HELP, {})
  needPrerequisites(FOR_TESTS)
  const executablePath = browserPath()
  if (!executablePath) throw new UserError('No Chromium was found: set CHROMIUM_PATH.')
  mkdirSync(join(ROOT, 'public/icons'), { recursive: true })
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS })
  for (const { name, size, share, ground } of ICONS) {
    const html = `<body style="margin:0;height:100vh;display:grid;place-items:center;background:${ground}">${mark(size * share)}`
    await draw(browser, html, { width: size, height: size }, `icons/${name}.png`)
  }
  for (const lang of LANGS) await draw(browser, sharedPicture(lang), SHARED, `share-${lang}.png`)
  await browser.close()
  return undefined
}

await runScript(main)
