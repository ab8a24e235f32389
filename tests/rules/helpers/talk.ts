import { type DocumentData, increment, serverTimestamp } from 'firebase/firestore/lite'
import { REACTIONS, type Reaction } from '#domain/reaction.ts'
import type { Role } from '#domain/roles.ts'
import { C1, commenting, commentPath } from './voices.ts'
import type { Write } from './writes.ts'

// What people do with a comment that is there.

export const reactionPath = (uid: string, id: string = C1): string => `${commentPath(id)}/reactions/${uid}`

/** A reaction as it is stored: a student's, unless changed. */
export const reaction = (authorId: string, value: Reaction, changes: DocumentData = {}): DocumentData => ({
  authorId,
  commentId: C1,
  value,
  role: 'student',
  at: serverTimestamp(),
  ...changes,
})

/** How a comment's counters move when somebody goes from one side (null: none) to another. */
export const counterMove = (from: Reaction | null, to: Reaction | null, role: Role = 'student'): DocumentData =>
  Object.fromEntries(
    REACTIONS.flatMap((side) => {
      const by = Number(side === to) - Number(side === from)
      return by === 0 ? [] : [`${side}.${role}`, `${side}Total`].map((field) => [field, increment(by)])
    }),
  )

/** Reacting, changing one's mind or (to null) taking it back, as the client does it: reaction and counters. */
export const reacting = (
  uid: string,
  to: Reaction | null,
  from: Reaction | null = null,
  { id = C1, role = 'student' }: { readonly id?: string; readonly role?: Role } = {},
): Write[] => [
  to === null
    ? { path: reactionPath(uid, id), remove: true }
    : { path: reactionPath(uid, id), set: reaction(uid, to, { role, commentId: id }) },
  { path: commentPath(id), update: counterMove(from, to, role) },
]

export const REPLY = 't1-RrEePpLlYyRrEePpLl01'

/** Replying, as the client does it: the comment, its parent's counter and the author's lastComment in one batch. */
export const replying = (uid: string, changes: DocumentData = {}, id: string = REPLY, parent: string = C1): Write[] => [
  ...commenting(uid, { parentId: parent, ...changes }, id),
  { path: commentPath(parent), update: { replyCount: increment(1) } },
]

export const reportPath = (uid: string, id: string = C1): string => `reports/${id.split('-')[0]}~${id}~${uid}`

/** Reporting, as the client does it: the report and the comment's counter in one batch. */
export const reporting = (uid: string, changes: DocumentData = {}, id: string = C1): Write[] => [
  { path: reportPath(uid, id), set: { reason: 'abuse', at: serverTimestamp(), ...changes } },
  { path: commentPath(id), update: { reportCount: increment(1) } },
]

/** Withdrawing, as the client does it: the words and every former text in one batch. */
export const withdrawing = (edits: number = 0, changes: DocumentData = {}, id: string = C1): Write[] => [
  { path: commentPath(id), update: { status: 'withdrawn', text: '', translation: null, ...changes } },
  ...Array.from({ length: edits }, (_, i): Write => ({ path: `${commentPath(id)}/edits/${i + 1}`, remove: true })),
]
