import { useTranslation } from 'react-i18next'
import { useLang } from '#i18n/use-lang.ts'
import type { Act } from './acts.ts'
import { useInbox } from './inbox-store.ts'

/** What an act is called, in a few words: “Mark as done”. */
export function useActWords(): (act: Act) => string {
  const { t } = useTranslation('review-inbox')
  const lang = useLang()
  const { themes, staff } = useInbox()
  const themeOf = (id: string) => themes.find((theme) => theme.id === id)?.label[lang] ?? t('act.unknownTheme')
  return (act) => {
    if (act.kind === 'mark') return t('act.mark', { state: t(`state.${act.state}`) })
    if (act.kind === 'note') return t('act.note')
    if (act.kind === 'hide') return t('act.hide', { reason: t(`reason.${act.reason}`) })
    if (act.kind === 'restore') return t('act.restore')
    if (act.kind === 'assign') {
      const who = staff.find(({ uid }) => uid === act.assignee)?.name
      return who ? t('act.assign', { who }) : t('act.unassign')
    }
    return t(`act.${act.kind}`, { theme: themeOf(act.theme) })
  }
}

/** What somebody on the staff is called; their record may be gone. */
export function useStaffName(): (uid: string) => string {
  const { t } = useTranslation('review-inbox')
  const { staff } = useInbox()
  return (uid) => staff.find((member) => member.uid === uid)?.name ?? t('staffGone')
}
