import { appendFileSync } from 'node:fs'
import { FirebaseError } from 'firebase/app'
import { expect } from 'vitest'
import { loadRules, readCoverage, reasonsBetween } from './coverage.ts'

type Attempt = () => Promise<unknown>

/**
 * Expects a plain refusal: no evaluation error, no limit, and exactly these functions of the rules (the innermost
 * ones) came to false. In a batch each document has a reason of its own; of `a() || b()` both are reasons.
 */
export async function refused(attempt: Attempt, ...reasons: [string, ...string[]]): Promise<void> {
  noteReasons(reasons)
  const denial = await expectDenial(attempt)
  expect(denial.reasons.sort(), denial.message).toEqual(reasons.sort())
}

/** Expects a refusal because no rule speaks of such a document or operation. */
export async function unheardOf(attempt: Attempt): Promise<void> {
  const { message } = await expectDenial(attempt)
  expect(message).toContain('No matching allow statements')
}

/**
 * Expects a refusal because the document is there already and rules speak only of its creation. A set() can be either:
 * the emulator begins with the rule for creation, and stops when it finds the document before coming to an answer.
 */
export async function alreadyThere(attempt: Attempt): Promise<void> {
  const { message, reasons } = await expectDenial(attempt)
  expect(message).toContain("for 'create'")
  expect(reasons).toEqual([])
}

/**
 * Expects a refusal because the server was asked to draw the document's id. Rules are asked before it is drawn, and to
 * look at an id that is not there is an error that no rule can guard against (`id != null` is one too).
 */
export async function withoutAnId(attempt: Attempt): Promise<void> {
  await expectPermissionDenied(attempt)
  const { errors } = await readCoverage()
  expect(errors.length).toBeGreaterThan(0)
  expect(errors.filter((error) => !error.endsWith(': Null value error.'))).toEqual([])
  await loadRules()
}

/** Which test speaks of which functions, for mutation.ts to begin with the right ones. */
function noteReasons(reasons: readonly string[]): void {
  const file = process.env.REASONS_FILE
  const { testPath = '', currentTestName = '' } = expect.getState()
  const note = { file: testPath, test: currentTestName.replaceAll(' > ', ' '), reasons }
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(note)}\n`)
}

async function expectDenial(attempt: Attempt): Promise<{ message: string; reasons: string[] }> {
  const before = await readCoverage()
  const message = await expectPermissionDenied(attempt)
  const after = await readCoverage()
  expect(after.errors, 'evaluation errors in the rules').toEqual([])
  return { message, reasons: reasonsBetween(before, after) }
}

async function expectPermissionDenied(attempt: Attempt): Promise<string> {
  const outcome = await attempt().then(
    () => 'accepted',
    (error: unknown) => error,
  )
  if (!(outcome instanceof FirebaseError) || outcome.code !== 'permission-denied') {
    expect.fail(`expected a refusal, got: ${String(outcome)}`)
  }
  return outcome.message
}
