import { type DocumentData, deleteField, doc, getDoc, increment, Timestamp } from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { SLIP_ROLES } from '#domain/slip.ts'
import { admin, anyone, onEmulator, signedIn } from './helpers/emulator.ts'
import { accepts } from './helpers/outcomes.ts'
import { joining, participant, seedParticipant, seedStaff } from './helpers/people.ts'
import { restCommit, restWrite, serverTime } from './helpers/rest.ts'
import { ANONYMOUS, claiming, inDays, issuing, seedSlip, slipHolder, T1, T2, VOIDING } from './helpers/slips.ts'
import { alreadyThere, refused, unheardOf } from './helpers/verdicts.ts'
import { commenting, seedTask, takingStance } from './helpers/voices.ts'
import { commit, type Write } from './helpers/writes.ts'

onEmulator()

beforeEach(async () => {
  await seedSlip()
  await seedSlip({}, T2)
})

const anonymous = (uid: string) => signedIn(uid, ANONYMOUS)
const claim = (changes: DocumentData = {}) => commit(anonymous('kid'), claiming('kid', changes))
const [used, joined] = claiming('kid') as [Write, Write]
const write = (...writes: Write[]) => commit(anonymous('kid'), writes)

describe('claiming a slip', () => {
  it('makes a participant of somebody who has no address, and uses the slip up', async () => {
    await claim()
    expect((await getDoc(doc(anonymous('kid'), 'participants/kid'))).get('verification')).toBe('invite')
    expect((await getDoc(doc(admin(), `invites/${T1}`))).get('used')).toBe(true)
  })

  it('gives a voice', async () => {
    await seedTask()
    await claim()
    await write(...takingStance('kid', 'agree'))
    await write(...commenting('kid', { verification: 'invite' }))
  })

  it.each(SLIP_ROLES)('works for a %s', async (role) => {
    await seedSlip({ role, district: null, level: null })
    await claim({ role, district: null, level: null })
  })

  it('works for somebody with an address, in either language', () =>
    commit(signedIn('mina'), claiming('mina', { lang: 'en' })))

  it('has one winner when two people try at once', async () => {
    const outcomes = await Promise.all(['kid', 'kim'].map((uid) => accepts(anonymous(uid), claiming(uid))))
    expect(outcomes.toSorted()).toEqual([false, true])
  })
})

describe('a slip is refused', () => {
  it('when it is used', async () => {
    await claim()
    await refused(() => commit(anonymous('kim'), claiming('kim')), 'isUnused')
  })

  it('when it is void', async () => {
    await seedSlip({ voided: VOIDING })
    await refused(() => claim(), 'isNotVoided')
  })

  it('when it has expired, be it just now', async () => {
    await seedSlip({ expiresAt: Timestamp.fromMillis(Date.now() - 1) })
    await refused(() => claim(), 'isInTime')
  })

  it('when it is mistyped', async () => {
    const mistyped = 'TokenTokenTokenToken03'
    await refused(
      () => write({ ...joined, path: 'participants/kid', set: slipHolder({ invite: mistyped }) }),
      'isClaimable',
    )
  })

  it('when it is issued in the same batch', async () => {
    await seedStaff('inviter', { canInvite: true })
    const token = 'TokenTokenTokenToken03'
    const made = issuing({ used: true }, [token])
    const own = slipHolder({ invite: token })
    await refused(() => commit(signedIn('inviter'), [...made, { path: 'participants/inviter', set: own }]), 'isSlip')
  })

  it('to people who have not signed in', () => refused(() => commit(anyone(), claiming('kid')), 'isSignedIn'))

  it('to participants, who have a voice already', async () => {
    await seedParticipant('mina')
    await refused(() => commit(signedIn('mina'), claiming('mina').slice(0, 1)), 'bringsParticipant')
    await refused(() => commit(signedIn('mina'), [claiming('mina')[1] as Write]), 'changesOnly')
    await claim()
    await refused(() => write(claiming('kid', {}, T2)[0] as Write), 'bringsParticipant')
  })

  it('without a participant, or with somebody else', async () => {
    await refused(() => write(used), 'bringsParticipant')
    await refused(() => write(used, { ...joined, path: 'participants/kim' }), 'isMe')
    await refused(() => write({ ...joined, path: 'participants/kim' }), 'isMe')
  })

  it('when two participants share it in one batch', () =>
    refused(() => write(used, joined, { ...joined, path: 'participants/kim' }), 'isMe'))

  it('when one participant uses two', async () => {
    await refused(() => write(used, joined, { ...used, path: `invites/${T2}` }), 'bringsParticipant')
    await refused(() => write({ ...used, path: `invites/${T2}` }, joined), 'bringsParticipant')
  })

  it('when it is used for somebody who joins by e-mail', () =>
    refused(() => commit(signedIn('mina'), [used, ...joining('mina')]), 'bringsParticipant'))

  const changes: [string, DocumentData, string][] = [
    ['used by half', { used: null }, 'isClaimed'],
    ['used once', { used: 1 }, 'isClaimed'],
    ['used in words', { used: 'true' }, 'isClaimed'],
    ['used for longer', { used: true, expiresAt: inDays(300) }, 'changesOnly'],
    ['used for a teacher', { used: true, role: 'teacher' }, 'changesOnly'],
    ['used with a note', { used: true, by: 'kid' }, 'changesOnly'],
    ['used without a school', { used: true, school: deleteField() }, 'changesOnly'],
    ['used without the mark', { used: true, voided: deleteField() }, 'changesOnly'],
  ]
  it.each(changes)('when it becomes %s', (_, update, reason) =>
    refused(() => write({ path: used.path, update }, joined), reason),
  )

  it('when it is void and used in one', () =>
    refused(() => write({ path: used.path, update: { used: true, voided: VOIDING } }, joined), 'holds'))

  it('when it is put back after its use', async () => {
    await claim()
    await refused(() => write({ path: used.path, update: { used: false } }), 'isUnused')
    await unheardOf(() => write({ path: used.path, remove: true }))
  })
})

