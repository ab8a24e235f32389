import { serverTimestamp } from 'firebase/firestore/lite'
import type { Stickers } from '#domain/ballot.ts'
import { TASK_IDS } from '#domain/plan.ts'
import type { Reaction } from '#domain/reaction.ts'
import type { Role } from '#domain/roles.ts'
import type { Stance } from '#domain/stance.ts'
import { signed } from '../policy/rows.ts'
import { ballotPath, casting, on } from './ballots.ts'
import { joining } from './people.ts'
import { beginning, draft, revising, ENTRY as TASK_ENTRY, turning } from './planning.ts'
import { publication, publishing, ENTRY as RESULTS_ENTRY } from './publications.ts'
import { renamed } from './renamed.ts'
import {
  answering,
  appointing,
  dismissing,
  hiding,
  LOG1,
  namingTheme,
  restoring,
  reviewing,
  translating,
} from './reviewing.ts'
import { BATCH, claiming, issuing, T1, T2, voiding } from './slips.ts'
import { type Document, type Stored, within } from './stored.ts'
import { reacting, reactionPath, replying, reporting } from './talk.ts'
import { commenting, stancePath, takingStance } from './voices.ts'
import type { Write } from './writes.ts'

/** The next of some random numbers, below a limit. */
export type Pick = (limit: number) => number

/** What the client would write of a kind, in this state, or nearly that; nothing if there is nothing to do it to. */
export type Deed = (stored: Stored, uid: string, pick: Pick) => readonly Write[]

/** Who does any of it, also that which they may not. */
export const ACTORS = [
  ...['nobody', 'anonymous', 'participant', 'owner', 'third', 'former', 'gone'],
  ...['boss', 'reviewer', 'editor', 'inviter', 'manager'],
]

export const oneOf = <T>(pick: Pick, some: readonly T[]): T | undefined => some[pick(some.length)]
export const number = (value: unknown): number => (typeof value === 'number' ? value : 0)
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Ids that no document has, or seldom. */
const fresh = (stored: Stored, pick: Pick): string => String(stored.size * 100 + pick(100)).padStart(6, '0')
const freshComment = (stored: Stored, pick: Pick): string => `t1-RandomRandomRa${fresh(stored, pick)}`
const freshEntry = (stored: Stored, pick: Pick): string => `EntryEntryEntr${fresh(stored, pick)}`

export const comments = (stored: Stored): [id: string, comment: Document][] => within(stored, 'tasks/t1/comments')
const me = (stored: Stored, uid: string): Document => stored.get(`participants/${uid}`) ?? {}
const roleOf = (stored: Stored, uid: string): Role => (text(me(stored, uid).role) || 'student') as Role
const revision = (stored: Stored): number => number(stored.get('tasks/t1')?.revision)

const describing = (stored: Stored, uid: string): object => {
  const { role = 'student', district = null, verification = 'email' } = me(stored, uid)
  return { role, district, verification, revision: revision(stored) }
}

/** One comment; more often one that this can be done to. */
export function aComment(stored: Stored, pick: Pick, isFit: (comment: Document) => boolean): [string, Document] | [] {
  const fit = comments(stored).filter(([, comment]) => isFit(comment))
  return oneOf(pick, fit.length > 0 && pick(8) > 0 ? fit : comments(stored)) ?? []
}

const isVisible = ({ status }: Document): boolean => status === 'visible'

/** Now and then a vote goes elsewhere than what is counted of it. */
const inAnotherShard = (write: Write, pick: Pick): Write =>
  'set' in write && pick(3) === 0 ? { ...write, set: { ...write.set, shard: pick(32) } } : write

const commentsAnew: Deed = (stored, uid, pick) => commenting(uid, describing(stored, uid), freshComment(stored, pick))

const votes: Deed = (stored, uid, pick) => {
  const mine = stored.get(ballotPath(uid))
  // Now and then more than there are.
  const placed = Array.from({ length: pick(6) > 0 ? 1 + pick(5) : 6 }, () => TASK_IDS[pick(6)])
  const to = on(Object.fromEntries(TASK_IDS.map((id) => [id, placed.filter((each) => each === id).length])))
  const place = { role: roleOf(stored, uid), shard: mine ? number(mine.shard) : pick(3) }
  const from = (mine?.stickers ?? null) as Stickers | null
  const [cast, tally] = casting(uid, mine && pick(4) === 0 ? null : to, from, place)
  return [inAnotherShard(cast, pick), tally]
}

