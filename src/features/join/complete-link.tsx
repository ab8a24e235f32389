import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Navigate } from 'react-router-dom'
import { Button } from '#components/button.tsx'
import { joinDraft } from '#data/drafts.ts'
import type { Me } from '#data/me.ts'
import { linkEmail } from '#data/sign-in.ts'
import { EmailField } from './email-field.tsx'
import styles from './join.module.css'
import { signInMutation } from './mutations.ts'
import { Occupied } from './occupied.tsx'
import { SignInProblem } from './sign-in-problem.tsx'
import { isOfChild } from './use-join-answers.ts'

type Props = {
  me: Me
  href: string
  /** This page without the link. */
  newLink: string
  /** Where to go on as somebody who is here already. */
  onwards: string
  onSignedIn: () => void
}

/**
 * Where the link of a sign-in e-mail leads. It takes a click, since some mail programs follow every link beforehand
 * and would use it up; on another device it also takes the address once more.
 */
export function CompleteLink({ me, href, newLink, onwards, onSignedIn }: Props) {
  const { t } = useTranslation('join')
  const signIn = useMutation(signInMutation)
  const [known] = useState(linkEmail)
  const [email, setEmail] = useState(known ?? '')

  // Not who has just come in by it.
  if (me.user && signIn.isIdle) {
    return me.user.email === known?.toLowerCase() ? (
      <Navigate to={newLink} replace />
    ) : (
      <Occupied me={me} by="link" onwards={onwards} />
    )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (signIn.isPending) return
    // Who asked for the link elsewhere has answered elsewhere, too; and a child's answers led to no link.
    if (!known || isOfChild(joinDraft.load())) joinDraft.clear()
    signIn.mutate({ by: 'link', email: email.trim(), href }, { onSuccess: onSignedIn })
  }

  return (
    <>
      <h1>{t('title')}</h1>
      <form onSubmit={submit} noValidate className={styles.step}>
        {known ? (
          <p>{t('signIn.known', { email: known })}</p>
        ) : (
          <EmailField label={t('signIn.confirm')} hint={t('signIn.confirmHint')} value={email} onChange={setEmail} />
        )}
        <SignInProblem error={signIn.error} />
        {signIn.error && <Link to={newLink}>{t('signIn.newLink')}</Link>}
        <Button look="primary" type="submit" aria-disabled={signIn.isPending}>
          {signIn.isPending ? t('signIn.working') : t('signIn.confirmSend')}
        </Button>
      </form>
    </>
  )
}
