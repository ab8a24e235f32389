import { useTranslation } from 'react-i18next'
import { COMMENT_STATUSES } from '#domain/comment-status.ts'
import { DISTRICT_OFFICE_IDS, DISTRICT_OFFICES } from '#domain/district-offices.ts'
import { DISTRICT_IDS, DISTRICTS } from '#domain/districts.ts'
import { type FilterKey, type InboxFilter, NONE } from '#domain/inbox-filter.ts'
import { LANGS } from '#domain/language.ts'
import { LEVELS } from '#domain/participant.ts'
import { type Task, taskNumber } from '#domain/plan.ts'
import { REVIEW_STATES } from '#domain/review.ts'
import { ROLES, VERIFICATIONS } from '#domain/roles.ts'
import { useLang } from '#i18n/use-lang.ts'
import { useInbox } from './inbox-store.ts'

export type FilterChoice = { readonly value: string; readonly label: string }
export type FilterChoices = Partial<Record<FilterKey, readonly FilterChoice[]>>

/** What can be chosen of each filter, in the words of the page. Days and searches are typed. */
export function useFilterChoices(filter: InboxFilter, plan: readonly Task[], uid: string): FilterChoices {
  const { t } = useTranslation(['review-inbox', 'common', 'review'])
  const lang = useLang()
  const { themes, staff } = useInbox()
  const none = { value: NONE, label: t('review-inbox:filter.none') }
  const yesOrNo = (['yes', 'no'] as const).map((value) => ({ value, label: t(`review-inbox:filter.${value}`) }))
  const subtasks = plan.find(({ id }) => id === filter.task)?.subtasks ?? []
  const districts = DISTRICT_OFFICES[filter.office]?.districts ?? DISTRICT_IDS
  return {
    task: plan.map(({ id, title }) => ({ value: id, label: `${taskNumber(id)}. ${title[lang]}` })),
    subtask: [...subtasks.map(({ id, title }) => ({ value: id, label: title[lang] })), none],
    role: ROLES.map((value) => ({ value, label: t(`common:roles.${value}`) })),
    verification: VERIFICATIONS.map((value) => ({ value, label: t(`common:verification.${value}`) })),
    level: [...LEVELS.map((level) => ({ value: level, label: t(`review:level.${level}`) })), none],
    office: [
      ...DISTRICT_OFFICE_IDS.map((value) => ({ value, label: DISTRICT_OFFICES[value]?.name[lang] ?? value })),
      none,
    ],
    district: [...districts.map((value) => ({ value, label: DISTRICTS[value]?.[lang] ?? value })), none],
    lang: LANGS.map((value) => ({ value, label: t(`review-inbox:lang.${value}`) })),
    state: REVIEW_STATES.map((value) => ({ value, label: t(`review-inbox:state.${value}`) })),
    assignee: [
      { value: uid, label: t('review-inbox:filter.me') },
      ...staff
        .filter((member) => member.canReview && member.uid !== uid)
        .map((member) => ({ value: member.uid, label: member.name })),
      { value: NONE, label: t('review-inbox:filter.nobody') },
    ],
    theme: [...themes.map(({ id, label }) => ({ value: id, label: label[lang] })), none],
    answered: yesOrNo,
    reported: yesOrNo,
    owed: yesOrNo,
    status: COMMENT_STATUSES.map((value) => ({ value, label: t(`review-inbox:status.${value}`) })),
  }
}
