import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { Button } from '#components/button.tsx'
import { EmptyState } from '#components/empty-state.tsx'
import { QueryState } from '#components/query-state.tsx'
import { siteAddress } from '#data/config.ts'
import { areOver } from '#domain/slip.ts'
import { formatDay } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { leftQuery } from './queries.ts'
import { Sheets, SLIPS_PER_PAGE } from './sheets.tsx'
import styles from './slips.module.css'

/** The slips of a batch that nobody has used, ready to print and cut out. */
export function BatchPrint({ batch }: { batch: string }) {
  const { t } = useTranslation('slips')
  const lang = useLang()
  const slips = useQuery(leftQuery(batch))
  return (
    <div className={styles.print}>
      <div data-screen-only className={styles.printHead}>
        <p>
          <Link to={`/${lang}/review/slips`}>{t('print.back')}</Link>
        </p>
        <h1>{t('print.title')}</h1>
      </div>
      <QueryState query={slips} lines={8}>
        {(left) => {
          const [first] = left
          if (!first) return <EmptyState>{t('print.none')}</EmptyState>
          // Those of a batch end together.
          if (areOver(first, new Date()))
            return <EmptyState>{t('print.over', { day: formatDay(first.expiresAt, lang) })}</EmptyState>
          return (
            <>
              <div data-screen-only className={styles.printHead}>
                <p>{t('print.text', { count: left.length, pages: Math.ceil(left.length / SLIPS_PER_PAGE) })}</p>
                <p className={styles.note}>{t('print.care')}</p>
                <div className={styles.actions}>
                  <Button look="primary" onClick={() => print()}>
                    {t('print.send')}
                  </Button>
                </div>
              </div>
              <Sheets slips={left} site={siteAddress()} />
            </>
          )
        }}
      </QueryState>
    </div>
  )
}
