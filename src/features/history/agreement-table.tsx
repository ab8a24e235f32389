import { useTranslation } from 'react-i18next'
import type { RevisionResult } from '#domain/agreement.ts'
import type { Role } from '#domain/roles.ts'
import { formatNumber, formatShare } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './agreement.module.css'
import { countsOf, PARTS } from './counts-of.ts'

type Props = { revisions: readonly RevisionResult[]; newest: number | null }

/** What the bars show, with the number of people: a row a group, a column a revision. */
export function AgreementTable({ revisions, newest }: Props) {
  const { t } = useTranslation(['history', 'common'])
  const lang = useLang()
  const groupName = (role: Role) => t(`common:roles.${role}`)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways where revisions are many, by keys too
    <section className={styles.scroll} aria-label={t('history:agreement.caption')} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('history:agreement.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('history:agreement.group')}</th>
            {revisions.map(({ revision }) => (
              <th key={revision} scope="col">
                {t('history:revision', { revision })}
                {revision === newest && <span className={styles.newest}>{t('history:agreement.newest')}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PARTS.map((part) => (
            <tr key={part}>
              <th scope="row">{part === 'all' ? t('history:agreement.all') : groupName(part)}</th>
              {revisions.map((result) => {
                const counts = countsOf(result, part)
                return (
                  <td key={result.revision}>
                    {counts ? (
                      <>
                        {formatShare(counts.share, lang)}{' '}
                        <span className={styles.people}>
                          {t('history:agreement.people', {
                            count: counts.people,
                            value: formatNumber(counts.people, lang),
                          })}
                        </span>
                      </>
                    ) : (
                      t('history:agreement.none')
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
