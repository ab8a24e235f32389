import { useTranslation } from 'react-i18next'
import { GroupTag } from '#components/tag.tsx'
import type { Comment } from '#domain/comment.ts'
import { ROLES } from '#domain/roles.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './reactions.module.css'

/** How each group took a comment; groups of which nobody reacted are left out. */
export function GroupCounts({ comment: { agree, disagree } }: { comment: Comment }) {
  const { t } = useTranslation(['comments', 'common'])
  const lang = useLang()
  return (
    <table className={styles.groups}>
      <caption className="visually-hidden">{t('comments:reaction.byGroup')}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('comments:reaction.agree')}</th>
          <th scope="col">{t('comments:reaction.disagree')}</th>
        </tr>
      </thead>
      <tbody>
        {ROLES.filter((role) => agree[role] + disagree[role] > 0).map((role) => (
          <tr key={role}>
            <th scope="row">
              <GroupTag role={role}>{t(`common:roles.${role}`)}</GroupTag>
            </th>
            <td>{formatNumber(agree[role], lang)}</td>
            <td>{formatNumber(disagree[role], lang)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
