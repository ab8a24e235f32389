import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { slipDraft } from '#data/drafts.ts'
import type { DataError } from '#data/errors.ts'
import type { Claim } from '#data/invites.ts'
import { type Me, meQuery } from '#data/me.ts'
import { remote } from '#data/remote.ts'
import { currentUser, isWithoutAddress, signOutHere, type User } from '#data/session.ts'
import { signInWithoutAddress } from '#data/sign-in.ts'
import { SignInError } from '#data/sign-in-error.ts'
import type { Lang } from '#domain/language.ts'
import type { Slip } from '#domain/slip.ts'

const invites = () => import('#data/invites.ts')

/** A slip may be used elsewhere meanwhile; claiming it looks again anyway. */
const A_LOOK_MS = 10_000

/** What stands on a slip; null if there is none with this token. */
export const slipQuery = (token: string) =>
  queryOptions({
    queryKey: ['slip', token],
    queryFn: () => remote(invites, ({ readSlip }) => readSlip(token)),
    staleTime: A_LOOK_MS,
  })

/** @property readAt when the slip was looked at, in milliseconds */
type Claiming = { readonly slip: Slip; readonly readAt: number; readonly lang: Lang }
/** @property meanwhile whether it was looked at just now: what is used was used just now, too */
type Claimed = { readonly user: User; readonly claim: Claim; readonly meanwhile: boolean }

/** What was looked at before that may have been used long ago, in another app by the same child. */
const JUST_NOW_MS = 60_000

/** What passes by itself: too many from one school at a time, no connection. */
export const passes = (error: DataError | SignInError | null): boolean =>
  error !== null && (error.kind === 'offline' || isBusy(error))

export const isBusy = (error: DataError | SignInError): boolean => error instanceof SignInError && error.kind === 'busy'

/** What is stored gives no reason for it: it may be the server's own trouble, or a filter's on the way. */
export const isRefused = (error: DataError | SignInError): boolean => error.kind === 'refused'

const OFFLINE_WAIT_MS = 4000
const BUSY_WAIT_MS = 20_000
const REFUSED_WAIT_MS = 2000

/** A class that was told to wait must not come back in the same second. */
const waitFor = (error: DataError | SignInError): number =>
  isBusy(error) ? BUSY_WAIT_MS * (1 + Math.random()) : OFFLINE_WAIT_MS

/** A slip that was given up while it waited shall let nobody in, least of all in place of whoever is here by now. */
async function checkWanted({ token }: Slip): Promise<void> {
  const user = await currentUser()
  if (slipDraft.load()?.token !== token || (user && !isWithoutAddress(user))) throw new SignInError('cancelled')
}

async function claim({ slip, readAt, lang }: Claiming): Promise<Claimed> {
  await checkWanted(slip)
  const user = await signInWithoutAddress()
  await checkWanted(slip)
  const ask = (isAgain: boolean) => remote(invites, ({ claimSlip }) => claimSlip(user.uid, slip, lang, isAgain))
  const outcome = await ask(false).catch(async (error: DataError) => {
    if (!isRefused(error)) throw error
    await new Promise((resolve) => setTimeout(resolve, REFUSED_WAIT_MS))
    await checkWanted(slip)
    return ask(true)
  })
  return { user, claim: outcome, meanwhile: Date.now() - readAt < JUST_NOW_MS }
}

/**
 * Joins with the slip that waits on this device, in one tap: an account without an address, then the slip. Keeps trying what
 * passes by itself, as long as the slip waits there; what was refused without a reason is tried once more.
 */
export const claimMutation = (client: QueryClient) =>
  mutationOptions<Claimed, DataError | SignInError, Claiming>({
    mutationKey: ['claim-slip'],
    mutationFn: claim,
    retry: (_, error) => passes(error),
    retryDelay: (_, error) => waitFor(error),
    async onSuccess({ user, claim: outcome }) {
      // Nobody shall be signed in whom the slip did not let in.
      if (!('participant' in outcome)) return signOutHere()
      slipDraft.clear()
      // Who is here was asked when the account was made, which was before the slip made a participant of it.
      await client.cancelQueries({ queryKey: meQuery.queryKey })
      const me: Me = { user, participant: outcome.participant, leftAt: null, staff: null }
      client.setQueryData(meQuery.queryKey, me)
    },
  })
