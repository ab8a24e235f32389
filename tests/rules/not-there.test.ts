import { doc, getDoc } from 'firebase/firestore/lite'
import { expect, it } from 'vitest'
import { ballotPath, ballotTallyPath } from './helpers/ballots.ts'
import { clientAs } from './helpers/clients.ts'
import { readCoverage, reasonsBetween } from './helpers/coverage.ts'
import { admin, onEmulator } from './helpers/emulator.ts'
import { seed } from './helpers/people.ts'
import { pathOf, type RestWrite } from './helpers/rest.ts'
import { reactionPath, reportPath } from './helpers/talk.ts'
import { C1, commentPath, stancePath, tallyPath } from './helpers/voices.ts'
import { commit, type Write } from './helpers/writes.ts'
import { documents, outcomeOf } from './helpers/wrong-batches.ts'
import { ACTORS, type Actor, NO_RULE, SIGNED_IN } from './policy/rows.ts'
import { POLICY } from './policy/table.ts'
import { C3, identityOf, NEW, seedWorld } from './policy/world.ts'

// The rules are asked before Firestore looks whether what is to be changed is there. So anybody may ask to change what is
// not, and a rule that went on to what it says would refuse by an evaluation error.

onEmulator()

/** The functions that refuse one or another of those who ask; those of which these are a part are not named again. */
type Reasons = readonly string[] | typeof NO_RULE

type Missing = {
  readonly path: (uid: string) => string
  readonly update: Reasons
  readonly remove: Reasons
}

const IS_NOT_RECORDED = ['isRecorded', 'isSignedIn']
const HAS_NOT_JOINED = ['hasNotLeft', 'isSignedIn']
const isForStaff = (rest: string): Reasons => ['holds', 'isSignedIn', rest]

/** One document of everything that the table speaks of, by its path there; where the id is a person's, of whoever asks. */
const MISSING: Readonly<Record<string, Missing>> = {
  'tasks/{task}': { path: () => 'tasks/t3', update: IS_NOT_RECORDED, remove: NO_RULE },
  'tasks/{task}/revisions/{n}': { path: () => 'tasks/t1/revisions/2', update: NO_RULE, remove: NO_RULE },
  'tasks/{task}/revisions/{n}/stances/{uid}': {
    path: (uid) => stancePath(uid),
    update: IS_NOT_RECORDED,
    remove: NO_RULE,
  },
  'tasks/{task}/revisions/{n}/stanceTallies/{tally}': {
    path: () => tallyPath({ shard: 4 }),
    update: IS_NOT_RECORDED,
    remove: NO_RULE,
  },
  'tasks/{task}/comments/{comment}': { path: () => commentPath(NEW), update: ['isRecorded'], remove: NO_RULE },
  'tasks/{task}/comments/{comment}/edits/{n}': {
    path: () => `${commentPath(C1)}/edits/2`,
    update: NO_RULE,
    remove: ['isMe', 'isSignedIn'],
  },
  'tasks/{task}/comments/{comment}/reactions/{uid}': {
    path: (uid) => reactionPath(uid, C3),
    update: [...HAS_NOT_JOINED, 'hasExactly'],
    remove: [...HAS_NOT_JOINED, 'changesMyReaction'],
  },
  'reports/{report}': { path: (uid) => reportPath(uid, C3), update: NO_RULE, remove: NO_RULE },
  'responses/{comment}': { path: () => `responses/${C3}`, update: isForStaff('hasExactly'), remove: NO_RULE },
  'reviews/{comment}': { path: () => `reviews/${C3}`, update: IS_NOT_RECORDED, remove: NO_RULE },
  'themes/{id}': { path: () => 'themes/NewNewNewNewNewNewNe', update: isForStaff('hasExactly'), remove: NO_RULE },
  'presence/{uid}': { path: (uid) => `presence/${uid}`, update: isForStaff('hasExactly'), remove: NO_RULE },
  'drafts/{task}': { path: () => 'drafts/t2', update: IS_NOT_RECORDED, remove: NO_RULE },
  'settings/voting': { path: () => 'settings/voting', update: NO_RULE, remove: NO_RULE },
  'ballots/{uid}': {
    path: ballotPath,
    update: [...HAS_NOT_JOINED, 'hasExactly'],
    remove: [...HAS_NOT_JOINED, 'changesMyBallot'],
  },
  'ballotTallies/{tally}': {
    path: () => ballotTallyPath({ shard: 4 }),
    update: ['changesMyBallot', 'isSignedIn'],
    remove: NO_RULE,
  },
  'results/{id}': { path: () => 'results/000002', update: isForStaff('hasExactly'), remove: NO_RULE },
  'staff/{uid}': { path: () => 'staff/newcomer', update: isForStaff('hasExactly'), remove: isForStaff('isThere') },
  'participants/{uid}': { path: (uid) => `participants/${uid}`, update: IS_NOT_RECORDED, remove: NO_RULE },
  'identities/{hash}': { path: identityOf, update: NO_RULE, remove: NO_RULE },
  'invites/{token}': { path: () => 'invites/AAAAAAAAAAAAAAAAAAAA', update: ['isRecorded'], remove: NO_RULE },
  'auditLog/{entry}': { path: () => 'auditLog/NewNewNewNewNewNewNe', update: NO_RULE, remove: NO_RULE },
  '{collection}/{document}': { path: () => 'elsewhere/y', update: NO_RULE, remove: NO_RULE },
}

