import { isBallot, noStickers, type Stickers } from '#domain/ballot.ts'
import type { CommentDraft } from '#domain/comment.ts'
import { isLang, type Lang, type Localized } from '#domain/language.ts'
import { CONSENT_VERSION } from '#domain/participant.ts'
import { TASK_IDS } from '#domain/plan.ts'
import { isReaction, type Reaction } from '#domain/reaction.ts'
import { isRole, type Role } from '#domain/roles.ts'
import type { StaffMember } from '#domain/staff.ts'
import { isStance, type Stance } from '#domain/stance.ts'
import { type DraftStore, draftStore, type SharedDraftStore } from './draft-store.ts'
import { isRefusal, type Refusal } from './refusals.ts'

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** A comment being written; `returned`: it was sent before, and why it came back. */
export type WrittenComment = CommentDraft & { readonly returned: Refusal | null }

/**
 * @param about a task, or the comment that is answered
 * @param whose whose it is; else of whoever is signed in
 */
export const commentDraft = (about: string, whose?: () => string | null): SharedDraftStore<WrittenComment> =>
  draftStore<WrittenComment>(
    `comment:${about}`,
    ({ id, text, subtaskId, lang, returned }) =>
      typeof id === 'string' && typeof text === 'string'
        ? {
            id,
            text,
            subtaskId: textOrNull(subtaskId),
            lang: isLang(lang) ? lang : undefined,
            returned: isRefusal(returned) ? returned : null,
          }
        : null,
    {
      ...(whose && { whose }),
      // Where a sign-in ended by itself, both begin with the same words.
      both: (own, begunSince) =>
        begunSince.text.startsWith(own.text) ? begunSince : { ...own, text: `${own.text}\n\n${begunSince.text}` },
    },
  )

/** A stance chosen before joining. */
export const stanceDraft = (taskId: string): DraftStore<Stance> => {
  const store = draftStore(`stance:${taskId}`, ({ value }) => (isStance(value) ? { value } : null))
  return { ...store, load: () => store.load()?.value ?? null, save: (value) => store.save({ value }) }
}

/** A reaction to a comment chosen before joining. */
export const reactionDraft = (commentId: string): DraftStore<Reaction> => {
  const store = draftStore(`reaction:${commentId}`, ({ value }) => (isReaction(value) ? { value } : null))
  return { ...store, load: () => store.load()?.value ?? null, save: (value) => store.save({ value }) }
}

/** A comment's words being changed. */
export type EditDraft = { readonly text: string; readonly lang: Lang }

/** They stay until the change is on its way. */
export const editDraft = (commentId: string): DraftStore<EditDraft> =>
  draftStore(`edit:${commentId}`, ({ text, lang }) =>
    typeof text === 'string' && isLang(lang) ? { text, lang } : null,
  )

/** The answers given so far while joining; null is a question not answered yet. */
export type JoinDraft = {
  readonly role: Role | null
  /** Asked of students only: 14 or older. */
  readonly fourteen: boolean | null
  readonly district: string | null
  /** Whether they agree to the text of this version of the app. */
  readonly consent: boolean
}

/**
 * How long what somebody said while joining counts, in milliseconds: about what it takes to find a mail. Whoever gave up is
 * not the next one here.
 */
export const JOINING_MS = 3_600_000

/** Where somebody is not signed in yet, or as the wrong person. */
const ofTheDevice = { whose: () => null }

const answersAt = draftStore(
  'join',
  ({ role, fourteen, district, consent, at }) => ({
    role: isRole(role) ? role : null,
    fourteen: typeof fourteen === 'boolean' ? fourteen : null,
    district: textOrNull(district),
    // Of the text that they read: a new version of the app may come with another.
    consent: typeof consent === 'number' ? consent : null,
    at: Number(at ?? 0),
  }),
  ofTheDevice,
)

/** They wait here while somebody goes to their mail and comes back. */
export const joinDraft: DraftStore<JoinDraft> = {
  load() {
    const kept = answersAt.load()
    if (!kept) return null
    const { at, consent, ...answers } = kept
    return Date.now() - at < JOINING_MS ? { ...answers, consent: consent === CONSENT_VERSION } : null
  },
  save: (draft) => answersAt.save({ ...draft, consent: draft.consent ? CONSENT_VERSION : null, at: Date.now() }),
  clear: answersAt.clear,
}

