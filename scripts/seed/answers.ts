import type { Doc } from './docs.ts'
import { hoursBefore } from './docs.ts'
import type { SeedInputs } from './inputs.ts'
import { commentIdOf } from './people.ts'
import { idFrom } from './random.ts'

const BY = 'demo-reviewer'

/** Sample answers of the education office, each with its entry in the log. */
export const answerDocs = ({ answers }: SeedInputs, now: Date): Doc[] =>
  answers.flatMap(({ id, status, hoursAgo, office, message }): Doc[] => {
    const commentId = commentIdOf(id)
    const at = hoursBefore(now, hoursAgo)
    const logEntry = idFrom(`answering ${id}`, 20)
    return [
      [`responses/${commentId}`, { taskId: id.split('-')[0], edits: 0, status, message, office, at, logEntry }],
      [`auditLog/${logEntry}`, { action: 'answer', target: commentId, byUid: BY, at, reason: status }],
    ]
  })
