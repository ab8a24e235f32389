import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Progress } from '#components/progress.tsx'
import { ReadProblem } from '#components/query-state.tsx'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './inbox.module.css'
import { useInbox } from './inbox-store.ts'
import type { Progress as Reading } from './load.ts'
import { inboxQuery } from './queries.ts'
import { Workbench } from './workbench.tsx'

type Props = {
  uid: string
  /** The address of the inbox, without what follows it. */
  base: string
  /** The comment that the address names. */
  openId: string | null
}

/** All comments for those who read them: loaded once, then kept up to date while somebody looks. */
export function Inbox({ uid, base, openId }: Props) {
  const { t } = useTranslation(['review-inbox', 'common'])
  const [reading, setReading] = useState<Reading>({ read: 0, expected: null })
  const query = useQuery(inboxQuery(uid, setReading))
  const { isComplete } = useInbox()
  return (
    <div className={styles.inbox}>
      <h1 className={styles.title}>{t('review-inbox:title')}</h1>
      <ReadProblem error={query.error}>
        <Button onClick={() => query.refetch()}>{t('common:retry')}</Button>
      </ReadProblem>
      {isComplete ? (
        <Workbench uid={uid} base={base} openId={openId} />
      ) : (
        !query.error && <FirstReading reading={reading} />
      )}
    </div>
  )
}

/** How far the first reading is, and what it costs. */
function FirstReading({ reading: { read, expected } }: { reading: Reading }) {
  const { t } = useTranslation('review-inbox')
  const lang = useLang()
  const values = { read: formatNumber(read, lang), expected: formatNumber(expected ?? 0, lang) }
  return (
    <div className={styles.reading}>
      <Progress
        label={t('reading.label')}
        value={read}
        max={Math.max(expected ?? 0, read, 1)}
        text={expected ? t('reading.of', values) : t('reading.read', values)}
      />
      <p className={styles.note}>{t('reading.cost')}</p>
    </div>
  )
}
