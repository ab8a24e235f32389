import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { GroupTag } from '#components/tag.tsx'
import { Yard } from '#components/yard.tsx'
import { peopleIn, type TaskResult } from '#domain/results.ts'
import { ROLES } from '#domain/roles.ts'
import { formatMoment, formatNumber, formatShare } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { agreeShare, reachOfTask } from './agreement.ts'
import styles from './group-results.module.css'

type Props = { result: TaskResult | undefined; publishedAt: Date | undefined }

/** Where the groups stand on a task: the yard, and the same numbers as a table. */
export function GroupResults({ result, publishedAt }: Props) {
  const { t } = useTranslation(['plan', 'common'])
  const lang = useLang()
  if (!result) return <p className={styles.note}>{t('plan:results.none')}</p>
  return (
    <div className={styles.results}>
      <div className={styles.yard}>
        <Yard reach={reachOfTask(result)} />
      </div>
      <table className={styles.table}>
        <caption className={styles.note}>{t('plan:results.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('plan:results.group')}</th>
            <th scope="col">{t('plan:results.share')}</th>
            <th scope="col">{t('plan:results.people')}</th>
          </tr>
        </thead>
        <tbody>
          {ROLES.map((role) => {
            const counts = result.groups[role]
            const share = agreeShare(counts)
            return (
              <tr key={role}>
                <th scope="row">
                  <GroupTag role={role}>{t(`common:roles.${role}`)}</GroupTag>
                </th>
                {counts && share !== null ? (
                  <>
                    <td>{formatShare(share, lang)}</td>
                    <td>
                      {t('plan:results.peopleValue', {
                        count: peopleIn(counts),
                        value: formatNumber(peopleIn(counts), lang),
                      })}
                    </td>
                  </>
                ) : (
                  <td colSpan={2}>{t('plan:results.withheld')}</td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
      {publishedAt && (
        <p className={styles.note}>
          {t('plan:results.updated', { moment: formatMoment(publishedAt, lang) })}{' '}
          <Link to={`/${lang}/results`}>{t('plan:results.more')}</Link>
        </p>
      )}
    </div>
  )
}
