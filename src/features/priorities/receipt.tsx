import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { Button } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { connection } from '#data/connection.ts'
import type { Me } from '#data/me.ts'
import { stateOf } from '#data/outbox-state.ts'
import { isRefusal } from '#data/refusals.ts'
import { placed, type VotingPhase } from '#domain/ballot.ts'
import { type TaskOverview, taskNumber } from '#domain/plan.ts'
import { formatMoment } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './receipt.module.css'
import type { BallotInHand } from './use-ballot.ts'

type Props = { ballot: BallotInHand; me: Me | undefined; tasks: readonly TaskOverview[]; phase: VotingPhase | null }

/** What has become of my ballot: where it is, what is stored, or why it came back. */
export function Receipt({ ballot, me, tasks, phase }: Props) {
  const { t } = useTranslation(['priorities', 'outbox'])
  const { refused, isKept, isDraft } = ballot
  const status = useStatus(ballot, me)
  return (
    <div className={styles.receipt}>
      <p role="status" className={styles.status}>
        {status}
      </p>
      <Live urgency="alert">
        {isDraft && !isKept && <Notice tone="warning">{t('outbox:state.not-kept')}</Notice>}
        {refused && (
          <Notice tone="danger" title={t('priorities:back.title')}>
            <p>
              {isRefusal(refused.reason) && refused.reason === 'closed'
                ? t('priorities:back.closed')
                : t('priorities:back.other')}
            </p>
            {phase === 'open' && <Button onClick={() => ballot.takeUp(true)}>{t('priorities:back.again')}</Button>}
            <Button look="quiet" onClick={() => ballot.takeUp(false)}>
              {t('priorities:back.gotIt')}
            </Button>
          </Notice>
        )}
      </Live>
      <Stored ballot={ballot} tasks={tasks} />
    </div>
  )
}

/** In words, where the ballot is that was cast here. */
function useStatus({ waiting, receipt, isDraft }: BallotInHand, me: Me | undefined): string {
  const { t } = useTranslation(['priorities', 'outbox'])
  const isOnline = useSyncExternalStore(connection.subscribe, connection.isOnline, () => true)
  const hasSent = useHasBeen(waiting !== undefined)
  if (waiting) {
    const state = stateOf(waiting, me, isOnline)
    return state === 'sending' ? t('priorities:sending') : t(`outbox:state.${state}`)
  }
  if (isDraft) return receipt ? t('priorities:notYetAgain') : me?.participant ? t('priorities:notYet') : ''
  return hasSent ? t(receipt ? 'priorities:saved' : 'priorities:takenBack') : ''
}

/** Whether something has been so since this page is open. */
function useHasBeen(now: boolean): boolean {
  const [hasBeen, setHasBeen] = useState(false)
  const was = useRef(false)
  useEffect(() => {
    if (now) was.current = true
    else if (was.current) setHasBeen(true)
  }, [now])
  return hasBeen
}

/** The stickers as the server has them, and since when. */
function Stored({ ballot: { receipt }, tasks }: { ballot: BallotInHand; tasks: readonly TaskOverview[] }) {
  const { t } = useTranslation('priorities')
  const lang = useLang()
  if (!receipt) return null
  return (
    <section aria-labelledby="receipt" className={styles.stored}>
      <h3 id="receipt">{t('receipt.title')}</h3>
      <ul>
        {tasks
          .filter(({ id }) => receipt.stickers[id] > 0)
          .map(({ id, title }) => (
            <li key={id}>
              <span>
                {t('task', { number: taskNumber(id) })} · {title[lang]}
              </span>{' '}
              <strong>{t('receipt.count', { count: receipt.stickers[id] })}</strong>
            </li>
          ))}
      </ul>
      <p className={styles.note}>
        {t('receipt.at', { moment: formatMoment(receipt.at, lang), count: placed(receipt.stickers) })}{' '}
        <Link to={`/${lang}/me`}>{t('receipt.me')}</Link>
      </p>
    </section>
  )
}
