import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useWarningBeforeLoss } from '#components/use-warning-before-loss.ts'
import { type DataErrorKind, toDataError } from '#data/errors.ts'
import { keptPlanDraft } from '#data/kept-plan-draft.ts'
import type { Editor, StoredDraft } from '#data/plan-drafts.ts'
import { SIGNED_IN, storage } from '#data/storage.ts'
import type { Task } from '#domain/plan.ts'
import { draftOf, type PlanDraft } from '#domain/plan-draft.ts'
import { draftMutation, draftQuery, readStoredDraft, taskNowQuery } from './queries.ts'

/** After so much rest what was typed is stored. */
const REST_MS = 1500
/** After so long a sign-in that could be renewed has been. */
const RENEWED_MS = 5000

/** `conflict`: another editor has written; nothing is stored before this one has chosen. */
export type Saving = 'saved' | 'waiting' | 'failed' | 'conflict'

/**
 * The draft of a task, stored by itself. Each write says upon which version it was made, so that two editors never write
 * over each other unseen: the second gets `theirs`, and chooses. Until it is stored, what was typed is kept on the device.
 */
export function useDraft(task: Task, stored: StoredDraft | null, editor: Editor) {
  const client = useQueryClient()
  const { mutateAsync: save } = useMutation(draftMutation(task.id, editor))
  const device = keptPlanDraft(editor.uid, task.id)
  const [kept] = useState(() => device.load())
  // Null where nothing is begun: then it says what is published.
  const [begun, setBegun] = useState<PlanDraft | null>(kept?.draft ?? stored?.draft ?? null)
  const [saving, setSaving] = useState<Saving>(kept ? 'waiting' : 'saved')
  const [failure, setFailure] = useState<DataErrorKind | null>(null)
  const [theirs, setTheirs] = useState<StoredDraft | null>(null)
  const [joined, setJoined] = useState<StoredDraft | null>(null)
  const [isKept, setKept] = useState(true)
  const seen = useRef(kept?.seen ?? stored?.version ?? 0)
  const newest = useRef(begun)
  const unsaved = useRef(kept !== null)
  // It may have arrived, so that it is sent once more before what was typed since.
  const unanswered = useRef(kept?.sent ?? null)
  const busy = useRef(false)
  const isGone = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const put = (next: PlanDraft | null) => {
    newest.current = next
    setBegun(next)
  }

  const keep = () => {
    const { current: draft } = newest
    // Whoever has signed out may have had it cleared from this device.
    if (draft && !(isGone.current && storage.read(SIGNED_IN) === null))
      setKept(device.save({ draft, seen: seen.current, sent: unanswered.current }))
  }

  const wait = () => {
    setSaving('waiting')
    clearTimeout(timer.current)
    timer.current = setTimeout(store, REST_MS)
  }

  const settle = () => {
    unsaved.current = false
    device.clear()
    setKept(true)
    setSaving('saved')
  }

  const fail = (error: unknown) => {
    const { kind } = toDataError(error)
    if (kind !== 'offline' && kind !== 'unknown') unanswered.current = null
    setFailure(kind)
    setSaving('failed')
    // If it could be renewed, the sign-in holds; otherwise there is no page any more that would try again.
    if (kind === 'signed-out' && !isGone.current) timer.current = setTimeout(store, RENEWED_MS)
  }

  const store = async () => {
    clearTimeout(timer.current)
    const sent = unanswered.current ?? newest.current
    if (busy.current || !unsaved.current || !sent) return
    busy.current = true
    unanswered.current = sent
    keep()
    try {
      seen.current = await save({ draft: sent, seen: seen.current })
      unanswered.current = null
      if (newest.current === sent) settle()
      else {
        keep()
        wait()
      }
    } catch (error) {
      if (toDataError(error).kind === 'conflict') await readStoredDraft(task.id).then(meet).catch(fail)
      else fail(error)
    } finally {
      busy.current = false
    }
  }

  /** What another editor has made of the draft comes in by itself as long as nothing was typed here. */
  const meet = async (now: StoredDraft | null) => {
    if (!now) return
    clearTimeout(timer.current)
    unanswered.current = null
    // What cannot be read is shown in place of the editor, and what was typed waits on the device.
    if (now.isUnreadable) {
      await client.invalidateQueries({ queryKey: draftQuery(task.id).queryKey })
      return
    }
    if (!unsaved.current && !now.draft) put(null)
    // Published, or begun upon what was: that is another text than this page has read.
    if (!now.draft || now.draft.base > task.revision) {
      await client.invalidateQueries({ queryKey: taskNowQuery(task.id).queryKey })
    }
    if (unsaved.current && now.draft) {
      setTheirs(now)
      setSaving('conflict')
      return
    }
    seen.current = now.version
    setTheirs(null)
    setJoined(now.draft && now)
    if (!unsaved.current) put(now.draft)
    else {
      // It goes on as a draft upon the revision before.
      keep()
      wait()
    }
  }

  const change = (next: PlanDraft) => {
    put(next)
    unsaved.current = true
    keep()
    if (saving !== 'conflict') wait()
  }

  const takeTheirs = () => {
    if (!theirs) return
    seen.current = theirs.version
    put(theirs.draft)
    setTheirs(null)
    settle()
  }

  const keepMine = () => {
    if (!theirs) return
    seen.current = theirs.version
    setTheirs(null)
    setSaving('waiting')
    void store()
  }

  const { data: now } = useQuery(draftQuery(task.id))
  const onNewer = useEffectEvent(meet)
  useEffect(() => {
    if (!now || now.version <= seen.current || busy.current) return
    // One's own is what was just stored, or comes from another tab, of which the next write tells.
    if (now.draft && now.byUid === editor.uid) return
    void onNewer(now)
  }, [now, editor.uid])

  // Who leaves the page within the rest loses nothing, nor does who comes back, or whose line does.
  const goOn = useRef(() => {})
  goOn.current = () => {
    if (!theirs) void store()
  }
  useEffect(() => {
    const run = () => goOn.current()
    isGone.current = false
    run()
    addEventListener('online', run)
    return () => {
      removeEventListener('online', run)
      clearTimeout(timer.current)
      isGone.current = true
      run()
    }
  }, [])

  useWarningBeforeLoss(!isKept)
  const draft = begun ?? draftOf(task)
  return { draft, change, saving, failure, store, theirs, takeTheirs, keepMine, joined, seen: () => seen.current }
}
