import { useSyncExternalStore } from 'react'
import { connection } from '#data/connection.ts'
import type { Me } from '#data/me.ts'
import { type OutboxEntry, outbox } from '#data/outbox.ts'
import { isShownTo } from '#data/outbox-state.ts'
import type { DeedOf } from '#domain/deed.ts'
import type { TaskId } from '#domain/plan.ts'

/** A comment in the outbox. */
export type CommentEntry = OutboxEntry & { readonly deed: DeedOf<'comment'> }

const isComment = (entry: OutboxEntry): entry is CommentEntry => entry.deed.kind === 'comment'

/**
 * My comments on a task, or replies to one of its comments, that have not arrived.
 * @returns `waiting`, newest first, to lay over what was read; `returned`, oldest first: refused, or taken back
 */
export function useOutboxComments(taskId: TaskId, parentId: string | null, me: Me | undefined) {
  const entries = useSyncExternalStore(outbox.subscribe, outbox.entries, outbox.none)
  const isOnline = useSyncExternalStore(connection.subscribe, connection.isOnline, () => true)
  const here = entries
    .filter(isComment)
    .filter(({ deed: { comment } }) => comment.taskId === taskId && comment.parentId === parentId)
    .filter((entry) => isShownTo(entry, me, isOnline))
  return {
    waiting: here.filter(({ refused }) => !refused).toReversed(),
    returned: here.filter(({ refused }) => refused),
  }
}
