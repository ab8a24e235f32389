import { expect, it } from 'vitest'
import type { Deed } from '#domain/deed.ts'
import { addressOf } from '#domain/deed-address.ts'
import { ballotDeed, commentDeed, reactDeed, stanceDeed } from '../../helpers/deeds.ts'

const on = { taskId: 't3', commentId: 't3-x' } as const

it.each<[string, Deed, string]>([
  ['a comment on a task shows among its voices', commentDeed('하나'), '/tasks/3#voices'],
  ['a reply shows at what it answers', commentDeed('답글', { parentId: 't3-x' }), '/tasks/3/comments/t3-x'],
  ['an edit, at its comment', { kind: 'edit', ...on, text: '고침', lang: 'ko', edits: 1 }, '/tasks/3/comments/t3-x'],
  ['a withdrawal, at its comment', { kind: 'withdraw', ...on }, '/tasks/3/comments/t3-x'],
  ['a reaction, at its comment', reactDeed('t3-x'), '/tasks/3/comments/t3-x'],
  ['a report, at its comment', { kind: 'report', ...on, reason: 'abuse' }, '/tasks/3/comments/t3-x'],
  ['a stance shows at its task', stanceDeed('agree', 't4'), '/tasks/4#stance'],
  ['a ballot shows at the stickers', ballotDeed({ t1: 1 }), '/priorities#stickers'],
])('%s', (_, deed, address) => expect(addressOf(deed)).toBe(address))
