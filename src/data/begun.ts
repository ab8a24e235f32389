import { taskOfComment } from '#domain/comment.ts'
import type { Lang } from '#domain/language.ts'
import type { TaskId } from '#domain/plan.ts'
import { commentDraft, editDraft } from './drafts.ts'
import { draftsOf } from './left-here.ts'
import { storage } from './storage.ts'

/** Words that somebody began on this device and has not sent. */
export type Begun = {
  readonly key: string
  readonly kind: 'comment' | 'reply' | 'edit'
  readonly taskId: TaskId
  /** The comment that they answer or change; null for a comment on the task. */
  readonly commentId: string | null
  readonly text: string
  readonly lang: Lang | undefined
  readonly drop: () => void
  readonly putBack: () => void
}

function begunAt(key: string): Begun | null {
  const [, what, about = ''] = key.split(':')
  const taskId = taskOfComment(about)
  const words = what === 'comment' ? commentDraft(about).load() : what === 'edit' ? editDraft(about).load() : null
  const kept = storage.read(key)
  if (!words || kept === null || !taskId) return null
  return {
    key,
    kind: what === 'edit' ? 'edit' : about === taskId ? 'comment' : 'reply',
    taskId,
    commentId: about === taskId ? null : about,
    text: words.text,
    lang: words.lang,
    drop: () => storage.remove(key),
    putBack: () => void storage.write(key, kept),
  }
}

/** Comments, replies and changes that somebody began, also where what they belong to is hidden or gone by now. */
export const begunBy = (uid: string): readonly Begun[] =>
  draftsOf(uid)
    .map(begunAt)
    .filter((begun) => begun !== null)
