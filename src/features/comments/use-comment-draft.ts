import { useEffect, useEffectEvent, useState } from 'react'
import { commentDraft, type WrittenComment } from '#data/drafts.ts'
import { SIGNED_IN, storage } from '#data/storage.ts'
import { newCommentId } from '#domain/comment.ts'
import type { TaskId } from '#domain/plan.ts'

const isSame = (one: WrittenComment, other: WrittenComment): boolean =>
  (['id', 'text', 'subtaskId', 'lang'] as const).every((part) => one[part] === other[part])

/**
 * A comment or a reply being written: kept on this device with every keystroke, until the outbox holds it.
 * @param parentId the comment that is answered; null for a comment on the task
 * @param uid the participant who is here, as far as that is known
 */
export function useCommentDraft(taskId: TaskId, parentId: string | null, uid: string | undefined) {
  const about = parentId ?? taskId
  const [owner, setOwner] = useState(() => storage.read(SIGNED_IN))
  // Whoever has just signed in in another tab may not stay: until they are here as a participant, what is typed is nobody's.
  const store = commentDraft(about, () => (storage.read(SIGNED_IN) === owner ? owner : null))
  const empty = (): WrittenComment => ({ id: newCommentId(taskId), text: '', subtaskId: null, returned: null })
  const [restored, setRestored] = useState(() => store.load() !== null)
  const [draft, setDraft] = useState(() => store.load() ?? empty())
  const [isKept, setKept] = useState(true)

  // They had perhaps begun something before: both are theirs, and none takes the other's place.
  const meetOwn = useEffectEvent((whose: string) => {
    setOwner(whose)
    const own = commentDraft(about, () => whose).load()
    if (!own || draft.text.startsWith(own.text)) return
    const isIn = own.text.includes(draft.text)
    const text = isIn ? own.text : `${own.text}\n\n${draft.text}`
    setDraft({ ...own, text })
    setRestored(true)
    if (!isIn) setKept(commentDraft(about, () => whose).save({ ...own, text }))
  })
  useEffect(() => {
    if (uid !== undefined && uid !== owner) meetOwn(uid)
  }, [uid, owner])

  // All tabs show one draft: what is written, sent or thrown away in another one is so here. Not where a sign-in has ended,
  // or is about to be known here: what stands here is then no more that draft.
  const follow = useEffectEvent(() => {
    if (storage.read(SIGNED_IN) !== owner) return
    const theirs = commentDraft(about, () => owner).look()
    if (theirs ? isSame(theirs, draft) : draft.text === '') return
    setDraft(theirs ?? empty())
    setRestored(false)
  })
  useEffect(() => {
    const stop = commentDraft(about, () => owner).watch(follow)
    // What goes on behind a page that was put away is not told to it.
    const comeBack = ({ persisted }: PageTransitionEvent) => persisted && follow()
    addEventListener('pageshow', comeBack)
    return () => {
      stop()
      removeEventListener('pageshow', comeBack)
    }
  }, [about, owner])

  const change = (part: Partial<WrittenComment>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    setRestored(false)
    if (next.text === '') store.clear()
    else setKept(store.save(next))
  }

  /**
   * The outbox holds what was written: on to the next one.
   * @param kept whether the device keeps it there; if not, it may keep it here, until it has arrived
   * @param sent what it is: what was masked in the draft is not to come back
   */
  const finish = (kept: boolean, sent: Pick<WrittenComment, 'id' | 'text'>) => {
    // Another tab may have gone on writing in the same draft: that stays.
    if (store.load()?.text === draft.text) {
      if (kept) store.clear()
      else store.save({ ...draft, ...sent })
    }
    setRestored(false)
    setDraft(empty())
  }

  return { draft, restored, isKept, change, finish }
}
