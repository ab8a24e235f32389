import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { CommentCursor } from '#data/comments.ts'
import { remote } from '#data/remote.ts'
import type { TaskId } from '#domain/plan.ts'

const comments = () => import('#data/comments.ts')

const HALF_MINUTE = 30_000

/** The comments on a task, newest first, 20 a page. */
export const commentsQuery = (taskId: TaskId) =>
  infiniteQueryOptions({
    queryKey: ['comments', taskId],
    queryFn: ({ pageParam }) => remote(comments, ({ readComments }) => readComments(taskId, pageParam)),
    initialPageParam: null as CommentCursor | null,
    getNextPageParam: (page) => page.next,
    staleTime: HALF_MINUTE,
    meta: { keep: 'pages' },
  })

/** The replies to a comment: read only when somebody opens them. */
export const repliesQuery = (taskId: TaskId, commentId: string) =>
  queryOptions({
    queryKey: ['replies', taskId, commentId],
    queryFn: () => remote(comments, ({ readReplies }) => readReplies(taskId, commentId)),
    staleTime: HALF_MINUTE,
    meta: { keep: 'whole' },
  })