/** Why some who ask in turn are refused, together: all are. */
async function reasonsFor(actors: readonly Actor[], writeOf: (uid: string) => Write): Promise<Reasons> {
  const before = await readCoverage()
  const said: string[] = []
  for (const actor of actors) {
    const failure: unknown = await commit(clientAs(actor), [writeOf(actor)]).catch((error: unknown) => error)
    expect(failure, actor).toMatchObject({ code: 'permission-denied' })
    said.push(String(failure))
  }
  if (said.every((message) => message.includes('No matching allow statements'))) return NO_RULE
  const after = await readCoverage()
  expect(after.errors, 'evaluation errors in the rules').toEqual([])
  return reasonsBetween(before, after)
}

/** Expects everybody to be refused for these reasons. What refuses nobody hides what refuses those who are signed in. */
async function expectRefusals(writeOf: (uid: string) => Write, reasons: Reasons): Promise<void> {
  const found = [await reasonsFor(['nobody'], writeOf), await reasonsFor(SIGNED_IN, writeOf)]
  expect([...new Set(found.flat())].toSorted()).toEqual([reasons].flat().toSorted())
}

it.each(Object.entries(MISSING))('of %s, nobody changes or deletes what is not there', async (_, missing) => {
  const { path, update, remove } = missing
  // Where no rule speaks of it, it does not matter what else there is.
  if (update !== NO_RULE || remove !== NO_RULE) await seedWorld()
  const removing = (uid: string): Write => ({ path: path(uid), remove: true })
  await commit(admin(), ACTORS.map(removing))
  await expectRefusals((uid) => ({ path: path(uid), update: { used: true } }), update)
  await expectRefusals(removing, remove)
})

it('this is tried of everything that the table speaks of', () =>
  expect(Object.keys(MISSING)).toEqual([...new Set(POLICY.map(({ path }) => path))]))

/** Whether a rule speaks of changing, or of deleting, what a write is about. */
function isSpokenOf(write: RestWrite): boolean {
  const [, missing] =
    Object.entries(MISSING).find(([path]) =>
      new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(pathOf(write)),
    ) ?? []
  return missing !== undefined && (write.delete ? missing.remove : missing.update) !== NO_RULE
}

const asUpdate = (write: RestWrite): RestWrite => ({ ...write, currentDocument: { exists: true } })

it('no batch that is right otherwise meets an evaluation error where one of its documents is not there', {
  timeout: 120_000,
}, async () => {
  for await (const { caller, batch, writes, i } of documents()) {
    if (!isSpokenOf(writes[i] ?? {})) continue
    const path = pathOf(writes[i] ?? {})
    const kept = (await getDoc(doc(admin(), path))).data()
    await commit(admin(), [{ path, remove: true }])
    const asked = writes.map((write, at) => (at === i ? asUpdate(write) : write))
    expect(await outcomeOf(caller, asked), `${batch}: ${path}`).toMatch(/^(passed)?$/)
    if (kept) await seed(path, kept)
  }
})
