import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Navigate } from 'react-router-dom'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { StepIndicator } from '#components/step-indicator.tsx'
import type { Me } from '#data/me.ts'
import { hasExpired, onSessionChange } from '#data/session.ts'
import { needsSchoolEmail } from '#domain/roles.ts'
import { Done, Finish } from './finish.tsx'
import { appHere, InAppNotice } from './in-app-notice.tsx'
import styles from './join.module.css'
import { WhereStep, WhoStep } from './questions.tsx'
import { SignIn } from './sign-in.tsx'
import { isComplete, useJoinAnswers } from './use-join-answers.ts'

type Props = {
  me: Me
  /** Where to go on to, within this site; null for nowhere in particular. */
  next: string | null
  returnTo: string
  /** For somebody who has joined before: no questions. */
  signInOnly: boolean
}

const STEPS = 3

/** Joining in three steps: who you are, where, and how to confirm it. Somebody who has joined is sent on. */
export function JoinFlow({ me, next, returnTo, signInOnly }: Props) {
  const { t } = useTranslation(['join', 'errors'])
  const expired = useSyncExternalStore(onSessionChange, hasExpired, () => false) && !me.user
  const [chosenStep, setStep] = useState<number | null>(null)
  // Whoever has begun to answer goes on with the questions, signed in or not.
  const onlySignsIn = signInOnly && !me.user && chosenStep === null
  const isIn = Boolean(me.participant || me.staff)
  const { answers, isKept, change } = useJoinAnswers(onlySignsIn || isIn)
  // Somebody back from their mail has answered everything before, and so has whose sign-in has ended since.
  const step = chosenStep ?? ((me.user || expired) && isComplete(answers) ? STEPS : 1)
  const app = appHere()
  const [joinedNow, setJoinedNow] = useState(false)
  // Once they sign out, the next one on this computer begins at the beginning.
  useEffect(() => {
    if (isIn) setStep(null)
    else setJoinedNow(false)
  }, [isIn])
  // Signing in puts other things in place of the button that was pressed, within one step.
  const heading = useFocusOnChange(onlySignsIn ? 'sign-in' : step === STEPS && me.user ? 'finish' : String(step))

  if (isIn) {
    return next && !joinedNow ? <Navigate to={next} replace /> : <Done me={me} next={next} justNow={joinedNow} />
  }
  if (onlySignsIn) {
    return (
      <>
        <p>{t('join:signInIntro')}</p>
        <p>
          {t('join:signInNot')} <Link to="?slip=">{t('join:slip.useIt')}</Link>
        </p>
        <SignIn returnTo={returnTo} schoolOnly={false} />
        <p>
          <Link to={next ? `?${new URLSearchParams({ next })}` : '?'}>{t('join:newHere')}</Link>
        </p>
      </>
    )
  }
  return (
    <>
      <p>{t('join:intro')}</p>
      <div className={styles.progress}>
        <h2 ref={heading} tabIndex={-1}>
          {t('join:step', { step, total: STEPS })}
        </h2>
        <StepIndicator
          label={t('join:steps.label')}
          steps={[t('join:steps.who'), t('join:steps.where'), t('join:steps.confirm')]}
          current={step}
        />
      </div>
      {/* Before somebody has answered here what they would be asked again there. */}
      {step === 1 && app && !me.user && <InAppNotice app={app} about="signIn" address={location.href} />}
      {step === 1 && (
        <WhoStep
          user={me.user}
          answers={answers}
          change={(part) => {
            setStep(1)
            change(part)
          }}
          onNext={() => setStep(2)}
          // What they are told afterwards stands here, also where somebody only wanted to sign in.
          onRemove={() => setStep(1)}
        />
      )}
      {step === 2 && (
        <WhereStep answers={answers} change={change} onNext={() => setStep(3)} onBack={() => setStep(1)} />
      )}
      {step === STEPS && me.user && (
        <Finish user={me.user} answers={answers} onBack={() => setStep(1)} onJoined={() => setJoinedNow(true)} />
      )}
      <Live urgency="alert">
        {expired && (
          <Notice tone="warning">
            <p>{t('errors:signed-out')}</p>
          </Notice>
        )}
      </Live>
      {step === STEPS && !me.user && (
        <>
          <h3>{t('join:signIn.title')}</h3>
          <SignIn
            returnTo={returnTo}
            schoolOnly={answers.role !== null && needsSchoolEmail(answers.role)}
            areAnswersKept={isKept}
          />
        </>
      )}
    </>
  )
}

/** Moves the focus to the step's heading when what stands under it changes, so that a screen reader follows. */
function useFocusOnChange(content: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(content)
  useEffect(() => {
    if (shown.current !== content) heading.current?.focus()
    shown.current = content
  }, [content])
  return heading
}
