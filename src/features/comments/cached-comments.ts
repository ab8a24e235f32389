import type { InfiniteData, Query, QueryClient, QueryState } from '@tanstack/react-query'
import type { CommentPage } from '#data/comment-lists.ts'
import type { Comment } from '#domain/comment.ts'
import type { TaskId } from '#domain/plan.ts'
import { LISTS } from './pages-read.ts'

// What has been read of comments, changed where it lies: what has just arrived neither flickers nor costs another read.

export type Pages = InfiniteData<CommentPage, unknown>

/** @param change gets a page's comments and its place */
export const mapPages = (
  pages: Pages,
  change: (comments: readonly Comment[], page: number) => readonly Comment[],
): Pages => ({
  ...pages,
  pages: pages.pages.map((page, index) => ({ ...page, comments: change(page.comments, index) })),
})

/** Whether what was read of comments has one among it. */
export const holds = (read: Pages | Comment | null | undefined, id: string): boolean =>
  read && 'pages' in read
    ? read.pages.some(({ comments }) => comments.some((comment) => comment.id === id))
    : read?.id === id

const READING: readonly unknown[] = [...LISTS, 'comment']

/** Whether a query is one that reads comments of a task. */
export const isOfTask = (taskId: TaskId | null, { queryKey: [what, task] }: Pick<Query, 'queryKey'>): boolean =>
  READING.includes(what) && task === taskId

/** Whether a query is one that reads a person’s own reactions, among them the one to a comment. */
export const isOfReactions = (commentId: string, { queryKey: [what, , ids] }: Pick<Query, 'queryKey'>): boolean =>
  what === 'reactions' && (ids as readonly string[]).includes(commentId)

type IsMeant = (query: Query) => boolean

const isOnItsWay = ({ state }: Query) => state.fetchStatus !== 'idle'

/**
 * Changes what has been read, and leaves it the time of its reading. What is on its way has set out with the pages that were
 * here then and puts them back when it comes: it is changed then, too.
 * @param change leaves as it is what has been changed before
 * @returns when that is here, and changed, of which nothing had been read yet
 */
export async function amend<Data>(client: QueryClient, isMeant: IsMeant, change: (data: Data) => Data): Promise<void> {
  const awaited: Promise<void>[] = []
  for (const query of client.getQueryCache().findAll({ predicate: isMeant })) {
    const act = () => {
      const { data, dataUpdatedAt, isInvalidated } = query.state as QueryState<Data>
      const changed = data === undefined ? data : change(data)
      if (changed === data) return
      client.setQueryData<unknown>(query.queryKey, changed, { updatedAt: dataUpdatedAt })
      if (isInvalidated) query.invalidate()
    }
    act()
    if (!isOnItsWay(query)) continue
    // The one that is on its way, or whatever is asked in its place.
    const coming = query.fetch().then(act, () => {})
    if (query.state.data === undefined) awaited.push(coming)
  }
  await Promise.all(awaited)
}

/** Changes one comment wherever it has been read. @param change leaves as it is what has been changed before */
export function changeComment(
  client: QueryClient,
  taskId: TaskId,
  id: string,
  change: (comment: Comment) => Comment,
): void {
  const changed = (comment: Comment) => (comment.id === id ? change(comment) : comment)
  void amend<Pages | Comment | null>(
    client,
    (query) => isOfTask(taskId, query),
    (read) => {
      if (!read || !holds(read, id)) return read
      return 'pages' in read ? mapPages(read, (comments) => comments.map(changed)) : changed(read)
    },
  )
}

/**
 * Whether what is here of a comment, or is on its way, may have been read after a moment: then it may tell of what was done
 * with it since, or not.
 */
export function isReadSince(client: QueryClient, taskId: TaskId, id: string, at: number): boolean {
  const mayTell = (query: Query) => {
    const { data, dataUpdatedAt } = query.state
    if (isOfReactions(id, query)) return isOnItsWay(query) || dataUpdatedAt > at
    if (!isOfTask(taskId, query)) return false
    return isOnItsWay(query) || (dataUpdatedAt > at && holds(data as Pages | Comment | null, id))
  }
  return client.getQueryCache().findAll({ predicate: mayTell }).length > 0
}

/** Has something read anew that is shown. A further page that somebody has asked for comes before, or it would never come. */
export async function askAnew(client: QueryClient, isMeant: IsMeant): Promise<void> {
  const isMore = (query: Query) => isOnItsWay(query) && Boolean(query.state.fetchMeta?.fetchMore)
  const more = client.getQueryCache().findAll({ predicate: (query) => isMeant(query) && isMore(query) })
  const invalidate = (which: IsMeant) => client.invalidateQueries({ predicate: which })
  await Promise.all([
    invalidate((query) => isMeant(query) && !more.includes(query)),
    ...more.map((one) =>
      one
        .fetch()
        .catch(() => {})
        .then(() => invalidate((query) => query === one)),
    ),
  ])
}
