import type { TFunction } from 'i18next'
import type { Cell } from '#domain/csv.ts'
import { DISTRICT_OFFICES, districtOfficeOf } from '#domain/district-offices.ts'
import { DISTRICTS } from '#domain/districts.ts'
import type { InboxRow } from '#domain/inbox.ts'
import type { Lang } from '#domain/language.ts'
import { changedAt } from '#domain/official-answer.ts'
import { type Task, type TaskId, taskNumber } from '#domain/plan.ts'
import type { Theme } from '#domain/review.ts'
import { ROLES } from '#domain/roles.ts'

export type ExportRow = Omit<InboxRow, 'search'>

/** A column of the table. @property width in digits */
export type Column = {
  readonly head: string
  readonly width: number
  readonly cell: (row: ExportRow) => Cell
}

export type ExportWords = TFunction<readonly ['review-export', 'review-inbox', 'common', 'answer', 'review']>

type Known = {
  readonly lang: Lang
  readonly tasks: readonly Pick<Task, 'id' | 'title' | 'subtasks'>[]
  readonly themes: readonly Theme[]
}

const [NARROW, MIDDLE, WIDE, TEXT] = [9, 14, 24, 60]

/** What a row says of each comment: everything that reviewers know of it but their notes and who wrote it. */
export function columnsOf(t: ExportWords, { lang, tasks, themes }: Known): readonly Column[] {
  const task = new Map<TaskId, Known['tasks'][number]>(tasks.map((one) => [one.id, one]))
  const theme = new Map(themes.map(({ id, label }) => [id, label[lang]]))
  const subtask = ({ taskId, subtaskId }: ExportRow['comment']): Cell =>
    task.get(taskId)?.subtasks.find(({ id }) => id === subtaskId)?.title[lang] ?? subtaskId
  const district = (id: string | null): Cell => (id === null ? null : (DISTRICTS[id]?.[lang] ?? id))
  const office = (id: string | null): Cell => DISTRICT_OFFICES[districtOfficeOf(id) ?? '']?.name[lang] ?? null

  const column = (key: Parameters<typeof headOf>[1], width: number, cell: (row: ExportRow) => Cell): Column => ({
    head: headOf(t, key),
    width,
    cell,
  })
  const byGroup = (kind: 'agree' | 'disagree'): Column[] =>
    ROLES.map((role) => ({
      head: t(`review-export:column.${kind}Of`, { group: t(`common:roles.${role}`) }),
      width: MIDDLE,
      cell: ({ comment }) => comment[kind][role],
    }))

  return [
    column('id', WIDE, ({ comment }) => comment.id),
    column('parentId', WIDE, ({ comment }) => comment.parentId),
    column('createdAt', WIDE, ({ comment }) => comment.createdAt),
    column('editedAt', WIDE, ({ comment }) => comment.editedAt),
    column('task', NARROW, ({ comment }) => taskNumber(comment.taskId)),
    column('taskTitle', WIDE, ({ comment }) => task.get(comment.taskId)?.title[lang] ?? null),
    column('subtask', WIDE, ({ comment }) => subtask(comment)),
    column('group', MIDDLE, ({ comment }) => t(`common:roles.${comment.role}`)),
    column('verification', WIDE, ({ comment }) => t(`common:verification.${comment.verification}`)),
    column('level', MIDDLE, ({ comment }) => (comment.level ? t(`review:level.${comment.level}`) : null)),
    column('district', MIDDLE, ({ comment }) => district(comment.district)),
    column('districtOffice', WIDE, ({ comment }) => office(comment.district)),
    column('lang', NARROW, ({ comment }) => t(`review-export:lang.${comment.lang}`)),
    column('text', TEXT, ({ comment }) => comment.text),
    column('translation', TEXT, ({ comment }) => comment.translation?.text ?? null),
    column('translatedBy', MIDDLE, ({ comment }) =>
      comment.translation ? t(`review-export:translatedBy.${comment.translation.by}`) : null,
    ),
    column('agree', NARROW, ({ comment }) => comment.agreeTotal),
    ...byGroup('agree'),
    column('disagree', NARROW, ({ comment }) => comment.disagreeTotal),
    ...byGroup('disagree'),
    column('replies', NARROW, ({ comment }) => comment.replyCount),
    column('reports', NARROW, ({ comment }) => comment.reportCount),
    column('status', MIDDLE, ({ comment }) => t(`review-inbox:status.${comment.status}`)),
    column('hiddenReason', MIDDLE, ({ comment }) =>
      comment.hiddenReason ? t(`review-inbox:reason.${comment.hiddenReason}`) : null,
    ),
    column('state', MIDDLE, ({ review }) => t(`review-inbox:state.${review?.state ?? 'new'}`)),
    column('themes', WIDE, ({ review }) => (review?.themes ?? []).map((id) => theme.get(id) ?? id).join('\n') || null),
    column('answer', MIDDLE, ({ answer }) => (answer ? t(`answer:status.${answer.status}`) : null)),
    column('answerTo', MIDDLE, ({ comment, answer }) => {
      if (!answer) return null
      return comment.edits > answer.edits ? t('review-export:answerTo.earlier') : t('review-export:answerTo.present')
    }),
    column('answerKo', TEXT, ({ answer }) => answer?.message.ko ?? null),
    column('answerEn', TEXT, ({ answer }) => answer?.message.en ?? null),
    column('officeKo', MIDDLE, ({ answer }) => answer?.office.ko ?? null),
    column('officeEn', MIDDLE, ({ answer }) => answer?.office.en ?? null),
    column('answeredAt', WIDE, ({ answer }) => answer?.firstAt ?? answer?.at ?? null),
    column('answerChangedAt', WIDE, ({ answer }) => answer && changedAt(answer)),
  ]
}

type Head =
  | 'id'
  | 'parentId'
  | 'createdAt'
  | 'editedAt'
  | 'task'
  | 'taskTitle'
  | 'subtask'
  | 'group'
  | 'verification'
  | 'level'
  | 'district'
  | 'districtOffice'
  | 'lang'
  | 'text'
  | 'translation'
  | 'translatedBy'
  | 'agree'
  | 'disagree'
  | 'replies'
  | 'reports'
  | 'status'
  | 'hiddenReason'
  | 'state'
  | 'themes'
  | 'answer'
  | 'answerTo'
  | 'answerKo'
  | 'answerEn'
  | 'officeKo'
  | 'officeEn'
  | 'answeredAt'
  | 'answerChangedAt'

const headOf = (t: ExportWords, key: Head): string => t(`review-export:column.${key}`)
