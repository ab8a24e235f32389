import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { filesOf, type Manifest, readManifest } from './manifest.ts'
import { CACHE, ROOT } from './paths.ts'
import { door, notFound, robots, sitemap } from './static-pages.ts'

/** What brings a page to life. */
export const LIFE = 'src/app/mount.tsx'

type Entry = typeof import('../../src/app/prerender.tsx')

/** Draws all public pages on this machine and puts them beside the files of a finished build. @param site https://… */
export async function prerenderSite(dist: string, site: string): Promise<void> {
  const { PUBLIC_PAGES, renderPage } = await loadEntry()
  const manifest = readManifest(dist)
  const entry = readFileSync(join(dist, 'index.html'), 'utf8')
  const template = entry.replace('</head>', () => `${links(entry, manifest, [LIFE])}</head>`)
  const write = (path: string, content: string) => {
    const file = join(dist, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  for (const { lang, path, modules } of PUBLIC_PAGES) {
    const { head, body } = await renderPage(path)
    const html = template
      .replace('<html lang="ko">', `<html lang="${lang}">`)
      .replace('<!--head-->', () => head)
      // After the app's own styles, which a page's may refine.
      .replace('</head>', () => `${links(template, manifest, modules)}</head>`)
      .replace('<div id="root"><!--page-->', () => `<div id="root" data-page="${path}">${body}`)
    write(`${path}.html`, wordsFirst(html))
  }
  write('app.html', template)
  write('404.html', notFound(template))
  write('index.html', door(site))
  write('sitemap.xml', sitemap(site, PUBLIC_PAGES))
  write('robots.txt', robots(site))
}

/** The pages of a finished build, each with the styles that it names. @returns paths within the build */
export function prerendered(dist: string): string[][] {
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(ko|en)\b.*\.html$/.test(file),
  )
  return pages.map((page) => {
    const styles = readFileSync(join(dist, page), 'utf8').matchAll(/<link rel="stylesheet"[^>]* href="\/([^"]+)"/g)
    return [page, ...Array.from(styles, ([, file = '']) => file)]
  })
}

/**
 * The code that will bring a page to life must not get in the way of its words: it is asked for when the styles have
 * come and the words are about to be painted. On a slow line it would take its share of the line before.
 */
function wordsFirst(html: string): string {
  const code = /<script type="module".*?<\/script>|<link rel="modulepreload"[^>]*>/g
  const files = (html.match(code) ?? []).join('')
  const written = readFileSync(join(ROOT, 'scripts/lib/life.html'), 'utf8')
  const life = written.replace(/<!--.*?-->\s*/s, '').replace('FILES', () => files)
  return html.replaceAll(code, '').replace('</body>', () => `  ${life}  </body>`)
}

/** The pages' own code, built for Node and loaded. */
async function loadEntry(): Promise<Entry> {
  const folder = join(CACHE, `prerender-${process.pid}`)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  await build({
    root: ROOT,
    logLevel: 'warn',
    build: { ssr: 'src/app/prerender.tsx', outDir: folder, emptyOutDir: true, manifest: false, copyPublicDir: false },
  })
  return (await import(pathToFileURL(join(folder, 'prerender.js')).href)) as Entry
}

/** The styles of a page and the code of its first view. */
function links(template: string, manifest: Manifest, modules: readonly string[]): string {
  const missing = (kind: 'js' | 'css') =>
    [...filesOf(manifest, modules, kind)].filter((file) => !template.includes(file))
  return [
    ...missing('css').map((file) => `<link rel="stylesheet" crossorigin href="/${file}">`),
    ...missing('js').map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`),
  ].join('')
}
