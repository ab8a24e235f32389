import { expect } from 'vitest'
import { EMULATOR, PROJECT, RULES } from './config.ts'
import { type Expression, fetchReport } from './report.ts'
import { type RulesFunction, readFunctions } from './rules-functions.ts'

/** What the rules came to since they were loaded: how often each function was false, and every error. */
export type Coverage = { readonly falsehoods: ReadonlyMap<string, number>; readonly errors: readonly string[] }

const ADMIN = `${EMULATOR}/emulator/v1/projects/${PROJECT}`
const FUNCTIONS = readFunctions(RULES)

// The report keeps every value that an expression ever had, and grows: from 0.14 MB of rules that nothing asked yet. It is
// emptied by loading the rules anew, which takes as long as to read 50 MB: worth it once so much has been read in vain.
const SHORTEST_REPORT = 140_000
const TOO_MUCH_IN_VAIN = 50_000_000

const NOTHING_ASKED: Coverage = { falsehoods: new Map(), errors: [] }

/** How much of what was read since the rules were loaded a report would not hold that is new. */
let inVain = 0
/** What the report says, or null if the rules were asked since it was read: reading it is most of what a test costs. */
let known: Coverage | null = null
let isWatched = true

const send = globalThis.fetch
globalThis.fetch = async (input, init) => {
  const { authorization } = Object.fromEntries(new Headers(init?.headers))
  // An administrator does without the rules.
  const isForRules = String(input).startsWith(`${EMULATOR}/v1/`) && authorization !== 'Bearer owner'
  if (isForRules) known = null
  try {
    return await send(input, init)
  } finally {
    if (isForRules) known = null
  }
}

/** Somebody listens, whom nobody can watch asking: the report is read whenever it is needed, as of now. */
export function distrust(): void {
  isWatched = false
}

/** Loads the rules anew, which empties the emulator's report. Returns what the emulator says of them. */
export async function loadRules(): Promise<string> {
  const body = JSON.stringify({ rules: { files: [{ name: 'firestore.rules', content: RULES }] } })
  const response = await fetch(`${ADMIN}:securityRules`, { method: 'PUT', body })
  const answer = await response.text()
  if (!response.ok) throw new Error(`The rules do not load: ${answer}`)
  inVain = 0
  known = NOTHING_ASKED
  return answer
}

async function readReport(): Promise<Coverage> {
  const { report, size } = await fetchReport()
  inVain += size - SHORTEST_REPORT
  const falsehoods = new Map<string, number>()
  for (const { sourcePosition, values } of report) {
    const name = FUNCTIONS.find(({ body }) => body.includes(sourcePosition.currentOffset))?.name
    const count = values.find(({ value }) => value.kind === 'boolValue' && !value.boolValue)?.count ?? 0
    if (name !== undefined && count > 0) falsehoods.set(name, (falsehoods.get(name) ?? 0) + count)
  }
  return { falsehoods, errors: errorsIn(report) }
}

/** What the rules came to so far. Nothing may be on its way to the emulator meanwhile. */
export async function readCoverage(): Promise<Coverage> {
  const coverage = known ?? (await readReport())
  known = isWatched ? coverage : null
  return coverage
}

/** An `undefined` without a cause only waits until the documents it needs are looked up; one with a cause is an error. */
function errorsIn(expressions: readonly Expression[]): string[] {
  return expressions.flatMap(({ sourcePosition, values, children }) => {
    const causes = values.flatMap(({ value }) => (value.kind === 'undefined' && value.undefined.causeMessage) || [])
    return [...causes.map((cause) => `line ${sourcePosition.line}: ${cause}`), ...errorsIn(children)]
  })
}

/** Whether what the rules came to since they were loaded is known without reading the report. */
export const isKnown = (): boolean => known !== null

/** Fails if any rule met an evaluation error since they were loaded, even where the outcome was right. */
export async function expectNoEvaluationError(): Promise<void> {
  const { errors } = await readCoverage()
  if (errors.length > 0) await loadRules()
  expect(errors, 'evaluation errors in the rules').toEqual([])
}

/** Empties the report once that pays: what it says of errors is asked before. */
export async function keepReportShort(): Promise<void> {
  if (inVain <= TOO_MUCH_IN_VAIN) return
  await expectNoEvaluationError()
  await loadRules()
}

/** The functions that came to false between two moments, without those that called one of them: the reasons. */
export function reasonsBetween(before: Coverage, after: Coverage): string[] {
  const isFalse = (name: string) => (after.falsehoods.get(name) ?? 0) > (before.falsehoods.get(name) ?? 0)
  const isInnermost = ({ calls }: RulesFunction) => ![...calls].some(isFalse)
  return FUNCTIONS.filter((each) => isFalse(each.name) && isInnermost(each)).map(({ name }) => name)
}
