import { prerenderToNodeStream } from 'react-dom/static'
import { StaticRouter } from 'react-router-dom'
import { LANGS, type Lang } from '#domain/language.ts'
import { TASK_IDS, taskNumber } from '#domain/plan.ts'
import { App } from './app.tsx'
import { createQueryClient } from './query-client.ts'

/** A page that the build makes: its address, and the modules its first view is made of. */
export type PublicPage = {
  readonly lang: Lang
  readonly path: string
  readonly modules: readonly string[]
  readonly listed: boolean
}

const page = (lang: Lang, path: string, modules: readonly string[], listed = true): PublicPage => ({
  lang,
  path: `/${lang}${path}`,
  modules: [`src/i18n/${lang}.ts`, ...modules],
  listed,
})

/** Every page that anybody may read, in every language. */
export const PUBLIC_PAGES: readonly PublicPage[] = LANGS.flatMap((lang) => [
  page(lang, '', ['src/app/pages/home-page.tsx']),
  ...TASK_IDS.flatMap((id) => {
    const path = `/tasks/${taskNumber(id)}`
    const plan = `virtual:plan/${id}/${lang}`
    return [
      page(lang, path, ['src/app/pages/task-page.tsx', plan]),
      page(lang, `${path}/history`, ['src/app/pages/history-page.tsx', plan, `locales/${lang}/history.json`]),
    ]
  }),
  page(lang, '/priorities', [
    'src/app/pages/priorities-page.tsx',
    `locales/${lang}/priorities.json`,
    `locales/${lang}/outbox.json`,
  ]),
  page(lang, '/results', ['src/app/pages/results-page.tsx', `locales/${lang}/results.json`]),
  page(lang, '/common-ground', ['src/app/pages/common-ground-page.tsx', `locales/${lang}/common-ground.json`]),
  page(lang, '/answers', [
    'src/app/pages/answers-page.tsx',
    `locales/${lang}/answers.json`,
    `locales/${lang}/answer.json`,
  ]),
  page(lang, '/present', ['src/app/pages/present-page.tsx', `locales/${lang}/present.json`], false),
  page(lang, '/about', ['src/app/pages/about-page.tsx', `locales/${lang}/about.json`]),
  page(lang, '/join', ['src/app/pages/join-page.tsx', `locales/${lang}/join.json`], false),
])

// What React puts in front of a page without a <head>: title, meta, link.
const HEAD = /^(?:<(?:meta|link)\b[^>]*>|<title>[^<]*<\/title>)*/

/** A page as it stands before anything of it moves. @throws what the page throws */
export async function renderPage(path: string): Promise<{ head: string; body: string }> {
  const { prelude } = await prerenderToNodeStream(
    <StaticRouter location={path}>
      <App client={createQueryClient()} />
    </StaticRouter>,
    {
      onError: (error) => {
        throw error
      },
    },
  )
  let html = ''
  for await (const chunk of prelude) html += chunk
  const head = HEAD.exec(html)?.[0] ?? ''
  return { head, body: html.slice(head.length) }
}
