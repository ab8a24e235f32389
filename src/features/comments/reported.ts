// What has been reported from this page: nobody else is told, and a list that is read anew does not tell either.

const reported = new Set<string>()

const nameOf = (uid: string, commentId: string) => `${uid} ${commentId}`

/** A report has arrived. What waits in the outbox goes after that, so that whoever looks at both sees one or the other. */
export const noteReported = (uid: string, commentId: string): void => void reported.add(nameOf(uid, commentId))

/** Whether this person has reported this comment from this page, and it has arrived. */
export const hasReported = (uid: string | undefined, commentId: string): boolean =>
  uid !== undefined && reported.has(nameOf(uid, commentId))