/** What people do: that more often which has to wait, or shows only the second time. */
export const PUBLIC: readonly Deed[] = [
  commentsAnew,
  commentsAnew,
  commentsAnew,
  (stored, uid, pick) => {
    const [parent] = aComment(stored, pick, (comment) => isVisible(comment) && comment.parentId === null)
    return parent ? replying(uid, describing(stored, uid), freshComment(stored, pick), parent) : []
  },
  (stored, uid, pick) => {
    const [id, comment] = aComment(stored, pick, ({ authorId, status }) => authorId === uid && status === 'visible')
    if (!id || !comment) return []
    const [edits, path] = [number(comment.edits) + 1, `tasks/t1/comments/${id}`]
    return [
      // Now and then in another's name, or as another.
      {
        path,
        update: {
          text: `고친 글 ${pick(9)}`,
          translation: null,
          editedAt: serverTimestamp(),
          edits,
          ...(pick(4) > 0 ? {} : oneOf(pick, [{ role: 'parent' }, { authorId: 'boss' }])),
        },
      },
      { path: `${path}/edits/${edits}`, set: { text: comment.text, at: serverTimestamp() } },
    ]
  },
  (stored, uid, pick) => {
    // Seldom: it is for good.
    const [id, comment] = pick(4) > 0 ? [] : aComment(stored, pick, ({ authorId }) => authorId === uid)
    if (!id) return []
    const path = `tasks/t1/comments/${id}`
    const former = Array.from({ length: number(comment?.edits) }, (_, i) => `${path}/edits/${i + 1}`)
    return [
      { path, update: { status: 'withdrawn', text: '', translation: null } },
      ...former.map((each): Write => ({ path: each, remove: true })),
    ]
  },
  (stored, uid, pick) => {
    const [id] = aComment(stored, pick, (comment) => isVisible(comment) && comment.authorId !== uid)
    if (!id) return []
    const from = (stored.get(reactionPath(uid, id))?.value ?? null) as Reaction | null
    const to =
      oneOf(
        pick,
        (['agree', 'disagree', null] as const).filter((side) => side !== from),
      ) ?? null
    return reacting(uid, to, from, { id, role: roleOf(stored, uid) })
  },
  (stored, uid, pick) => {
    const mine = stored.get(stancePath(uid, { revision: revision(stored) }))
    const from = (mine?.value ?? null) as Stance | null
    const to =
      oneOf(
        pick,
        (['agree', 'unsure', 'disagree'] as const).filter((value) => value !== from),
      ) ?? 'agree'
    const place = { role: roleOf(stored, uid), shard: mine ? number(mine.shard) : pick(3), revision: revision(stored) }
    const [stance, tally] = takingStance(uid, to, from, place)
    return [inAnotherShard(stance, pick), tally]
  },
  votes,
  votes,
  (stored, uid, pick) => {
    const isFresh = (id: string) => !stored.has(`reports/t1~${id}~${uid}`)
    const [id] = aComment(stored, pick, (comment) => isVisible(comment) && comment.authorId !== uid)
    return id && isFresh(id) ? reporting(uid, {}, id) : []
  },
  (_, uid, pick) => [{ path: `participants/${uid}`, update: { lang: oneOf(pick, ['ko', 'en']) } }],
  (_, uid, pick) => (pick(6) > 0 ? [] : [{ path: `participants/${uid}`, set: { leftAt: serverTimestamp() } }]),
  (stored, uid, pick) => (me(stored, uid).role && pick(4) > 0 ? [] : joining(uid)),
  (stored, uid, pick) => {
    const [token, slip] = oneOf(pick, within(stored, 'invites')) ?? []
    if (me(stored, uid).role && pick(4) > 0) return []
    return token && slip ? claiming(uid, { role: slip.role, district: slip.district, level: slip.level }, token) : []
  },
]

