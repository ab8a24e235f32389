import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Mutant, mutantsOf } from './helpers/mutants.ts'

const HELP = `Changes firestore.rules in one place at a time and expects a test to fail each time.

  FIRESTORE_EMULATOR_HOST=127.0.0.1:8080 npx tsx tests/rules/mutation.ts [--list] [--quick] [--part=1/2] [word …]

  --list       only shows the changes
  --quick      only runs the files that are about the part of the rules with the change
  --part=1/2   only the first half of them (of three parts, 1/3 …): each part on an emulator of its own
  word         only the changes on this line, or whose text contains this word

Takes about ten seconds a change; use an emulator that nobody else uses meanwhile.
`

const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** Files that look at the part of the rules in which a line is: tried first, the others only if they see nothing. */
function likelyTests(line: number, rules: string): string[] {
  const before = rules.split('\n').slice(0, line).join('\n')
  const section = [...before.matchAll(/\/\/ ── (\w+)/g)].at(-1)?.[1]
  if (section === 'Stances') return ['stances', 'stance-tallies', 'raw-rest']
  if (section === 'Comments') return ['waiting', 'comments', 'reading-hidden', 'comment-text', 'raw-rest']
  if (section === 'Editing') return ['edits', 'reading-hidden', 'comment-text', 'raw-rest']
  if (section === 'People') return ['waiting', 'joining', 'school-emails', 'staff', 'raw-rest']
  return ['staff', 'reading-hidden', 'tasks-and-results', 'stances', 'joining']
}

const folder = mkdtempSync(join(tmpdir(), 'mutants-'))
const file = join(folder, 'firestore.rules')

/** The name of the first test that fails, or null if none does. */
function firstFailure(tests: string[]): string | null {
  const paths = tests.map((name) => `tests/rules/${name}.test.ts`)
  const { status, stdout, stderr } = spawnSync(
    'npx',
    ['vitest', 'run', '--project', 'rules', '--bail', '1', ...paths],
    {
      env: { ...process.env, RULES_FILE: file, NO_COLOR: '1' },
      encoding: 'utf8',
    },
  )
  if (status === 0) return null
  return /FAIL\s+(.*)/.exec(stdout + stderr)?.[1]?.replace(/^.*\.test\.ts/, '') ?? 'the rules do not load'
}

function survives({ line, rules }: Mutant): boolean {
  writeFileSync(file, rules)
  const failure = firstFailure(likelyTests(line, rules)) ?? (quick ? null : firstFailure([]))
  if (failure !== null) say(`  seen by ${failure}`)
  return failure === null
}

function main(words: string[], [part = 1, parts = 1]: number[]): void {
  const mutants = mutantsOf(readFileSync('firestore.rules', 'utf8'))
    .filter(({ line, what }) => words.length === 0 || words.some((word) => what.includes(word) || `${line}` === word))
    .filter((_, i) => i % parts === part - 1)
  const unseen: Mutant[] = []
  for (const mutant of mutants) {
    say(`line ${mutant.line}: ${mutant.what}`)
    if (!listing && survives(mutant)) unseen.push(mutant)
  }
  say(`\n${mutants.length} changes, ${unseen.length} seen by no test`)
  for (const { line, what } of unseen) say(`  line ${line}: ${what}`)
  process.exitCode = unseen.length === 0 ? 0 : 1
}

const options = process.argv.slice(2)
const listing = options.includes('--list')
const quick = options.includes('--quick')
const words = options.filter((option) => !option.startsWith('--'))
const part = options.find((option) => option.startsWith('--part='))?.slice('--part='.length) ?? '1/1'
if (options.includes('--help')) say(HELP)
else main(words, part.split('/').map(Number))
