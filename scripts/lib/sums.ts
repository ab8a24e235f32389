import {
  type DocumentReference,
  type DocumentSnapshot,
  FieldPath,
  type Firestore,
  type Query,
} from 'firebase-admin/firestore'
import { isBallot } from '#domain/ballot.ts'
import { isReaction, REACTIONS } from '#domain/reaction.ts'
import { isRole, ROLES } from '#domain/roles.ts'
import { isStance, noStances, SHARDS } from '#domain/stance.ts'
import { noBallots } from '#domain/totals.ts'

/** Numbers of a document by their field, such as `agree.student`. */
export type Numbers = Readonly<Record<string, number>>

/** Which document sums something up, and by how much it raises which of its numbers. */
type Share = { readonly in: string; readonly numbers: Numbers }

/** Documents that are summed up. */
export type Summed = {
  readonly all: Query
  /** Those that this document sums up. */
  readonly of: (sum: DocumentReference) => Query
  /** Null for one that is summed up nowhere, 'stray' for one that should be and does not say where: the rules took no such. */
  readonly shareOf: (document: DocumentSnapshot) => Share | null | 'stray'
}

/** Documents with the sums of others, as invariant 2 has them. */
export type Sums = {
  readonly title: string
  readonly documents: Query
  /** All numbers that each of them holds, as they are when there is nothing to sum up. */
  readonly none: Numbers
  /** A tally says its group, and is made by the first vote that it counts. A comment is made by its author alone. */
  readonly areTallies: boolean
  readonly summed: readonly Summed[]
}

/** What a ballot or a stance says of the tally that counts it; null if it names none. */
function tallyOf(document: DocumentSnapshot): string | null {
  const { role, shard } = document.data() ?? {}
  const isShard = Number.isInteger(shard) && shard >= 0 && shard < SHARDS
  return isRole(role) && isShard ? `${role}-${shard}` : null
}

/** The votes whose group and shard a tally's id names. */
function votesOf(votes: Query, { id }: DocumentReference): Query {
  const [role, shard] = id.split('-')
  return votes.where('role', '==', role).where('shard', '==', Number(shard))
}

export const ballotSums = (db: Firestore): Sums => ({
  title: 'Ballots',
  documents: db.collection('ballotTallies'),
  none: noBallots(),
  areTallies: true,
  summed: [
    {
      all: db.collection('ballots'),
      of: (tally) => votesOf(db.collection('ballots'), tally),
      shareOf: (ballot) => {
        const [tally, stickers] = [tallyOf(ballot), ballot.get('stickers')]
        if (tally === null || !stickers || !isBallot(stickers)) return 'stray'
        return { in: `ballotTallies/${tally}`, numbers: { voters: 1, ...stickers } }
      },
    },
  ],
})

export const stanceSums = (db: Firestore): Sums => ({
  title: 'Stances',
  documents: db.collectionGroup('stanceTallies'),
  none: noStances(),
  areTallies: true,
  summed: [
    {
      all: db.collectionGroup('stances'),
      of: (tally) => votesOf(db.collection(`${tally.parent.parent?.path}/stances`), tally),
      shareOf: (stance) => {
        const [tally, value] = [tallyOf(stance), stance.get('value')]
        if (tally === null || !isStance(value)) return 'stray'
        return { in: `${stance.ref.parent.parent?.path}/stanceTallies/${tally}`, numbers: { [value]: 1 } }
      },
    },
  ],
})

const commentCounters = (): Numbers => ({
  ...Object.fromEntries(
    REACTIONS.flatMap((side) => [`${side}Total`, ...ROLES.map((role) => `${side}.${role}`)].map((field) => [field, 0])),
  ),
  replyCount: 0,
  reportCount: 0,
})

export const commentSums = (db: Firestore): Sums => ({
  title: 'Comments',
  documents: db.collectionGroup('comments').select(...Object.keys(commentCounters())),
  none: commentCounters(),
  areTallies: false,
  summed: [reactions(db), replies(db), reports(db)],
})

const reactions = (db: Firestore): Summed => ({
  all: db.collectionGroup('reactions').select('value', 'role'),
  of: (comment) => comment.collection('reactions'),
  shareOf: (reaction) => {
    const { value, role } = reaction.data() ?? {}
    if (!isReaction(value) || !isRole(role)) return 'stray'
    return { in: reaction.ref.parent.parent?.path ?? '', numbers: { [`${value}Total`]: 1, [`${value}.${role}`]: 1 } }
  },
})

const replies = (db: Firestore): Summed => ({
  all: db.collectionGroup('comments').select('parentId'),
  of: (comment) => comment.parent.where('parentId', '==', comment.id).select('parentId'),
  shareOf: (comment) => {
    const parentId = comment.get('parentId')
    return parentId === null ? null : { in: `${comment.ref.parent.path}/${parentId}`, numbers: { replyCount: 1 } }
  },
})

/** What a comment was reported for. */
export const reportsOf = (comment: DocumentReference): Query => {
  const about = `${comment.parent.parent?.id}~${comment.id}`
  // All ids that go on with “~”: the next letter after it is a delete character.
  const reported = comment.firestore.collection('reports').where(FieldPath.documentId(), '>=', `${about}~`)
  return reported.where(FieldPath.documentId(), '<', `${about}\u007F`)
}

const reports = (db: Firestore): Summed => ({
  all: db.collection('reports').select(),
  of: (comment) => reportsOf(comment).select(),
  shareOf: ({ id }) => {
    const [task, comment] = id.split('~')
    return { in: `tasks/${task}/comments/${comment}`, numbers: { reportCount: 1 } }
  },
})
