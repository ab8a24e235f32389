import { doc, getDoc } from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { hideComments, restoreComments } from '#data/moderation.ts'
import { voidRest } from '#data/slip-making.ts'
import { addStaff, changeStaff, readStaffList, removeStaff } from '#data/staff-list.ts'
import { backUp } from '../../scripts/lib/backup.ts'
import { fakeStorage } from '../helpers/fake-storage.ts'
import { onEmulator, admin as owner, signedIn } from '../rules/helpers/emulator.ts'
import { seed, seedParticipant, staffOf } from '../rules/helpers/people.ts'
import { BATCH, claiming, seedSlip, T1, T2, VOIDING } from '../rules/helpers/slips.ts'
import { refused } from '../rules/helpers/verdicts.ts'
import { C1, C2, commentPath, editing, seedComment, seedTask } from '../rules/helpers/voices.ts'
import { commit } from '../rules/helpers/writes.ts'
import { admin, database, run } from './helpers/emulator.ts'
import { newFolder } from './helpers/folders.ts'

// What the office decided after a backup, restored over it or beside it, and what the office then does in the product: the
// app's own code under the rules.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
const here = vi.hoisted(() => ({ db: undefined as unknown }))
vi.mock('#data/firestore.ts', () => ({
  get db() {
    return here.db
  },
}))
vi.mock('#data/session.ts', () => ({ currentUser: async () => ({ uid: 'manager' }) }))
vi.mock('#data/painted.ts', () => ({ painted: async () => {} }))

onEmulator()

const ALL = { canReview: true, canEdit: true, canInvite: true, canManage: true }
const HANA = { ...staffOf(ALL), uid: 'hana', logEntry: null }
const DURI = { ...staffOf(ALL), uid: 'duri', logEntry: null }
const C3 = 't1-AaBbCcDdEeFfGgHhIi03'
const ORDER = { batch: BATCH, uid: 'manager', reason: '1학년 1반' }

const stored = async (path: string) => (await getDoc(doc(owner(), path))).data()
const seen = async (id: string) => {
  const { moderations, edits, reportCount } = (await stored(commentPath(id))) ?? {}
  return { id, taskId: 't1', moderations, edits, reportCount } as const
}
const done = (id: string) => ({ done: [id], failed: [] })
const hide = async (id: string) => expect(await hideComments([await seen(id)], 'abuse')).toEqual(done(id))
const show = async (id: string) => expect(await restoreComments([await seen(id)], '문제가 없음')).toEqual(done(id))
const recordOf = async (uid: string) => {
  const found = (await readStaffList()).find((each) => each.uid === uid)
  if (!found) throw new Error(`${uid} has no record`)
  return found
}
const restore = async (folder: string, how: string) => {
  const { code, said } = await run('restore', '--from', folder, how)
  expect({ code, said }).toMatchObject({ code: 0 })
  return said
}

let folder: string

beforeEach(async () => {
  vi.stubGlobal('localStorage', fakeStorage())
  await Promise.all([seedTask(), seedParticipant('mina'), seed('staff/manager', staffOf(ALL))])
  await Promise.all([seedComment('mina'), seedComment('mina', {}, C2), seedComment('mina', {}, C3)])
  await Promise.all([seedSlip(), seedSlip({}, T2)])
  here.db = signedIn('manager')
  await addStaff(HANA)
  await addStaff(DURI)
  await hide(C2)
  folder = newFolder()
  await backUp(folder, database, 5)
  // What the office and people go on to do.
  await hide(C1)
  await show(C2)
  await removeStaff(await recordOf('hana'))
  await changeStaff({ ...(await recordOf('duri')), canManage: false, canReview: false })
  await commit(signedIn('mina'), editing({}, {}, 1, C3))
  await voidRest(ORDER, () => {})
})

describe('a backup that is restored over what was decided since', () => {
  it('leaves hidden what is hidden, and it is decided about again', async () => {
    const said = await restore(folder, '--over')
    expect(await stored(commentPath(C1))).toMatchObject({ status: 'hidden', hiddenReason: 'abuse', moderations: 1 })
    expect(await stored(commentPath(C2))).toMatchObject({ status: 'visible', hiddenReason: null, moderations: 2 })
    for (const line of [`${commentPath(C1)}: hidden again`, `${commentPath(C2)}: to be read again`]) {
      expect(said).toContain(line)
    }
    await show(C1)
    await hide(C1)
    await hide(C2)
  })

  it('leaves words that their author can change', async () => {
    await restore(folder, '--over')
    expect(await stored(`${commentPath(C3)}/edits/1`)).toBeUndefined()
    await commit(signedIn('mina'), editing({}, {}, 1, C3))
  })

  it('brings nobody back who was dismissed, and no right that was taken; both are given and taken again', async () => {
    const { logEntry } = await recordOf('duri')
    // Not even while it runs: long enough to make it good by a new entry.
    const said = await restore(folder, '--over')
    expect(said).toMatch(/being records of staff.*:\n {2}staff\/duri\n {2}staff\/hana\n/)
    expect(await stored('staff/hana')).toBeUndefined()
    expect(await recordOf('duri')).toMatchObject({ ...DURI, canManage: false, canReview: false, logEntry })
    await changeStaff({ ...(await recordOf('duri')), canReview: true })
    await removeStaff(await recordOf('duri'))
    await addStaff(HANA)
    await removeStaff(await recordOf('hana'))
    expect((await readStaffList()).map(({ uid }) => uid)).toEqual(['manager'])
  })

  it('leaves voided slips void, and others are voided', async () => {
    const said = await restore(folder, '--over')
    expect(said).toContain(`invites of the batch ${BATCH}: 2 void again`)
    for (const token of [T1, T2]) expect(await stored(`invites/${token}`)).toMatchObject({ voided: VOIDING })
    await refused(() => commit(signedIn('jun'), claiming('jun')), 'isNotVoided')
    const other = 'OtherOtherOtherOther'
    await seedSlip({ batch: other }, 'TokenTokenTokenToken03')
    await voidRest({ ...ORDER, batch: other }, () => {})
    expect((await stored('invites/TokenTokenTokenToken03'))?.voided).toContain(other)
  })
})

it('what was deleted and comes back is as the log has it', async () => {
  const gone = admin.db.batch()
  for (const path of [commentPath(C1), `invites/${T1}`]) gone.delete(admin.db.doc(path))
  await gone.commit()
  await restore(folder, '--missing')
  expect(await stored(commentPath(C1))).toMatchObject({ status: 'hidden', moderations: 1 })
  expect(await stored(`invites/${T1}`)).toMatchObject({ voided: VOIDING })
  await show(C1)
})
