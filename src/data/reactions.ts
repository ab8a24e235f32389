import {
  collectionGroup,
  doc,
  getDoc,
  getDocs,
  increment,
  limit,
  query,
  serverTimestamp,
  where,
} from 'firebase/firestore/lite'
import * as v from 'valibot'
import { COMMENTS_PER_PAGE } from '#domain/comment-list.ts'
import type { DeedOf } from '#domain/deed.ts'
import type { Participant } from '#domain/participant.ts'
import { gain, REACTIONS, type Reaction } from '#domain/reaction.ts'
import { bringAbout } from './bring-about.ts'
import { commentRef } from './comment-schema.ts'
import { whyRefused } from './comments.ts'
import { db } from './firestore.ts'
import type { IsLost } from './remote.ts'
import { parseOrSkip } from './schemas.ts'

const reactionSchema = v.object({ commentId: v.string(), value: v.picklist(REACTIONS) })

/** Somebody's own reactions, by the id of the comment; without one, there is none. */
export type OwnReactions = Readonly<Record<string, Reaction>>

/** A person's own reactions to at most 20 comments. Costs a read for each that there is, and at least one. */
export async function readOwnReactions(uid: string, commentIds: readonly string[]): Promise<OwnReactions> {
  const own = query(
    collectionGroup(db, 'reactions'),
    where('authorId', '==', uid),
    where('commentId', 'in', commentIds),
    limit(COMMENTS_PER_PAGE),
  )
  const { docs } = await getDocs(own)
  const reactions = docs
    .map((snapshot) => parseOrSkip(reactionSchema, snapshot.ref.path, snapshot.data()))
    .filter((reaction) => reaction !== null)
  return Object.fromEntries(reactions.map(({ commentId, value }) => [commentId, value]))
}

/**
 * Agrees with a comment, disagrees or takes it back, together with the comment's counts. Doing it again after a lost
 * answer finds it done.
 * @throws DataError `closed`, `missing` if the comment is not visible any more …
 */
export async function react(
  me: Participant,
  { taskId, commentId, value }: DeedOf<'react'>,
  isLost?: IsLost,
): Promise<void> {
  const comment = commentRef(taskId, commentId)
  const mine = doc(comment, 'reactions', me.uid)
  await bringAbout<Reaction | null>({
    isLost,
    async read() {
      const snapshot = await getDoc(mine)
      return snapshot.exists() ? (parseOrSkip(reactionSchema, mine.path, snapshot.data())?.value ?? null) : null
    },
    isDone: (stored) => stored === value,
    write(batch, stored) {
      const moves = REACTIONS.map((side) => [side, gain(side, stored, value)] as const).filter(([, by]) => by !== 0)
      if (value === null) batch.delete(mine)
      else batch.set(mine, { authorId: me.uid, commentId, value, role: me.role, at: serverTimestamp() })
      batch.update(
        comment,
        Object.fromEntries(
          moves.flatMap(([side, by]) => [
            [`${side}.${me.role}`, increment(by)],
            [`${side}Total`, increment(by)],
          ]),
        ),
      )
    },
    why: () => whyRefused(taskId, { open: true, visible: commentId }),
  })
}
