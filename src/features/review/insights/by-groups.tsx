import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { GroupTag } from '#components/tag.tsx'
import { ROLES, type Role } from '#domain/roles.ts'
import styles from './insights.module.css'
import { Wide } from './wide.tsx'

export type Line = {
  readonly key: string
  readonly label: string
  readonly lang?: 'ko' | 'en'
  /** Of what it is a part: that stands in a line above. */
  readonly partOf?: string
}

type Props = {
  caption: string
  head: string
  rows: readonly Line[]
  /** What stands where a row and a group meet; null is all groups together. */
  cell: (key: string, role: Role | null) => ReactNode
}

/** Something by the five groups, and by all together. */
export function ByGroups({ caption, head, rows, cell }: Props) {
  const { t } = useTranslation(['review-insights', 'common'])
  return (
    <Wide label={caption}>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {ROLES.map((role) => (
              <th key={role} scope="col">
                <GroupTag role={role}>{t(`common:roles.${role}`)}</GroupTag>
              </th>
            ))}
            <th scope="col">{t('review-insights:all')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, lang, partOf }) => (
            <tr key={key} data-part={partOf !== undefined}>
              <th scope="row" lang={lang}>
                {partOf && <span className="visually-hidden">{partOf}</span>} {label}
              </th>
              {ROLES.map((role) => (
                <td key={role}>{cell(key, role)}</td>
              ))}
              <td>{cell(key, null)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
