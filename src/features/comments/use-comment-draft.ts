import { useState } from 'react'
import { commentDraft } from '#data/drafts.ts'
import { type CommentDraft, newCommentId } from '#domain/comment.ts'
import type { TaskId } from '#domain/plan.ts'

/** A comment being written: kept on this device with every keystroke, until it has arrived. */
export function useCommentDraft(taskId: TaskId) {
  const store = commentDraft(taskId)
  const empty = (): CommentDraft => ({ id: newCommentId(taskId), text: '', subtaskId: null })
  const [restored, setRestored] = useState(() => store.load() !== null)
  const [draft, setDraft] = useState(() => store.load() ?? empty())
  const [isKept, setKept] = useState(true)

  const change = (part: Partial<CommentDraft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    setRestored(false)
    if (next.text === '') store.clear()
    else setKept(store.save(next))
  }

  /** What was sent has arrived. Another tab may have gone on writing in the same draft: that stays. */
  const finish = () => {
    if (store.load()?.text === draft.text) store.clear()
    setRestored(false)
    setDraft(empty())
  }

  /** The text goes on as a comment of its own. */
  const renew = () => change({ id: newCommentId(taskId) })

  return { draft, restored, isKept, change, finish, renew }
}
