import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
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
 * and would use it up; on another device it also takes the address once more, and so it does where the address that this one
 * remembers is not theirs.
 */
export function CompleteLink({ me, href, newLink, onwards, onSignedIn }: Props) {
  const { t } = useTranslation('join')
  const signIn = useMutation(signInMutation)
  const [known] = useState(linkEmail)
  const [email, setEmail] = useState(known ?? '')
  const [isAnother, setAnother] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  // What was pressed is gone, or did not do: the cursor goes to what is to be typed.
  useEffect(() => {
    if (isAnother) form.current?.querySelector('input')?.focus()
  }, [isAnother])

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
    const address = email.trim()
    // Who asked for the link elsewhere has answered elsewhere, too; and a child's answers led to no link.
    if (address !== known || isOfChild(joinDraft.load())) joinDraft.clear()
    signIn.mutate(
      { by: 'link', email: address, href },
      { onSuccess: onSignedIn, onError: ({ kind }) => kind === 'bad-email' && setAnother(true) },
    )
  }

  return (
    <>
      <h1>{t('title')}</h1>
      <form ref={form} onSubmit={submit} noValidate className={styles.step}>
        {known && !isAnother ? (
          <>
            <p>{t('signIn.known', { email: known })}</p>
            <Button
              look="quiet"
              onClick={() => {
                setEmail('')
                setAnother(true)
              }}
            >
              {t('signIn.otherAddress')}
            </Button>
          </>
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
