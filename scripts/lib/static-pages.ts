import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PublicPage } from '../../src/app/prerender.tsx'
import { ROOT } from './paths.ts'

/** An address without a language leads to the preferred one: the page for it, drawn by nobody, gone before it is seen. */
export const door = (site: string): string =>
  readFileSync(join(ROOT, 'scripts/lib/door.html'), 'utf8').replaceAll('SITE', site)

/** What is served, with status 404, where nothing is. The app then says so in the language of the address. */
export const notFound = (template: string): string =>
  template
    .replace('<!--head-->', '<title>404</title><meta name="robots" content="noindex">')
    .replace(
      '<!--page-->',
      '<main><h1>페이지를 찾을 수 없어요 · <span lang="en">Page not found</span></h1>' +
        '<p><a href="/ko">서울교육마당 첫 화면</a> · <a href="/en" lang="en">Seoul Education Madang</a></p></main>',
    )

/** All listed pages, each with its twin in the other language. */
export function sitemap(site: string, pages: readonly PublicPage[]): string {
  const listed = pages.filter((page) => page.listed)
  const inLanguage = (path: string, lang: string) => `${site}/${lang}${path.slice(3)}`
  const urls = listed.map(({ path }) => {
    const twins = ['ko', 'en'].map(
      (lang) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${inLanguage(path, lang)}"/>`,
    )
    return `<url><loc>${site}${path}</loc>${twins.join('')}</url>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`
}

export const robots = (site: string): string => `User-agent: *\nAllow: /\nSitemap: ${site}/sitemap.xml\n`
