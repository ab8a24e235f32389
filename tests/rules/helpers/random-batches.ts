import { type DocumentData, increment, serverTimestamp } from 'firebase/firestore/lite'
import { draft } from './planning.ts'
import { ACTORS, aComment, type Deed, number, oneOf, type Pick, PUBLIC, STAFF } from './random-deeds.ts'
import { renamed } from './renamed.ts'
import { reviewing, THEME, translation } from './reviewing.ts'
import { type Stored, within } from './stored.ts'
import { REPLY } from './talk.ts'
import { C1, commentPath } from './voices.ts'
import type { Write } from './writes.ts'

const OF_THE_PUBLIC = ['participant', 'owner', 'third', 'boss']

export type Batch = { readonly uid: string; readonly writes: readonly Write[] }

/** What somebody might send in this state, as the client would, or nearly so. */
export function fairBatch(stored: Stored, pick: Pick): Batch {
  const isPublic = pick(5) < 3
  // Who may do everything is asked more often than those who may do nearly nothing of what is picked.
  const uid = (pick(4) > 0 ? oneOf(pick, isPublic ? OF_THE_PUBLIC : ['boss']) : oneOf(pick, ACTORS)) ?? ''
  const deed = oneOf(pick, isPublic ? PUBLIC : STAFF)
  return { uid, writes: deed?.(stored, uid, pick) ?? [] }
}

/** What staff do to one document, by itself: who has no right to it does so in vain, and of a comment everybody. */
const ALONE: readonly Deed[] = [
  (stored, _, pick) => {
    const [id, comment] = aComment(stored, pick, ({ status }) => status === 'hidden')
    const status = comment?.status === 'hidden' ? 'visible' : 'hidden'
    return id ? [{ path: commentPath(id), update: { status } }] : []
  },
  (stored, _, pick) => {
    const [id, comment] = aComment(stored, pick, (each) => each.translation === null)
    const update = { translation: translation({ edits: number(comment?.edits) }) }
    return id ? [{ path: commentPath(id), update }] : []
  },
  (stored, uid, pick) => {
    const [id] = aComment(stored, pick, () => true)
    const version = number(stored.get(`reviews/${id}`)?.version) + 1
    return id ? [reviewing({ byUid: uid, version }, id)] : []
  },
  (stored, uid) => {
    const version = number(stored.get('drafts/t1')?.version) + 1
    return [{ path: 'drafts/t1', set: draft(uid, { version }) }]
  },
]

/** Something that makes a batch another one. */
type Mutation = (batch: Batch, stored: Stored, pick: Pick) => Batch

const without = ({ uid, writes }: Batch, i: number): Batch => ({ uid, writes: writes.filter((_, at) => at !== i) })
const replaced = ({ uid, writes }: Batch, i: number, change: (write: Write) => Write): Batch => ({
  uid,
  writes: writes.map((write, at) => (at === i ? change(write) : write)),
})

export const MUTATIONS: readonly Mutation[] = [
  // A part of it alone.
  (batch, _, pick) => without(batch, pick(batch.writes.length)),
  // The same once more.
  ({ uid, writes }, _, pick) => ({ uid, writes: [...writes, ...writes.slice(pick(writes.length)).slice(0, 1)] }),
  ({ uid, writes }) => ({ uid, writes: writes.toReversed() }),
  // With another batch, or a part of one.
  ({ uid, writes }, stored, pick) => ({ uid, writes: [...writes, ...fairBatch(stored, pick).writes] }),
  ({ uid, writes }, stored, pick) => {
    const others = fairBatch(stored, pick).writes
    return { uid, writes: [...without({ uid, writes: others }, pick(others.length)).writes, ...writes] }
  },
  (batch, stored, pick) => {
    const uid = (pick(2) === 0 ? batch.uid : oneOf(pick, ACTORS)) ?? ''
    return { uid, writes: oneOf(pick, ALONE)?.(stored, uid, pick) ?? [] }
  },
  // By another person, about another person, about another document.
  ({ writes }, _, pick) => ({ uid: oneOf(pick, ACTORS) ?? '', writes }),
  ({ uid, writes }, _, pick) => ({ uid, writes: renamed(writes, uid, oneOf(pick, ACTORS) ?? '') }),
  (batch, stored, pick) => {
    const i = pick(batch.writes.length)
    const of = batch.writes[i]?.path.split('/').slice(0, -1).join('/') ?? ''
    const [id = 'nobody'] = oneOf(pick, within(stored, of)) ?? []
    return replaced(batch, i, (write) => ({ ...write, path: `${of}/${id}` }))
  },
  (batch, _, pick) => replaced(batch, pick(batch.writes.length), ({ path }) => ({ path, remove: true })),
  // With other values: that one more often than the others.
  withAnotherValue,
  withAnotherValue,
  withAnotherValue,
]

const KINDS = ['set', 'merge', 'update'] as const

function withAnotherValue(batch: Batch, _: Stored, pick: Pick): Batch {
  return replaced(batch, pick(batch.writes.length), (write) => {
    const how = KINDS.find((kind) => kind in write)
    if (!how) return write
    const data: Record<string, unknown> = (write as { [kind in typeof how]?: DocumentData })[how] ?? {}
    const name = (pick(3) > 0 ? oneOf(pick, Object.keys(data)) : oneOf(pick, STRANGE_FIELDS)) ?? 'x'
    const values = STRANGE_VALUES(pick)
    const alike = values.filter((value) => typeof value === typeof data[name])
    const value = oneOf(pick, alike.length > 0 && pick(4) > 0 ? alike : values)
    return { ...write, [how]: { ...data, [name]: value } } as Write
  })
}

const STRANGE_FIELDS = [
  'text',
  'role',
  'authorId',
  'status',
  'agreeTotal',
  'reportCount',
  'translation',
  'invite',
  'used',
  'revision',
  'x',
]
const STRANGE_VALUES = (pick: Pick): unknown[] => [
  ...[null, true, 'x', 'student', 'parent', 'visible', 'hidden', 'withdrawn', 'owner', 'boss', THEME, C1, REPLY],
  ...[0, 1, 2, 1.5, -1, 3, pick(32), serverTimestamp(), increment(1), increment(-1), increment(0.5), {}, []],
]
