import type { UseMutationResult } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '#components/button.tsx'
import { Notice } from '#components/notice.tsx'
import type { User } from '#data/session.ts'
import { useLang } from '#i18n/use-lang.ts'
import { WhomToAsk } from './whom-to-ask.tsx'

type Removal = Pick<UseMutationResult<boolean, Error, User>, 'isPending' | 'isSuccess' | 'data' | 'variables'>

type Props = {
  /** Who has signed in before they were asked how old they are. */
  user: User | null
  removal: Removal
  onRemove: (user: User) => void
}

/**
 * How a child under 14 joins. An account they have made goes by a press that says so, and by nothing less: an answer may
 * be chosen on the way to another, or by somebody else on this device.
 */
export function Child({ user, removal, onRemove }: Props) {
  const { t } = useTranslation('join')
  const lang = useLang()
  const outcome = useRef<HTMLDivElement>(null)
  // What was pressed is gone; the cursor goes to what came of it.
  useEffect(() => {
    if (removal.isSuccess) outcome.current?.focus()
  }, [removal.isSuccess])
  return (
    <Notice tone={removal.data === false ? 'warning' : 'information'} title={t('age.childTitle')}>
      <p>{t('age.child')}</p>
      {removal.isSuccess && (
        <div ref={outcome} tabIndex={-1}>
          <p>{t(removal.data ? 'age.removed' : 'age.stillThere', { email: removal.variables?.email })}</p>
          {!removal.data && <WhomToAsk />}
        </div>
      )}
      {user && !removal.isSuccess ? (
        <>
          <p>{t('age.account', { email: user.email })}</p>
          <Button aria-disabled={removal.isPending} onClick={() => removal.isPending || onRemove(user)}>
            {removal.isPending ? t('age.removing') : t('age.remove')}
          </Button>
        </>
      ) : (
        <ButtonLink to="?slip=">{t('slip.useIt')}</ButtonLink>
      )}
      <ButtonLink look="quiet" to={`/${lang}#tasks`}>
        {t('age.read')}
      </ButtonLink>
    </Notice>
  )
}
