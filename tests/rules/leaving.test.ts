import { type DocumentData, deleteField, doc, getDoc, serverTimestamp, Timestamp } from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { CONSENT_VERSION } from '#domain/participant.ts'
import { admin, anyone, onEmulator, signedIn } from './helpers/emulator.ts'
import { joining, participant, seedParticipant } from './helpers/people.ts'
import { double, restCommit, restWrite, serverTime } from './helpers/rest.ts'
import { ANONYMOUS, claiming, seedSlip, T2 } from './helpers/slips.ts'
import { REPLY, reacting, replying, reporting, withdrawing } from './helpers/talk.ts'
import { alreadyThere, refused, unheardOf } from './helpers/verdicts.ts'
import { C1, C2, commenting, commentPath, editing, seedComment, seedTask, takingStance } from './helpers/voices.ts'
import { commit, type Write } from './helpers/writes.ts'

onEmulator()

beforeEach(async () => {
  await seedTask()
  await seedParticipant('mina')
})

const ME = 'participants/mina'
const write = (...writes: Write[]) => commit(signedIn('mina'), writes)
const leave: Write = { path: ME, set: { leftAt: serverTimestamp() } }
const update = (change: DocumentData) => write({ path: ME, update: change })

describe('what a participant may change', () => {
  it('is the language, and consent to a newer text', async () => {
    await update({ lang: 'en' })
    await update({ lang: 'ko', consentVersion: CONSENT_VERSION })
  })

  it('is not taken by somebody else', async () => {
    await refused(() => commit(signedIn('jun'), [{ path: ME, update: { lang: 'en' } }]), 'isMe')
    await refused(() => commit(anyone(), [{ path: ME, update: { lang: 'en' } }]), 'isSignedIn')
  })

  const changes: [string, DocumentData, string][] = [
    ['an unknown language', { lang: 'ja' }, 'isLang'],
    ['no language', { lang: null }, 'isLang'],
    ['an older consent', { consentVersion: 0 }, 'consented'],
    ['consent as a text', { consentVersion: '2' }, 'consented'],
    ['consent by half', { consentVersion: 1.5 }, 'consented'],
    ['no consent', { consentVersion: null }, 'consented'],
    ['consent to every text to come', { consentVersion: CONSENT_VERSION + 1 }, 'consented'],
    ['a field less', { level: deleteField() }, 'hasExactly'],
    ['the language and the group', { lang: 'en', role: 'parent' }, 'changesOnly'],
    [
      'the language and the waiting time',
      { lang: 'en', lastComment: { id: C1, at: serverTimestamp() } },
      'changesOnly',
    ],
  ]
  it.each(changes)('is not %s', (_, change, reason) => refused(() => update(change), reason))

  it('is not consent taken back, or a float of it, which no difference shows', async () => {
    await seedParticipant('mina', { consentVersion: CONSENT_VERSION })
    await refused(() => update({ consentVersion: CONSENT_VERSION - 1 }), 'consentsNoLess')
    const asFloat = restWrite(
      ME,
      { lang: 'en', consentVersion: double(CONSENT_VERSION) },
      [],
      ['lang', 'consentVersion'],
    )
    await refused(() => restCommit('mina', asFloat), 'consented')
  })
})

describe('leaving', () => {
  it('takes away what is known of a person and keeps their voice counted', async () => {
    await write(...takingStance('mina', 'agree'))
    await write(leave)
    expect(Object.keys((await getDoc(doc(signedIn('mina'), ME))).data() ?? {})).toEqual(['leftAt'])
    expect((await getDoc(doc(admin(), 'tasks/t1/revisions/1/stances/mina'))).exists()).toBe(true)
  })

  it('is possible with a slip, and over the REST interface', async () => {
    await seedSlip()
    const kid = signedIn('kid', ANONYMOUS)
    await commit(kid, claiming('kid'))
    await commit(kid, [{ ...leave, path: 'participants/kid' }])
    await restCommit('mina', restWrite(ME, {}, [serverTime('leftAt')]))
  })

  it('is possible beside withdrawing a comment', async () => {
    await seedComment('mina')
    await write(...withdrawing(), leave)
  })

  const changes: [string, DocumentData, string][] = [
    ['a past time', { leftAt: Timestamp.fromMillis(0) }, 'isNow'],
    ['a future time', { leftAt: Timestamp.fromMillis(Date.now() + 60_000) }, 'isNow'],
    ['no time', { leftAt: null }, 'isNow'],
    ['something left', { leftAt: serverTimestamp(), role: 'student' }, 'hasExactly'],
    ['all left', { ...participant(), leftAt: serverTimestamp() }, 'hasExactly'],
  ]
  // Part by part: the emulator would try a whole document as a new one too.
  it.each(changes)('is refused with %s', (_, set, reason) => {
    const { leftAt, ...rest } = set
    const gone = Object.fromEntries(Object.keys(participant()).map((field) => [field, deleteField()]))
    return refused(() => write({ path: ME, update: { ...gone, ...rest, leftAt } }), reason)
  })

  it('is refused in other ways', async () => {
    await refused(() => write({ path: ME, set: {} }), 'hasExactly')
    await unheardOf(() => write({ path: ME, remove: true }))
    await refused(() => commit(signedIn('jun'), [leave]), 'isMe')
    await refused(() => commit(signedIn('jun'), [{ ...leave, path: 'participants/jun' }]), 'hasExactly')
    await refused(() => commit(anyone(), [leave]), 'isSignedIn')
  })

  it('leaves no comment behind that did not wait', async () => {
    const [said] = commenting('mina') as [Write]
    await refused(() => write(said, leave), 'isMyLastComment')
    await refused(() => write(...commenting('mina'), leave), 'isMyLastComment')
    await seedComment('jun')
    const [reply, , counted] = replying('mina') as [Write, Write, Write]
    await refused(() => write(counted, leave), 'namesComment')
    await refused(() => write(reply, counted, leave), 'isMyLastComment')
  })
})

