import { useTranslation } from 'react-i18next'
import type { Moment, Share } from '#domain/course.ts'
import { formatMoment, formatNumber, formatShare } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './course.module.css'

type Props = { course: readonly Moment[]; names: readonly [string, string] }

/** What the lines show, as numbers, newest first. */
export function CourseTable({ course, names }: Props) {
  const { t } = useTranslation('results')
  const lang = useLang()
  const cell = (share: Share | null) =>
    share
      ? t('course.cell', {
          share: formatShare(share.count / share.of, lang),
          people: t('peopleValue', { count: share.people, value: formatNumber(share.people, lang) }),
        })
      : t('withheld')
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('course.at')}</th>
          <th scope="col">{names[0]}</th>
          <th scope="col">{names[1]}</th>
        </tr>
      </thead>
      <tbody>
        {course.toReversed().map(({ at, shares }) => (
          <tr key={at.getTime()}>
            <th scope="row">{formatMoment(at, lang)}</th>
            <td>{cell(shares[0])}</td>
            <td>{cell(shares[1])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
