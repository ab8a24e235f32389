import { useMemo, useSyncExternalStore } from 'react'
import { connection } from '#data/connection.ts'
import type { Me } from '#data/me.ts'
import { type OutboxEntry, outbox } from '#data/outbox.ts'
import { isShownTo } from '#data/outbox-state.ts'
import type { DeedOf } from '#domain/deed.ts'
import type { TaskId } from '#domain/plan.ts'

/** A comment in the outbox. */
export type CommentEntry = OutboxEntry & { readonly deed: DeedOf<'comment'> }

const isComment = (entry: OutboxEntry): entry is CommentEntry => entry.deed.kind === 'comment'

const NONE: readonly CommentEntry[] = []

/** My comments on a task and replies that have not arrived, oldest first: the same list as long as nothing is new. */
export function useOutboxComments(taskId: TaskId, me: Me | undefined): readonly CommentEntry[] {
  const entries = useSyncExternalStore(outbox.subscribe, outbox.entries, outbox.none)
  const isOnline = useSyncExternalStore(connection.subscribe, connection.isOnline, () => true)
  return useMemo(() => {
    const here = entries
      .filter(isComment)
      .filter(({ deed: { comment } }) => comment.taskId === taskId)
      .filter((entry) => isShownTo(entry, me, isOnline))
    return here.length > 0 ? here : NONE
  }, [entries, isOnline, taskId, me])
}

/**
 * Those about a task itself, or to one of its comments.
 * @returns `waiting`, newest first, to lay over what was read; `returned`, oldest first: refused, or taken back
 */
export function outboxedTo(parentId: string | null, entries: readonly CommentEntry[]) {
  const here = entries.filter(({ deed: { comment } }) => comment.parentId === parentId)
  return {
    waiting: here.filter(({ refused }) => !refused).toReversed(),
    returned: here.filter(({ refused }) => refused),
  }
}
