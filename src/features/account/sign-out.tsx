import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Checkbox } from '#components/checkbox.tsx'
import { Dialog } from '#components/dialog.tsx'
import { showToast } from '#components/toasts.ts'
import { hasDrafts, hasSlips, hasWords, waitingOf } from '#data/left-here.ts'
import { isWithoutAddress, type User } from '#data/session.ts'
import styles from './account.module.css'
import { signOutMutation } from './mutations.ts'

/** Signs out; where something of the person stays on this device, or cannot be come back to, it asks first. */
export function SignOut({ user }: { user: User }) {
  const { t } = useTranslation(['menu', 'account'])
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const signOut = useMutation({
    ...signOutMutation(client, user),
    onSuccess: () => {
      showToast({ text: t('account:signedOut') })
      // What was pressed is about to go, and the focus with it.
      document.querySelector('main')?.focus({ preventScroll: true })
    },
  })
  const start = () => {
    if (!isWithoutAddress(user) && waitingOf(user.uid).length === 0 && !hasDrafts(user.uid))
      return signOut.mutate({ clear: false })
    setAsking(true)
  }
  return (
    <>
      <Button onClick={start}>{t('account:signOut')}</Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('menu:signOut.title')}>
        <Question user={user} onStay={() => setAsking(false)} onSignOut={(clear) => signOut.mutate({ clear })} />
      </Dialog>
    </>
  )
}

type QuestionProps = { user: User; onStay: () => void; onSignOut: (clear: boolean) => void }

function Question({ user, onStay, onSignOut }: QuestionProps) {
  const { t } = useTranslation('menu')
  const [clear, setClear] = useState(false)
  const waiting = waitingOf(user.uid).length
  const isLeftHere = waiting > 0 || hasDrafts(user.uid)
  return (
    <>
      {isWithoutAddress(user) ? (
        <>
          <p>{t('signOut.slip')}</p>
          {isLeftHere && <p>{t('signOut.slipLeft')}</p>}
        </>
      ) : (
        <>
          {waiting > 0 && <p>{t('signOut.waiting', { count: waiting })}</p>}
          {hasWords(user.uid) && <p>{t('signOut.drafts')}</p>}
          {hasSlips(user.uid) && <p>{t('signOut.slips')}</p>}
          {isLeftHere && (
            <Checkbox
              label={t('signOut.clear', hasSlips(user.uid) ? { context: 'slips' } : {})}
              checked={clear}
              onChange={setClear}
            />
          )}
        </>
      )}
      <div className={styles.actions}>
        <Button look="primary" onClick={() => onSignOut(clear)}>
          {t('signOut.act')}
        </Button>
        <Button onClick={onStay}>{t('signOut.stay')}</Button>
      </div>
    </>
  )
}
