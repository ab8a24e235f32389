import type { Comment } from './comment.ts'
import type { Role } from './roles.ts'

/** What somebody may think of another person's comment. */
export const REACTIONS = ['agree', 'disagree'] as const
export type Reaction = (typeof REACTIONS)[number]

export const isReaction = (value: unknown): value is Reaction => REACTIONS.some((reaction) => reaction === value)

/** What a count gains when somebody goes from one reaction to another; null is none. */
export const gain = (side: Reaction, from: Reaction | null, to: Reaction | null): number =>
  Number(side === to) - Number(side === from)

/** A comment after somebody of a group has gone from one reaction to another. */
export function withReaction(comment: Comment, role: Role, from: Reaction | null, to: Reaction | null): Comment {
  const agree = gain('agree', from, to)
  const disagree = gain('disagree', from, to)
  return {
    ...comment,
    agree: { ...comment.agree, [role]: comment.agree[role] + agree },
    disagree: { ...comment.disagree, [role]: comment.disagree[role] + disagree },
    agreeTotal: comment.agreeTotal + agree,
    disagreeTotal: comment.disagreeTotal + disagree,
  }
}
