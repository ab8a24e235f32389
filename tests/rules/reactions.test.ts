import { type DocumentData, doc, getDoc, serverTimestamp, Timestamp } from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { REACTIONS, type Reaction } from '#domain/reaction.ts'
import { noneByRole, ROLES } from '#domain/roles.ts'
import { admin, anyone, onEmulator, signedIn } from './helpers/emulator.ts'
import { seed, seedParticipant, seedStaff } from './helpers/people.ts'
import { counterMove, reacting, reaction, reactionPath } from './helpers/talk.ts'
import { refused } from './helpers/verdicts.ts'
import { C1, C2, commenting, commentPath, seedComment, seedTask } from './helpers/voices.ts'
import { commit, type Write } from './helpers/writes.ts'

onEmulator()

beforeEach(async () => {
  await seedTask()
  await seedParticipant('mina')
  await seedParticipant('jun')
  await seedComment('jun')
})

const PATH = commentPath(C1)
const react = (to: Reaction | null, from: Reaction | null = null) =>
  commit(signedIn('mina'), reacting('mina', to, from))
const write = (...writes: Write[]) => commit(signedIn('mina'), writes)
const counted = (value: Reaction = 'agree'): Write => ({ path: PATH, update: counterMove(null, value) })

const counters = async (id: string = C1) => {
  const { agree, disagree, agreeTotal, disagreeTotal } = (await getDoc(doc(admin(), commentPath(id)))).data() ?? {}
  return { agree, disagree, agreeTotal, disagreeTotal }
}
const none = { agree: noneByRole(), disagree: noneByRole(), agreeTotal: 0, disagreeTotal: 0 }
const one = { ...noneByRole(), student: 1 }

describe('a reaction', () => {
  it.each(REACTIONS)('is counted in its comment: %s', async (value) => {
    await react(value)
    expect(await counters()).toEqual({ ...none, [value]: one, [`${value}Total`]: 1 })
    expect((await getDoc(doc(signedIn('mina'), reactionPath('mina')))).get('value')).toBe(value)
  })

  it('moves the counters when it changes, and gives them back when it is taken back', async () => {
    await react('agree')
    await react('disagree', 'agree')
    expect(await counters()).toEqual({ ...none, disagree: one, disagreeTotal: 1 })
    await react('agree', 'disagree')
    expect(await counters()).toEqual({ ...none, agree: one, agreeTotal: 1 })
    await react(null, 'agree')
    expect(await counters()).toEqual(none)
    await react('disagree')
    expect(await counters()).toEqual({ ...none, disagree: one, disagreeTotal: 1 })
  })

  it.each(ROLES)('is counted in the group of a %s, beside others', async (role) => {
    await seedParticipant('sol', { role })
    await react('agree')
    await commit(signedIn('sol'), reacting('sol', 'agree', null, { role }))
    const both = role === 'student' ? { ...noneByRole(), student: 2 } : { ...one, [role]: 1 }
    expect(await counters()).toEqual({ ...none, agree: both, agreeTotal: 2 })
  })

  it('is possible on several comments in one batch, and beside a comment of one’s own', async () => {
    await seedComment('jun', {}, C2)
    const own = 't1-AaBbCcDdEeFfGgHhIi03'
    const writes = [...reacting('mina', 'agree'), ...reacting('mina', 'disagree', null, { id: C2 })]
    await write(...writes, ...commenting('mina', {}, own))
    expect(await counters(C2)).toEqual({ ...none, disagree: one, disagreeTotal: 1 })
  })

  it('is possible on a reply', async () => {
    await seedComment('jun', { parentId: C1 }, C2)
    await write(...reacting('mina', 'agree', null, { id: C2 }))
  })

  it('is private', async () => {
    await react('agree')
    await seedStaff('reviewer', { canReview: true })
    await refused(() => getDoc(doc(signedIn('jun'), reactionPath('mina'))), 'isMe')
    await refused(() => getDoc(doc(signedIn('reviewer'), reactionPath('mina'))), 'isMe')
    await refused(() => getDoc(doc(anyone(), reactionPath('mina'))), 'isSignedIn')
  })
})

