import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Mutant, mutantsOf } from './helpers/mutants.ts'
import { readFunctions } from './helpers/rules-functions.ts'

const HELP = `Changes firestore.rules in one place at a time and expects a test to fail each time.

  FIRESTORE_EMULATOR_HOST=127.0.0.1:8080 npx tsx tests/rules/mutation.ts [--list] [--part=1/2] [word …]

  --list       only shows the changes
  --part=1/2   only the first half of them (of three parts, 1/3 …): each part on an emulator of its own
  word         only the changes on this line, or whose text contains this word

First runs all tests, which have to pass. Then takes seconds for a change that a test sees, and as long as all tests
for one that none sees. Use an emulator that nobody else uses meanwhile.
`

type Note = { readonly file: string; readonly test: string; readonly reasons: readonly string[] }

// More of them would hardly see more.
const TESTS_TO_BEGIN_WITH = 100

// They see that a changed rule leaves a function unused or takes fewer expressions, which says nothing of what it allows.
const EXCLUDED = ['loading', 'limits'].flatMap((name) => ['--exclude', `tests/rules/${name}.test.ts`])

const RULES = readFileSync('firestore.rules', 'utf8')
const FUNCTIONS = readFunctions(RULES)
const folder = mkdtempSync(join(tmpdir(), 'mutants-'))
const [rulesFile, reasonsFile] = [join(folder, 'firestore.rules'), join(folder, 'reasons')]

const say = (text: string): void => void process.stdout.write(`${text}\n`)

type Report = { readonly testResults: readonly { readonly assertionResults: readonly TestResult[] }[] }
type TestResult = { readonly status: string; readonly fullName: string; readonly failureMessages: readonly string[] }

/** Runs tests on these rules. Returns the name of the first that fails, or null if none does. */
function firstFailure(rules: string, args: string[], environment: NodeJS.ProcessEnv = {}, tries = 3): string | null {
  writeFileSync(rulesFile, rules)
  const command = ['vitest', 'run', '--project', 'rules', '--bail', '1', '--reporter', 'json', ...EXCLUDED, ...args]
  const { status, stdout, stderr } = spawnSync('npx', command, {
    env: { ...process.env, ...environment, RULES_FILE: rulesFile, NO_COLOR: '1' },
    encoding: 'utf8',
    maxBuffer: Number.POSITIVE_INFINITY,
  })
  if (status === 0) return null
  const { testResults } = JSON.parse(stdout.slice(stdout.indexOf('{'))) as Report
  const failed = testResults.flatMap((file) => file.assertionResults).find((test) => test.status === 'failed')
  const message = failed?.failureMessages[0] ?? ''
  // Any other failure is of the machine, not of an expectation.
  if (!failed || !/^(AssertionError|FirebaseError|Error: Property failed)/.test(message)) {
    if (tries > 1) return firstFailure(rules, args, environment, tries - 1)
    throw new Error(`No test failed, but they did not pass: ${message || stderr || stdout}`)
  }
  return failed.fullName
}

/** The function around a place and all that are called there, directly or not. */
function namesAround({ at, what }: Mutant): Set<string> {
  const around = FUNCTIONS.find(({ body }) => body.includes(at))
  const names = new Set([...what.matchAll(/(\w+)\(/g)].map(([, name = '']) => name))
  if (names.size === 0 && around) names.add(around.name)
  for (const name of names)
    for (const call of FUNCTIONS.find((each) => each.name === name)?.calls ?? []) names.add(call)
  if (around) names.add(around.name)
  return names
}

/** The tests that expect one of these functions to refuse */
function testsAbout(names: ReadonlySet<string>, notes: readonly Note[]): string[] {
  const about = notes.filter(({ reasons }) => reasons.some((reason) => names.has(reason))).slice(0, TESTS_TO_BEGIN_WITH)
  if (about.length === 0) return []
  const pattern = about.map(({ test }) => test.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  return [...new Set(about.map(({ file }) => file)), '-t', `^(${pattern})$`]
}

function survives(mutant: Mutant, notes: readonly Note[]): boolean {
  const likely = testsAbout(namesAround(mutant), notes)
  const failure = (likely.length > 0 ? firstFailure(mutant.rules, likely) : null) ?? firstFailure(mutant.rules, [])
  if (failure !== null) say(`  seen by “${failure}”`)
  return failure === null
}

function main(words: string[], [part = 1, parts = 1]: number[]): void {
  const mutants = mutantsOf(RULES)
    .filter(({ line, what }) => words.length === 0 || words.some((word) => what.includes(word) || `${line}` === word))
    .filter((_, i) => i % parts === part - 1)
  const notes = listing ? [] : runUnchanged()
  const unseen: Mutant[] = []
  for (const mutant of mutants) {
    say(`line ${mutant.line}: ${mutant.what}`)
    if (!listing && survives(mutant, notes)) unseen.push(mutant)
  }
  say(`\n${mutants.length} changes, ${unseen.length} seen by no test`)
  for (const { line, what } of unseen) say(`  line ${line}: ${what}`)
  process.exitCode = unseen.length === 0 ? 0 : 1
}

function runUnchanged(): Note[] {
  const failure = firstFailure(RULES, [], { REASONS_FILE: reasonsFile })
  if (failure !== null) throw new Error(`A test fails before any change: ${failure}`)
  const lines = readFileSync(reasonsFile, 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Note)
}

const options = process.argv.slice(2)
const listing = options.includes('--list')
const part = options.find((option) => option.startsWith('--part='))?.slice('--part='.length) ?? '1/1'
if (options.includes('--help')) say(HELP)
else
  main(
    options.filter((option) => !option.startsWith('--')),
    part.split('/').map(Number),
  )
