import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

type Written = { readonly name: string; readonly flags: readonly string[] }

/** The commands of ours that a page has people type, with the flags that stand behind them. */
function commandsIn(page: string): Written[] {
  const found = readFileSync(page, 'utf8').matchAll(/npm run (?:--silent )?([a-z:]+)(?: -- ([^`#|\n]*))?/g)
  return [...found].map(([, name = '', rest = '']) => ({ name, flags: rest.match(/--[a-z-]+/g) ?? [] }))
}

const helpOf = (name: string): string => {
  const file = /scripts\/[\w-]+\.ts/.exec(scripts[name] ?? '')?.[0]
  return file ? readFileSync(file, 'utf8') : ''
}

describe.each(['README.md', 'docs/operations.md', 'docs/plan-files.md'])('what %s has people type', (page) => {
  it('is a command, with flags that its help knows', () => {
    const written = commandsIn(page)
    expect(written.length).toBeGreaterThan(3)
    const unknown = written.flatMap(({ name, flags }) =>
      scripts[name] ? flags.filter((flag) => flag !== '--help' && !helpOf(name).includes(flag)) : [name],
    )
    expect(unknown).toEqual([])
  })
})

it('what a command wants of a real project is told before the first of them', () => {
  const steps = readFileSync('docs/operations.md', 'utf8')
  const first = steps.search(/npm run [a-z:]+ -- --project/)
  for (const wanted of [
    'gcloud auth application-default login',
    'npx firebase login',
    'GOOGLE_APPLICATION_CREDENTIALS',
    'export VITE_FIREBASE_CONFIG=',
  ]) {
    expect(steps.slice(0, first)).toContain(wanted)
  }
})
