import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
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

/** What needs all comments: drawn once they are there, and kept up to date while somebody looks. */
export function WithInbox({ uid, children }: { uid: string; children: ReactNode }) {
  const { t } = useTranslation('common')
  const [reading, setReading] = useState<Reading>({ read: 0, expected: null })
  const query = useQuery(inboxQuery(uid, setReading))
  const { isComplete } = useInbox()
  return (
    <>
      <ReadProblem error={query.error}>
        <Button onClick={() => query.refetch()}>{t('retry')}</Button>
      </ReadProblem>
      {isComplete ? children : !query.error && <FirstReading reading={reading} />}
    </>
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
