import { setTimeout } from 'node:timers/promises'
import type { Stickers } from '#domain/ballot.ts'
import { TASK_IDS } from '#domain/plan.ts'
import type { Role } from '#domain/roles.ts'
import { DEMO_PROJECT } from '../../../scripts/lib/paths.ts'

// The batch that src/data/ballots.ts sends and the waits of src/data/commit.ts, without a browser for each of a
// thousand people.

export const TRIES = 5
const FIRST_WAIT_MS = 400

const DOCUMENTS = `projects/${DEMO_PROJECT}/databases/(default)/documents`

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A token as the emulators take it: not signed. */
function tokenOf(uid: string): string {
  const account = {
    sub: uid,
    user_id: uid,
    email: `${uid}@example.com`,
    email_verified: true,
    iat: 0,
    exp: 4_102_444_800,
  }
  const claims = { iss: `https://securetoken.google.com/${DEMO_PROJECT}`, aud: DEMO_PROJECT, ...account }
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ ...claims, firebase: { sign_in_provider: 'password' } })}.`
}

const integer = (value: number) => ({ integerValue: String(value) })
const text = (value: string) => ({ stringValue: value })

type Voter = { readonly uid: string; readonly role: Role; readonly shard: number }

/**
 * Casts, changes or (to null) takes back a ballot together with its tally.
 * @returns how many tries it took, or null if it was given up
 * @throws what the rules refuse
 */
export async function castBallot(
  firestore: string,
  { uid, role, shard }: Voter,
  from: Stickers | null,
  to: Stickers | null,
): Promise<number | null> {
  const name = `${DOCUMENTS}/ballots/${uid}`
  const stickers = to && { mapValue: { fields: Object.fromEntries(TASK_IDS.map((id) => [id, integer(to[id])])) } }
  const ballot = stickers
    ? {
        update: { name, fields: { stickers, role: text(role), shard: integer(shard) } },
        updateTransforms: [{ fieldPath: 'at', setToServerValue: 'REQUEST_TIME' }],
      }
    : { delete: name }
  const steps = TASK_IDS.map((id) => [id, (to?.[id] ?? 0) - (from?.[id] ?? 0)] as const)
  const tally = {
    update: { name: `${DOCUMENTS}/ballotTallies/${role}-${shard}`, fields: { role: text(role) } },
    updateMask: { fieldPaths: ['role'] },
    updateTransforms: [['voters', Number(to !== null) - Number(from !== null)] as const, ...steps].map(
      ([fieldPath, by]) => ({
        fieldPath,
        increment: integer(by),
      }),
    ),
  }
  for (let tried = 1; tried <= TRIES; tried++) {
    const answer = await fetch(`http://${firestore}/v1/${DOCUMENTS}:commit`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${tokenOf(uid)}` },
      body: JSON.stringify({ writes: [ballot, tally] }),
    })
    if (answer.ok) return tried
    const words = await answer.text()
    if (!words.includes('ABORTED')) throw new Error(`${uid}: ${words}`)
    await setTimeout(Math.random() * FIRST_WAIT_MS * 2 ** (tried - 1))
  }
  return null
}
