import { MAX_THEMES_PER_COMMENT, type Review, type ReviewState } from './review.ts'

/** What reviewers note about a comment. */
export type ReviewFields = Pick<Review, 'state' | 'themes' | 'note' | 'assignee'>

/** As it is before anybody has noted anything. */
export const UNREVIEWED: ReviewFields = { state: 'new', themes: [], note: '', assignee: null }

/**
 * One thing that a reviewer does to a review. It says what is done and not what is there afterwards, so that it can be
 * done on top of what somebody else did meanwhile without taking that back.
 */
export type ReviewEdit =
  | { readonly kind: 'mark'; readonly state: ReviewState }
  | { readonly kind: 'tag' | 'untag'; readonly theme: string }
  | { readonly kind: 'assign'; readonly assignee: string | null }
  | { readonly kind: 'note'; readonly note: string }

const fieldsOf = (review: ReviewFields | null): ReviewFields => review ?? UNREVIEWED

/** A review after an edit; null if the edit changes nothing, or if there is no room for another theme. */
export function edited(review: ReviewFields | null, edit: ReviewEdit): ReviewFields | null {
  const { state, themes, note, assignee } = fieldsOf(review)
  const before = { state, themes, note, assignee }
  if (edit.kind === 'mark') return edit.state === state ? null : { ...before, state: edit.state }
  if (edit.kind === 'assign') return edit.assignee === assignee ? null : { ...before, assignee: edit.assignee }
  if (edit.kind === 'note') return edit.note === note ? null : { ...before, note: edit.note }
  const has = themes.includes(edit.theme)
  if (edit.kind === 'untag') {
    return has ? { ...before, themes: themes.filter((theme) => theme !== edit.theme) } : null
  }
  return has || isFull(review) ? null : { ...before, themes: [...themes, edit.theme] }
}

/** Whether a comment has as many themes as it can have. */
export const isFull = (review: ReviewFields | null): boolean => fieldsOf(review).themes.length >= MAX_THEMES_PER_COMMENT

/** What takes an edit back, made on a review as it was before it. */
export function inverse(review: ReviewFields | null, edit: ReviewEdit): ReviewEdit {
  const { state, note, assignee } = fieldsOf(review)
  if (edit.kind === 'mark') return { kind: 'mark', state }
  if (edit.kind === 'assign') return { kind: 'assign', assignee }
  if (edit.kind === 'note') return { kind: 'note', note }
  return { kind: edit.kind === 'tag' ? 'untag' : 'tag', theme: edit.theme }
}

/** Whether an edit still stands: if somebody has changed the same thing since, taking it back would take that back. */
export function stillStands(review: ReviewFields | null, edit: ReviewEdit): boolean {
  const { state, themes, note, assignee } = fieldsOf(review)
  if (edit.kind === 'mark') return state === edit.state
  if (edit.kind === 'assign') return assignee === edit.assignee
  if (edit.kind === 'note') return note === edit.note
  return themes.includes(edit.theme) === (edit.kind === 'tag')
}

/** The edits that lead from one review to another: what somebody did, in the words of the inbox. */
export function editsBetween(from: ReviewFields | null, to: ReviewFields | null): ReviewEdit[] {
  const [before, after] = [fieldsOf(from), fieldsOf(to)]
  const edits: ReviewEdit[] = []
  if (before.state !== after.state) edits.push({ kind: 'mark', state: after.state })
  for (const theme of after.themes) if (!before.themes.includes(theme)) edits.push({ kind: 'tag', theme })
  for (const theme of before.themes) if (!after.themes.includes(theme)) edits.push({ kind: 'untag', theme })
  if (before.assignee !== after.assignee) edits.push({ kind: 'assign', assignee: after.assignee })
  if (before.note !== after.note) edits.push({ kind: 'note', note: after.note })
  return edits
}
