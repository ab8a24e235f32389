import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { useFirstProblem } from '#components/use-first-problem.ts'
import { emulators } from '#data/config.ts'
import { prepareSignIn } from '#data/sign-in.ts'
import { DemoAccounts, EmulatedMail } from './demo.tsx'
import { EmailField } from './email-field.tsx'
import { appHere, InAppNotice } from './in-app-notice.tsx'
import styles from './join.module.css'
import { sendLinkMutation, signInMutation } from './mutations.ts'
import { SignInProblem } from './sign-in-problem.tsx'

type Props = {
  /** Where the link of the e-mail leads: this page, with what it was opened for. */
  returnTo: string
  schoolOnly: boolean
  /** Whether what was answered before is there where that link leads; left out where nothing was asked. */
  areAnswersKept?: boolean | undefined
}

/** Ways to show who one is: Google's window, or a link by e-mail. Nothing of Google is loaded before it is asked for. */
export function SignIn({ returnTo, schoolOnly, areAnswersKept }: Props) {
  const { t } = useTranslation('join')
  const signIn = useMutation(signInMutation)
  const app = appHere()
  useEffect(() => {
    if (!app) prepareSignIn()
  }, [app])
  return (
    <div className={styles.step}>
      <p className={styles.note}>{schoolOnly ? t('signIn.schoolOnly') : t('signIn.intro')}</p>
      {app ? (
        <InAppNotice app={app} about="signIn" address={location.href} />
      ) : (
        <Button look="primary" aria-disabled={signIn.isPending} onClick={() => signIn.mutate({ by: 'google' })}>
          {t('signIn.google')}
        </Button>
      )}
      <SignInProblem error={signIn.error} />
      <p role="status" className={styles.status}>
        {signIn.isPending && t('signIn.working')}
      </p>
      {!app && <p className={styles.or}>{t('signIn.or')}</p>}
      <EmailLink returnTo={returnTo} areAnswersKept={areAnswersKept} />
      {emulators && <DemoAccounts onChoose={(account) => signIn.mutate({ by: 'demo', account })} />}
    </div>
  )
}

function EmailLink({ returnTo, areAnswersKept }: Pick<Props, 'returnTo' | 'areAnswersKept'>) {
  const { t } = useTranslation('join')
  const [email, setEmail] = useState('')
  const [looksWrong, setLooksWrong] = useState(false)
  const { form, point } = useFirstProblem()
  const send = useMutation(sendLinkMutation)
  const sent = useRef<HTMLDivElement>(null)
  const [again, setAgain] = useState(false)
  // Without the address, nobody can tell there whose answers they are.
  const isAskedAgain = areAnswersKept === false || (areAnswersKept && send.data?.isAddressKept === false)
  // What was pressed is gone; the cursor goes to what came in its place.
  useEffect(() => {
    if (send.isSuccess) sent.current?.focus()
    else if (again) form.current?.querySelector('input')?.focus()
  }, [send.isSuccess, again, form])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const typed = email.trim()
    const wrong = !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(typed)
    setLooksWrong(wrong)
    if (wrong) point()
    else if (!send.isPending) send.mutate({ email: typed, returnTo })
  }

  return (
    <>
      <Live>
        {isAskedAgain && (
          <Notice tone="warning">
            <p>{t('signIn.notKept')}</p>
            {!appHere() && <p>{t('signIn.notKeptGoogle')}</p>}
          </Notice>
        )}
      </Live>
      <Live>
        {send.isSuccess && (
          <div ref={sent} tabIndex={-1}>
            <Notice tone="success">
              <p>{t('signIn.sent', { email: send.variables.email })}</p>
              {emulators && <EmulatedMail email={send.variables.email} />}
              <Button
                look="quiet"
                onClick={() => {
                  send.reset()
                  setAgain(true)
                }}
              >
                {t('signIn.again')}
              </Button>
            </Notice>
          </div>
        )}
      </Live>
      {!send.isSuccess && (
        <form ref={form} onSubmit={submit} noValidate className={styles.email}>
          <EmailField
            label={t('signIn.email')}
            hint={t('signIn.emailHint')}
            error={looksWrong ? t('problem.bad-email') : undefined}
            value={email}
            onChange={setEmail}
          />
          <Button type="submit" aria-disabled={send.isPending}>
            {send.isPending ? t('signIn.sending') : t('signIn.send')}
          </Button>
          <SignInProblem error={send.error} />
        </form>
      )}
    </>
  )
}