/** The slip somebody came with, until they have joined with it: without a connection it waits here. */
export const slipDraft: DraftStore<{ readonly token: string }> = draftStore(
  'slip',
  ({ token }) => (typeof token === 'string' ? { token } : null),
  ofTheDevice,
)

/** The terms of slips to be made, as they were typed. */
export type SlipForm = {
  readonly role: string
  readonly school: string
  readonly level: string
  readonly district: string
  readonly number: string
  readonly until: string
  readonly purpose: string
}

const textOf = (value: unknown): string => textOrNull(value) ?? ''

export const slipFormDraft: DraftStore<SlipForm> = draftStore('slips', (kept) => ({
  role: textOf(kept.role),
  school: textOf(kept.school),
  level: textOf(kept.level),
  district: textOf(kept.district),
  number: textOf(kept.number),
  until: textOf(kept.until),
  purpose: textOf(kept.purpose),
}))

/** An official answer being written, as it was typed. */
export type AnswerForm = {
  readonly status: string
  readonly messageKo: string
  readonly messageEn: string
  readonly officeKo: string
  readonly officeEn: string
}

/** @param about the comment that is answered, or “many” */
export const answerDraft = (about: string): DraftStore<AnswerForm> =>
  draftStore(`answer:${about}`, (kept) => ({
    status: textOf(kept.status),
    messageKo: textOf(kept.messageKo),
    messageEn: textOf(kept.messageEn),
    officeKo: textOf(kept.officeKo),
    officeEn: textOf(kept.officeEn),
  }))

/** What is written about one comment is kept by its id; about several by “many”: a selection changes, the words stay. */
export const aboutOf = (ids: readonly string[]): string => (ids.length === 1 ? (ids[0] ?? '') : 'many')

/** A translation being written. @property edits how often the words had been changed that it was begun upon */
export type TranslationDraft = { readonly text: string; readonly edits: number }

export const translationDraft = (commentId: string): DraftStore<TranslationDraft> =>
  draftStore(`translation:${commentId}`, ({ text, edits }) =>
    typeof text === 'string' ? { text, edits: Number(edits ?? 0) } : null,
  )

/**
 * What staff write in a line or two: a note for colleagues about a comment, why it is hidden or shown again, why slips are
 * voided or a task is closed or opened.
 * @param about the comment, or “many”; the batch; the task
 */
export const reviewDraft = (
  kind: 'note' | 'hide' | 'restore' | 'void' | 'opening',
  about: string,
): DraftStore<string> => {
  const store = draftStore(`${kind}:${about}`, ({ text }) => (typeof text === 'string' ? { text } : null))
  return { ...store, load: () => store.load()?.text ?? null, save: (text) => store.save({ text }) }
}

/** The name of a theme, as far as it is written. @param about the theme that gets another name, or “new” */
export const themeDraft = (about: string): DraftStore<Localized> =>
  draftStore(`theme:${about}`, ({ ko, en }) => ({ ko: textOf(ko), en: textOf(en) }))

/**
 * A staff record as it is to be. Its `logEntry` is that of the record that was seen when it was begun.
 * @param about whose record is changed, or “new”
 */
export const staffDraft = (about: string): DraftStore<StaffMember> =>
  draftStore(`staff:${about}`, (kept) => ({
    uid: textOf(kept.uid),
    name: textOf(kept.name),
    office: textOf(kept.office),
    canReview: kept.canReview === true,
    canEdit: kept.canEdit === true,
    canInvite: kept.canInvite === true,
    canManage: kept.canManage === true,
    logEntry: textOrNull(kept.logEntry),
  }))

/** Stickers placed and not cast yet. */
export const ballotDraft: DraftStore<Stickers> = draftStore('ballot', (kept) => {
  const stickers = noStickers()
  for (const id of TASK_IDS) stickers[id] = Number(kept[id])
  return isBallot(stickers) ? stickers : null
})
