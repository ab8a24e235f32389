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

/** @param name “draft:comment:t1”, whoever’s it is */
function begunAt(name: string, uid: string): Begun | null {
  const [, what, about = ''] = name.split(':')
  const taskId = taskOfComment(about)
  const words = what === 'comment' ? commentDraft(about).load() : what === 'edit' ? editDraft(about).load() : null
  const kept = [name, `${name}@${uid}`].map((key) => [key, storage.read(key)] as const)
  if (!words || !taskId) return null
  return {
    key: name,
    kind: what === 'edit' ? 'edit' : about === taskId ? 'comment' : 'reply',
    taskId,
    commentId: about === taskId ? null : about,
    text: words.text,
    lang: words.lang,
    drop() {
      for (const [key] of kept) storage.remove(key)
    },
    // Whoever is here by then.
    putBack() {
      for (const [key, text] of kept) if (text !== null) storage.write(key, text)
    },
  }
}

/**
 * Comments, replies and changes that somebody who is signed in began, also where what they belong to is hidden or gone by
 * now.
 */
export const begunBy = (uid: string): readonly Begun[] =>
  [...new Set(draftsOf(uid).map((key) => key.split('@')[0] ?? key))]
    .map((name) => begunAt(name, uid))
    .filter((begun) => begun !== null)
