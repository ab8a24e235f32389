import type { Query, QueryClient } from '@tanstack/react-query'
import { outbox } from '#data/outbox.ts'
import type { Comment } from '#domain/comment.ts'
import { holds, isOfReactions, isOfTask, type Pages } from './cached-comments.ts'

/** What somebody thinks of comments in a list, and has waited in vain for an answer: it may have arrived. */
const waitingIn = (query: Query): readonly string[] =>
  outbox
    .entries()
    .filter(({ refused, sending, reason }) => !refused && !sending && reason !== null)
    .flatMap(({ deed }) => (deed.kind === 'react' && isOfTask(deed.taskId, query) ? deed.commentId : []))
    .filter((id) => holds(query.state.data as Pages | Comment | null, id))

/**
 * A reaction that waits is laid over what was read. Where its answer alone was lost, a list that is read now has counted it
 * already: one's own reactions are read as new as that, or it would be counted twice.
 * @returns how to stop
 */
export const watchCounts = (client: QueryClient): (() => void) =>
  client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual) return
    const ids = waitingIn(event.query)
    if (ids.length === 0) return
    void client.invalidateQueries({ predicate: (query) => ids.some((id) => isOfReactions(id, query)) })
  })
