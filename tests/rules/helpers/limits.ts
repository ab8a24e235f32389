import { FirebaseError } from 'firebase/app'
import { EMULATOR, PROJECT, RULES } from './config.ts'
import { type Caller, IN_VAIN, pathOf, type RestWrite, restCommit, restWrite } from './rest.ts'

// How much of what Firestore allows a write uses up. Nothing tells it, so it is tried how much more is too much: under
// rules of which each condition, once it is true, goes on to spend as many expressions or look-ups as the token says.
// Nothing of it is done, whatever the rules say.

/** What Firestore allows: expressions and look-ups a document, and look-ups a batch. */
export const ALLOWED = { expressions: 1000, lookUps: 10, lookUpsOfBatch: 20 } as const

/** What a batch uses up: the most that one of its documents does, and the look-ups of all of them together. */
export type Use = Readonly<Record<keyof typeof ALLOWED, number>>

/** Expressions are spent in steps of four, which is what each further `n == 1 ? … :` takes; 25 of them are a leap. */
const STEP = 4
const STEPS_A_LEAP = 25
const LEAPS = 10

/** @param then what to evaluate once that number is reached */
const chain = (numbers: number, then: (number: number) => string): string =>
  `${Array.from({ length: numbers }, (_, i) => `n == ${i} ? ${then(i)} : `).join('')}true`

/** So many expressions more than `true`. */
const expressions = (number: number): string => (number <= 0 ? 'true' : `[${Array(number - 3).fill(0)}].size() > 0`)

const path = (rest: string): string => `/databases/$(database)/documents/${rest}`

/** `n == 0 || !exists(…/0) && (n == 1 || …)`: nothing is spent on what is not asked for. */
const lookUps = (from: number): string =>
  from === ALLOWED.lookUps ? 'true' : `(n == ${from} || !exists(${path(`nowhere/${from}`)}) && ${lookUps(from + 1)})`

const EXPRESSIONS = `
    function spends() { return steps(request.auth.token.steps) && leaps(request.auth.token.leaps); }
    function steps(n) { return ${chain(STEPS_A_LEAP, () => 'true')}; }
    function leaps(n) { return ${chain(LEAPS, (leaps) => expressions(leaps * (STEPS_A_LEAP - 1) * STEP))}; }
    match /spare/{document} { allow create: if true ? spends() : false; }
`
const LOOK_UPS = `
    function isOther() { return request.auth.token.alone && request.path != path(request.auth.token.judged); }
    function spends() { return looksUp(request.auth.token.lookUps); }
    function looksUp(n) { return ${lookUps(0)}; }
    match /looked/{document} { allow create: if !exists(${path('nowhere/$(document)')}); }
`

const HEAD = 'match /databases/{database}/documents {'
const WRITING = /(allow [^:;]*(?:create|update|delete)[^:;]*: if )([^;]*);/g

// A condition that waits for a document is neither true nor false: `? :` waits with it, where `&&` would go on.
const SPENDING = {
  expressions: RULES.replace(WRITING, '$1($2) ? spends() : false;').replace(HEAD, `${HEAD}${EXPRESSIONS}`),
  lookUps: RULES.replace(WRITING, '$1isOther() || (($2) ? spends() : false);').replace(HEAD, `${HEAD}${LOOK_UPS}`),
}

/** Loads rules that spend. Whoever does so loads the rules again afterwards. */
export async function loadSpendingRules(what: keyof typeof SPENDING): Promise<void> {
  const files = [{ name: 'firestore.rules', content: SPENDING[what] }]
  const address = `${EMULATOR}/emulator/v1/projects/${PROJECT}:securityRules`
  const answer = await fetch(address, { method: 'PUT', body: JSON.stringify({ rules: { files } }) })
  if (!answer.ok) throw new Error(await answer.text())
}

const OVER = /maximum of 1000 expressions|evaluation error|Service call error/

type Asker = Exclude<Caller, string | null>

/** Whether the batch keeps within the limits. */
async function isWithin(asker: Asker, writes: readonly RestWrite[], claims: object): Promise<boolean> {
  const caller = { uid: asker.uid, token: { ...asker.token, ...claims } }
  const failure = await restCommit(caller, ...writes, IN_VAIN).catch((error: unknown) => error)
  if (failure instanceof FirebaseError && failure.code === 'not-found') return true
  if (failure instanceof FirebaseError && OVER.test(failure.message)) return false
  // Several such batches wait for the same documents, and Firestore gave up waiting before it judged.
  if (failure instanceof FirebaseError && failure.code === 'aborted') return isWithin(asker, writes, claims)
  throw failure
}

/** The largest number up to a limit that is still fine, as 0 is. */
async function most(limit: number, isFine: (number: number) => Promise<boolean>): Promise<number> {
  let [fine, tooMuch] = [0, limit + 1]
  while (fine + 1 < tooMuch) {
    const middle = Math.floor((fine + tooMuch) / 2)
    if (await isFine(middle)) fine = middle
    else tooMuch = middle
  }
  return fine
}

/** Of a document that asks for nothing, and of a batch that the rules accept. */
const spareSteps = (asker: Asker, writes: readonly RestWrite[]): Promise<number> =>
  most(LEAPS * STEPS_A_LEAP - 1, (number) =>
    isWithin(asker, writes, { steps: number % STEPS_A_LEAP, leaps: Math.floor(number / STEPS_A_LEAP) }),
  )

/**
 * How many expressions the most expensive document of a batch takes, rather a few too many than too few: under the rules
 * that spend expressions.
 */
export async function expressionsOf(asker: Asker, writes: readonly RestWrite[]): Promise<number> {
  const all = await spareSteps(asker, [restWrite('spare/x', {})])
  return (all - (await spareSteps(asker, writes))) * STEP
}

/**
 * How many look-ups a batch takes, and the document of it that takes most, as if it were judged alone: under the rules
 * that spend look-ups.
 */
export async function lookUpsOf(asker: Asker, writes: readonly RestWrite[]): Promise<Omit<Use, 'expressions'>> {
  const ofDocument = (judged: string) =>
    most(ALLOWED.lookUps, (lookUps) =>
      isWithin(asker, writes, { lookUps, alone: true, judged: `/databases/(default)/documents/${judged}` }),
    )
  // As many further documents as can look up one each.
  const ofBatch = most(ALLOWED.lookUpsOfBatch, (number) => {
    const further = Array.from({ length: number }, (_, i) => restWrite(`looked/${i}`, {}))
    return isWithin(asker, [...writes, ...further], { lookUps: 0, alone: false })
  })
  const spare = await Promise.all(writes.map(pathOf).map(ofDocument))
  return {
    lookUps: ALLOWED.lookUps - Math.min(...spare),
    lookUpsOfBatch: ALLOWED.lookUpsOfBatch - (await ofBatch),
  }
}
