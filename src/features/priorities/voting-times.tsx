import { useTranslation } from 'react-i18next'
import { Notice } from '#components/notice.tsx'
import type { Voting, VotingPhase } from '#domain/ballot.ts'
import { formatMoment } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './voting-times.module.css'

/** Until when ballots are taken, or that they are not. Holds its place until that is known. */
export function VotingTimes({ phase, voting }: { phase: VotingPhase | null; voting: Voting | null }) {
  const { t } = useTranslation('priorities')
  const lang = useLang()
  if (phase === 'before' && voting)
    return <Notice>{t('phase.before', { moment: formatMoment(voting.opensAt, lang) })}</Notice>
  if (phase === 'closed')
    return (
      <Notice>{voting ? t('phase.closed', { moment: formatMoment(voting.closesAt, lang) }) : t('phase.unset')}</Notice>
    )
  return (
    <p className={styles.times}>
      {voting ? t('phase.open', { moment: formatMoment(voting.closesAt, lang) }) : t('how')}
    </p>
  )
}
