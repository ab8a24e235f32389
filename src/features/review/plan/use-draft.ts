import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { toDataError } from '#data/errors.ts'
import type { Editor, StoredDraft } from '#data/plan-drafts.ts'
import type { Task } from '#domain/plan.ts'
import { draftOf, type PlanDraft } from '#domain/plan-draft.ts'
import { draftQuery, readStoredDraft, saveDraft } from './queries.ts'

/** After so much rest what was typed is stored. */
const REST_MS = 1500

/** `conflict`: another editor has written; nothing is stored before this one has chosen. */
export type Saving = 'saved' | 'waiting' | 'failed' | 'conflict'

/**
 * The draft of a task, stored by itself. Each write says upon which version it was made, so that two editors never write
 * over each other unseen: the second gets `theirs`, and chooses.
 */
export function useDraft(task: Task, stored: StoredDraft | null, editor: Editor) {
  const [draft, setDraft] = useState(stored?.draft ?? draftOf(task))
  const [saving, setSaving] = useState<Saving>('saved')
  const [theirs, setTheirs] = useState<StoredDraft | null>(null)
  const [joined, setJoined] = useState<StoredDraft | null>(null)
  const seen = useRef(stored?.version ?? 0)
  const newest = useRef(draft)
  const unsaved = useRef(false)
  const busy = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const store = async () => {
    clearTimeout(timer.current)
    if (busy.current || !unsaved.current) return
    busy.current = true
    const sent = newest.current
    try {
      seen.current = await saveDraft(task.id, sent, seen.current, editor)
      unsaved.current = newest.current !== sent
      setSaving(unsaved.current ? 'waiting' : 'saved')
      if (unsaved.current) timer.current = setTimeout(store, REST_MS)
    } catch (error) {
      if (toDataError(error).kind === 'conflict') {
        setTheirs(await readStoredDraft(task.id).catch(() => null))
        setSaving('conflict')
      } else setSaving('failed')
    } finally {
      busy.current = false
    }
  }

  const put = (next: PlanDraft) => {
    newest.current = next
    setDraft(next)
  }

  const change = (next: PlanDraft) => {
    put(next)
    unsaved.current = true
    if (saving === 'conflict') return
    setSaving('waiting')
    clearTimeout(timer.current)
    timer.current = setTimeout(store, REST_MS)
  }

  const takeTheirs = () => {
    if (!theirs) return
    seen.current = theirs.version
    unsaved.current = false
    put(theirs.draft ?? draftOf(task))
    setTheirs(null)
    setSaving('saved')
  }

  const keepMine = () => {
    if (!theirs) return
    seen.current = theirs.version
    unsaved.current = true
    setTheirs(null)
    setSaving('waiting')
    void store()
  }

  // What another editor has stored meanwhile comes in by itself as long as nothing was typed here.
  const { data: now } = useQuery(draftQuery(task.id))
  useEffect(() => {
    if (!now || now.version <= seen.current || busy.current || now.byUid === editor.uid) return
    if (unsaved.current) {
      clearTimeout(timer.current)
      setTheirs(now)
      setSaving('conflict')
    } else {
      seen.current = now.version
      const next = now.draft ?? draftOf(task)
      newest.current = next
      setDraft(next)
      setJoined(now)
    }
  }, [now, editor.uid, task])

  // Who leaves the page within the rest loses nothing.
  const leave = useRef(store)
  leave.current = store
  useEffect(() => () => void leave.current(), [])

  return { draft, change, saving, store, theirs, takeTheirs, keepMine, joined, seen: () => seen.current }
}
