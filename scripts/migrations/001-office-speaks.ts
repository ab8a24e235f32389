import { type DocumentData, FieldValue } from 'firebase-admin/firestore'
import type { Migration } from '../lib/migrations.ts'

// Of before 25 November 2026, see docs/decisions/013 and 014: revisions and answers said whose account wrote them, where
// everybody could read it. That moves into the log, in the words the log has today.

const missing = (data: DocumentData, defaults: DocumentData): DocumentData =>
  Object.fromEntries(Object.entries(defaults).filter(([field]) => !(field in data)))

const some = <T extends object>(update: T): { update: T } | null => (Object.keys(update).length > 0 ? { update } : null)

export const officeSpeaks: Migration = {
  title: 'Who published and who answered stands in the log alone; citations are a map; tasks know when they turn',
  steps: [
    {
      of: (db) => db.collection('tasks'),
      change: (document) => some(missing(document.data(), { turnsAt: null, cited: {} })),
    },
    {
      of: (db) => db.collectionGroup('revisions'),
      change: (document) => {
        const { publishedBy, publishedAt, citations, status } = document.data()
        const update = {
          ...(Array.isArray(citations) ? { citations: {} } : {}),
          // Whether it takes comments is the task's.
          ...(status === undefined ? {} : { status: FieldValue.delete() }),
        }
        if (typeof publishedBy !== 'string') return some({ ...update, ...missing(document.data(), { logEntry: null }) })
        const target = `${document.ref.parent.parent?.id}/${document.id}`
        const logEntry = `moved-${target.replace('/', '-')}`
        const entry = {
          action: 'publish-revision',
          target,
          byUid: publishedBy,
          at: publishedAt,
          reason: 'Moved from the revision itself',
        }
        return {
          update: { ...update, publishedBy: FieldValue.delete(), logEntry },
          beside: { [`auditLog/${logEntry}`]: entry },
        }
      },
    },
    {
      of: (db) => db.collection('responses'),
      change: (document) => {
        const { byUid, at, status } = document.data()
        if (typeof byUid !== 'string') return null
        const logEntry = `moved-${document.id}`
        return {
          update: { byUid: FieldValue.delete(), logEntry },
          beside: { [`auditLog/${logEntry}`]: { action: 'answer', target: document.id, byUid, at, reason: status } },
        }
      },
    },
  ],
}
