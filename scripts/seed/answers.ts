import type { Doc } from './docs.ts'
import { hoursBefore } from './docs.ts'
import type { SeedInputs } from './inputs.ts'
import { commentIdOf } from './people.ts'
import { idFrom } from './random.ts'

const BY = 'demo-reviewer'

/** Sample answers of the education office, and each time that they were given or changed with its entry in the log. */
export const answerDocs = ({ answers }: SeedInputs, now: Date): Doc[] =>
  answers.flatMap(({ id, status, hoursAgo, changedHoursAgo, office, message }): Doc[] => {
    const target = commentIdOf(id)
    const firstAt = hoursBefore(now, hoursAgo)
    const given = { logEntry: idFrom(`answering ${id}`, 20), at: firstAt }
    const times =
      changedHoursAgo === undefined
        ? [given]
        : [given, { logEntry: idFrom(`answering ${id} anew`, 20), at: hoursBefore(now, changedHoursAgo) }]
    const says = { taskId: id.split('-')[0], edits: 0, status, message, office, firstAt }
    return [
      [`responses/${target}`, { ...says, ...times.at(-1) }],
      ...times.map(({ logEntry, at }): Doc => {
        return [`auditLog/${logEntry}`, { action: 'answer', target, byUid: BY, at, reason: status }]
      }),
    ]
  })
