import { collection, doc, getDoc, getDocs, limit, query, serverTimestamp } from 'firebase/firestore/lite'
import * as v from 'valibot'
import { type Comment, MAX_EDITS, saysAlready } from '#domain/comment.ts'
import { COMMENTS_PER_PAGE } from '#domain/comment-list.ts'
import type { DeedOf } from '#domain/deed.ts'
import type { Participant } from '#domain/participant.ts'
import type { TaskId } from '#domain/plan.ts'
import { bringAbout } from './bring-about.ts'
import { commentRef } from './comment-schema.ts'
import { readComment, whyRefused } from './comments.ts'
import { DataError } from './errors.ts'
import type { IsLost } from './remote.ts'
import { date, parseOrSkip } from './schemas.ts'

const formerSchema = v.object({ text: v.string(), at: date })

/** What a comment said before its edit `number`, and when that was made. */
export type FormerText = { readonly number: number; readonly text: string; readonly at: Date }

const editsOf = (taskId: TaskId, id: string) => collection(commentRef(taskId, id), 'edits')
const editRef = (taskId: TaskId, id: string, number: number) => doc(editsOf(taskId, id), String(number))

/** What a comment said before, the oldest first. Costs a read an edit. */
export async function readFormerTexts(taskId: TaskId, id: string): Promise<readonly FormerText[]> {
  const { docs } = await getDocs(query(editsOf(taskId, id), limit(COMMENTS_PER_PAGE)))
  return docs
    .flatMap((snapshot) => {
      const fields = parseOrSkip(formerSchema, snapshot.ref.path, snapshot.data())
      return fields ? { number: Number(snapshot.id), ...fields } : []
    })
    .toSorted((one, other) => one.number - other.number)
}

/** One's own comment as it is stored, if it can still be changed. @throws DataError `missing`, `refused` */
async function readOwn(me: Participant, taskId: TaskId, id: string): Promise<Comment> {
  const comment = await readComment(taskId, id)
  if (!comment || comment.status === 'hidden') throw new DataError('missing')
  if (comment.authorId !== me.uid) throw new DataError('refused')
  return comment
}

/** Whether it says so already: an edit has arrived before, and perhaps another after it; or it undoes one that never has. */
async function holdsEdit(comment: Comment, deed: DeedOf<'edit'>): Promise<boolean> {
  const { text, edits } = deed
  if (saysAlready(comment, deed)) return true
  if (deed.isUndo) return !deed.replaces?.some((words) => saysAlready(comment, words))
  if (comment.edits < edits) return false
  const former = await readFormerTexts(comment.taskId, comment.id)
  return former.some((each) => each.number > edits && each.text === text)
}

/**
 * Changes the words of one's own comment; the former ones stay to be read. Doing it again after a lost answer finds
 * it done.
 * @throws DataError `closed`, `missing` if the comment is not visible any more, `refused` after the last edit there is
 */
export async function editComment(me: Participant, deed: DeedOf<'edit'>, isLost?: IsLost): Promise<void> {
  const { taskId, commentId, text, lang } = deed
  await bringAbout({
    isLost,
    read: () => readOwn(me, taskId, commentId),
    async isDone(stored) {
      if (stored.status === 'withdrawn') throw new DataError('missing')
      if (await holdsEdit(stored, deed)) return true
      if (stored.edits >= MAX_EDITS) throw new DataError('refused')
      return false
    },
    write(batch, stored) {
      const edits = stored.edits + 1
      const words = { text, lang, translation: null, editedAt: serverTimestamp(), edits }
      batch.update(commentRef(taskId, commentId), words)
      batch.set(editRef(taskId, commentId, edits), { text: stored.text, at: serverTimestamp() })
    },
    why: () => whyRefused(taskId, { open: true, visible: commentId }),
  })
}

/** In which time what is on its way arrives after a question that was asked later: both may have waited for one line. */
const OVERTAKEN_MS = 2000

/** Not readComment(): for which a refusal, that of a look-up which has failed, too, is as good as no comment. */
const isThere = async (taskId: TaskId, id: string): Promise<boolean> => (await getDoc(commentRef(taskId, id))).exists()

/**
 * A comment that its author took back without knowing whether it had arrived; null if it has not.
 * @throws DataError `refused` if they have found it and changed it since, elsewhere: those words are nowhere else
 */
async function readTakenBack(me: Participant, taskId: TaskId, id: string): Promise<Comment | null> {
  if (!(await isThere(taskId, id))) {
    await new Promise((resolve) => setTimeout(resolve, OVERTAKEN_MS))
    if (!(await isThere(taskId, id))) return null
  }
  const comment = await readOwn(me, taskId, id)
  if (comment.status === 'visible' && comment.edits > 0) throw new DataError('refused')
  return comment
}

/**
 * Takes one's own comment back for good, with everything it said before. Its replies stay.
 * @throws DataError `missing` if there is no such comment any more, unless nobody knew whether there was
 */
export async function withdrawComment(
  me: Participant,
  { taskId, commentId, isUndo = false }: DeedOf<'withdraw'>,
  isLost?: IsLost,
): Promise<void> {
  await bringAbout<Comment | null>({
    isLost,
    read: () => (isUndo ? readTakenBack : readOwn)(me, taskId, commentId),
    isDone: (stored) => stored === null || stored.status === 'withdrawn',
    write(batch, stored) {
      batch.update(commentRef(taskId, commentId), { status: 'withdrawn', text: '', translation: null })
      for (let number = 1; number <= (stored?.edits ?? 0); number++) batch.delete(editRef(taskId, commentId, number))
    },
    why: () => whyRefused(taskId, { visible: commentId }),
  })
}
