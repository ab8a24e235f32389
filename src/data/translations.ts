import type { Comment } from '#domain/comment.ts'
import { commentRef } from './comment-schema.ts'
import { commit } from './commit.ts'
import { DataError, toDataError } from './errors.ts'
import { actor, log, newEntryId } from './log-entry.ts'
import { readCommentById } from './review-comments.ts'

/**
 * Puts a translation beside a comment, or a better one in its place, with an entry in the log. What the comment says
 * itself stays as it is.
 * @param comment as it was read: its words are what is translated
 * @throws DataError `conflict` if its author has changed it in the meantime …
 */
export async function writeTranslation(
  { id, taskId, lang, edits }: Pick<Comment, 'id' | 'taskId' | 'lang' | 'edits'>,
  text: string,
): Promise<void> {
  const byUid = await actor()
  const languages = lang === 'ko' ? 'ko → en' : 'en → ko'
  try {
    await commit((batch) => {
      const logEntry = newEntryId()
      batch.update(commentRef(taskId, id), { translation: { text, by: 'staff', edits, logEntry } })
      log(batch, logEntry, { action: 'translate', target: id, byUid, reason: languages })
    })
  } catch (error) {
    const failure = toDataError(error)
    if (failure.kind !== 'refused') throw failure
    const now = await readCommentById(taskId, id)
    throw now && now.edits !== edits ? new DataError('conflict') : failure
  }
}
