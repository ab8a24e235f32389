import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import type { JoinDraft } from '#data/drafts.ts'
import { type Me, signOutMutation } from '#data/me.ts'
import type { User } from '#data/session.ts'
import { DISTRICTS } from '#domain/districts.ts'
import { nickname } from '#domain/nickname.ts'
import { verificationFor } from '#domain/roles.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './join.module.css'
import { joinMutation } from './mutations.ts'

type Props = { user: User; answers: JoinDraft; onBack: () => void; onJoined: () => void }

/** Last step for somebody signed in: the answers once more, then they are a participant. */
export function Finish({ user, answers, onBack, onJoined }: Props) {
  const { t } = useTranslation(['join', 'errors', 'common'])
  const lang = useLang()
  const client = useQueryClient()
  const join = useMutation(joinMutation(client))
  const signOut = useMutation(signOutMutation)
  const { role, district } = answers
  const wrongAddress = role !== null && verificationFor(role, user.email) === null

  const submit = () => {
    if (role === null || wrongAddress || join.isPending) return
    onJoined()
    join.mutate({ user, answers: { role, district, lang } })
  }

  return (
    <div className={styles.step}>
      <h3>{t('join:finish.title')}</h3>
      <p>{t('join:finish.text', { email: user.email })}</p>
      <ul className={styles.answers}>
        <li>{role && t(`join:who.${role}`)}</li>
        <li>{district ? DISTRICTS[district]?.[lang] : t('join:where.none')}</li>
      </ul>
      <Live urgency="alert">
        {wrongAddress && (
          <Notice tone="warning">
            <p>{t('join:problem.school-email', { email: user.email })}</p>
          </Notice>
        )}
        {join.error && (
          <Notice tone="danger">
            <p>{t(`errors:${join.error.kind}`)}</p>
          </Notice>
        )}
      </Live>
      <div className={styles.actions}>
        {!wrongAddress && (
          <Button look="primary" aria-disabled={join.isPending} onClick={submit}>
            {join.isPending ? t('join:finish.sending') : t('join:finish.send')}
          </Button>
        )}
        <Button onClick={onBack}>{t('join:back')}</Button>
        <Button look="quiet" onClick={() => signOut.mutate()}>
          {t('join:finish.otherAccount')}
        </Button>
      </div>
    </div>
  )
}

type DoneProps = { me: Me; next: string | null /** Whether this has just happened, here. */; justNow: boolean }

/** Somebody who has joined, and the way on. */
export function Done({ me, next, justNow }: DoneProps) {
  const { t } = useTranslation('join')
  const lang = useLang()
  const done = useRef<HTMLDivElement>(null)
  // The button that led here is gone; what came in its place is read out.
  useEffect(() => {
    if (justNow) done.current?.focus()
  }, [justNow])
  return (
    <div ref={done} tabIndex={-1}>
      <Notice tone="success" title={t('done.title')}>
        <p>{me.participant ? t('done.text', { name: nickname(me.participant.uid)[lang] }) : t('done.staffText')}</p>
        <ButtonLink look="primary" to={next ?? `/${lang}#tasks`}>
          {next ? t('done.continue') : t('done.plan')}
        </ButtonLink>
      </Notice>
    </div>
  )
}