describe('a participant with a slip is refused', () => {
  const changes: [string, DocumentData, string][] = [
    ['another group', { role: 'teacher' }, 'isAsSlipSays'],
    ['another district', { district: 'jung' }, 'isAsSlipSays'],
    ['no district', { district: null }, 'isAsSlipSays'],
    ['another level', { level: 'high' }, 'isAsSlipSays'],
    ['no level though the slip tells one', { level: null }, 'isAsSlipSays'],
    ['another verification', { verification: 'email' }, 'isAsSlipSays'],
    ['the verification of a school', { verification: 'domain' }, 'isAsSlipSays'],
    ['an unknown language', { lang: 'ja' }, 'isLang'],
    ['no consent', { consentVersion: 0 }, 'consented'],
    ['a past time', { joinedAt: Timestamp.fromMillis(0) }, 'isNow'],
    ['a comment', { lastComment: { id: 'x', at: Timestamp.fromMillis(0) } }, 'isNewParticipant'],
    ['a name', { name: 'Kim' }, 'hasExactly'],
    ['a slip that is none', { invite: 'token' }, 'isToken'],
    ['a slip that is a path', { invite: `${T1}/x/y` }, 'isToken'],
    ['a number for a slip', { invite: 1 }, 'isToken'],
    ['a list of slips', { invite: [T1, T2] }, 'isToken'],
  ]
  it.each(changes)('with %s', (_, change, reason) =>
    refused(
      () =>
        write(
          { path: joined.path, set: slipHolder(change) },
          // Who names no slip uses none, which the slip would say as well.
          ...('invite' in change ? [] : [used]),
        ),
      reason,
    ),
  )

  it('without using the slip up', () => refused(() => write(joined), 'usesSlipUp'))

  it('by using another slip', () =>
    refused(() => write(joined, { ...used, path: `invites/${T2}` }), 'bringsParticipant'))

  it('without a slip, if there is no address', async () => {
    await refused(() => write(...joining('kid').slice(0, 1)), 'hasVerifiedEmail')
    const claimed = participant({ verification: 'invite' })
    await refused(() => commit(signedIn('mina'), [{ path: 'participants/mina', set: claimed }]), 'isVerifiedForRole')
  })

  it('who takes an identity as well, if the address is somebody’s', async () => {
    await commit(signedIn('mina'), joining('mina'))
    const again = signedIn('mina-again', { email: 'mina@example.com' })
    const [, identity] = joining('mina-again', {}, 'mina@example.com') as [Write, Write]
    await alreadyThere(() => commit(again, [...claiming('mina-again'), identity]))
  })

  it('over the REST interface, with a server time for the use', async () => {
    const { joinedAt: _, ...fields } = slipHolder()
    const join = restWrite('participants/sol', fields, [serverTime('joinedAt')])
    await refused(() => restCommit('sol', join, restWrite(`invites/${T1}`, {}, [serverTime('used')], [])), 'usesSlipUp')
    await restCommit('sol', join, restWrite(`invites/${T1}`, { used: true }, [], ['used']))
  })

  it('when the slip is only counted as used', () =>
    refused(() => write(joined, { path: used.path, update: { used: increment(1) } }), 'isClaimed'))
})
