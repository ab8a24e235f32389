import { type ByRole, ROLES, type Role } from './roles.ts'

/** Groups that gave a comment fewer reactions than this say nothing of it here; they are named as left out. */
export const FEWEST_VOTES = 5

/** How each group reacted to a comment. */
export type Votes = { readonly agree: ByRole; readonly disagree: ByRole }

export type Consensus = {
  /** Π (agree + 1) / (votes + 2) over the groups that count; null if fewer than two do. */
  readonly value: number | null
  readonly counted: readonly Role[]
  readonly leftOut: readonly Role[]
}

const votesOf = ({ agree, disagree }: Votes, role: Role): number => agree[role] + disagree[role]

/** How probable it is that somebody of this group agrees: between 0 and 1, and 1/2 when nobody has voted (Laplace). */
export const leaning = (votes: Votes, role: Role): number => (votes.agree[role] + 1) / (votesOf(votes, role) + 2)

/**
 * Group-informed consensus: how probable it is that one person of each group all agree. A comment that one group
 * rejects comes out low however many agree elsewhere, so that a large group cannot outvote a small one.
 *
 * From Small, Bjorkegren, Erkkilä, Shaw and Megill, “Polis: Scaling deliberation by mapping high dimensional opinion
 * spaces”, Recerca 26 (2), 2021; there the groups are found by clustering, here people have declared theirs.
 */
export function consensus(votes: Votes): Consensus {
  const counted = ROLES.filter((role) => votesOf(votes, role) >= FEWEST_VOTES)
  const leftOut = ROLES.filter((role) => !counted.includes(role))
  const product = counted.reduce((value, role) => value * leaning(votes, role), 1)
  return { value: counted.length < 2 ? null : product, counted, leftOut }
}

/** The two counted groups that stand furthest apart on a comment; null if fewer than two groups count. */
export type Division = { readonly most: Role; readonly least: Role; readonly gap: number }

export function division(votes: Votes): Division | null {
  const { counted } = consensus(votes)
  const byLeaning = counted.toSorted((one, other) => leaning(votes, other) - leaning(votes, one))
  const [most, least] = [byLeaning[0], byLeaning.at(-1)]
  if (most === undefined || least === undefined || most === least) return null
  return { most, least, gap: leaning(votes, most) - leaning(votes, least) }
}

/** Whether every group that counts, and two at least, rather agrees. */
export const isShared = (votes: Votes): boolean => {
  const { value, counted } = consensus(votes)
  return value !== null && counted.every((role) => leaning(votes, role) > 1 / 2)
}

/** Whether one group rather agrees while another rather does not. */
export const isDividing = (votes: Votes): boolean => {
  const ends = division(votes)
  return ends !== null && leaning(votes, ends.most) > 1 / 2 && leaning(votes, ends.least) < 1 / 2
}

/** A comment by its id, with the reactions it got. */
export type Voted = Votes & { readonly id: string }

/** The comments of a task that its groups share most, and those that divide them most; best first, none in both. */
export type CommonGround = { readonly shared: readonly Voted[]; readonly dividing: readonly Voted[] }

/**
 * Finds common ground among comments. A product shrinks with every group that counts, so comments are compared by its
 * root, the typical group's leaning; of equals, the one on which more groups have spoken comes first.
 * @param most how many of each to name
 */
export function commonGround(comments: readonly Voted[], most: number): CommonGround {
  const strength = (votes: Votes) => {
    const { value, counted } = consensus(votes)
    return [value === null ? 0 : value ** (1 / counted.length), counted.length] as const
  }
  const byStrength = (one: Voted, other: Voted) => {
    const [[a, groupsA], [b, groupsB]] = [strength(one), strength(other)]
    return b - a || groupsB - groupsA || compareIds(one, other)
  }
  const gap = (votes: Votes) => division(votes)?.gap ?? 0
  const byGap = (one: Voted, other: Voted) => gap(other) - gap(one) || compareIds(one, other)
  return {
    shared: comments.filter(isShared).toSorted(byStrength).slice(0, most),
    dividing: comments.filter(isDividing).toSorted(byGap).slice(0, most),
  }
}

const compareIds = (one: Voted, other: Voted): number => (one.id < other.id ? -1 : Number(one.id > other.id))
