import type { ParseKeys } from 'i18next'
import { type Cell, csvOf } from '#domain/csv.ts'
import { LANGS } from '#domain/language.ts'
import { type TaskOverview, taskNumber } from '#domain/plan.ts'
import { peopleIn, type Results } from '#domain/results.ts'
import { ROLES } from '#domain/roles.ts'
import { i18n } from '#i18n/i18n.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'

const PARTS = ['all', ...ROLES] as const

const HEADS = ['number', 'publishedAt', 'what', 'taskId', 'taskKo', 'taskEn', 'group', 'people'] as const
const ANSWERS = ['agree', 'unsure', 'disagree', 'stickers'] as const

/** A publication as a table for spreadsheets, its labels in both languages. What is withheld has no number. */
export async function tableFile(results: Results, tasks: readonly TaskOverview[]): Promise<string> {
  await Promise.all(LANGS.map((lang) => pageTextsReady(lang, 'results')))
  const both = (key: ParseKeys<'results'>): string =>
    LANGS.map((lang) => i18n.getFixedT(lang, 'results')(key)).join(' / ')
  const start = (what: 'stance' | 'stickers', { id, title }: TaskOverview): Cell[] => [
    results.number,
    results.publishedAt.toISOString(),
    both(`file.${what}`),
    taskNumber(id),
    title.ko,
    title.en,
  ]
  const rows = tasks.flatMap((task) =>
    PARTS.flatMap((part): Cell[][] => {
      const { total, groups } = results.tasks[task.id]
      const stances = part === 'all' ? total : groups[part]
      const stickers = part === 'all' ? results.stickers.total : results.stickers.groups[part]
      const group = both(`parts.${part}`)
      const withheld: Cell[] = [both('withheld'), null, null, null, null]
      return [
        [
          ...start('stance', task),
          group,
          ...(stances ? [peopleIn(stances), stances.agree, stances.unsure, stances.disagree, null] : withheld),
        ],
        [
          ...start('stickers', task),
          group,
          ...(stickers ? [stickers.voters, null, null, null, stickers[task.id]] : withheld),
        ],
      ]
    }),
  )
  return csvOf([[...HEADS.map((head) => both(`file.${head}`)), ...ANSWERS.map((answer) => both(answer))], ...rows])
}
