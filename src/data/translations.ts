import { getDoc } from 'firebase/firestore/lite'
import type { Comment } from '#domain/comment.ts'
import { commentRef } from './comment-schema.ts'
import { DataError, toDataError } from './errors.ts'
import { actor, log } from './log-entry.ts'
import { readCommentById } from './review-comments.ts'
import { beginSending, sendOnce } from './unanswered.ts'

/**
 * Puts a translation beside a comment, or a better one in its place, with an entry in the log. What the comment says
 * itself stays as it is.
 * @param comment as it was read: its words are what is translated
 * @throws DataError `conflict` if its author has changed it in the meantime, or if it was sent before and somebody has put
 *   another in its place …
 */
export async function writeTranslation(
  { id, taskId, lang, edits }: Pick<Comment, 'id' | 'taskId' | 'lang' | 'edits'>,
  text: string,
): Promise<void> {
  const byUid = await actor()
  const languages = lang === 'ko' ? 'ko → en' : 'en → ko'
  const comment = commentRef(taskId, id)
  try {
    await sendOnce(
      beginSending(byUid, `translation:${id}`, [text, edits]),
      (batch, logEntry) => {
        batch.update(comment, { translation: { text, by: 'staff', edits, logEntry } })
        log(batch, logEntry, { action: 'translate', target: id, byUid, reason: languages })
      },
      async () => (await getDoc(comment)).get('translation.logEntry'),
    )
  } catch (error) {
    const failure = toDataError(error)
    if (failure.kind !== 'refused') throw failure
    const now = await readCommentById(taskId, id)
    throw now && now.edits !== edits ? new DataError('conflict') : failure
  }
}
