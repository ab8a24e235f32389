import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '#components/button.tsx'
import { ReadProblem } from '#components/query-state.tsx'
import { slipDraft } from '#data/drafts.ts'
import { meQuery, refreshMe } from '#data/me.ts'
import { nickname } from '#domain/nickname.ts'
import type { Participant } from '#domain/participant.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './slip.module.css'

/**
 * Whoever is here came with a slip, and without a connection nobody can tell whether it was this one. So nothing is offered
 * that would lose them for good.
 */
export function SlipUnchecked({ participant, onLook }: { participant: Participant; onLook: () => void }) {
  const { t } = useTranslation(['join', 'common'])
  const lang = useLang()
  const client = useQueryClient()
  // The page has asked: here is only told what becomes of it.
  const { isFetching: isLooking, error } = useQuery({ ...meQuery, enabled: false })
  const [looked, setLooked] = useState(false)
  const look = () => {
    if (isLooking) return
    setLooked(true)
    onLook()
    void refreshMe(client)
  }
  const name = nickname(participant.uid)[lang]
  return (
    <div className={styles.problem}>
      <h1 className={styles.title}>{t('join:slip.unchecked.title')}</h1>
      <p>{t('join:slip.unchecked.text', { name })}</p>
      <div className={styles.actions}>
        <ButtonLink look="primary" to={`/${lang}#tasks`} onClick={slipDraft.clear}>
          {t('join:occupied.goOn', { name })}
        </ButtonLink>
        <Button aria-disabled={isLooking} onClick={look}>
          {t(isLooking ? 'common:loading' : 'common:retry')}
        </Button>
      </div>
      <ReadProblem error={looked && !isLooking ? (error ?? { kind: 'offline' }) : null} />
    </div>
  )
}
