import type { CommentStatus } from './comment-status.ts'
import { detectLang, type Lang } from './language.ts'
import { type Level, type Participant, publicLevel } from './participant.ts'
import { isTaskId, type Subtask, type Task, type TaskId } from './plan.ts'
import { type ByRole, noneByRole, type Role, type Verification } from './roles.ts'

/** Longest text of a comment, in UTF-16 units, as the rules count it. */
export const MAX_COMMENT_LENGTH = 2000

/** Shortest time between two comments of one person, in seconds. */
export const SECONDS_BETWEEN_COMMENTS = 15

/** How often a comment can be changed; a withdrawal has to empty every former text in one batch. */
export const MAX_EDITS = 8

/** From so many reports on, a comment is collapsed until a reviewer has looked at it. */
const REPORTS_TO_COLLAPSE = 3

/** A comment's words in the other language, and whose work that is. */
export type Translation = { readonly text: string; readonly by: 'machine' | 'staff' }

export type Comment = {
  readonly id: string
  readonly taskId: TaskId
  readonly authorId: string
  readonly role: Role
  readonly district: string | null
  /** Of school; null also of before consent text 3. */
  readonly level: Level | null
  readonly verification: Verification
  readonly text: string
  readonly lang: Lang
  readonly subtaskId: string | null
  readonly parentId: string | null
  readonly revision: number
  readonly createdAt: Date
  readonly editedAt: Date | null
  readonly edits: number
  readonly agree: ByRole
  readonly disagree: ByRole
  readonly agreeTotal: number
  readonly disagreeTotal: number
  readonly replyCount: number
  readonly status: CommentStatus
  readonly reportCount: number
  /** How often a reviewer has decided about it. */
  readonly moderations: number
  /** What the last decision was made upon: so many reports, and so many changes of its words. */
  readonly decided: { readonly reports: number; readonly edits: number } | null
  readonly translation: Translation | null
}

type Reported = Pick<Comment, 'reportCount' | 'edits' | 'decided'>

/** How many reports no reviewer has looked at yet: where the words have changed since the last decision, all of them. */
export const openReports = ({ reportCount, edits, decided }: Reported): number =>
  decided?.edits === edits ? reportCount - decided.reports : reportCount

/** Whether it is shown on demand only: several people have reported it, and no reviewer has looked yet. */
export const isCollapsed = (comment: Reported): boolean => openReports(comment) >= REPORTS_TO_COLLAPSE

/** Whether there is anything to show of it: a withdrawn comment keeps the place of its replies, and no other. */
export const isWorthItsPlace = ({ status, replyCount }: Comment): boolean => status !== 'withdrawn' || replyCount > 0

/** Whether an edit would leave it as it is. */
export const saysAlready = (comment: Pick<Comment, 'text' | 'lang'>, { text, lang }: Pick<Comment, 'text' | 'lang'>) =>
  comment.text === text && comment.lang === lang

/** What is wrong with a text before it is sent; the rules refuse the same texts. */
export type TextProblem = 'empty' | 'blank' | 'too-long' | 'control' | 'bidi'

// Hangul fillers, the braille blank and combining marks are letters to Unicode but show nothing by themselves.
const SHOWS_SOMETHING = /[^\p{Z}\p{C}\p{M}\s\u115F\u1160\u3164\uFFA0\u2800\uFFFC\u{1D159}\u{13441}\u{13442}]/u
const CONTROL = /(?![\n\t])\p{Cc}/u
export const BIDI_CONTROL = /[\u202A-\u202E\u2066-\u2069]/u

/**
 * What is stored of what was typed: line ends as one character, no blank space around, and each letter as one. Names of
 * files on a Mac and some PDFs take a syllable apart (NFD): it looks the same, counts two or three times, and hides from
 * whatever looks for words.
 */
export const tidyText = (typed: string): string => typed.normalize('NFC').replace(/\r\n?/g, '\n').trim()

/**
 * Looks at a text as it would be stored.
 * @returns the first problem, or null if it can be sent
 */
export function textProblem(text: string): TextProblem | null {
  if (text.length === 0) return 'empty'
  if (CONTROL.test(text)) return 'control'
  if (BIDI_CONTROL.test(text)) return 'bidi'
  if (!SHOWS_SOMETHING.test(text)) return 'blank'
  if (text.length > MAX_COMMENT_LENGTH) return 'too-long'
  return null
}

const ID_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const ID_LENGTH = 20

const ID = new RegExp(`^t[0-9]+-[A-Za-z0-9]{${ID_LENGTH}}$`)

/** Whether this can be the id of a comment on the task. */
export const isCommentId = (taskId: TaskId, id: string): boolean => ID.test(id) && id.startsWith(`${taskId}-`)

/**
 * A new comment's id: its task, then 20 random letters and digits (119 bits).
 *
 * The task is part of the id so that an id is unique over all tasks: answers are filed under it, and the rate limit
 * binds one moment to one id.
 */
export function newCommentId(taskId: TaskId): string {
  let random = ''
  while (random.length < ID_LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(ID_LENGTH))) {
      // 248 is the largest multiple of 62 in a byte: beyond it some letters would come more often.
      const letter = byte < 248 ? ID_ALPHABET[byte % ID_ALPHABET.length] : undefined
      if (letter !== undefined && random.length < ID_LENGTH) random += letter
    }
  }
  return `${taskId}-${random}`
}

/** The task of which an id of a comment or reply speaks; null of what is no such id. */
export function taskOfComment(commentId: string): TaskId | null {
  const [taskId] = commentId.split('-')
  return isTaskId(taskId) ? taskId : null
}

/** A comment as somebody has written it, before it is sent. */
export type CommentDraft = {
  /** Made by newCommentId and kept with the draft, so that sending again finds what already arrived. */
  readonly id: string
  readonly text: string
  readonly subtaskId: string | null
  /** The language its author says it is in; without one it is told by the text. */
  readonly lang?: Lang | undefined
}

type Subtasks = readonly Pick<Subtask, 'id'>[]

/** The part of a task that a comment is about; what is about one that a later revision has removed is about the whole. */
const partIn = (subtasks: Subtasks, about: string | null): string | null =>
  subtasks.find(({ id }) => id === about)?.id ?? null

/**
 * What a new comment will look like once it has arrived.
 * @param parent the comment that it answers: a reply is about the same part of the task
 */
export const commentFromDraft = (
  me: Participant,
  task: Pick<Task, 'id' | 'revision'> & { readonly subtasks: Subtasks },
  { id, text, subtaskId, lang = detectLang(text, me.lang) }: CommentDraft,
  parent: Pick<Comment, 'id' | 'subtaskId'> | null = null,
): Comment => ({
  id,
  taskId: task.id,
  authorId: me.uid,
  role: me.role,
  district: me.district,
  level: publicLevel(me),
  verification: me.verification,
  text,
  lang,
  subtaskId: partIn(task.subtasks, parent ? parent.subtaskId : subtaskId),
  parentId: parent?.id ?? null,
  revision: task.revision,
  createdAt: new Date(),
  editedAt: null,
  edits: 0,
  agree: noneByRole(),
  disagree: noneByRole(),
  agreeTotal: 0,
  disagreeTotal: 0,
  replyCount: 0,
  status: 'visible',
  reportCount: 0,
  moderations: 0,
  decided: null,
  translation: null,
})
