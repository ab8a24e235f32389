import { moderationEntryId } from '#domain/audit.ts'
import type { HideReason, ReviewComment } from '#domain/review.ts'
import { type BulkResult, inBatches } from './bulk.ts'
import { commentRef } from './comment-schema.ts'
import { commit } from './commit.ts'
import { DataError } from './errors.ts'
import { actor, log } from './log-entry.ts'
import { readCommentById } from './review-comments.ts'

/** A decision takes five look-ups, three of the comment's rule and two of the entry's: four make a batch of twenty. */
const AT_ONCE = 4

/** As the reviewer has seen it. */
type Seen = Pick<ReviewComment, 'id' | 'taskId' | 'moderations' | 'edits' | 'reportCount'>

type Decision = {
  readonly action: 'hide' | 'restore'
  readonly reason: string
  readonly fields: { readonly status: 'hidden' | 'visible'; readonly hiddenReason: HideReason | null }
}

async function decide(
  comments: readonly Seen[],
  { action, reason, fields }: Decision,
  onProgress?: (done: number) => void,
): Promise<BulkResult> {
  const byUid = await actor()
  return inBatches({
    items: comments,
    idOf: ({ id }) => id,
    atOnce: AT_ONCE,
    write: (some) =>
      commit((batch) => {
        for (const { id, taskId, moderations, edits, reportCount } of some) {
          const number = moderations + 1
          const decided = { reports: reportCount, edits }
          batch.update(commentRef(taskId, id), { ...fields, moderations: number, decided })
          log(batch, moderationEntryId(id, number), { action, target: id, byUid, reason })
        }
      }),
    whyRefused: async ({ id, taskId, moderations, edits }) => {
      const now = await readCommentById(taskId, id)
      if (!now || now.status === 'withdrawn') return new DataError('missing')
      const isDone = now.status === fields.status && now.hiddenReason === fields.hiddenReason
      if (isDone && now.moderations === moderations + 1) return null
      return new DataError(now.moderations === moderations && now.edits === edits ? 'refused' : 'conflict')
    },
    onProgress,
  })
}

/**
 * Hides comments from the public, each with an entry in the log, four a batch. To be called by `bulk`.
 * @returns what failed with `conflict` was changed or decided about in the meantime, with `missing` withdrawn by its
 *   author
 */
export const hideComments = (
  comments: readonly Seen[],
  reason: HideReason,
  onProgress?: (done: number) => void,
): Promise<BulkResult> =>
  decide(comments, { action: 'hide', reason, fields: { status: 'hidden', hiddenReason: reason } }, onProgress)

/**
 * Shows hidden comments again, and leaves reported ones as they are; otherwise as hideComments.
 * @param reason for the log, in one's own words
 */
export const restoreComments = (
  comments: readonly Seen[],
  reason: string,
  onProgress?: (done: number) => void,
): Promise<BulkResult> =>
  decide(comments, { action: 'restore', reason, fields: { status: 'visible', hiddenReason: null } }, onProgress)
