import { useTranslation } from 'react-i18next'
import { CITY, IN_CITY } from '#domain/city.ts'
import type { Results } from '#domain/results.ts'
import { ROLES } from '#domain/roles.ts'
import { formatDay, formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './course.module.css'

const POINTS = ['self', 'weight', 'proof', 'small'] as const

/** What the numbers do not show: who took part, against how many there are. */
export function Limits({ results: { stickers } }: { results: Results }) {
  const { t } = useTranslation('results')
  const lang = useLang()
  const outOf = (part: number, whole: number) =>
    new Intl.NumberFormat(lang, { style: 'percent', maximumSignificantDigits: 2 }).format(part / whole)
  return (
    <>
      <p>{t('limits.intro')}</p>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('limits.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('limits.group')}</th>
            <th scope="col">{t('limits.voted')}</th>
            <th scope="col">{t('limits.inCity')}</th>
            <th scope="col">{t('limits.share')}</th>
          </tr>
        </thead>
        <tbody>
          {ROLES.map((role) => {
            const voters = stickers.groups[role]?.voters
            const whole = IN_CITY[role]
            return (
              <tr key={role}>
                <th scope="row">{t(`parts.${role}`)}</th>
                <td>
                  {voters === undefined
                    ? t('withheld')
                    : t('peopleValue', { count: voters, value: formatNumber(voters, lang) })}
                </td>
                <td>
                  {whole === undefined
                    ? t('limits.notCounted')
                    : t('peopleValue', { count: whole, value: formatNumber(whole, lang) })}
                </td>
                <td>{whole !== undefined && voters !== undefined ? outOf(voters, whole) : '–'}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <ul className={styles.points}>
        {POINTS.map((point) => (
          <li key={point}>{t(`limits.${point}`)}</li>
        ))}
      </ul>
      <p className={styles.note}>{t('limits.source', { day: formatDay(CITY.at, lang) })}</p>
    </>
  )
}
