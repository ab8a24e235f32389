import {
  collection,
  type DocumentData,
  doc,
  getCount,
  getDoc,
  getDocs,
  limit,
  query,
  where,
} from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { DISTRICT_IDS } from '#domain/districts.ts'
import { LEVELS } from '#domain/participant.ts'
import { MAX_SLIP_DAYS, MAX_SLIPS_PER_BATCH, SLIP_ROLES } from '#domain/slip.ts'
import { admin, anyone, onEmulator, signedIn } from './helpers/emulator.ts'
import { seedParticipant, seedStaff } from './helpers/people.ts'
import {
  ANONYMOUS,
  BATCH,
  by,
  inDays,
  issuing,
  minutesAgo,
  OTHER_BATCH,
  seedInviters,
  seedSlip,
  slip,
  T1,
  T2,
} from './helpers/slips.ts'
import { refused, unheardOf } from './helpers/verdicts.ts'
import { commit, type Write } from './helpers/writes.ts'

onEmulator()

beforeEach(seedInviters)

const issue = (changes: DocumentData = {}) => by('inviter', ...issuing(changes))
const [logged, issued] = issuing() as [Write, Write]

describe('slips', () => {
  it('are issued together with an entry in the log, which reviewers read', async () => {
    await issue()
    expect((await getDoc(doc(admin(), `invites/${T1}`))).get('used')).toBe(false)
    const log = collection(signedIn('reviewer'), 'auditLog')
    expect((await getDocs(query(log, limit(20)))).size).toBe(1)
    expect((await getDoc(doc(signedIn('reviewer'), `auditLog/${BATCH}`))).get('action')).toBe('issue-slips')
  })

  it.each(SLIP_ROLES)('are for a %s', (role) => issue({ role }))
  it.each([null, ...DISTRICT_IDS])('are for the district %s', (district) => issue({ district }))
  it.each([null, ...LEVELS])('are for the level %s', (level) => issue({ level }))

  it('are issued many at a time, and more under an entry of these minutes', async () => {
    const tokens = Array.from({ length: 60 }, (_, i) => `${T1}${i}`)
    await by('inviter', ...issuing({}, tokens))
    await by('inviter', { path: `invites/${T2}`, set: slip() })
  })

  it('are valid for a year at most', async () => {
    await issue({ expiresAt: inDays(MAX_SLIP_DAYS - 1) })
    await refused(
      () => by('inviter', { ...issued, path: `invites/${T2}`, set: slip({ expiresAt: inDays(MAX_SLIP_DAYS + 1) }) }),
      'endsWithinAYear',
    )
  })

  it.each(['0123456789abcdefghij', 'A'.repeat(40)])('have a name of 20 to 40 letters and digits: %s', (token) =>
    by('inviter', ...issuing({}, [token])),
  )

  it.each([
    '0123456789abcdefghi',
    'A'.repeat(41),
    'TokenTokenTokenToken-1',
    '토큰토큰토큰토큰토큰토큰토큰토큰토큰토큰',
    `${T1}\n`,
  ])('do not have the name %j', (token) => refused(() => by('inviter', ...issuing({}, [token])), 'isToken'))

  const changes: [string, DocumentData, string][] = [
    ['for a parent', { role: 'parent' }, 'isForSchool'],
    ['for a resident', { role: 'resident' }, 'isForSchool'],
    ['for several groups', { role: ['student'] }, 'isForSchool'],
    ['for no group', { role: null }, 'isForSchool'],
    ['without a school', { school: null }, 'isFitText'],
    ['for a school without a visible name', { school: '\u3164' }, 'showsSomething'],
    ['for a school with a turned name', { school: '\u202E교학' }, 'hasNoBidiControl'],
    ['for a school with a long name', { school: '가'.repeat(101) }, 'isForSchool'],
    ['for a district outside Seoul', { district: 'haeundae' }, 'isDistrictOrNull'],
    ['for an unknown level', { level: 'university' }, 'isLevelOrNull'],
    ['in somebody else’s name', { issuedBy: 'other' }, 'isMe'],
    ['in nobody’s name', { issuedBy: null }, 'isMe'],
    ['in the past', { issuedAt: minutesAgo(1) }, 'isNow'],
    ['in the future', { issuedAt: inDays(1) }, 'isNow'],
    ['without an end', { expiresAt: null }, 'endsWithinAYear'],
    ['with a number for their end', { expiresAt: Date.now() + 1000 }, 'endsWithinAYear'],
    ['that have expired', { expiresAt: minutesAgo(1) }, 'endsWithinAYear'],
    ['that are used', { used: true }, 'isSlip'],
    ['that are used by half', { used: null }, 'isSlip'],
    ['that are void', { voided: OTHER_BATCH }, 'isSlip'],
    ['with a name of a person', { name: 'Kim' }, 'hasExactly'],
    ['of no batch', { batch: null }, 'isEntryId'],
    ['of a batch that is a path', { batch: 'x/auditLog/y' }, 'isEntryId'],
    ['of a batch that is not logged', { batch: OTHER_BATCH }, 'hasEntry'],
  ]
  it.each(changes)('are not issued %s', (_, change, reason) => refused(() => issue(change), reason))

  it.each(Object.keys(slip()))('are not issued without the field %s', (field) => {
    const { [field]: _, ...set } = slip()
    return refused(() => by('inviter', logged, { path: issued.path, set }), 'hasExactly')
  })

  it('are issued by nobody without the right to', async () => {
    await seedParticipant('mina')
    for (const uid of ['mina', 'reviewer']) await refused(() => by(uid, issued), 'holds')
    await refused(() => commit(anyone(), [issued]), 'isSignedIn')
    await refused(() => commit(signedIn('x', ANONYMOUS), [issued]), 'holds')
  })

  it('are not issued any more when the right has been taken away', async () => {
    await issue()
    await seedStaff('inviter', { canInvite: false })
    await refused(() => by('inviter', { ...issued, path: `invites/${T2}` }), 'holds')
  })

  it('are not written anew or deleted', async () => {
    await issue()
    await refused(() => by('inviter', issued), 'changesOnly')
    await unheardOf(() => by('inviter', { path: issued.path, remove: true }))
  })
})

describe('reading slips', () => {
  beforeEach(() => seedSlip())

  it('is open by the exact name to whoever holds one, without an account, and tells of nobody who used it', async () => {
    for (const db of [anyone(), signedIn('x', ANONYMOUS)]) {
      const held = await getDoc(doc(db, `invites/${T1}`))
      expect(Object.keys(held.data() ?? {}).sort()).toEqual(Object.keys(slip()).sort())
      expect((await getDoc(doc(db, `invites/${T2}`))).exists()).toBe(false)
    }
  })

  it('by list and count is for those who issue them, a batch at a time', async () => {
    const slips = query(collection(signedIn('other'), 'invites'), where('batch', '==', BATCH))
    const unused = query(slips, where('used', '==', false), limit(MAX_SLIPS_PER_BATCH))
    expect((await getDocs(unused)).size).toBe(1)
    expect((await getCount(unused)).data().count).toBe(1)
    await refused(() => getDocs(query(slips, limit(MAX_SLIPS_PER_BATCH + 1))), 'listsAtMostFiveHundred')
    await refused(() => getCount(slips), 'listsAtMostFiveHundred')
    for (const db of [signedIn('reviewer'), signedIn('x', ANONYMOUS)]) {
      await refused(() => getDocs(query(collection(db, 'invites'), limit(1))), 'holds')
    }
    await refused(() => getDocs(query(collection(anyone(), 'invites'), limit(1))), 'isSignedIn')
  })
})
