import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '#components/button.tsx'
import { CopyButton } from '#components/copy-button.tsx'
import { draftsKept } from '#data/draft-store.ts'
import type { User } from '#data/session.ts'
import { useLang } from '#i18n/use-lang.ts'
import { useJoinLink } from '../links.ts'
import styles from './review-page.module.css'

type Props = {
  user: User | null
  /** Why somebody who was inside is no more: their rights were taken away, or their sign-in has ended. */
  left: 'ended' | 'expired' | null
  onLookAgain: () => void
}

/** For those who are not staff of the office, as far as this device knows: the way in, and the way back. */
export function ReviewDoor({ user, left, onLookAgain }: Props) {
  const { t } = useTranslation('review')
  const lang = useLang()
  const join = useJoinLink()
  const heading = useRef<HTMLHeadingElement>(null)
  const said = left ?? (user ? 'signedIn' : 'signedOut')
  useEffect(() => {
    if (left) heading.current?.focus()
  }, [left])
  return (
    <div className={styles.page}>
      <h1 ref={heading} tabIndex={-1}>
        {t(left ? 'outside.endedTitle' : 'outside.title')}
      </h1>
      <p>
        {t(`outside.${said}`)} {said === 'expired' && draftsKept.now() && t('outside.kept')}
      </p>
      {/* Who came with a slip has no account that could come back. */}
      {user?.email && <AccessCode uid={user.uid} onLookAgain={onLookAgain} />}
      <div className={styles.actions}>
        {!user && (
          <ButtonLink look="primary" to={`${join}&again`}>
            {t('outside.signIn')}
          </ButtonLink>
        )}
        <ButtonLink to={`/${lang}`}>{t('outside.home')}</ButtonLink>
      </div>
    </div>
  )
}

/** What a manager needs to give somebody a staff record: no server could look an address up. */
function AccessCode({ uid, onLookAgain }: { uid: string; onLookAgain: () => void }) {
  const { t } = useTranslation('review')
  return (
    <section aria-labelledby="access-code" className={styles.code}>
      <h2 id="access-code">{t('code.title')}</h2>
      <p>{t('code.text')}</p>
      <p>
        <code translate="no">{uid}</code>
      </p>
      <div className={styles.actions}>
        <CopyButton text={uid} label={t('code.copy')} done={t('code.copied')} />
        <Button onClick={onLookAgain}>{t('code.again')}</Button>
      </div>
      <p className={styles.who}>{t('code.care')}</p>
    </section>
  )
}
