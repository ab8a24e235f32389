/** What has become of a comment: hidden by a reviewer, or withdrawn by its author. */
export const COMMENT_STATUSES = ['visible', 'hidden', 'withdrawn'] as const
export type CommentStatus = (typeof COMMENT_STATUSES)[number]
