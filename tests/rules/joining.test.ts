import type { TokenOptions } from '@firebase/rules-unit-testing'
import { type DocumentData, deleteField, doc, getDoc, Timestamp } from 'firebase/firestore/lite'
import { describe, expect, it } from 'vitest'
import { DISTRICT_IDS } from '#domain/districts.ts'
import { LANGS } from '#domain/language.ts'
import { CONSENT_VERSION, LEVELS } from '#domain/participant.ts'
import { anyone, emailOf, onEmulator, signedIn } from './helpers/emulator.ts'
import { emailHash, joining, seed, seedParticipant } from './helpers/people.ts'
import { seedSlip, T1 } from './helpers/slips.ts'
import { alreadyThere, refused, unheardOf } from './helpers/verdicts.ts'
import { commit } from './helpers/writes.ts'

onEmulator()

const join = (changes: DocumentData = {}, token: TokenOptions = {}) =>
  commit(signedIn('mina', token), joining('mina', changes))

describe('joining', () => {
  it('makes a participant and an identity that nobody can read', async () => {
    const mina = signedIn('mina')
    await commit(mina, joining('mina'))
    const snapshot = await getDoc(doc(mina, 'participants/mina'))
    expect(snapshot.get('role')).toBe('student')
    await unheardOf(() => getDoc(doc(mina, `identities/${emailHash(emailOf('mina'))}`)))
  })

  it.each(['student', 'parent', 'resident'])('is open to a %s with any verified e-mail', (role) => join({ role }))

  it.each([null, ...DISTRICT_IDS])('accepts the district %s', (district) => join({ district }))
  it.each(LANGS)('accepts the language %s', (lang) => join({ lang }))
  it('accepts the consent text of now, and the one before, which a page kept on a device may have', async () => {
    await join({ consentVersion: CONSENT_VERSION })
    await commit(signedIn('jun'), joining('jun', { consentVersion: CONSENT_VERSION - 1 }))
  })

  const changes: [string, DocumentData, string][] = [
    ['an unknown role', { role: 'principal' }, 'isVerifiedForRole'],
    ['a list of roles', { role: ['student'] }, 'isVerifiedForRole'],
    ['no role', { role: null }, 'isVerifiedForRole'],
    ['a slip that there is not', { verification: 'invite' }, 'isVerifiedForRole'],
    ['a school domain that the role does not need', { verification: 'domain' }, 'isVerifiedForRole'],
    ['no verification', { verification: null }, 'isVerifiedForRole'],
    ['a district outside Seoul', { district: 'haeundae' }, 'isDistrictOrNull'],
    ['a number for the district', { district: 1 }, 'isDistrictOrNull'],
    ['an unknown level', { level: 'university' }, 'tellsNoLevel'],
    ['a number for the level', { level: 1 }, 'tellsNoLevel'],
    ['an empty level', { level: '' }, 'tellsNoLevel'],
    ['an unknown language', { lang: 'ja' }, 'isLang'],
    ['no language', { lang: null }, 'isLang'],
    ['no consent', { consentVersion: 0 }, 'consented'],
    ['consent to a text that nobody has written yet', { consentVersion: CONSENT_VERSION + 1 }, 'consented'],
    ['consent as a float', { consentVersion: 1.5 }, 'consented'],
    ['consent as a text', { consentVersion: '1' }, 'consented'],
    ['yesterday', { joinedAt: Timestamp.fromMillis(Date.now() - 86_400_000) }, 'isNow'],
    ['tomorrow', { joinedAt: Timestamp.fromMillis(Date.now() + 86_400_000) }, 'isNow'],
    ['no time', { joinedAt: null }, 'isNow'],
    ['an invite that is none', { invite: 'token' }, 'isToken'],
    ['a last comment', { lastComment: { id: 't1-0', at: Timestamp.fromMillis(0) } }, 'isNewParticipant'],
    ['an unknown field', { name: 'Kim' }, 'hasExactly'],
  ]
  it.each(changes)('is refused with %s', (_, change, reason) => refused(() => join(change), reason))

  // Or anybody could speak for the pupils of a kind of school: by a slip alone does somebody else say what it is.
  it.each(LEVELS)('is refused with the level %s, by any e-mail, and without the slip that tells one', async (level) => {
    await seedSlip({ level })
    await refused(() => join({ level }), 'tellsNoLevel')
    const school = { email: 'mina@madang.sen.es.kr' }
    const teacher = { role: 'teacher', verification: 'domain', level }
    await refused(() => commit(signedIn('mina', school), joining('mina', teacher, school.email)), 'tellsNoLevel')
    await refused(() => join({ level, verification: 'invite' }), 'isVerifiedForRole')
    await refused(() => join({ level, invite: T1 }), 'isAsSlipSays')
  })

  it.each(['role', 'verification', 'district', 'level', 'lang', 'consentVersion', 'joinedAt', 'invite', 'lastComment'])(
    'is refused without the field %s, or with it under another name',
    async (field) => {
      const [participant, identity] = joining('mina')
      if (!participant || !('set' in participant) || !identity) throw new Error('joining changed')
      const { [field]: value, ...rest } = participant.set
      const joinWith = (set: DocumentData) => commit(signedIn('mina'), [{ ...participant, set }, identity])
      await refused(() => joinWith(rest), 'hasExactly')
      await refused(() => joinWith({ ...rest, renamed: value }), 'hasExactly')
    },
  )
})

