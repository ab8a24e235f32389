import { doc, getDoc } from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { admin, anyone, onEmulator, signedIn } from './helpers/emulator.ts'
import { seed } from './helpers/people.ts'
import {
  ANONYMOUS,
  BATCH,
  by,
  entry,
  inDays,
  minutesAgo,
  OTHER_BATCH,
  seedInviters,
  seedSlip,
  T1,
  T2,
  VOIDING,
  voiding,
} from './helpers/slips.ts'
import { refused } from './helpers/verdicts.ts'
import { commit, type Write } from './helpers/writes.ts'

onEmulator()

beforeEach(seedInviters)

describe('voiding slips', () => {
  beforeEach(() => seedSlip())
  const [noted, taken] = voiding() as [Write, Write]

  it('is noted in the log, by any who may issue them, for many at a time', async () => {
    await seedSlip({}, T2)
    const ofOther = { path: noted.path, set: entry('void-slips', { byUid: 'other' }) }
    await by('other', ofOther, ...voiding({}, [T1, T2]).slice(1))
    expect((await getDoc(doc(admin(), `invites/${T2}`))).get('voided')).toBe(VOIDING)
  })

  it('is refused when a slip is used or void already', async () => {
    await seedSlip({ used: true })
    await refused(() => by('inviter', noted, taken), 'isUnused')
    await seedSlip({ voided: BATCH })
    await refused(() => by('inviter', noted, taken), 'isNotVoided')
  })

  it('is refused to others', async () => {
    await refused(() => by('reviewer', taken), 'holds')
    await refused(() => commit(signedIn('x', ANONYMOUS), [taken]), 'holds')
    await refused(() => commit(anyone(), [taken]), 'isSignedIn')
  })

  it('is refused without its entry, or with another', async () => {
    await refused(() => by('inviter', taken), 'hasEntry')
    await seed(`auditLog/${BATCH}`, entry('issue-slips', { at: minutesAgo(1) }))
    await refused(() => by('inviter', { ...taken, update: { voided: BATCH } }), 'isVoidingId')
    await seed(`auditLog/${VOIDING}`, entry('issue-slips', { at: minutesAgo(1) }))
    await refused(() => by('inviter', taken), 'isEntry')
    await commit(admin(), [{ path: noted.path, remove: true }])
    const elsewhere = entry('void-slips', { target: OTHER_BATCH })
    await refused(() => by('inviter', { path: noted.path, set: elsewhere }, taken), 'isAboutSlips')
    await seed(noted.path, entry('void-slips', { at: minutesAgo(11) }))
    await refused(() => by('inviter', taken), 'isOfTheseMinutes')
  })

  it.each([true, 1, '', 'x/y', [VOIDING]])('is refused by the mark %j', (voided) =>
    refused(() => by('inviter', { ...taken, update: { voided } }), 'isVoidingId'),
  )

  it.each([{ used: true }, { expiresAt: inDays(300) }, { role: 'teacher' }, { batch: OTHER_BATCH }, { note: '' }])(
    'changes nothing else: %j',
    async (change) => {
      await refused(() => by('inviter', ...voiding(change)), 'changesOnly')
      await refused(
        () => by('inviter', { path: taken.path, update: change }),
        'used' in change ? 'bringsParticipant' : 'changesOnly',
      )
    },
  )

  it('is not taken back', async () => {
    await by('inviter', noted, taken)
    await refused(() => by('inviter', { ...taken, update: { voided: null } }), 'isNotVoided')
  })
})
