import { taskOfComment } from '#domain/comment.ts'
import type { Lang } from '#domain/language.ts'
import type { TaskId } from '#domain/plan.ts'
import { keyOf } from './draft-store.ts'
import { commentDraft, editDraft } from './drafts.ts'
import { readKey } from './drafts-here.ts'
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

/** @param name “comment:t1” */
function begunAt(name: string, uid: string): Begun | null {
  const [what, about = ''] = name.split(':')
  const taskId = taskOfComment(about)
  const store = what === 'comment' ? commentDraft(about) : what === 'edit' ? editDraft(about) : null
  const words = store?.load()
  if (!words || !taskId) return null
  return {
    key: name,
    kind: what === 'edit' ? 'edit' : about === taskId ? 'comment' : 'reply',
    taskId,
    commentId: about === taskId ? null : about,
    text: words.text,
    lang: words.lang,
    drop: () => store?.clear(),
    // As theirs, whoever is here by then.
    putBack: () => void storage.write(keyOf(name, uid), JSON.stringify(words)),
  }
}

/** Comments, replies and changes that whoever is signed in began, also where what they belong to is hidden or gone by now. */
export const begunBy = (uid: string): readonly Begun[] =>
  [...new Set(draftsOf(uid).map((key) => readKey(key).name))]
    .map((name) => begunAt(name, uid))
    .filter((begun) => begun !== null)
