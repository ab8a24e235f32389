import 'i18next'
import type about from '../../locales/ko/about.json'
import type answer from '../../locales/ko/answer.json'
import type answers from '../../locales/ko/answers.json'
import type beforeSending from '../../locales/ko/before-sending.json'
import type changes from '../../locales/ko/changes.json'
import type comments from '../../locales/ko/comments.json'
import type commonGround from '../../locales/ko/common-ground.json'
import type difference from '../../locales/ko/difference.json'
import type history from '../../locales/ko/history.json'
import type join from '../../locales/ko/join.json'
import type me from '../../locales/ko/me.json'
import type menu from '../../locales/ko/menu.json'
import type notFound from '../../locales/ko/not-found.json'
import type offline from '../../locales/ko/offline.json'
import type opening from '../../locales/ko/opening.json'
import type outbox from '../../locales/ko/outbox.json'
import type present from '../../locales/ko/present.json'
import type priorities from '../../locales/ko/priorities.json'
import type results from '../../locales/ko/results.json'
import type review from '../../locales/ko/review.json'
import type reviewAnswers from '../../locales/ko/review-answers.json'
import type reviewExport from '../../locales/ko/review-export.json'
import type reviewInbox from '../../locales/ko/review-inbox.json'
import type reviewInsights from '../../locales/ko/review-insights.json'
import type reviewLog from '../../locales/ko/review-log.json'
import type reviewPlan from '../../locales/ko/review-plan.json'
import type reviewPlanFile from '../../locales/ko/review-plan-file.json'
import type reviewStaff from '../../locales/ko/review-staff.json'
import type reviewThemes from '../../locales/ko/review-themes.json'
import type slips from '../../locales/ko/slips.json'
import type stance from '../../locales/ko/stance.json'
import type translation from '../../locales/ko/translation.json'
import type { ko } from './ko.ts'

/** What loads with a page or a part of one: every file of words that is not in ko.ts, by its name. */
type PageTexts = {
  about: typeof about
  answer: typeof answer
  answers: typeof answers
  'before-sending': typeof beforeSending
  changes: typeof changes
  comments: typeof comments
  'common-ground': typeof commonGround
  difference: typeof difference
  history: typeof history
  join: typeof join
  me: typeof me
  menu: typeof menu
  'not-found': typeof notFound
  offline: typeof offline
  opening: typeof opening
  outbox: typeof outbox
  present: typeof present
  priorities: typeof priorities
  results: typeof results
  review: typeof review
  'review-answers': typeof reviewAnswers
  'review-export': typeof reviewExport
  'review-inbox': typeof reviewInbox
  'review-insights': typeof reviewInsights
  'review-plan': typeof reviewPlan
  'review-plan-file': typeof reviewPlanFile
  'review-log': typeof reviewLog
  'review-staff': typeof reviewStaff
  'review-themes': typeof reviewThemes
  slips: typeof slips
  stance: typeof stance
  translation: typeof translation
}

export type PageNamespace = keyof PageTexts

/** All words, as the Korean files have them: the source of the keys. */
export type Texts = typeof ko & PageTexts

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: Texts
  }
}
