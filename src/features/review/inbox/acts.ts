import { type BulkResult, bulk } from '#data/bulk.ts'
import { type DataErrorKind, toDataError } from '#data/errors.ts'
import { remote } from '#data/remote.ts'
import { grouped } from '#domain/grouped.ts'
import { type InboxRow, isReported } from '#domain/inbox.ts'
import { changedReview, type HideReason, type Review, type ReviewComment } from '#domain/review.ts'
import { edited, inverse, isFull, type ReviewEdit, stillStands } from '#domain/review-edit.ts'
import { behind } from './behind.ts'
import { readCommentsAgain } from './changes.ts'
import { inbox } from './inbox-store.ts'

const reviews = () => import('#data/reviews.ts')
const moderation = () => import('#data/moderation.ts')

/** What is done to one comment or to many at once. */
export type Act =
  | ReviewEdit
  | { readonly kind: 'hide'; readonly reason: HideReason }
  | { readonly kind: 'restore'; readonly reason: string }

/** What a comment said when somebody decided about it, and how often it had been reported. */
export type Seen = Pick<ReviewComment, 'edits' | 'reportCount'>

/** An act on one comment. @property undoes what it takes back: it is done only where that still stands */
export type Deed = { readonly id: string; readonly act: Act; readonly seen: Seen; readonly undoes?: Act }

/** Why one of many was not done: what the data layer says, no room for a theme, changed by somebody or its author since. */
export type WhyNot = DataErrorKind | 'full' | 'since' | 'changed'

/** Somebody else has changed the review while this was on its way. @property before as it was when this was decided */
export type Conflict = { readonly deed: Deed; readonly before: Review | null; readonly theirs: Review | null }

export type Outcome = {
  readonly done: readonly Deed[]
  readonly failed: readonly { readonly deed: Deed; readonly why: WhyNot }[]
  readonly conflicts: readonly Conflict[]
  /** What takes back all that was done. */
  readonly undo: readonly Deed[]
}

const isEdit = (act: Act): act is ReviewEdit => act.kind !== 'hide' && act.kind !== 'restore'

/** Whether there is something to decide: to hide what is seen, to restore what is hidden, to leave what was reported. */
const canDecide = (row: InboxRow, act: Act): boolean =>
  act.kind === 'hide' ? row.comment.status === 'visible' : row.comment.status === 'hidden' || isReported(row)

/** A comment after a decision. */
function decided({ comment }: InboxRow, { act, seen }: Deed): ReviewComment {
  const after = {
    ...comment,
    moderations: comment.moderations + 1,
    decided: { reports: seen.reportCount, edits: seen.edits },
  }
  return act.kind === 'hide'
    ? { ...after, status: 'hidden', hiddenReason: act.reason }
    : { ...after, status: 'visible', hiddenReason: null }
}

/** A deed that is shown as done and on its way. @property row as it was before */
type Sent = { readonly deed: Deed; readonly row: InboxRow; readonly review: Review | null }

export type Prepared = { readonly sent: readonly Sent[]; readonly failed: Outcome['failed'] }

/** What cannot be undone any more has been changed by somebody since. */
const isOutdated = ({ review, comment }: InboxRow, undoes: Act): boolean =>
  isEdit(undoes) ? !stillStands(review, undoes) : (undoes.kind === 'hide') !== (comment.status === 'hidden')

/** Shows deeds as done at once, so that the next key finds them so. What changes nothing is left out. */
export function prepare(deeds: readonly Deed[], byUid: string): Prepared {
  const sent: Sent[] = []
  const failed: { deed: Deed; why: WhyNot }[] = []
  for (const deed of deeds) {
    const { id, act, seen, undoes } = deed
    const row = inbox.state().byId.get(id)
    if (!row) continue
    if (undoes && isOutdated(row, undoes)) failed.push({ deed, why: 'since' })
    else if (!isEdit(act)) {
      if (!canDecide(row, act)) continue
      // Whoever has not read what it says now decides nothing about that.
      if (seen.edits !== row.comment.edits) failed.push({ deed, why: 'changed' })
      else sent.push({ deed, row, review: null })
    } else {
      const change = edited(row.review, act)
      if (change) sent.push({ deed, row, review: changedReview(row.review, row.comment, change, byUid) })
      else if (act.kind === 'tag' && isFull(row.review) && !row.review?.themes.includes(act.theme)) {
        failed.push({ deed, why: 'full' })
      }
    }
  }
  inbox.take({
    reviews: sent.flatMap(({ review }) => review ?? []),
    comments: sent.flatMap(({ deed, row }) => (isEdit(deed.act) ? [] : decided(row, deed))),
  })
  return { sent, failed }
}

/** What takes a deed back; nothing where it left a reported comment as it was. */
function undoOf({ deed: { id, act, seen }, row }: Sent, undoReason: string): Deed[] {
  const back = (wanted: Act): Deed[] => [{ id, act: wanted, seen, undoes: act }]
  if (isEdit(act)) return back(inverse(row.review, act))
  if (act.kind === 'hide') return back({ kind: 'restore', reason: undoReason })
  const reason = row.comment.hiddenReason
  return reason ? back({ kind: 'hide', reason }) : []
}

