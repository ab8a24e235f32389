import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

/** Until the pages are kept on the device and this one is served from there. */
export const untilKept = (page: Page) =>
  page.waitForFunction(async () => {
    await navigator.serviceWorker.ready
    return navigator.serviceWorker.controller?.state === 'activated'
  })

const dist = process.env.MADANG_DIST ?? ''

type Files = ReadonlyMap<string, Buffer>

function served(): Files {
  const names = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => statSync(join(dist, name)).isFile())
  return new Map(files.map((name) => [name, readFileSync(join(dist, name))]))
}

/** Serves these files and no others. */
function serve(files: Files): void {
  const before = served()
  for (const [name, content] of files) if (!before.get(name)?.equals(content)) writeFileSync(join(dist, name), content)
  for (const name of before.keys()) if (!files.has(name)) rmSync(join(dist, name))
}

/** The same files, but that the pages say they are of another version. */
function marked(files: Files): Files {
  const page = String(files.get('ko/tasks/1.html')).replace('<html lang="ko"', '<html lang="ko" data-version="2"')
  const before = String(files.get('sw.js'))
  const worker = before.replace(/(url:"ko\/tasks\/1",revision:)"\w+"/, '$1"another"')
  if (worker === before) throw new Error('sw.js does not name ko/tasks/1')
  return new Map([...files, ['ko/tasks/1.html', Buffer.from(page)], ['sw.js', Buffer.from(worker)]])
}

/** As a build has it whose part of Firebase for signing in is another: its file has another name, and so has what names it. */
function withOtherSignIn(files: Files): Files {
  const texts = [...files]
    .filter(([name]) => /\.(js|html)$/.test(name))
    .map(([name, text]) => [name, String(text)] as const)
  const scripts = texts.flatMap(([name, text]) => (name.startsWith('assets/') ? [{ name: name.slice(7), text }] : []))
  const renamed = new Set(scripts.map(({ name }) => name).filter((name) => name.startsWith('firebase-auth-')))
  if (renamed.size === 0) throw new Error('no firebase-auth among the assets')
  // A loop over a set goes on to what comes into it meanwhile.
  for (const other of renamed) for (const { name, text } of scripts) if (text.includes(other)) renamed.add(name)
  const names = new RegExp([...renamed].map((name) => name.replaceAll('.', '\\.')).join('|'), 'g')
  const changed = (text: string) => text.replace(names, (name) => name.replace('.js', '2.js'))
  const others = new Map([...files].filter(([name]) => !renamed.has(name.slice(7))))
  for (const [name, text] of texts) {
    const its = name === 'sw.js' ? text.replace(/(revision:")(\w+")/g, '$1another$2') : text
    others.set(changed(name), Buffer.from(changed(its)))
  }
  return others
}

/**
 * Puts another version in the place of the one that is served.
 * @param signIn whether what people sign in with is in another file, too: the former one is served no more
 * @returns how to put it back
 */
export function deployAnother({ signIn = false } = {}): () => void {
  const before = served()
  serve(marked(signIn ? withOtherSignIn(before) : before))
  return () => serve(before)
}
