import { type DocumentData, serverTimestamp, Timestamp } from 'firebase/firestore/lite'
import { turnReason } from '#domain/audit.ts'
import { seed } from './people.ts'
import { C1 } from './voices.ts'
import type { Write } from './writes.ts'

export const ENTRY = 'RrEeVvIiSsIiOoNnEe01'

export const inBoth = (text: string): DocumentData => ({ ko: `${text} 글`, en: `${text} text` })

export const subtask = (id: string, changes: DocumentData = {}): DocumentData => ({
  id,
  title: inBoth(id),
  text: inBoth(`${id}, at length,`),
  ...changes,
})

/** What a revision and its task both say. */
const said = (revision: number): DocumentData => ({
  order: 1,
  bureau: 'policy',
  revision,
  title: inBoth(`title ${revision}`),
  summary: inBoth(`summary ${revision}`),
  plain: inBoth(`plain ${revision}`),
  body: inBoth(`body ${revision}`),
  subtasks: [subtask('s1'), subtask('s2')],
  sample: true,
})

const AT = Timestamp.fromMillis(0)

/** A task as it is stored since before tasks could close at a date. */
export const task = (changes: DocumentData = {}): DocumentData => ({
  ...said(1),
  publishedAt: AT,
  status: 'open',
  ...changes,
})

export async function seedPlan(changes: DocumentData = {}): Promise<void> {
  await seed('tasks/t1', task(changes))
  await seed('tasks/t1/revisions/1', {
    ...said(1),
    publishedAt: AT,
    changeNote: inBoth('first'),
    citations: {},
    logEntry: null,
  })
}

export const revision = (changes: DocumentData = {}): DocumentData => ({
  ...said(2),
  publishedAt: serverTimestamp(),
  changeNote: inBoth('note'),
  citations: { [C1]: 's1' },
  logEntry: ENTRY,
  ...changes,
})

type Set = { readonly set: DocumentData }

export const logged = (byUid: string, changes: DocumentData = {}): Write & Set => ({
  path: `auditLog/${ENTRY}`,
  set: {
    action: 'publish-revision',
    target: 't1/2',
    byUid,
    at: serverTimestamp(),
    reason: 'note 글',
    ...changes,
  },
})

/** Publishing, as an editor's browser does it: task, revision, entry. */
export function revising(byUid: string, changes: DocumentData = {}): [Write, Write, Write] {
  const set = revision(changes)
  const { order: _, changeNote: __, citations, logEntry: ___, ...texts } = set
  return [
    { path: 'tasks/t1', update: { ...texts, 'cited.2': citations } },
    { path: `tasks/t1/revisions/${set.revision}`, set },
    logged(byUid, { reason: set.changeNote.ko }),
  ]
}

/** The first publication of t2, as an editor's browser does it. @param of what its task alone says otherwise */
export function beginning(
  byUid: string,
  changes: DocumentData = {},
  of: DocumentData = {},
): [Write & Set, Write & Set, Write & Set] {
  const set = revision({ order: 2, revision: 1, citations: {}, ...changes })
  const { changeNote, citations, logEntry: _, ...texts } = set
  return [
    { path: 'tasks/t2', set: { ...texts, status: 'open', turnsAt: null, cited: { [set.revision]: citations }, ...of } },
    { path: `tasks/t2/revisions/${set.revision}`, set },
    logged(byUid, { target: `t2/${set.revision}`, reason: changeNote.ko }),
  ]
}

/** Closing or reopening, as an editor's browser does it. */
export function turning(byUid: string, changes: DocumentData, entry: DocumentData = {}): [Write, Write & Set] {
  const at = changes.turnsAt instanceof Timestamp ? changes.turnsAt.toDate() : null
  const action = changes.status === 'open' ? 'reopen-task' : 'close-task'
  return [
    { path: 'tasks/t1', update: { logEntry: ENTRY, ...changes } },
    logged(byUid, { action, target: 't1', reason: turnReason(at, '회의에서 정함'), ...entry }),
  ]
}

export const draft = (byUid: string, changes: DocumentData = {}): DocumentData => ({
  content: '{"title":"half"}',
  version: 1,
  byUid,
  byName: 'Kim',
  at: serverTimestamp(),
  ...changes,
})