describe('one e-mail, one participant, for good', () => {
  const tokens: [string, TokenOptions, string][] = [
    ['an unverified e-mail', { email_verified: false }, 'hasVerifiedEmail'],
    ['an e-mail whose verification is a text', { email_verified: 'true' as unknown as boolean }, 'hasVerifiedEmail'],
    ['no e-mail', { email: null as unknown as string }, 'hasVerifiedEmail'],
    ['anonymous sign-in', { firebase: { sign_in_provider: 'anonymous' } }, 'isNotAnonymous'],
  ]
  it.each(tokens)('nobody joins with %s', (_, token, reason) => refused(() => join({}, token), reason))

  it('nobody joins without signing in', () => refused(() => commit(anyone(), joining('mina')), 'isSignedIn'))

  it('nobody makes a participant of somebody else', () =>
    refused(() => commit(signedIn('mina'), joining('jun', {}, emailOf('mina'))), 'isMe'))

  it('nobody joins without an identity', () =>
    refused(() => commit(signedIn('mina'), joining('mina').slice(0, 1)), 'takesFreeIdentity'))

  it('nobody takes an identity without joining', () =>
    refused(() => commit(signedIn('mina'), joining('mina').slice(1)), 'comesWithParticipant'))

  it('nobody joins with the identity of somebody else’s e-mail', () =>
    refused(() => commit(signedIn('mina'), joining('mina', {}, emailOf('jun'))), 'isOfMyEmail'))

  it('nobody takes a second identity while joining', async () => {
    const second = { path: `identities/${emailHash(emailOf('jun'))}`, set: { uid: 'mina' } }
    await refused(() => commit(signedIn('mina'), [...joining('mina'), second]), 'isOfMyEmail')
  })

  it('nobody puts more into an identity', async () => {
    const [participant, identity] = joining('mina')
    if (!participant || !identity) throw new Error('joining changed')
    const more = { path: identity.path, set: { uid: 'mina', email: emailOf('mina') } }
    await refused(() => commit(signedIn('mina'), [participant, more]), 'hasExactly')
  })

  it('nobody gives the identity of their e-mail to somebody else', async () => {
    const [participant, identity] = joining('mina')
    if (!participant || !identity) throw new Error('joining changed')
    const given = { path: identity.path, set: { uid: 'jun' } }
    await refused(() => commit(signedIn('mina'), [participant, given]), 'isMe')
  })

  it('a second person with the same e-mail in other letters is refused', async () => {
    await commit(signedIn('mina'), joining('mina'))
    const email = 'Mina@Example.COM'
    const again = signedIn('mina-again', { email })
    await alreadyThere(() => commit(again, joining('mina-again', {}, email)))
    await refused(() => commit(again, joining('mina-again', {}, email).slice(0, 1)), 'takesFreeIdentity')
  })

  it('two participants in one batch are refused', () =>
    refused(() => commit(signedIn('mina'), [...joining('mina'), ...joining('mina-2').slice(0, 1)]), 'isMe'))

  it('joining a second time does not start anew', async () => {
    await commit(signedIn('mina'), joining('mina'))
    await refused(() => commit(signedIn('mina'), joining('mina').slice(0, 1)), 'changesOnly')
    await alreadyThere(() => commit(signedIn('mina'), joining('mina').slice(1)))
  })

  it('an identity that outlived its participant stays taken', async () => {
    await seed(`identities/${emailHash(emailOf('mina'))}`, { uid: 'mina' })
    await alreadyThere(() => join())
    await refused(() => commit(signedIn('mina'), joining('mina').slice(0, 1)), 'takesFreeIdentity')
  })

  it('a participant does not take the identity of a new e-mail', async () => {
    await commit(signedIn('mina'), joining('mina'))
    const moved = signedIn('mina', { email: 'new@example.com' })
    await refused(() => commit(moved, joining('mina', {}, 'new@example.com').slice(1)), 'comesWithParticipant')
  })

  it('an identity is never changed, deleted or listed', async () => {
    const mina = signedIn('mina')
    await commit(mina, joining('mina'))
    const path = `identities/${emailHash(emailOf('mina'))}`
    await unheardOf(() => commit(mina, [{ path, update: { uid: 'jun' } }]))
    await unheardOf(() => commit(mina, [{ path, remove: true }]))
  })
})

describe('a participant record', () => {
  it.each([
    { role: 'parent' },
    { verification: 'domain' },
    { district: 'jung' },
    { level: 'middle' },
    { joinedAt: Timestamp.fromMillis(1) },
    { invite: 'token' },
  ])('does not change afterwards: %j', async (change) => {
    await seedParticipant('mina')
    await refused(() => commit(signedIn('mina'), [{ path: 'participants/mina', update: change }]), 'changesOnly')
  })

  it.each([{ name: 'Kim' }, { role: deleteField() }])('keeps its shape: %j', async (change) => {
    await seedParticipant('mina')
    await refused(() => commit(signedIn('mina'), [{ path: 'participants/mina', update: change }]), 'hasExactly')
  })

  it('is not deleted', async () => {
    await seedParticipant('mina')
    await unheardOf(() => commit(signedIn('mina'), [{ path: 'participants/mina', remove: true }]))
  })

  it('is read by nobody else', async () => {
    await seedParticipant('mina')
    await refused(() => getDoc(doc(signedIn('jun'), 'participants/mina')), 'isMe')
    await refused(() => getDoc(doc(anyone(), 'participants/mina')), 'isSignedIn')
  })
})
