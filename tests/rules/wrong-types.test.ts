import { FirebaseError } from 'firebase/app'
import { expect, it } from 'vitest'
import { loadRules } from './helpers/coverage.ts'
import { admin, onEmulator } from './helpers/emulator.ts'
import { type Caller, IN_VAIN, pathOf, type RestWrite, restCommit } from './helpers/rest.ts'
import { asSent } from './helpers/sent.ts'
import { ANONYMOUS } from './helpers/slips.ts'
import { commit } from './helpers/writes.ts'
import { collectionOf, hugeTextsIn, type Probe, wrongValuesIn } from './helpers/wrong-values.ts'
import { type Operation, POLICY } from './policy/table.ts'
import { seedWorld } from './policy/world.ts'

onEmulator()

/** What the rules let pass, since it is right or since to look at it would take too many expressions. */
const LET_PASS: readonly RegExp[] = [
  /^(participants|invites) (district|level): nothing$/,
  /^reviews assignee: nothing$/,
  // A document ends at 1 MiB, and what editors publish ends there too.
  /^tasks (title|summary|plain|body)\.(ko|en): a text of 1 MiB$/,
  // Of results, down to the names of the groups; of what they have in common, down to the tasks. Each is kept, and logged.
  /^results\/000002 (tasks\.t\d\.|stickers\.)(turnsAt|total|groups\.\w+)/,
  /^results\/common-ground tasks\.t\d/,
]

/** What a limit refuses: subtasks go from function to function, for which 5 MiB are all there is. */
const BY_A_LIMIT = /^tasks subtasks\.0\.[\w.]+: a text of 1 MiB: .*maximum allotted memory/

/** What a refusal says of a condition that is false, and of one that waits for a document. */
const PLAIN = /(, )?(false|evaluation error at L\d+:\d+) for '\w+' @ L\d+/g

/** @returns nothing if a condition refuses; what was it if something else does, and “passed” if nothing does */
async function outcomeOf(caller: Caller, writes: readonly RestWrite[]): Promise<string> {
  const failure: unknown = await restCommit(caller, ...writes, IN_VAIN).catch((error: unknown) => error)
  if (!(failure instanceof FirebaseError)) throw failure
  if (failure.code === 'not-found') return 'passed'
  // On a busy machine one may wait too long for the others.
  if (failure.code === 'aborted') return outcomeOf(caller, writes)
  const { message } = (JSON.parse(failure.message) as { error: { message: string } }).error
  if (failure.code === 'permission-denied') return message.trim().replace(PLAIN, '')
  // Firestore itself keeps no list in a list.
  return /array value in an array value/.test(message) ? '' : `${failure.code} ${message}`
}

/** Sends a few at a time: who writes the same documents waits for the others. */
async function inLanes<T>(items: readonly T[], send: (item: T) => Promise<void>): Promise<void> {
  const left = items.values()
  const lane = async () => {
    for (const item of left) await send(item)
  }
  await Promise.all(Array.from({ length: 6 }, lane))
}

const WRITES: readonly (readonly [Operation, writes: (uid: string) => Parameters<typeof asSent>[0]])[] = POLICY.flatMap(
  ({ operations }) =>
    operations.flatMap((operation) =>
      operation.ask.kind === 'write' && operation.may.length > 0 ? [[operation, operation.ask.writes] as const] : [],
    ),
)

it('no write takes anything else in the place of what it should hold, and a condition says so', {
  timeout: 400_000,
}, async () => {
  const notRefused: string[] = []
  const tried = new Set<string>()
  const logged = new Set<string>()
  for (const [{ may, without = [] }, writesOf] of WRITES) {
    const uid = may[0] ?? 'nobody'
    const caller = { uid, token: uid === 'anonymous' ? ANONYMOUS : {} }
    await seedWorld()
    const absent = without.map((path) => ({ path, remove: true as const }))
    if (absent.length > 0) await commit(admin(), absent)
    const writes = await asSent(writesOf(uid))
    for (const [i, write] of writes.entries()) {
      const of = collectionOf(write) === 'results' ? pathOf(write) : collectionOf(write)
      // Once a field is enough of these.
      const huge = hugeTextsIn(writes, i).filter(({ field }) => !tried.has(`${of} ${field}`))
      for (const { field } of huge) tried.add(`${of} ${field}`)
      // The log looks at all but the target in the same way, whatever was done.
      const again = (field: string) => of === 'auditLog' && field !== 'target' && logged.has(field)
      const wrong = wrongValuesIn(writes, i).filter(({ field }) => !again(field))
      if (of === 'auditLog') for (const { field } of wrong) logged.add(field)
      await inLanes([...wrong, ...huge], async ({ field, what, writes }: Probe) => {
        const outcome = await outcomeOf(caller, writes)
        if (outcome !== '') notRefused.push(`${of} ${field}: ${what}${outcome === 'passed' ? '' : `: ${outcome}`}`)
      })
    }
  }
  // All that the rules looked at stands in the emulator's report, which nobody wants to read.
  await loadRules()
  const known = [...LET_PASS, BY_A_LIMIT]
  expect(notRefused.filter((each) => !known.some((pattern) => pattern.test(each)))).toEqual([])
  expect(known.filter((pattern) => !notRefused.some((each) => pattern.test(each)))).toEqual([])
})
