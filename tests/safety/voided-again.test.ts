import { Timestamp } from 'firebase-admin/firestore'
import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { backUp } from '../../scripts/lib/backup.ts'
import { catchUp } from '../../scripts/lib/catch-up.ts'
import { restore } from '../../scripts/lib/restore.ts'
import { admin, database, empty, everything, run } from './helpers/emulator.ts'
import { newFolder } from './helpers/folders.ts'

// A voiding that stopped half-way, after which slips were added to the batch: which of them a restoration voids again.
vi.setConfig({ testTimeout: 60_000 })

const { db } = admin
const BATCH = 'BatchBatchBatchBatch'
const VOIDING = `${BATCH}~TokenTokenTokenToken01`
const [VOIDED, LEFT, ADDED] = ['TokenTokenTokenToken01', 'TokenTokenTokenToken02', 'TokenTokenTokenToken03']
const SLIPS = [VOIDED, LEFT, ADDED].map((token) => `invites/${token}`)
const MINUTE = 60_000

const slip = (issuedAt: number) => ({
  batch: BATCH,
  used: false,
  voided: null,
  issuedAt: Timestamp.fromMillis(issuedAt),
})
const voided = async () => (await Promise.all(SLIPS.map((path) => db.doc(path).get()))).map((it) => it.get('voided'))
const issue = async () => {
  const at = Date.now() - MINUTE
  await Promise.all([VOIDED, LEFT].map((token) => db.doc(`invites/${token}`).set(slip(at))))
}
const voidSome = async () => {
  const at = Timestamp.now()
  const batch = db.batch()
  batch.set(db.doc(`auditLog/${VOIDING}`), { action: 'void-slips', target: BATCH, at, reason: '1학년 1반' })
  batch.update(db.doc(`invites/${VOIDED}`), { voided: VOIDING })
  await batch.commit()
}
const add = () => db.doc(`invites/${ADDED}`).set(slip(Date.now()))
const backedUp = async () => {
  const folder = newFolder()
  await backUp(folder, database, 5)
  return folder
}
const LINE = `invites of the batch ${BATCH}: look at 1 that can be claimed: the backup is of while it was voided`

afterAll(() => admin.close())
beforeEach(empty)

it('none that did not come back', async () => {
  await issue()
  const folder = await backedUp()
  await voidSome()
  await add()
  const before = await everything()
  expect((await run('restore', '--from', folder, '--missing')).code).toBe(0)
  expect(await everything()).toEqual(before)
})

it('those that came back as they were before', async () => {
  await issue()
  const folder = await backedUp()
  await voidSome()
  await add()
  await db.doc(`invites/${VOIDED}`).delete()
  expect((await run('restore', '--from', folder, '--missing')).said).toContain('1 void again')
  expect(await voided()).toEqual([VOIDING, null, null])
  // Over all of them: what is written as it is keeps its time, so that one that was never voided is told from one that was.
  expect((await run('restore', '--from', folder, '--over')).said).toContain('1 void again')
  expect(await voided()).toEqual([VOIDING, null, null])
})

it('none of a backup that is younger, in a project that is empty; those of the same minutes are to be looked at', async () => {
  await issue()
  await voidSome()
  await add()
  const folder = await backedUp()
  const before = await everything()
  await empty()
  const lines: string[] = []
  const told = ({ said }: { said: string }) => void lines.push(said)
  await restore(folder, database, false, ({ at }) => catchUp(db, Date.parse(at), told))
  expect(lines).toEqual([LINE])
  await catchUp(db, Date.now() + 11 * MINUTE, told)
  expect(lines).toEqual([LINE])
  expect(await everything()).toEqual(before)
})