describe('whoever has left', () => {
  beforeEach(async () => {
    await seedComment('mina')
    await seedComment('jun', {}, C2)
    await write(...reacting('mina', 'agree', null, { id: C2 }))
    await write(...takingStance('mina', 'agree'))
    await write(leave)
  })

  const deeds: [string, Write[]][] = [
    ['comments', commenting('mina', {}, REPLY)],
    ['answers', replying('mina', {}, REPLY, C2)],
    ['edits', editing()],
    ['withdraws', withdrawing()],
    ['changes a stance', takingStance('mina', 'unsure', 'agree')],
    ['takes a reaction back', reacting('mina', null, 'agree', { id: C2 })],
    ['changes a reaction', reacting('mina', 'disagree', 'agree', { id: C2 })],
    ['reports', reporting('mina', {}, C2)],
    ['changes the language', [{ path: ME, update: { lang: 'en' } }]],
    ['leaves again', [leave]],
    ['comes back', [{ path: ME, set: participant() }]],
    ['forgets having left', [{ path: ME, update: { leftAt: deleteField() } }]],
  ]
  it.each(deeds)('no longer %s', (_, writes) => refused(() => write(...writes), 'hasNotLeft'))

  it('takes no stance on another task', async () => {
    await seedTask('t2')
    await refused(() => write(...takingStance('mina', 'agree', null, { task: 't2' })), 'hasNotLeft')
  })

  it('does not come back by deleting the record', async () => {
    await unheardOf(() => write({ path: ME, remove: true }))
    await refused(() => write({ path: ME, remove: true }, { path: ME, set: participant() }), 'hasNotLeft')
  })

  it('does not come back with the same address, under any account', async () => {
    await alreadyThere(() => write(...joining('mina').toReversed()))
    const again = signedIn('mina-again', { email: 'mina@example.com' })
    await alreadyThere(() => commit(again, joining('mina-again', {}, 'mina@example.com')))
    await refused(() => commit(again, joining('mina-again', {}, 'mina@example.com').slice(0, 1)), 'takesFreeIdentity')
  })

  it('does not come back with another address under the same account', async () => {
    const moved = signedIn('mina', { email: 'new@example.com' })
    const [record, identity] = joining('mina', {}, 'new@example.com') as [Write, Write]
    await refused(() => commit(moved, [identity]), 'comesWithParticipant')
    await refused(() => commit(moved, [record]), 'hasNotLeft')
  })

  it('does not come back with a slip', async () => {
    await seedSlip()
    await seedSlip({}, T2)
    await refused(() => write(claiming('mina')[0] as Write), 'bringsParticipant')
    await refused(() => write(claiming('mina')[1] as Write), 'hasNotLeft')
    const kid = signedIn('kid', ANONYMOUS)
    await commit(kid, claiming('kid'))
    await commit(kid, [{ ...leave, path: 'participants/kid' }])
    await refused(() => commit(kid, claiming('kid').slice(0, 1)), 'isUnused')
    await refused(() => commit(kid, claiming('kid', {}, T2).slice(0, 1)), 'bringsParticipant')
    await refused(() => commit(kid, claiming('kid', {}, T2).slice(1)), 'hasNotLeft')
  })

  it('still reads what is their own', async () => {
    expect((await getDoc(doc(signedIn('mina'), commentPath(C1)))).exists()).toBe(true)
    expect((await getDoc(doc(signedIn('mina'), ME))).exists()).toBe(true)
  })
})
