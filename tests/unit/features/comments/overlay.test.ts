import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OutboxEntry } from '#data/outbox.ts'
import type { Deed } from '#domain/deed.ts'
import { REACTIONS, type Reaction, withReaction } from '#domain/reaction.ts'
import { ROLES } from '#domain/roles.ts'
import { laidOver } from '#features/comments/overlay.ts'
import { sampleComment } from '../../../helpers/samples.ts'

const comment = sampleComment()
const { taskId, id: commentId } = comment

const entry = (deed: Deed, changes: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id: `mina:${deed.kind}`,
  uid: 'mina',
  deed,
  at: 1_700_000_000_000,
  reason: null,
  refused: false,
  kept: true,
  sending: false,
  ...changes,
})

const edit = entry({ kind: 'edit', taskId, commentId, text: 'Open until eight, please.', lang: 'en', edits: 1 })
const withdraw = entry({ kind: 'withdraw', taskId, commentId })
const react = (value: Reaction | null) => entry({ kind: 'react', taskId, commentId, value })

const reaction = fc.constantFrom(null, ...REACTIONS)

describe('going from one reaction to another', () => {
  it('and back leaves every count as it was', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ROLES), reaction, reaction, (role, from, to) => {
        expect(withReaction(withReaction(comment, role, from, to), role, to, from)).toEqual(comment)
      }),
    )
  })

  it('keeps each total the sum of its groups', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom(...ROLES), reaction, reaction), { maxLength: 8 })
    fc.assert(
      fc.property(steps, (moves) => {
        const after = moves.reduce((one, [role, from, to]) => withReaction(one, role, from, to), comment)
        for (const side of REACTIONS) {
          expect(after[`${side}Total`]).toBe(ROLES.reduce((sum, role) => sum + after[side][role], 0))
        }
      }),
    )
  })
})

describe('what has not arrived, laid over what was read,', () => {
  it('counts a reaction in its group, once', () => {
    const { comment: shown, reaction } = laidOver(comment, null, 'student', [react('agree')])
    expect(reaction).toBe('agree')
    expect(shown).toEqual({ ...comment, agree: { ...comment.agree, student: 1 }, agreeTotal: 1 })
    // What was read holds it already, since it arrived: nothing is counted twice.
    expect(laidOver(shown, 'agree', 'student', [react('agree')]).comment).toEqual(shown)
  })

  it('moves a reaction from the side where it was', () => {
    const before = withReaction(comment, 'student', null, 'disagree')
    const { comment: shown } = laidOver(before, 'disagree', 'student', [react('agree')])
    expect(shown).toEqual(withReaction(comment, 'student', null, 'agree'))
    expect(laidOver(before, 'disagree', 'student', [react(null)]).comment).toEqual(comment)
  })

  it('shows new words with their language, as edited once more', () => {
    const { comment: shown } = laidOver(comment, null, 'student', [edit])
    expect(shown).toMatchObject({
      text: 'Open until eight, please.',
      lang: 'en',
      edits: 1,
      editedAt: new Date(edit.at),
    })
  })

  it('shows no change that says what was read, such as one that undoes another', () => {
    const back = entry({ kind: 'edit', taskId, commentId, text: comment.text, lang: comment.lang, edits: 1 })
    expect(laidOver(comment, null, 'student', [back]).comment).toEqual(comment)
  })

  it('shows nothing of what is withdrawn', () => {
    expect(laidOver(comment, null, 'student', [withdraw]).comment).toMatchObject({ status: 'withdrawn', text: '' })
  })

  it('changes nothing if it came back, is about another comment, or nobody is known to have done it', () => {
    const refused = { ...edit, refused: true }
    expect(laidOver(comment, null, 'student', [refused])).toEqual({ comment, reaction: null, entries: [refused] })
    const other = sampleComment({ id: 't3-bbbbbbbbbbbbbbbbbbbb' })
    expect(laidOver(other, 'agree', 'student', [edit, withdraw, react(null)])).toEqual({
      comment: other,
      reaction: 'agree',
      entries: [],
    })
    expect(laidOver(comment, null, undefined, [react('agree')]).comment).toEqual(comment)
  })
})
