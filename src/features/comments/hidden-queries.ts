import { queryOptions } from '@tanstack/react-query'
import { remote } from '#data/remote.ts'
import type { Comment } from '#domain/comment.ts'

/** A hidden comment with the reason, for its author and reviewers: nobody else can read it. */
export const hiddenQuery = ({ taskId, id, moderations }: Comment) =>
  queryOptions({
    queryKey: ['hidden', id, moderations],
    queryFn: () =>
      remote(
        () => import('#data/review-comments.ts'),
        ({ readCommentById }) => readCommentById(taskId, id),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  })