describe('a reaction is refused', () => {
  it('to people who have not signed in or not joined', async () => {
    await refused(() => commit(anyone(), reacting('mina', 'agree')), 'isSignedIn')
    await refused(() => commit(signedIn('sol'), reacting('sol', 'agree')), 'isParticipant')
  })

  it('in somebody else’s name', async () => {
    await seedParticipant('sol')
    await refused(() => commit(signedIn('sol'), reacting('mina', 'agree').slice(0, 1)), 'isMe')
    await refused(() => write({ path: reactionPath('mina'), set: reaction('sol', 'agree') }, counted()), 'isMe')
  })

  it('on one’s own comment', async () => {
    await seedComment('mina')
    await refused(() => react('agree'), 'isSomebodyElses')
  })

  it.each(['hidden', 'withdrawn'])('on a comment that is %s', async (status) => {
    await react('agree')
    await seedComment('jun', { status, agree: one, agreeTotal: 1 })
    await refused(() => react('disagree', 'agree'), 'isVisible')
    await refused(() => react(null, 'agree'), 'isVisible')
    await seedParticipant('sol')
    await refused(() => commit(signedIn('sol'), reacting('sol', 'agree')), 'isVisible')
  })

  it('on a comment that there is not, or only now', async () => {
    await refused(() => write(...reacting('mina', 'agree', null, { id: C2 }).slice(0, 1)), 'isAboutVisible')
    await refused(
      () => write(...commenting('mina', {}, C2), { path: reactionPath('mina', C2), set: reaction('mina', 'agree') }),
      'isAboutVisible',
    )
  })

  it('on a closed task, also to change it or take it back', async () => {
    await react('agree')
    await seedTask('t1', { status: 'closed' })
    await refused(() => react('disagree', 'agree'), 'isOpen')
    await refused(() => react(null, 'agree'), 'isOpen')
    await seedParticipant('sol')
    await refused(() => commit(signedIn('sol'), reacting('sol', 'agree')), 'isOpen')
  })

  const shapes: [string, DocumentData, string][] = [
    ['an unknown value', { value: 'love' }, 'isReaction'],
    ['the value of a stance', { value: 'unsure' }, 'isReaction'],
    ['a list for the value', { value: ['agree'] }, 'isReaction'],
    ['no value', { value: null }, 'isReaction'],
    ['another comment', { commentId: C2 }, 'isReaction'],
    ['no comment', { commentId: null }, 'isReaction'],
    ['no author', { authorId: null }, 'isMe'],
    ['another role', { role: 'teacher' }, 'isInMyRole'],
    ['no role', { role: null }, 'isInMyRole'],
    ['a past time', { at: Timestamp.fromMillis(0) }, 'isNow'],
    ['a future time', { at: Timestamp.fromMillis(Date.now() + 60_000) }, 'isNow'],
    ['no time', { at: null }, 'isNow'],
    ['an unknown field', { note: '' }, 'hasExactly'],
  ]
  it.each(shapes)('with %s', async (_, change, reason) => {
    const set = reaction('mina', 'agree', change)
    // A value that is none moves no counter.
    const writes = 'value' in change ? [] : [counted()]
    await refused(() => write({ path: reactionPath('mina'), set }, ...writes), reason)
  })

  it.each(['authorId', 'commentId', 'value', 'role', 'at'])(
    'without the field %s, or with it under another name',
    async (field) => {
      const { [field]: value, ...rest } = reaction('mina', 'agree')
      for (const set of [rest, { ...rest, renamed: value }]) {
        await refused(
          () => write({ path: reactionPath('mina'), set }, ...(field === 'value' ? [] : [counted()])),
          'hasExactly',
        )
      }
    },
  )

  it('in another role together with the counter of that role', () =>
    refused(() => write(...reacting('mina', 'agree', null, { role: 'teacher' })), 'isInMyRole'))

  it('when it stays the same, or the same batch is sent twice', async () => {
    await react('agree')
    const again: Write = { path: reactionPath('mina'), set: reaction('mina', 'agree') }
    await refused(() => write(again), 'changesMyReaction')
    await refused(() => react('agree'), 'changesMyReaction')
    await refused(() => write({ path: reactionPath('mina'), update: { at: serverTimestamp() } }), 'changesMyReaction')
  })

  it('when it is taken back though there is none', async () => {
    await refused(() => react(null), 'changesMyReaction')
    await refused(() => react(null, 'agree'), 'changesMyReaction')
  })

  it('when somebody else takes it back', async () => {
    await react('agree')
    await seedParticipant('sol')
    await refused(() => commit(signedIn('sol'), [{ path: reactionPath('mina'), remove: true }]), 'isMe')
    await refused(() => commit(signedIn('jun'), reacting('mina', null, 'agree').slice(0, 1)), 'isMe')
    await refused(() => commit(anyone(), [{ path: reactionPath('mina'), remove: true }]), 'isSignedIn')
  })

  it('when its counter, already wrong, would fall below zero', async () => {
    await seed(reactionPath('mina'), reaction('mina', 'agree', { at: Timestamp.fromMillis(0) }))
    await refused(() => react(null, 'agree'), 'isCount')
  })
})
