import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { Button } from '#components/button.tsx'
import { EmptyState } from '#components/empty-state.tsx'
import { QueryState } from '#components/query-state.tsx'
import { siteAddress } from '#data/config.ts'
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
        {(left) =>
          left.length === 0 ? (
            <EmptyState>{t('print.none')}</EmptyState>
          ) : (
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
        }
      </QueryState>
    </div>
  )
}