/** Edits are written together, decisions together with those made for the same reason. */
const togetherOf = ({ deed: { act } }: Sent): string => (isEdit(act) ? 'edit' : `${act.kind} ${act.reason}`)

/** Not even the way to write could be loaded, or nobody is signed in. */
const noneOf =
  (sent: readonly Sent[]) =>
  (error: unknown): BulkResult => ({
    done: [],
    failed: sent.map(({ deed: { id } }) => ({ id, error: toDataError(error) })),
  })

/** Writes what is shown already. */
async function write(sent: readonly Sent[], onProgress: (done: number) => void): Promise<BulkResult> {
  const result: BulkResult = { done: [], failed: [] }
  for (const some of grouped(sent, togetherOf).values()) {
    const before = result.done.length
    const { done, failed } = await writeTogether(some, (more) => onProgress(before + more)).catch(noneOf(some))
    result.done.push(...done)
    result.failed.push(...failed)
  }
  return result
}

function writeTogether(sent: readonly Sent[], onProgress: (done: number) => void): Promise<BulkResult> {
  const act = sent[0]?.deed.act
  const comments = sent.map(({ deed, row }) => ({ ...row.comment, ...deed.seen }))
  if (act?.kind === 'hide') {
    return bulk(moderation, ({ hideComments }) => hideComments(comments, act.reason, onProgress))
  }
  if (act?.kind === 'restore') {
    return bulk(moderation, ({ restoreComments }) => restoreComments(comments, act.reason, onProgress))
  }
  const writes = sent.flatMap(({ row, review }) =>
    review ? [{ before: row.review, comment: row.comment, change: fieldsOf(review) }] : [],
  )
  return bulk(reviews, ({ writeReviews }) => writeReviews(writes, onProgress))
}

const fieldsOf = ({ state, themes, note, assignee }: Review) => ({ state, themes, note, assignee })

/** Without these nothing can be read either: what is stored shows when changes are next asked for. */
const CUT_OFF: ReadonlySet<WhyNot | undefined> = new Set(['offline', 'outdated', 'quota'])

/** Shows the review that is stored, where another was shown ahead of it. */
async function showStored({ deed, row }: Sent): Promise<Review | null> {
  if (!isEdit(deed.act)) return row.review
  try {
    const stored = await remote(reviews, ({ readReview }) => readReview(deed.id))
    inbox.take({ reads: 1 })
    inbox.putBack([], new Map([[deed.id, stored]]))
    return stored
  } catch {
    return row.review
  }
}

/** The comments that decisions are about, as they were before. */
const decidedAmong = (sent: readonly Sent[]) => sent.flatMap(({ deed, row }) => (isEdit(deed.act) ? [] : row.comment))

/** Shows what was lost as it was before; a review that somebody else has changed meanwhile stays. */
function showBefore(lost: readonly Sent[]): void {
  const { byId } = inbox.state()
  const edits = lost.filter(({ deed: { id }, review }) => review && byId.get(id)?.review === review)
  inbox.putBack(decidedAmong(lost), new Map(edits.map(({ deed, row }) => [deed.id, row.review])))
}

/** How many reviews are read again at a time after something went wrong. */
const AT_ONCE = 20

/**
 * Sends what prepare() has shown. What could not be done is shown as it is stored again, and told.
 * @param undoReason what the log says of a decision that is taken back
 */
export async function send(
  { sent, failed }: Prepared,
  undoReason: string,
  onProgress: (done: number) => void,
): Promise<Outcome> {
  behind.decide(decidedAmong(sent))
  const result = await write(sent, onProgress)
  const why = new Map(result.failed.map(({ id, error }) => [id, error.kind]))
  const lost = sent.filter(({ deed }) => why.has(deed.id))
  const refused = lost.filter(({ deed }) => !CUT_OFF.has(why.get(deed.id)))
  behind.decided(decidedAmong(sent), decidedAmong(lost))
  if (lost.length > 0) showBefore(lost)
  await readCommentsAgain(decidedAmong(refused).map(({ id }) => id)).catch(() => {})
  const conflicts: Conflict[] = []
  for (let from = 0; from < refused.length; from += AT_ONCE) {
    await Promise.all(
      refused.slice(from, from + AT_ONCE).map(async (one) => {
        const theirs = await showStored(one)
        if (why.get(one.deed.id) === 'conflict' && isEdit(one.deed.act)) {
          conflicts.push({ deed: one.deed, before: one.row.review, theirs })
        }
      }),
    )
  }
  const inConflict = new Set(conflicts.map(({ deed }) => deed.id))
  const kept = sent.filter(({ deed }) => !why.has(deed.id))
  return {
    done: kept.map(({ deed }) => deed),
    undo: kept.flatMap((one) => undoOf(one, undoReason)),
    conflicts,
    failed: [
      ...failed,
      ...lost.flatMap(({ deed }) =>
        inConflict.has(deed.id) ? [] : [{ deed, why: why.get(deed.id) ?? ('unknown' as const) }],
      ),
    ],
  }
}
