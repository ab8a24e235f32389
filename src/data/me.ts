import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { Participant } from '#domain/participant.ts'
import { toDataError } from './errors.ts'
import { remote } from './remote.ts'
import { currentUser, signOutHere, type User } from './session.ts'
import type { Staff } from './staff.ts'

/** Who is here: a reader, somebody signed in, a participant, SMOE staff. */
export type Me = {
  readonly user: User | null
  readonly participant: Participant | null
  /** When they left for good: then they are no participant, and cannot become one. */
  readonly leftAt: Date | null
  readonly staff: Staff | null
  /** There is no connection: this is the participant that the device has kept, and anything else is not known. */
  readonly asKept?: true
}

const NOBODY: Me = { user: null, participant: null, leftAt: null, staff: null }

async function readRecords(user: User): Promise<Me> {
  const [{ participant, leftAt }, staff] = await Promise.all([
    remote(
      () => import('./participants.ts'),
      ({ readMembership }) => readMembership(user.uid),
    ),
    remote(
      () => import('./staff.ts'),
      ({ readStaff }) => readStaff(user.uid),
    ),
  ])
  return { user, participant, leftAt, staff }
}

async function readMe(): Promise<Me> {
  const user = await currentUser()
  if (!user) return NOBODY
  try {
    return await readRecords(user)
  } catch (error) {
    if (toDataError(error).kind !== 'offline') throw error
    const { keptParticipant } = await import('./kept-participant.ts')
    const participant = keptParticipant(user.uid)
    if (!participant) throw error
    return { ...NOBODY, user, participant, asKept: true }
  }
}

const ME = ['me']

/** What is told to an author or a reviewer and not to others: hidden comments, why they are, and what they said before. */
const TOLD_TO_SOME: readonly unknown[] = ['comment', 'hidden', 'former-texts']

async function readMeOn(client: QueryClient): Promise<Me> {
  const before = client.getQueryData<Me>(ME)
  const me = await readMe()
  // It does not stay for the next one here.
  if (before && before.user?.uid !== me.user?.uid)
    client.removeQueries({ predicate: ({ queryKey: [what] }) => TOLD_TO_SOME.includes(what) })
  return me
}

export const meQuery = queryOptions({
  queryKey: ME,
  queryFn: ({ client }) => readMeOn(client),
  // What was kept is read again as soon as that can be done.
  staleTime: ({ state }) => (state.data?.asKept ? 0 : Number.POSITIVE_INFINITY),
})

/** Looks again who is here: after signing in or out, here or in another tab. */
export const refreshMe = (client: QueryClient) => client.invalidateQueries({ queryKey: meQuery.queryKey })

/** Signs out on this device. Drafts stay, unless somebody asks for them to go (left-here.ts). */
export const signOutMutation = mutationOptions({ mutationKey: ['sign-out'], mutationFn: signOutHere })
