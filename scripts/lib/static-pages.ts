import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LANGS } from '#domain/language.ts'
import type { PublicPage } from '../../src/app/prerender.tsx'
import { ROOT } from './paths.ts'

/** An address without a language leads to the preferred one: the page for it, drawn by nobody, gone before it is seen. */
export const door = (site: string): string =>
  readFileSync(join(ROOT, 'scripts/lib/door.html'), 'utf8').replaceAll('SITE', site)

/** What is served, with status 404, where nothing is: in all languages, until the app says so in that of the address. */
export function notFound(template: string): string {
  const inAll = LANGS.map((lang) => {
    const words = (file: string) => JSON.parse(readFileSync(join(ROOT, `locales/${lang}/${file}.json`), 'utf8'))
    return `<div lang="${lang}"><h1>${words('not-found').title}</h1><p><a href="/${lang}">${words('common').home}</a></p></div>`
  })
  return template
    .replace('<!--head-->', '<title>404</title><meta name="robots" content="noindex">')
    .replace('<!--page-->', () => `<main>${inAll.join('')}</main>`)
}

/** All listed pages, each with its twin in the other language. */
export function sitemap(site: string, pages: readonly PublicPage[]): string {
  const listed = pages.filter((page) => page.listed)
  const inLanguage = (path: string, lang: string) => `${site}/${lang}${path.slice(3)}`
  const urls = listed.map(({ path }) => {
    const twins = LANGS.map(
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
