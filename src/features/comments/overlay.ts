import type { OutboxEntry } from '#data/outbox.ts'
import { type Comment, saysAlready } from '#domain/comment.ts'
import type { Deed } from '#domain/deed.ts'
import { type Reaction, withReaction } from '#domain/reaction.ts'
import type { Role } from '#domain/roles.ts'

// What somebody has done and what has been read, laid one over the other.

/** A comment, and what the person who is here has to do with it. */
export type Said = {
  readonly comment: Comment
  readonly reaction: Reaction | null
  /** What of it has not arrived yet, or has come back. */
  readonly entries: readonly OutboxEntry[]
}

/**
 * What a deed makes of a comment.
 * @param role the group of whoever did it
 * @param reaction what they thought of it before
 */
export function afterDeed(comment: Comment, deed: Deed, at: Date, role: Role, reaction: Reaction | null): Comment {
  switch (deed.kind) {
    case 'react':
      return withReaction(comment, role, reaction, deed.value)
    case 'edit':
      if (saysAlready(comment, deed)) return comment
      return { ...comment, text: deed.text, lang: deed.lang, edits: deed.edits, editedAt: at, translation: null }
    case 'withdraw':
      return { ...comment, status: 'withdrawn', text: '', translation: null }
    default:
      return comment
  }
}

const isAbout = ({ deed }: OutboxEntry, commentId: string): boolean =>
  'commentId' in deed ? deed.commentId === commentId : deed.kind === 'comment' && deed.comment.id === commentId

/** A comment as it will be once everything has arrived. What has come back changes nothing. */
export function laidOver(
  comment: Comment,
  reaction: Reaction | null,
  role: Role | undefined,
  entries: readonly OutboxEntry[],
): Said {
  const own = entries.filter((entry) => isAbout(entry, comment.id))
  if (role === undefined || own.length === 0) return { comment, reaction, entries: own }
  return own
    .filter((entry) => !entry.refused)
    .reduce<Said>(
      (said, { deed, at }) => ({
        comment: afterDeed(said.comment, deed, new Date(at), role, said.reaction),
        reaction: deed.kind === 'react' ? deed.value : said.reaction,
        entries: own,
      }),
      { comment, reaction, entries: own },
    )
}
