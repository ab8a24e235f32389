import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from './cli.ts'
import { ROOT } from './paths.ts'

/** A package of which something is in the page, with its licence; `text` as its author has written it. */
export type Shipped = {
  readonly name: string
  readonly version: string
  readonly identifier: string
  readonly text: string
}

/** Where a build writes down what is bundled in it (vite.config.ts). */
export const BUNDLED = '.vite/licences.json'

/** What the service worker is made of: it is bundled by another tool, which keeps no list. */
const IN_SERVICE_WORKER = ['workbox-precaching', 'workbox-expiration']

/** Licences that ask for nothing but to be named. Another wants to be thought about. */
const KNOWN = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']

/** The packages in a finished build, by name. @throws UserError if one has a licence that nobody has thought about */
export function shippedIn(dist: string): Shipped[] {
  const bundled = JSON.parse(readFileSync(join(dist, BUNDLED), 'utf8')) as Partial<Shipped>[]
  const packages = new Map<string, Shipped>()
  const add = ({ name = '', version = '', identifier = '', text = '' }: Partial<Shipped>) =>
    packages.set(`${name} ${version}`, { name, version, identifier, text })
  for (const each of bundled) add(each)
  for (const name of withDependencies(IN_SERVICE_WORKER)) add(installed(name))
  const shipped = [...packages.values()].sort((one, other) => (one.name < other.name ? -1 : 1))
  const unknown = shipped.filter(({ identifier }) => !KNOWN.includes(identifier))
  if (unknown.length > 0) {
    const list = unknown.map(({ name, identifier }) => `${name}: ${identifier || 'none'}`).join(', ')
    throw new UserError(`Licences that scripts/lib/licences.ts does not know: ${list}.`)
  }
  return shipped
}

type Package = { version: string; license: string; dependencies?: Record<string, string> }

const folderOf = (name: string): string => join(ROOT, 'node_modules', name)
const packageOf = (name: string): Package => JSON.parse(readFileSync(join(folderOf(name), 'package.json'), 'utf8'))

function installed(name: string): Shipped {
  const { version, license } = packageOf(name)
  const file = readdirSync(folderOf(name)).find((each) => /^licen[cs]e/i.test(each))
  return {
    name,
    version,
    identifier: license,
    text: file ? readFileSync(join(folderOf(name), file), 'utf8').trim() : '',
  }
}

function withDependencies(names: readonly string[], found = new Set<string>()): Set<string> {
  for (const name of names.filter((each) => !found.has(each) && existsSync(folderOf(each)))) {
    found.add(name)
    withDependencies(Object.keys(packageOf(name).dependencies ?? {}), found)
  }
  return found
}

/** All licences in full, to go out with the page as they ask. */
export const noticeOf = (shipped: readonly Shipped[]): string =>
  [
    'This site is under the Apache License 2.0, which stands at the end. Parts of it are the work of others:',
    ...shipped.map(({ name, version, identifier, text }) =>
      // Firebase's packages come without a text of their own.
      [`${name} ${version} (${identifier})`, text || `https://www.npmjs.com/package/${name}`].join('\n\n'),
    ),
    `Pretendard GOV, the typeface of headings and buttons\n\n${textOf('public/fonts/LICENSE.txt')}`,
    textOf('LICENSE'),
  ].join(`\n\n${'-'.repeat(80)}\n\n`)

const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8').trim()

/** The same as a list for docs/licences.md. */
export const tableOf = (shipped: readonly Shipped[]): string =>
  [
    '| package | version | licence |',
    '| --- | --- | --- |',
    ...shipped.map(({ name, version, identifier }) => `| ${name} | ${version} | ${identifier} |`),
  ].join('\n')
