import type { Comment } from '#domain/comment.ts'
import { commentRef } from './comment-schema.ts'
import { commit } from './commit.ts'
import { actor, log, newEntryId } from './log-entry.ts'

/**
 * Puts a translation beside a comment, or a better one in its place, with an entry in the log. What the comment says
 * itself stays as it is.
 * @throws DataError …
 */
export async function writeTranslation(
  { id, taskId, lang }: Pick<Comment, 'id' | 'taskId' | 'lang'>,
  text: string,
): Promise<void> {
  const byUid = await actor()
  await commit((batch) => {
    const logEntry = newEntryId()
    batch.update(commentRef(taskId, id), { translation: { text, by: 'staff', logEntry } })
    log(batch, logEntry, { action: 'translate', target: id, byUid, reason: lang === 'ko' ? 'ko → en' : 'en → ko' })
  })
}
