import { moderationEntryId } from '#domain/audit.ts'
import { type Doc, hoursBefore } from './docs.ts'
import type { SeedInputs } from './inputs.ts'
import { commentIdOf, uidOf } from './people.ts'
import { idFrom } from './random.ts'

const BY = 'demo-reviewer'

/** Those who have reported something: others than the authors of the sample, and there for certain. */
const REPORTERS = ['student 0', 'parent 0', 'resident 0'].map(uidOf)

const themeId = (name: string): string => idFrom(`theme ${name}`, 20)
const taskOf = (seedId: string): string => seedId.split('-')[0] ?? ''
const pathOf = (seedId: string): string => `tasks/${taskOf(seedId)}/comments/${commentIdOf(seedId)}`

/**
 * What people and reviewers have made of comments since, put into them: how often they were reported, decided about, and
 * what staff have translated.
 */
export function withReviews(docs: readonly Doc[], { reviews }: SeedInputs): Doc[] {
  const changes = new Map<string, object>()
  const change = (id: string, fields: object) => changes.set(pathOf(id), { ...changes.get(pathOf(id)), ...fields })
  const reportsOf = new Map(reviews.reports.map(({ id, reasons }) => [id, reasons.length]))
  for (const [id, reportCount] of reportsOf) change(id, { reportCount })
  for (const { id } of reviews.kept) {
    change(id, { moderations: 1, decided: { reports: reportsOf.get(id) ?? 0, edits: 0 } })
  }
  for (const { id, text } of reviews.translations) {
    change(id, { translation: { text, by: 'staff', edits: 0, logEntry: idFrom(`translating ${id}`, 20) } })
  }
  return docs.map(([path, data]) => [path, { ...data, ...changes.get(path) }])
}

/** The records of the review workspace, each action with its entry in the log. */
export function reviewDocs({ reviews }: SeedInputs, now: Date): Doc[] {
  const logged = (id: string, action: string, target: string, hoursAgo: number, reason: string): Doc => [
    `auditLog/${id}`,
    { action, target, byUid: BY, at: hoursBefore(now, hoursAgo), reason },
  ]
  return [
    ...reviews.themes.flatMap(({ id, label }): Doc[] => {
      const logEntry = idFrom(`naming ${id}`, 20)
      return [
        [`themes/${themeId(id)}`, { label, logEntry }],
        logged(logEntry, 'theme', themeId(id), 850, `${label.ko} / ${label.en}`),
      ]
    }),
    ...reviews.reviews.map(({ id, hoursAgo, themes, ...fields }): Doc => {
      const at = hoursBefore(now, hoursAgo)
      const review = { taskId: taskOf(id), ...fields, themes: themes.map(themeId), version: 1, byUid: BY, at }
      return [`reviews/${commentIdOf(id)}`, review]
    }),
    ...reviews.reports.flatMap(({ id, reasons }) => reasons.map((reason, i) => reportDoc(id, reason, i, now))),
    ...reviews.kept.map(({ id, reason, hoursAgo }) =>
      logged(moderationEntryId(commentIdOf(id), 1), 'restore', commentIdOf(id), hoursAgo, reason),
    ),
    ...reviews.translations.map(({ id, hoursAgo }) =>
      logged(idFrom(`translating ${id}`, 20), 'translate', commentIdOf(id), hoursAgo, 'en → ko'),
    ),
  ]
}

const reportDoc = (id: string, reason: string, index: number, now: Date): Doc => [
  `reports/${taskOf(id)}~${commentIdOf(id)}~${REPORTERS[index]}`,
  { reason, at: hoursBefore(now, 16 - index) },
]