/** What staff do. */
export const STAFF: readonly Deed[] = [
  (stored, uid, pick) => {
    const [id, comment] = aComment(stored, pick, isVisible)
    if (!id || !comment) return []
    const decided = { reports: number(comment.reportCount), edits: number(comment.edits) }
    return signed(uid, hiding(number(comment.moderations) + 1, id, 'abuse', decided))
  },
  (stored, uid, pick) => {
    const [id, comment] = aComment(stored, pick, ({ status }) => status === 'hidden')
    if (!id || !comment) return []
    const decided = { reports: number(comment.reportCount), edits: number(comment.edits) }
    return signed(uid, restoring(number(comment.moderations) + 1, id, { decided }))
  },
  (stored, uid, pick) => {
    const [id, comment] = aComment(stored, pick, isVisible)
    if (!id) return []
    return signed(uid, answering({ edits: number(comment?.edits) }, id, freshEntry(stored, pick)))
  },
  (stored, uid, pick) => {
    const [id, comment] = aComment(stored, pick, isVisible)
    if (!id) return []
    return renamed(signed(uid, translating({ edits: number(comment?.edits) }, id)), LOG1, freshEntry(stored, pick))
  },
  (stored, uid, pick) => {
    const [id] = aComment(stored, pick, () => true)
    if (!id) return []
    return [reviewing({ byUid: uid, version: number(stored.get(`reviews/${id}`)?.version) + 1 }, id)]
  },
  (stored, uid, pick) => signed(uid, namingTheme({ ko: `주제 ${pick(9)}`, en: 'Theme' }, freshEntry(stored, pick))),
  (stored, uid, pick) => {
    const whom = oneOf(pick, [...within(stored, 'staff').map(([id]) => id), 'newcomer', 'former']) ?? ''
    const there = stored.get(`staff/${whom}`)
    const rights = { canReview: pick(2) === 0, canInvite: pick(2) === 0, canManage: whom === uid }
    const changes = there ? { ...rights, follows: there.logEntry ?? null } : rights
    return appointing(whom, changes, freshEntry(stored, pick), uid)
  },
  (stored, uid, pick) => {
    const [whom, record] = oneOf(pick, within(stored, 'staff')) ?? []
    return whom && record && pick(4) === 0 ? dismissing(whom, text(record.logEntry), uid, record) : []
  },
  (stored, uid, pick) => {
    const status = stored.get('tasks/t1')?.status === 'closed' || pick(4) > 0 ? 'open' : 'closed'
    return renamed(turning(uid, { status }), TASK_ENTRY, freshEntry(stored, pick))
  },
  (stored, uid, pick) => {
    const next = revision(stored) + 1
    const version = number(stored.get('drafts/t1')?.version) + 1
    const writes = renamed(revising(uid, { revision: next }), TASK_ENTRY, freshEntry(stored, pick))
    const numbered = renamed(renamed(writes, 'cited.2', `cited.${next}`), 't1/2', `t1/${next}`)
    return [...numbered, { path: 'drafts/t1', set: draft(uid, { version, content: '' }) }]
  },
  (stored, uid, pick) => {
    if (stored.has('tasks/t2') && pick(4) > 0) return []
    return renamed(beginning(uid), TASK_ENTRY, freshEntry(stored, pick))
  },
  (stored, uid, pick) => {
    const next = number(stored.get('results/current')?.number) + 1
    const writes = renamed(publishing(uid, publication({ number: next })), RESULTS_ENTRY, freshEntry(stored, pick))
    const fit = writes.filter(({ path }) => next === 2 || path !== 'results/common-ground')
    return renamed(fit, '000002', String(next).padStart(6, '0'))
  },
  (stored, uid, pick) => {
    const said = comments(stored).map(([id]) => id)
    // Now and then of somebody else.
    const who = pick(4) > 0 ? uid : (oneOf(pick, ACTORS) ?? uid)
    return [
      { path: `presence/${who}`, set: { answering: said.slice(0, 1 + pick(3)).join(','), at: serverTimestamp() } },
    ]
  },
  (stored, uid) => {
    const version = number(stored.get('drafts/t1')?.version) + 1
    return [{ path: 'drafts/t1', set: draft(uid, { version, content: '{"title":"half"}' }) }]
  },
  (stored, uid, pick) => {
    // Now and then none.
    const tokens = [T1, T2].slice(pick(3)).map((token) => token.replace('Token', `T${fresh(stored, pick)}`))
    return renamed(signed(uid, issuing({ issuedBy: uid }, tokens)), BATCH, freshEntry(stored, pick))
  },
  (stored, uid, pick) => {
    const [token, slip] = oneOf(pick, within(stored, 'invites')) ?? []
    return token ? renamed(renamed(signed(uid, voiding()), T1, token), BATCH, text(slip?.batch)) : []
  },
]
