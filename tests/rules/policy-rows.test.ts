import { describe, expect, it } from 'vitest'
import { RULES } from './helpers/config.ts'
import { readMatches } from './helpers/rules-matches.ts'
import { deedsOf, type Operation, type Policy } from './policy/rows.ts'
import { POLICY } from './policy/table.ts'

const KINDS = ['get', 'list', 'group', 'create', 'update', 'delete'] as const
const ANYTHING_ELSE = '{collection}/{document}'
/** At the beginning of a path: collections of a name wherever they are. */
const WHEREVER = '{path=**}/'

const paths = readMatches(RULES)

/** Whether a part of the table is about what a `match` block is about, whatever they call its ids. */
function isAbout(path: string, policy: Policy): boolean {
  const [asked, told] = [path, policy.path].map((each) => each.replaceAll(/\{\w+\}/g, '{}')) as [string, string]
  return asked.startsWith(WHEREVER) ? told.endsWith(`/${asked.slice(WHEREVER.length)}`) : told === asked
}

const kindsOf = (operation: Operation): readonly string[] =>
  operation.ask.kind === 'write' ? deedsOf(operation) : [operation.ask.kind]

/** What the table does not say of a `match` block. */
function unsaid(path: string, table: readonly Policy[] = POLICY): string[] {
  const said = table.filter((policy) => isAbout(path, policy)).flatMap(({ operations }) => operations.flatMap(kindsOf))
  return KINDS.filter((kind) => !said.includes(kind)).map((kind) => `${path}: ${kind}`)
}

describe('the table of who may do what', () => {
  it('says of all that the rules speak of who may get, list, create, update and delete it', () => {
    expect(paths.length).toBeGreaterThan(20)
    expect(paths.flatMap((path) => unsaid(path))).toEqual([])
  })

  it('says it of anything else, too', () => expect(unsaid(ANYTHING_ELSE)).toEqual([]))

  it('speaks of nothing that the rules do not', () => {
    const stale = POLICY.filter((policy) => ![...paths, ANYTHING_ELSE].some((path) => isAbout(path, policy)))
    expect(stale.map(({ path }) => path)).toEqual([])
  })

  it('would be found out about a collection that it says nothing of, and about one row less', () => {
    const [secret] = readMatches(
      RULES.replace('match /themes/{id} {', 'match /secrets/{id} { }\n    match /themes/{id} {'),
    ).filter((path) => !paths.includes(path))
    expect(unsaid(secret ?? '')).toEqual(KINDS.map((kind) => `secrets/{id}: ${kind}`))
    const less = POLICY.map((policy) => ({
      ...policy,
      operations: policy.operations.filter((operation) => !kindsOf(operation).includes('delete')),
    }))
    expect(unsaid('{path=**}/reactions/{uid}', less)).toEqual(['{path=**}/reactions/{uid}: delete'])
  })
})
