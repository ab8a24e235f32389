import { type DocumentData, increment, serverTimestamp, Timestamp } from 'firebase/firestore/lite'
import { noneByRole, type Role } from '#domain/roles.ts'
import { STANCES, type Stance } from '#domain/stance.ts'
import { seed } from './people.ts'
import type { Write } from './writes.ts'

export const seedTask = (id: string = 't1', changes: DocumentData = {}): Promise<void> =>
  seed(`tasks/${id}`, { status: 'open', revision: 1, subtasks: [{ id: 'first' }, { id: 'second' }], ...changes })

/** A comment's id on task t1, and others. */
export const C1 = 't1-AaBbCcDdEeFfGgHhIi01'
export const C2 = 't1-AaBbCcDdEeFfGgHhIi02'

export const commentPath = (id: string): string => `tasks/${id.split('-')[0] ?? ''}/comments/${id}`

/** A comment as it is created: by a student of Mapo who tells no level, unless changed. */
export const comment = (authorId: string, changes: DocumentData = {}): DocumentData => ({
  authorId,
  role: 'student',
  district: 'mapo',
  level: null,
  verification: 'email',
  text: '우리 학교에도 필요해요.',
  lang: 'ko',
  subtaskId: null,
  parentId: null,
  revision: 1,
  createdAt: serverTimestamp(),
  editedAt: null,
  edits: 0,
  status: 'visible',
  hiddenReason: null,
  moderations: 0,
  decided: null,
  agree: noneByRole(),
  disagree: noneByRole(),
  agreeTotal: 0,
  disagreeTotal: 0,
  replyCount: 0,
  reportCount: 0,
  translation: null,
  ...changes,
})

/** Commenting, as the client does it: the comment and the author's lastComment in one batch. */
export const commenting = (uid: string, changes: DocumentData = {}, id: string = C1): Write[] => [
  { path: commentPath(id), set: comment(uid, changes) },
  { path: `participants/${uid}`, update: { lastComment: { id, at: serverTimestamp() } } },
]

/** A comment that was published long ago. */
export const seedComment = (authorId: string, changes: DocumentData = {}, id: string = C1): Promise<void> =>
  seed(commentPath(id), comment(authorId, { createdAt: Timestamp.fromMillis(0), ...changes }))

/** Editing, as the client does it: the new words and the former text in one batch. */
export const editing = (
  changes: DocumentData = {},
  kept: DocumentData = {},
  n: number = 1,
  id: string = C1,
): Write[] => [
  { path: commentPath(id), update: { text: '고친 글', editedAt: serverTimestamp(), edits: n, ...changes } },
  { path: `${commentPath(id)}/edits/${n}`, set: { text: '우리 학교에도 필요해요.', at: serverTimestamp(), ...kept } },
]

export type Place = {
  readonly task?: string
  readonly revision?: number
  readonly role?: Role
  readonly shard?: number
}

const revisionPath = ({ task = 't1', revision = 1 }: Place): string => `tasks/${task}/revisions/${revision}`

export const stancePath = (uid: string, place: Place = {}): string => `${revisionPath(place)}/stances/${uid}`

export const tallyPath = (place: Place = {}): string =>
  `${revisionPath(place)}/stanceTallies/${place.role ?? 'student'}-${place.shard ?? 3}`

export const stance = (value: Stance, { role = 'student', shard = 3 }: Place = {}): DocumentData => ({
  value,
  role,
  shard,
  at: serverTimestamp(),
})

/** How the tally moves when somebody goes from one stance (null: none) to another. */
export const tallyMove = (from: Stance | null, to: Stance | null, role: Role = 'student'): DocumentData => {
  const steps = STANCES.map((side) => [side, increment(Number(side === to) - Number(side === from))])
  return { role, ...Object.fromEntries(steps) }
}

/** Taking or changing a stance, as the client does it: the stance and its tally in one batch. */
export const takingStance = (
  uid: string,
  to: Stance,
  from: Stance | null = null,
  place: Place = {},
): [Write, Write] => [
  { path: stancePath(uid, place), set: stance(to, place) },
  { path: tallyPath(place), merge: tallyMove(from, to, place.role) },
]
