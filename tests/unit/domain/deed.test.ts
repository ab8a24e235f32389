import { describe, expect, it } from 'vitest'
import { type Deed, neededComment, subjectOf, taskOf } from '#domain/deed.ts'
import { ballotDeed, commentDeed, reactDeed, stanceDeed } from '../../helpers/deeds.ts'

const on = { taskId: 't3', commentId: 't3-x' } as const
const edit: Deed = { kind: 'edit', ...on, text: '고침', lang: 'ko', edits: 1 }
const withdraw: Deed = { kind: 'withdraw', ...on }

describe('the subject of a deed', () => {
  it.each<[string, Deed, Deed]>([
    ['a stance and another one on the same revision', stanceDeed('agree'), stanceDeed('disagree')],
    ['a reaction and taking it back', reactDeed('t3-x'), reactDeed('t3-x', null)],
    ['a ballot and another', ballotDeed({ t1: 5 }), ballotDeed({})],
    ['an edit and the withdrawal of what was edited', edit, withdraw],
  ])('is the same for %s', (_, one, other) => expect(subjectOf(one)).toBe(subjectOf(other)))

  it.each<[string, Deed, Deed]>([
    ['two comments', commentDeed('하나'), commentDeed('둘')],
    ['stances on two tasks', stanceDeed('agree'), stanceDeed('agree', 't4')],
    ['stances on two revisions', stanceDeed('agree'), { ...stanceDeed('agree'), revision: 3 }],
    ['reactions to two comments', reactDeed('t3-x'), reactDeed('t3-y')],
    ['a reaction and a report', reactDeed('t3-x'), { kind: 'report', ...on, reason: 'personal-data' }],
  ])('differs for %s', (_, one, other) => expect(subjectOf(one)).not.toBe(subjectOf(other)))
})

it('a deed knows its task and the comment that has to be there before it', () => {
  expect([commentDeed('하나'), stanceDeed('agree', 't4'), edit].map(taskOf)).toEqual(['t3', 't4', 't3'])
  expect([taskOf(ballotDeed({ t1: 1 })), neededComment(ballotDeed({ t1: 1 }))]).toEqual([null, null])
  const reply = commentDeed('답글', { parentId: 't3-x' })
  expect([commentDeed('하나'), reply, stanceDeed('agree'), withdraw].map(neededComment)).toEqual([
    null,
    't3-x',
    null,
    't3-x',
  ])
})
