import { moderationEntryId } from '#domain/audit.ts'
import type { Right } from '#domain/staff.ts'
import { changed, commentsIn, type Law, number, part, same, text } from './laws.ts'
import { type Document, type Stored, within } from './stored.ts'

/** 7 and 8: what staff do, they do with the right to, and it leaves a trace. */
export function staffDoWhatTheyMay(before: Stored, after: Stored, uid: string, law: Law): void {
  staffLeaveTraces(before, after, uid, law)
  reviewersDecide(before, after, uid, law)
  reviewersTranslate(before, after, uid, law)
  staffSignTheirNotes(before, after, uid, law)
}

const holds = (stored: Stored, uid: string, right: Right): boolean => stored.get(`staff/${uid}`)?.[right] === true

/** What only staff change: of which documents, with which right, and what of them. */
const BY_STAFF: readonly (readonly [paths: RegExp, right: Right, fields: readonly string[] | null])[] = [
  [/^tasks\/[^/]+\/comments\/[^/]+$/, 'canReview', ['hiddenReason', 'moderations', 'decided']],
  [/^(responses|themes|results)\//, 'canReview', null],
  [/^tasks\/[^/]+$/, 'canEdit', null],
  [/^tasks\/[^/]+\/revisions\/[^/]+$/, 'canEdit', null],
  [/^invites\//, 'canInvite', ['voided', 'role', 'school', 'batch', 'issuedBy', 'expiresAt']],
  [/^staff\//, 'canManage', null],
]

// 8. Every staff action leaves a trace in the actor's own name, and whoever does it has the right to.
function staffLeaveTraces(before: Stored, after: Stored, uid: string, law: Law): void {
  const entries = within(after, 'auditLog')
  for (const [id, entry] of within(before, 'auditLog'))
    law('8: an entry stays', same(after.get(`auditLog/${id}`), entry))
  const fresh = entries.filter(([id]) => !before.has(`auditLog/${id}`))
  for (const [, { byUid }] of fresh) law('8: an entry is in its author’s own name', byUid === uid)
  const touched = changed(before, after)
  // Nothing hangs on who is answering, so that it is not logged; but nobody says it of another.
  for (const path of touched.filter((each) => each.startsWith('presence/'))) {
    law('8: a reviewer is answering by their own word', path === `presence/${uid}` && holds(before, uid, 'canReview'))
  }
  // That slips are made is the issuer's word: their entry may come before them, and alone (ADR 013).
  for (const [id, { action, target }] of fresh.filter(([, { action }]) => action !== 'issue-slips')) {
    const isDone = (path: string) => isAbout(path, after.get(path) ?? before.get(path) ?? {}, id, text(target))
    const acted = touched.filter((path) => !path.startsWith('auditLog/'))
    law(`8: an entry comes with its action: ${text(action)}`, acted.some(isDone))
  }
  for (const path of touched) {
    const [was, is] = [before.get(path), after.get(path)]
    for (const [paths, right, fields] of BY_STAFF) {
      if (!paths.test(path)) continue
      if (path.includes('/comments/') && !was) continue
      if (fields && !fields.some((field) => !same(was?.[field], is?.[field]))) continue
      law(`8: ${path.split('/')[0]} changes by who may`, holds(before, uid, right))
      // Hundreds of slips are issued under one entry.
      const traces = path.startsWith('invites/') ? entries.filter(([, { byUid }]) => byUid === uid) : fresh
      const isTraced = traces.some(([id, { target }]) => isAbout(path, is ?? was ?? {}, id, text(target)))
      law(`8: ${path.split('/')[0]} leaves a trace`, isTraced)
    }
  }
}

/** Whether an entry speaks of a document. */
function isAbout(path: string, { batch, number: publication }: Document, id: string, target: string): boolean {
  const names = path.split('/')
  if (names[0] === 'invites') return target === batch
  if (names[0] === 'results') return Number(target) === publication
  if (names[2] === 'revisions') return target === `${names[1]}/${names[3]}`
  if (names[0] === 'tasks' && names.length === 2) return target === names[1] || target.startsWith(`${names[1]}/`)
  return target === names.at(-1) && id !== ''
}

const OF_A_DECISION = ['status', 'hiddenReason', 'moderations', 'decided'] as const

// 7 and 8. What is hidden or shown again was decided by a reviewer, and the log has an entry about just that decision.
function reviewersDecide(before: Stored, after: Stored, uid: string, law: Law): void {
  for (const [path, comment] of commentsIn(after)) {
    const { status, hiddenReason, moderations } = comment
    law('7: what is hidden says why, and nothing else does', (status === 'hidden') === (hiddenReason !== null))
    const earlier = before.get(path)
    if (!earlier) law('8: nothing is decided about what is new', status === 'visible' && moderations === 0)
    // Withdrawn by its author: law 5.
    const fields = status === 'withdrawn' ? OF_A_DECISION.slice(1) : OF_A_DECISION
    if (!earlier || fields.every((field) => same(comment[field] ?? null, earlier[field] ?? null))) continue
    law('7: a reviewer decides what is seen', holds(before, uid, 'canReview') && status !== 'withdrawn')
    law('8: a decision is counted', moderations === number(earlier.moderations) + 1)
    const id = path.split('/').at(-1) ?? ''
    const entry = { id: moderationEntryId(id, number(moderations)), action: status === 'hidden' ? 'hide' : 'restore' }
    law('8: the log speaks of each decision', isNew(before, after, uid, { ...entry, target: id }))
  }
}

// 8. A translation is a reviewer's, of these words; the author takes it away with the words that it was of.
function reviewersTranslate(before: Stored, after: Stored, uid: string, law: Law): void {
  for (const [path, comment] of commentsIn(after)) {
    const [was, is] = [before.get(path)?.translation ?? null, comment.translation ?? null]
    const isOfOtherWords = is === null && comment.text !== before.get(path)?.text
    if (same(was, is) || isOfOtherWords) continue
    const { edits, logEntry } = part(comment, 'translation')
    law('8: a reviewer translates', holds(before, uid, 'canReview'))
    law('8: a translation is of these words', edits === comment.edits)
    const entry = { id: text(logEntry), action: 'translate', target: path.split('/').at(-1) ?? '' }
    law('8: the log speaks of each translation', isNew(before, after, uid, entry))
  }
}

/** Whether this batch has made this entry, in its author's name. */
function isNew(before: Stored, after: Stored, uid: string, { id, ...says }: { id: string } & Document): boolean {
  const entry = after.get(`auditLog/${id}`)
  return !before.has(`auditLog/${id}`) && same({ ...entry, ...says, byUid: uid }, entry)
}

/** What is not logged, since each record names who wrote it last. */
const SIGNED: readonly (readonly [of: string, right: Right])[] = [
  ['reviews', 'canReview'],
  ['drafts', 'canEdit'],
]

// 8. Who notes or drafts something has the right to, says so, has seen what was there, and takes nothing away.
function staffSignTheirNotes(before: Stored, after: Stored, uid: string, law: Law): void {
  for (const [of, right] of SIGNED) {
    for (const path of changed(before, after).filter((each) => each.startsWith(`${of}/`))) {
      const [was, is] = [before.get(path), after.get(path)]
      law(`8: ${of} change by who may`, holds(before, uid, right))
      law(`8: ${of} name who wrote them`, is?.byUid === uid)
      law(`8: ${of} follow the newest`, is?.version === number(was?.version ?? 0) + 1)
    }
  }
}
