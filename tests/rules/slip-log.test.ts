import {
  collection,
  type DocumentData,
  doc,
  getDoc,
  getDocs,
  limit,
  type QueryConstraint,
  query,
  where,
} from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { anyone, onEmulator, signedIn } from './helpers/emulator.ts'
import { seed, seedParticipant } from './helpers/people.ts'
import {
  BATCH,
  by,
  entry,
  inDays,
  issuing,
  minutesAgo,
  OTHER_BATCH,
  seedInviters,
  seedSlip,
  T2,
  VOIDING,
  voiding,
} from './helpers/slips.ts'
import { alreadyThere, refused, unheardOf } from './helpers/verdicts.ts'
import { commit, type Write } from './helpers/writes.ts'

onEmulator()

beforeEach(seedInviters)

const issue = (changes: DocumentData = {}) => by('inviter', ...issuing(changes))
const [logged, issued] = issuing() as [Write, Write]

describe('the entry of a batch of slips', () => {
  const later = { ...issued, path: `invites/${T2}` }
  const isFoundWith = async (change: DocumentData, reason: string) => {
    await seed(`auditLog/${BATCH}`, entry('issue-slips', { at: minutesAgo(1), ...change }))
    await refused(() => by('inviter', later), reason)
  }

  it('is there', () => refused(() => by('inviter', issued), 'hasEntry'))
  it('is of these minutes', () => isFoundWith({ at: minutesAgo(10) }, 'isOfTheseMinutes'))
  it('is of the same person', () => isFoundWith({ byUid: 'other' }, 'isMe'))
  it('is about slips being issued', () => isFoundWith({ action: 'void-slips' }, 'isEntry'))
  it('is about this batch', () => isFoundWith({ target: OTHER_BATCH }, 'isEntry'))

  const changes: [string, DocumentData, string][] = [
    ['an unknown action', { action: 'burn' }, 'isAboutSlips'],
    ['no action', { action: null }, 'isAboutSlips'],
    ['another batch', { target: OTHER_BATCH }, 'isAboutSlips'],
    ['somebody else', { byUid: 'other' }, 'isMe'],
    ['no time', { at: null }, 'isOfTheseMinutes'],
    ['a time as a number', { at: 1 }, 'isOfTheseMinutes'],
    ['no reason', { reason: null }, 'isFitText'],
    ['a blank reason', { reason: ' ' }, 'showsSomething'],
    ['an unknown field', { ip: '1' }, 'hasExactly'],
    ['a past time', { at: minutesAgo(1) }, 'isNow'],
    ['a future time', { at: inDays(1) }, 'isNow'],
  ]
  it.each(changes)('is not made with %s', (_, change, reason) =>
    refused(() => by('inviter', { path: logged.path, set: entry('issue-slips', change) }, issued), reason),
  )

  it.each(['action', 'target', 'byUid', 'at', 'reason'])('is not made without the field %s', (field) => {
    const { [field]: _, ...set } = entry('issue-slips')
    return refused(() => by('inviter', { path: logged.path, set }, issued), 'hasExactly')
  })

  it('is not made about anything else, or under another name', async () => {
    const make = (action: string, target: unknown, id = BATCH) =>
      by('inviter', { path: `auditLog/${id}`, set: entry(action, { target }) })
    await refused(() => make('burn', BATCH), 'isAboutSlips')
    await refused(() => make('issue-slips', OTHER_BATCH), 'isAboutSlips')
    await refused(() => make('void-slips', BATCH), 'isVoidingId')
    await refused(() => make('void-slips', 'x', VOIDING), 'isAboutSlips')
    await refused(() => make('void-slips', 1, VOIDING), 'isAboutSlips')
    await refused(() => make('void-slips', OTHER_BATCH, VOIDING), 'isAboutSlips')
    await refused(() => make('issue-slips', 'short', 'short'), 'isEntryId')
  })

  // It cannot name one of them: whoever reads the log could join with it (ADR 013).
  it('about issuing is the word of whoever writes it: alone it admits nobody, and is an empty batch', async () => {
    await by('inviter', logged)
    const slips = query(collection(signedIn('other'), 'invites'), where('batch', '==', BATCH), limit(1))
    expect((await getDocs(slips)).size).toBe(0)
    await alreadyThere(() => by('inviter', logged))
  })

  it('about voiding is not made without a slip that it voids', async () => {
    const [noted, taken] = voiding() as [Write, Write]
    await refused(() => by('inviter', noted), 'isFirstVoided')
    await seedSlip()
    await seedSlip({}, T2)
    await refused(() => by('inviter', noted), 'isFirstVoided')
    // Another than the one it is called after.
    const another = { ...taken, path: `invites/${T2}` }
    await refused(() => by('inviter', noted, another), 'isFirstVoided')
    await by('inviter', noted, taken, another)
  })

  it('is made by nobody without the right to issue slips', async () => {
    await refused(
      () => by('reviewer', { path: logged.path, set: entry('issue-slips', { byUid: 'reviewer' }) }),
      'holds',
    )
    await refused(() => commit(anyone(), [logged]), 'isSignedIn')
  })

  it('is never changed or deleted, and got by reviewers alone', async () => {
    await issue()
    for (const uid of ['inviter', 'reviewer']) {
      await unheardOf(() => by(uid, { path: logged.path, update: { reason: '다른 까닭' } }))
      await unheardOf(() => by(uid, { path: logged.path, remove: true }))
    }
    await alreadyThere(() => by('inviter', logged))
    await refused(() => getDoc(doc(signedIn('inviter'), logged.path)), 'holds')
    await refused(() => getDoc(doc(anyone(), logged.path)), 'isSignedIn')
    await refused(
      () => getDocs(query(collection(signedIn('reviewer'), 'auditLog'), limit(501))),
      'listsAtMostFiveHundred',
    )
  })

  describe('in a list', () => {
    beforeEach(() => seed('auditLog/HideHideHideHideHide', entry('hide', { byUid: 'reviewer', at: minutesAgo(1) })))
    const log = (uid: string, ...constraints: QueryConstraint[]) =>
      getDocs(query(collection(signedIn(uid), 'auditLog'), ...constraints))

    it('is read by those who issue slips, as far as it speaks of slips', async () => {
      await issue()
      const found = await log('other', where('action', '==', 'issue-slips'), limit(20))
      expect(found.docs.map(({ id }) => id)).toEqual([BATCH])
      expect((await log('inviter', where('action', '==', 'void-slips'), limit(20))).size).toBe(0)
      expect((await log('reviewer', limit(20))).size).toBe(2)
    })

    it('is not read by them without saying so, or of anything else', async () => {
      await refused(() => log('inviter', limit(1)), 'holds', 'speaksOfSlips')
      await refused(() => log('inviter', where('action', '==', 'hide'), limit(1)), 'holds', 'speaksOfSlips')
      await refused(() => log('inviter', where('byUid', '==', 'inviter'), limit(1)), 'holds', 'speaksOfSlips')
      await refused(() => log('inviter', where('action', '==', 'issue-slips'), limit(21)), 'holds', 'listsAtMostTwenty')
      await refused(() => log('inviter', where('action', '==', 'issue-slips')), 'holds', 'listsAtMostTwenty')
    })

    it('is read by nobody else', async () => {
      await seedParticipant('mina')
      await refused(() => log('mina', where('action', '==', 'issue-slips'), limit(1)), 'holds')
      const everybodys = query(collection(anyone(), 'auditLog'), where('action', '==', 'issue-slips'), limit(1))
      await refused(() => getDocs(everybodys), 'isSignedIn')
    })
  })
})
