import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { formatMoment, formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './bulk.module.css'
import { useInbox } from './inbox-store.ts'
import { startOver } from './load.ts'
import { inboxQuery } from './queries.ts'

/** When others' changes were last looked for, what reading has cost so far, and what reading all again would cost. */
export function Status({ uid }: { uid: string }) {
  const { t } = useTranslation('review-inbox')
  const lang = useLang()
  const client = useQueryClient()
  const { reads, rows } = useInbox()
  const { data } = useQuery({ ...inboxQuery(uid), enabled: false })
  const readAgain = () => {
    startOver()
    client.invalidateQueries({ queryKey: inboxQuery(uid).queryKey })
  }
  return (
    <div className={styles.status}>
      <span>
        {t('cost.reads', { value: formatNumber(reads, lang) })}
        {data !== undefined && ` · ${t('cost.at', { when: formatMoment(new Date(data), lang) })}`}
      </span>
      <Button look="quiet" onClick={readAgain}>
        {t('cost.again', { value: formatNumber(rows.length, lang) })}
      </Button>
    </div>
  )
}
