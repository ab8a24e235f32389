import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { CommentCursor } from '#data/comment-lists.ts'
import { remote } from '#data/remote.ts'
import type { CommentList } from '#domain/comment-list.ts'
import type { TaskId } from '#domain/plan.ts'
import { askAhead, takeAhead } from './ahead.ts'
import type { SaidPage } from './pages.ts'

const lists = () => import('#data/comment-lists.ts')
const words = () => import('#data/comment-words.ts')

const HALF_MINUTE = 30_000

const paged = {
  initialPageParam: null as CommentCursor | null,
  getNextPageParam: (page: { readonly next: CommentCursor | null }) => page.next,
  staleTime: HALF_MINUTE,
}

/** The comments on a task, 20 a page. What only the newest list can tell, is kept of it: that a page goes on from another. */
export const commentsQuery = (taskId: TaskId, list: CommentList) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['comments', taskId, list],
    queryFn: ({ pageParam }) => {
      const page = pageOf(taskId, list, pageParam)
      return takeAhead(page.name) ?? page.read()
    },
    meta: { keep: list.sort === 'newest' ? 'pages' : 'whole' },
  })

const pageOf = (taskId: TaskId, list: CommentList, after: CommentCursor | null) => ({
  name: JSON.stringify([taskId, list, after]),
  read: () => remote(lists, ({ readComments }) => readComments(taskId, list, after)),
})

/** Asks for the comments after a place in a list: commentsQuery() takes them if they are wanted in a moment. */
export function askForMore(taskId: TaskId, list: CommentList, after: CommentCursor): void {
  const { name, read } = pageOf(taskId, list, after)
  askAhead(name, read)
}

/** The replies to a comment, 20 a page: read only when somebody opens them. */
export const repliesQuery = (taskId: TaskId, commentId: string) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['replies', taskId, commentId],
    queryFn: ({ pageParam }) => remote(lists, ({ readReplies }) => readReplies(taskId, commentId, pageParam)),
    meta: { keep: 'whole' },
  })

/** Everything said on a task, to search in: read on demand, and again only when somebody asks who has read it to its end. */
export const saidQuery = (taskId: TaskId) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['all-said', taskId],
    queryFn: async ({ pageParam }): Promise<SaidPage> => {
      const began = Date.now()
      return { ...(await remote(lists, ({ readAllSaid }) => readAllSaid(taskId, pageParam))), began }
    },
    staleTime: Number.POSITIVE_INFINITY,
    enabled: false,
  })

/** Reads one comment; null if there is none that this person may see. */
export const readOne = (taskId: TaskId, id: string) =>
  remote(
    () => import('#data/comments.ts'),
    ({ readComment }) => readComment(taskId, id),
  )

/** One comment; null if there is none that this person may see: it goes with them (me.ts). */
export const commentQuery = (taskId: TaskId, id: string) =>
  queryOptions({
    queryKey: ['comment', taskId, id],
    queryFn: () => readOne(taskId, id),
    staleTime: HALF_MINUTE,
  })

/** What a comment said before. @param edits how many edits it has: with another, this is read anew */
export const formerTextsQuery = (taskId: TaskId, id: string, edits: number) =>
  queryOptions({
    queryKey: ['former-texts', taskId, id, edits],
    queryFn: () => remote(words, ({ readFormerTexts }) => readFormerTexts(taskId, id)),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** A person's own reactions to a page of comments. */
export const reactionsQuery = (uid: string, commentIds: readonly string[]) =>
  queryOptions({
    queryKey: ['reactions', uid, commentIds],
    queryFn: () =>
      remote(
        () => import('#data/reactions.ts'),
        ({ readOwnReactions }) => readOwnReactions(uid, commentIds),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** The official answers to a page of comments. */
export const answersQuery = (commentIds: readonly string[]) =>
  queryOptions({
    queryKey: ['answers', commentIds],
    queryFn: () =>
      remote(
        () => import('#data/responses.ts'),
        ({ readResponses }) => readResponses(commentIds),
      ),
    staleTime: HALF_MINUTE,
    meta: { keep: 'whole' },
  })
