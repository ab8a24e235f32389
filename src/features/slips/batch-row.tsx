import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#components/button.tsx'
import { QueryState } from '#components/query-state.tsx'
import type { SlipBatch } from '#data/slip-batches.ts'
import { areOver } from '#domain/slip.ts'
import { formatMoment } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Counts } from './counts.tsx'
import { countsQuery } from './queries.ts'
import styles from './slips.module.css'
import { VoidRest } from './void-rest.tsx'

/** A batch: for whom, made when and for what, how many are used, and what can be done with the rest. */
export function BatchRow({ batch, uid }: { batch: SlipBatch; uid: string }) {
  const { t } = useTranslation('slips')
  const lang = useLang()
  const counts = useQuery(countsQuery(batch.id))
  return (
    <li className={styles.batch}>
      <h3>{batch.purpose}</h3>
      <p className={styles.note}>
        {t('list.made', { when: formatMoment(batch.issuedAt, lang) })}
        {batch.issuedBy !== uid && ` · ${t('list.byOther')}`}
      </p>
      <QueryState query={counts} lines={2}>
        {(found) =>
          found ? (
            <>
              <Counts counts={found} />
              {/* What cannot be read can be neither printed nor voided. */}
              {found.terms && found.all - found.used - found.voided > 0 && (
                <div className={styles.actions}>
                  {!areOver(found.terms, new Date()) && (
                    <ButtonLink to={`/${lang}/review/slips/${batch.id}`}>
                      {t('list.print')}
                      <span className="visually-hidden">: {batch.purpose}</span>
                    </ButtonLink>
                  )}
                  <VoidRest batch={batch.id} purpose={batch.purpose} uid={uid} />
                </div>
              )}
            </>
          ) : (
            <p>{t('list.empty')}</p>
          )
        }
      </QueryState>
    </li>
  )
}
