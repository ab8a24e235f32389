import { FieldValue, Timestamp } from 'firebase-admin/firestore'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { backUp } from '../../scripts/lib/backup.ts'
import { json } from '../../scripts/lib/database.ts'
import { admin, database, empty, everything, run } from './helpers/emulator.ts'
import { newFolder } from './helpers/folders.ts'

vi.setConfig({ testTimeout: 60_000 })

const { db } = admin
const read = async (path: string) => (await db.doc(path).get()).data()
const comment = (id: string) => `tasks/t1/comments/t1-${id}`

const BACKED_UP = {
  'settings/voting': { opensAt: Timestamp.fromMillis(0), closesAt: Timestamp.fromMillis(1) },
  'staff/dismissed': { canManage: true },
  'staff/manager': { canManage: true },
  'invites/claimed': { used: false, voided: false },
  'invites/voided': { used: false, voided: false },
  'ballots/changed': { t1: 5 },
  'ballots/deleted': { t1: 3 },
  'ballots/takenBack': { t1: 1 },
  'ballotTallies/student_1': { voters: 3, t1: 9 },
  [comment('hidden')]: { status: 'visible', text: '나쁜 말', agreeTotal: 1 },
  [`${comment('hidden')}/reactions/one`]: { kind: 'agree' },
  [comment('deleted')]: { status: 'visible', text: '지워진 말', agreeTotal: 1 },
  [`${comment('deleted')}/edits/1`]: { text: '앞선 말' },
  [`${comment('deleted')}/reactions/one`]: { kind: 'agree' },
  [comment('withdrawn')]: { status: 'visible', text: '거둔 말' },
  [`${comment('withdrawn')}/edits/1`]: { text: '거둔 앞선 말' },
}
const AWAY = ['staff/dismissed', `${comment('withdrawn')}/edits/1`]
const DELETED = ['ballots/deleted', 'deleted', 'deleted/edits/1', 'deleted/reactions/one'].map((path) =>
  path.includes('ballots') ? path : comment(path),
)

/** What people and the office do after the backup. */
async function goOn(): Promise<void> {
  const batch = db.batch()
  batch.update(db.doc('settings/voting'), { closesAt: Timestamp.fromMillis(2) })
  batch.delete(db.doc('staff/dismissed'))
  batch.create(db.doc('auditLog/dismissed~'), { action: 'staff', target: 'dismissed' })
  batch.update(db.doc('invites/claimed'), { used: true })
  batch.create(db.doc('participants/claimed'), { role: 'student' })
  batch.update(db.doc('invites/voided'), { voided: true })
  batch.update(db.doc('ballots/changed'), { t1: 2 })
  batch.create(db.doc('ballots/new'), { t1: 1 })
  batch.delete(db.doc('ballots/takenBack'))
  batch.update(db.doc('ballotTallies/student_1'), { t1: FieldValue.increment(-3) })
  batch.update(db.doc(comment('hidden')), { status: 'hidden' })
  batch.update(db.doc(comment('withdrawn')), { status: 'withdrawn', text: '' })
  batch.delete(db.doc(`${comment('withdrawn')}/edits/1`))
  await batch.commit()
}

afterAll(() => admin.close())

describe('after a wrong deletion', () => {
  let live: string[]
  let folder: string
  let said: string

  beforeAll(async () => {
    await empty()
    const batch = db.batch()
    for (const [path, data] of Object.entries(BACKED_UP)) batch.create(db.doc(path), data)
    await batch.commit()
    folder = newFolder()
    await backUp(folder, database, 5)
    await goOn()
    live = await everything()
    const deletion = db.batch()
    for (const path of DELETED) deletion.delete(db.doc(path))
    await deletion.commit()
    const ended = await run('restore', '--from', folder, '--missing')
    expect(ended.code, ended.said).toBe(0)
    said = ended.said
  }, 60_000)

  it('what was deleted is back, and nothing newer is changed', async () => {
    // Only the voter and the sums knew that this was no mistake: docs/operations.md has the sums rebuilt.
    expect(await read('ballots/takenBack')).toEqual(BACKED_UP['ballots/takenBack'])
    expect((await everything()).filter((line) => !line.includes('ballots/takenBack'))).toEqual(live)
  })

  it('whoever was dismissed stays so, and words that were taken back stay gone', async () => {
    for (const path of AWAY) {
      expect(await read(path)).toBeUndefined()
      expect(said).toContain(path)
    }
  })

  it('it is said what was done, and what to do', () => {
    const newer = ['voting', 'claimed', 'voided', 'changed', 'student_1', 'hidden', 'withdrawn'].length
    const same = Object.keys(BACKED_UP).length - newer - AWAY.length - DELETED.length - 1
    expect(said).toContain(`${DELETED.length + 1} documents that were missing in demo-madang are back`)
    expect(said).toContain(`${same} as in the backup, ${newer} that are others now, 3 that are not in it`)
    expect(said).toContain('npm run tallies:rebuild')
  })

  it('a second run finds nothing that is missing', async () => {
    const before = await everything()
    expect((await run('restore', '--from', folder, '--missing')).said).toContain('0 documents that were missing')
    expect(await everything()).toEqual(before)
  })

  it('what --over would have brought back stands in its help', async () => {
    const { said: help } = await run('restore', '--help')
    for (const word of ['staff', 'slips', 'hidden comments', 'ballots', 'sums']) expect(help).toContain(word)
    expect((await run('restore', '--from', folder, '--over', '--missing')).code).toBe(1)
  })
})

it('a document that comes into being at the same time is left', async () => {
  await empty()
  const of = (path: string, n: number) => ({ path, fields: { n: { integerValue: String(n) } } })
  await database.write([of('a/1', 2)])
  await database.add([of('a/1', 1), of('a/2', 1)])
  expect(await everything()).toEqual([json(of('a/1', 2)), json(of('a/2', 1))])
})
