import type { UseMutationResult } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { Button } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import type { DataError } from '#data/errors.ts'
import { SignInError } from '#data/sign-in-error.ts'
import { DISTRICTS } from '#domain/districts.ts'
import type { Slip, SlipRole } from '#domain/slip.ts'
import { useLang } from '#i18n/use-lang.ts'
import { appHere, InAppNotice } from './in-app-notice.tsx'
import styles from './slip.module.css'
import { isBusy, isRefused, passes } from './slip-queries.ts'
import { spokenTo } from './spoken-to.ts'

type Claiming = Pick<
  UseMutationResult<unknown, DataError | SignInError, never>,
  'isPending' | 'failureReason' | 'error'
>

type Props = { slip: Slip; isKept: boolean; claim: Claiming; onStart: () => void; onOther: () => void }

const PROMISES = ['unnamed', 'shown', 'hidden', 'device', 'free'] as const

/** What a slip opens, said to a nine-year-old, and the one button. */
export function SlipWelcome({ slip, isKept, claim, onStart, onOther }: Props) {
  const { t } = useTranslation(['join', 'common'])
  const lang = useLang()
  const app = appHere()
  const [stays, setStays] = useState(false)
  const start = useRef<HTMLButtonElement>(null)
  // What was pressed is gone; the button that it stood for has come.
  useEffect(() => {
    if (stays) start.current?.focus()
  }, [stays])
  const about = [
    t(`common:roles.${slip.role}`),
    slip.level && t(`join:slip.level.${slip.level}`),
    slip.district && DISTRICTS[slip.district]?.[lang],
  ]
  return (
    <div className={styles.welcome}>
      <p className={styles.lead}>{t('join:slip.lead')}</p>
      <div className={styles.slip}>
        <p className={styles.slipName}>{t('join:slip.yours')}</p>
        <p className={styles.school}>{slip.school}</p>
        <p>{about.filter(Boolean).join(' · ')}</p>
      </div>
      <section aria-labelledby="promise" className={styles.promise}>
        <h2 id="promise">{t('join:slip.promise.title')}</h2>
        <ul>
          {PROMISES.map((promise) => (
            <li key={promise}>{t(`join:slip.promise.${promise}`)}</li>
          ))}
        </ul>
        <Link to={`/${lang}/about#privacy`}>{t('join:slip.promise.more', spokenTo(slip.role))}</Link>
      </section>
      {app && !stays ? (
        <InAppNotice
          app={app}
          about="slip"
          address={`${location.origin}/${lang}/join?slip=${slip.token}`}
          onStay={isKept ? () => setStays(true) : undefined}
        />
      ) : isKept ? (
        <>
          <Button ref={start} look="primary" className={styles.start} aria-disabled={claim.isPending} onClick={onStart}>
            {claim.isPending ? t('join:slip.starting') : t('join:slip.start')}
          </Button>
          <ClaimState claim={claim} role={slip.role} />
        </>
      ) : (
        <Notice tone="warning" title={t('join:slip.forgetful.title')}>
          <p>{t('join:slip.forgetful.text')}</p>
        </Notice>
      )}
      <p className={styles.other}>
        <Button look="quiet" onClick={onOther}>
          {t('join:slip.other')}
        </Button>
      </p>
    </div>
  )
}

/** What keeps somebody from joining at this moment, and that it is tried again where it is. */
function ClaimState({ claim: { isPending, failureReason, error }, role }: { claim: Claiming; role: SlipRole }) {
  const { t } = useTranslation(['join', 'errors'])
  const to = spokenTo(role)
  const waits = isPending && passes(failureReason)
  return (
    <>
      <Live>
        {waits && failureReason && (
          <Notice title={isBusy(failureReason) ? t('join:slip.busy.title', to) : t('join:slip.offline.title')}>
            <p>{t(isBusy(failureReason) ? 'join:slip.busy.text' : 'join:slip.offline.text')}</p>
          </Notice>
        )}
      </Live>
      <Live urgency="alert">
        {error && (
          <Notice tone="danger" title={t('join:slip.failed.title')}>
            <p>
              {error instanceof SignInError || isRefused(error)
                ? t('join:slip.failed.text', to)
                : t(`errors:${error.kind}`)}
            </p>
          </Notice>
        )}
      </Live>
    </>
  )
}
