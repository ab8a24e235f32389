import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { QueryState } from '#components/query-state.tsx'
import type { Ballot as Stored } from '#data/ballots.ts'
import { TASK_IDS, taskNumber } from '#domain/plan.ts'
import { formatMoment } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './account.module.css'
import { Part } from './part.tsx'
import { ownBallotQuery } from './queries.ts'

/** A receipt: how somebody's stickers are stored. */
export function Ballot({ uid }: { uid: string }) {
  const { t } = useTranslation('me')
  const lang = useLang()
  const ballot = useQuery(ownBallotQuery(uid))
  return (
    <Part title={t('ballot.title')}>
      <QueryState query={ballot} lines={3}>
        {(stored) => (stored ? <Stickers ballot={stored} /> : <p>{t('ballot.none')}</p>)}
      </QueryState>
      <p>
        <Link to={`/${lang}/priorities`}>{t('waiting.seeBallot')}</Link>
      </p>
    </Part>
  )
}

function Stickers({ ballot: { stickers, at } }: { ballot: Stored }) {
  const { t } = useTranslation('me')
  const lang = useLang()
  return (
    <>
      <p className={styles.note}>{t('ballot.text', { when: formatMoment(at, lang) })}</p>
      <dl className={styles.facts}>
        {TASK_IDS.filter((id) => stickers[id] > 0).map((id) => (
          <div key={id}>
            <dt>{t('stances.number', { number: taskNumber(id) })}</dt>
            <dd>{t('ballot.stickers', { count: stickers[id] })}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
