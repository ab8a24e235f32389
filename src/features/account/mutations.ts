import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { alone } from '#data/alone.ts'
import { clearDevice, waitingOf } from '#data/left-here.ts'
import { refreshMe } from '#data/me.ts'
import { type OutboxEntry, outbox } from '#data/outbox.ts'
import type { OwnComment, OwnCursor, OwnPage } from '#data/own.ts'
import type { OwnRecords, StoredComment, StoredDoc } from '#data/own-archive.ts'
import { perform } from '#data/perform.ts'
import { remote } from '#data/remote.ts'
import { isWithoutAddress, signOutHere, type User } from '#data/session.ts'
import type { Participant } from '#domain/participant.ts'
import { OWN } from './queries.ts'

const archive = () => import('#data/own-archive.ts')

/** Each page in a call of its own: one for all would take longer than an answer may. */
async function allPages<T>(read: (after: OwnCursor | null) => Promise<OwnPage<T>>): Promise<readonly T[]> {
  const all: T[] = []
  let after: OwnCursor | null = null
  do {
    const page: OwnPage<T> = await read(after)
    all.push(...page.items)
    after = page.next
  } while (after)
  return all
}

/** Everything that is stored under somebody's id and that they may read. */
export type OwnArchive = OwnRecords & {
  readonly comments: readonly StoredComment[]
  readonly reactions: readonly StoredDoc[]
}

/** Reads everything that is stored under somebody's id. */
export const archiveMutation = (uid: string) =>
  mutationOptions({
    mutationKey: ['archive', uid],
    mutationFn: async (): Promise<OwnArchive> => ({
      ...(await remote(archive, ({ readRecords }) => readRecords(uid))),
      comments: await allPages((after) => remote(archive, ({ readStoredComments }) => readStoredComments(uid, after))),
      reactions: await allPages((after) =>
        remote(archive, ({ readStoredReactions }) => readStoredReactions(uid, after)),
      ),
    }),
  })

const readAll = (uid: string): Promise<readonly OwnComment[]> =>
  allPages((after) =>
    remote(
      () => import('#data/own.ts'),
      ({ readCommentsOf }) => readCommentsOf(uid, after),
    ),
  )

const waitingComments = (uid: string) => waitingOf(uid, outbox.look()).filter(({ deed }) => deed.kind === 'comment')

const giveUp = (entries: readonly OutboxEntry[]) => {
  for (const entry of entries) outbox.drop(entry)
}

/** How far a withdrawal of everything has come. */
export type Withdrawn = { readonly done: number; readonly all: number }

/** A withdrawal of everything of this person that is under way. */
export const withdrawAllKey = (uid: string) => ['withdraw-all', uid] as const

/**
 * Takes all one's comments back, one after the other. Those that are hidden stay: nobody can take them back. Doing it
 * again after a failure goes on with what is left.
 */
export const withdrawAllMutation = (client: QueryClient, me: Participant, onProgress: (now: Withdrawn) => void) =>
  mutationOptions({
    mutationKey: withdrawAllKey(me.uid),
    mutationFn: async () => {
      const hasWaited = waitingComments(me.uid).length > 0
      // Where nothing can be read, nothing is thrown away.
      let comments = await readAll(me.uid)
      if (hasWaited || waitingComments(me.uid).length > 0) {
        // It would come after the others. What is on its way may arrive: it is waited for.
        giveUp(waitingComments(me.uid).filter(({ sending }) => !sending))
        await alone(async () => giveUp(waitingComments(me.uid)))
        comments = await readAll(me.uid)
      }
      const visible = comments.filter(({ status }) => status === 'visible')
      const all = visible.length
      onProgress({ done: 0, all })
      for (const [index, { taskId, id }] of visible.entries()) {
        await perform(me, { kind: 'withdraw', taskId, commentId: id })
        onProgress({ done: index + 1, all })
      }
      return { all, hidden: comments.filter(({ status }) => status === 'hidden').length }
    },
    onSettled: () => client.invalidateQueries(),
  })

/**
 * Signs out here. Of somebody who cannot come back nothing stays.
 * @property clear whether what somebody began here goes too, for a computer that others use
 */
export const signOutMutation = (client: QueryClient, user: User) =>
  mutationOptions({
    mutationKey: ['sign-out'],
    mutationFn: async ({ clear }: { clear: boolean }) => {
      await signOutHere()
      if (clear || isWithoutAddress(user)) clearDevice(user.uid)
      client.removeQueries({ queryKey: OWN })
    },
  })

/** This person's leaving that is under way. */
export const leaveKey = (uid: string) => ['leave', uid] as const

/** Leaves for good, and signs out here with nothing left behind. */
export const leaveMutation = (client: QueryClient, uid: string) =>
  mutationOptions({
    mutationKey: leaveKey(uid),
    mutationFn: async () => {
      await remote(
        () => import('#data/leaving.ts'),
        ({ leaveForGood }) => leaveForGood(uid),
      )
      clearDevice(uid)
      await signOutHere()
      client.removeQueries({ queryKey: OWN })
      await refreshMe(client)
    },
  })
