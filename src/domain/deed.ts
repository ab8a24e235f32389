import type { Stickers } from './ballot.ts'
import type { Comment } from './comment.ts'
import type { Lang } from './language.ts'
import type { TaskId } from './plan.ts'
import type { Reaction } from './reaction.ts'
import type { ReportReason } from './report.ts'
import type { Stance } from './stance.ts'

type Words = { readonly text: string; readonly lang: Lang }
type OnComment = { readonly taskId: TaskId; readonly commentId: string }

/**
 * Something a participant does that has to reach the database. It is data and nothing else, so that it can wait on the
 * device for a connection, and it says what is wanted in the end, so that doing it twice changes nothing.
 */
export type Deed =
  /** A comment or a reply. */
  | { readonly kind: 'comment'; readonly comment: Comment }
  /**
   * @property edits how many edits there are after this one
   * @property replaces the words of edits that this one has taken the place of, and that may have arrived without an answer
   * @property isUndo whether it takes those back: then nothing is changed that does not say what one of them said
   */
  | ({
      readonly kind: 'edit'
      readonly edits: number
      readonly replaces?: readonly Words[]
      readonly isUndo?: boolean
    } & Words &
      OnComment)
  /** @property isUndo whether it takes back a comment that may have arrived without an answer: then there may be none */
  | ({ readonly kind: 'withdraw'; readonly isUndo?: boolean } & OnComment)
  /** @property value null takes a reaction back */
  | ({ readonly kind: 'react'; readonly value: Reaction | null } & OnComment)
  | ({ readonly kind: 'report'; readonly reason: ReportReason } & OnComment)
  | { readonly kind: 'stance'; readonly taskId: TaskId; readonly revision: number; readonly value: Stance }
  /** A ballot cast or changed; without any sticker it is taken back. */
  | { readonly kind: 'ballot'; readonly stickers: Stickers }

export type DeedKind = Deed['kind']

/** The deed of one kind. */
export type DeedOf<K extends DeedKind> = Extract<Deed, { kind: K }>

/** What a deed is about: of two deeds on the same subject only the later one counts. */
export function subjectOf(deed: Deed): string {
  if (deed.kind === 'comment') return `comment:${deed.comment.id}`
  if (deed.kind === 'stance') return `stance:${deed.taskId}:${deed.revision}`
  if (deed.kind === 'ballot') return 'ballot'
  // What is withdrawn need not be edited before.
  if (deed.kind === 'edit' || deed.kind === 'withdraw') return `words:${deed.commentId}`
  return `${deed.kind}:${deed.commentId}`
}

/** The task a deed belongs to; null for a ballot, which is about all of them. */
export function taskOf(deed: Deed): TaskId | null {
  if (deed.kind === 'comment') return deed.comment.taskId
  return deed.kind === 'ballot' ? null : deed.taskId
}

/** The comment that has to be there before a deed can be done; null if none. */
export function neededComment(deed: Deed): string | null {
  if (deed.kind === 'comment') return deed.comment.parentId
  return deed.kind === 'stance' || deed.kind === 'ballot' ? null : deed.commentId
}

/** Whether it sees to it that a comment which its author has taken back is not published. */
export const isTakingBack = (deed: Deed): boolean => deed.kind === 'withdraw' && deed.isUndo === true

/** What an edit replaces that takes the place of this one: what this one says, and what it replaces itself. */
export const replacedBy = ({ text, lang, replaces = [] }: DeedOf<'edit'>): readonly Words[] => [
  ...replaces,
  { text, lang },
]
