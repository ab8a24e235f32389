import { useTranslation } from 'react-i18next'
import type { BatchCounts } from '#data/slip-batches.ts'
import { DISTRICTS } from '#domain/districts.ts'
import { areOver } from '#domain/slip.ts'
import { formatDay, formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './slips.module.css'

/** What the slips of a batch say, and how many of them are used, left, void, expired. */
export function Counts({ counts: { terms, all, used, voided } }: { counts: BatchCounts }) {
  const { t } = useTranslation(['slips', 'common', 'review'])
  const lang = useLang()
  const rest = all - used - voided
  const hasExpired = terms !== null && areOver(terms, new Date())
  const says = terms && [
    terms.school,
    t(`common:roles.${terms.role}`),
    terms.level && t(`review:level.${terms.level}`),
    terms.district && DISTRICTS[terms.district]?.[lang],
    t(hasExpired ? 'slips:expired' : 'slips:until', { day: formatDay(terms.expiresAt, lang) }),
  ]
  const numbers = [
    ['all', all],
    ['used', used],
    [hasExpired ? 'expiredCount' : 'left', rest],
    ['voided', voided],
  ] as const
  return (
    <>
      <p>{says ? says.filter(Boolean).join(' · ') : t('slips:list.unread')}</p>
      <dl className={styles.counts}>
        {numbers.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`slips:count.${name}`)}</dt>
            <dd>{formatNumber(value, lang)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
