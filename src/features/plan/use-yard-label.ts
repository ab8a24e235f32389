import { useTranslation } from 'react-i18next'
import { ROLES, type Role } from '#domain/roles.ts'
import { formatShare } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'

/** What a yard shows, in words: “Student 62%, Parent 71%, …”. */
export function useYardLabel(): (reach: Readonly<Record<Role, number | null>>) => string {
  const { t } = useTranslation(['plan', 'common'])
  const lang = useLang()
  return (reach) => {
    const groups = ROLES.map((role) => {
      const share = reach[role]
      return t('plan:hero.group', {
        group: t(`common:roles.${role}`),
        share: share === null ? t('plan:hero.noNumber') : formatShare(share, lang),
      })
    })
    return t('plan:hero.yard', { groups: groups.join(', ') })
  }
}
