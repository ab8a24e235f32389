/** What somebody may think of another person's comment. */
export const REACTIONS = ['agree', 'disagree'] as const
export type Reaction = (typeof REACTIONS)[number]
