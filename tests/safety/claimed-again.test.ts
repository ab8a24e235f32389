import { doc, getDoc, serverTimestamp } from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { voidingEntryId } from '#domain/audit.ts'
import { backUp } from '../../scripts/lib/backup.ts'
import { catchUp } from '../../scripts/lib/catch-up.ts'
import { onEmulator, admin as owner, signedIn } from '../rules/helpers/emulator.ts'
import { seedStaff } from '../rules/helpers/people.ts'
import { ANONYMOUS, BATCH, by, claiming, entry, seedSlip, slipHolder, T1, T2, VOIDING } from '../rules/helpers/slips.ts'
import { refused } from '../rules/helpers/verdicts.ts'
import { commit } from '../rules/helpers/writes.ts'
import { admin, database, run } from './helpers/emulator.ts'
import { newFolder } from './helpers/folders.ts'

// Slips that somebody came with after a backup, restored over what is there or beside it: one makes one person all the same.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

onEmulator()

const { db } = admin
const LINE = `invites/${T1}: claimed again`
const slip = async (token: string) => {
  const { used, voided } = (await getDoc(doc(owner(), `invites/${token}`))).data() ?? {}
  return { used, voided }
}
const claim = (uid: string, token = T1) => commit(signedIn(uid, ANONYMOUS), claiming(uid, {}, token))
const restore = async (how: string) => {
  const { code, said } = await run('restore', '--from', folder, how)
  expect({ code, said }).toMatchObject({ code: 0 })
  return said
}
const caughtUp = async () => {
  const lines: string[] = []
  await catchUp(db, 0, ({ said }) => lines.push(said))
  return lines
}

let folder: string

beforeEach(async () => {
  await Promise.all([seedSlip(), seedSlip({}, T2), seedStaff('inviter', { canInvite: true })])
  folder = newFolder()
  await backUp(folder, database, 5)
  await claim('kid')
})

describe('a slip that was claimed since a backup', () => {
  it.each(['--over', '--missing'])('lets in nobody else, although it came back: %s', async (how) => {
    if (how === '--missing') await db.doc(`invites/${T1}`).delete()
    expect(await restore(how)).toContain(LINE)
    expect(await slip(T1)).toEqual({ used: true, voided: null })
    await refused(() => commit(signedIn('kim', ANONYMOUS), claiming('kim')), 'isUnused')
    // The other one nobody has come with.
    expect(await slip(T2)).toEqual({ used: false, voided: null })
    await claim('kim', T2)
  })

  it('is not void, although the rest of its batch is', async () => {
    const id = voidingEntryId(BATCH, T2)
    const logged = { path: `auditLog/${id}`, set: entry('void-slips') }
    await by('inviter', logged, { path: `invites/${T2}`, update: { voided: id } })
    const said = await restore('--over')
    expect(said).toContain(LINE)
    expect(said).toContain('1 void again')
    expect(await slip(T1)).toEqual({ used: true, voided: null })
    expect(await slip(T2)).toEqual({ used: false, voided: id })
  })

  it('is so again where it was voided before that was told', async () => {
    await seedSlip({ voided: VOIDING })
    expect(await caughtUp()).toEqual([LINE])
    expect(await slip(T1)).toEqual({ used: true, voided: null })
    expect(await caughtUp()).toEqual([])
  })

  it('is not told from others if whoever came with it has left: their record says no more', async () => {
    const leaving = { path: 'participants/kid', set: { leftAt: serverTimestamp() } }
    await commit(signedIn('kid', ANONYMOUS), [leaving])
    expect(await restore('--over')).not.toContain(T1)
    expect(await slip(T1)).toEqual({ used: false, voided: null })
  })

  it('is found among more people than are asked for together; a slip that is gone is no reason to stop', async () => {
    const batch = db.batch()
    for (let n = 0; n < 499; n++)
      batch.set(db.doc(`participants/p${n}`), slipHolder({ joinedAt: null, invite: `A${n}` }))
    await batch.commit()
    await Promise.all([seedSlip(), seedSlip({}, 'A7'), claim('kim', T2)])
    await seedSlip({}, T2)
    expect(new Set(await caughtUp())).toEqual(
      new Set([LINE, `invites/${T2}: claimed again`, 'invites/A7: claimed again']),
    )
  })
})
