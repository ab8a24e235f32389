import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { joinDraft } from '#data/drafts.ts'
import type { DataError } from '#data/errors.ts'
import { meQuery } from '#data/me.ts'
import { remote } from '#data/remote.ts'
import type { User } from '#data/session.ts'
import { completeSignInLink, removeAccount, sendSignInLink, signInAsDemo, signInWithGoogle } from '#data/sign-in.ts'
import type { SignInError } from '#data/sign-in-error.ts'
import type { JoinAnswers } from '#domain/participant.ts'

type SignIn = { by: 'google' } | { by: 'link'; email: string; href: string } | { by: 'demo'; account: User }

const signIn = (way: SignIn): Promise<User> => {
  if (way.by === 'google') return signInWithGoogle()
  if (way.by === 'link') return completeSignInLink(way.email, way.href)
  return signInAsDemo(way.account)
}

/** Signs in, by Google's window, the link of an e-mail, or as one of the accounts to try. */
export const signInMutation = mutationOptions<User, DataError | SignInError, SignIn>({
  mutationKey: ['sign-in'],
  mutationFn: signIn,
})

/** Sends the e-mail with a link to sign in. @returns what sendSignInLink() does */
export const sendLinkMutation = mutationOptions<
  { isAddressKept: boolean },
  DataError | SignInError,
  { email: string; returnTo: string }
>({
  mutationKey: ['send-link'],
  mutationFn: ({ email, returnTo }) => sendSignInLink(email, returnTo),
})

/** Away with an account that a child has made, before anybody asked how old they are. @returns what removeAccount() does */
export const removeAccountMutation = mutationOptions<boolean, DataError, User>({
  mutationKey: ['remove-account'],
  mutationFn: () => removeAccount(),
  // Nor do their answers wait for the next one here.
  onSuccess: () => joinDraft.clear(),
})

/** Makes the signed-in person a participant. */
export const joinMutation = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['join'],
    mutationFn: ({ user, answers }: { user: User; answers: JoinAnswers }) =>
      remote(
        () => import('#data/participants.ts'),
        ({ join }) => join(user, answers),
      ),
    onSuccess: (participant) => {
      joinDraft.clear()
      client.setQueryData(meQuery.queryKey, (me) => me && { ...me, participant })
    },
  })
