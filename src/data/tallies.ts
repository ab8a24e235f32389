import {
  collection,
  getAggregate,
  getDocs,
  limit,
  orderBy,
  type Query,
  query,
  sum,
  where,
} from 'firebase/firestore/lite'
import * as v from 'valibot'
import { type CommonGround, commonGround, type Voted } from '#domain/consensus.ts'
import { TASK_IDS, type TaskId } from '#domain/plan.ts'
import { COMMENTS_NAMED, COMMENTS_READ, type StickerCounts } from '#domain/results.ts'
import { ROLES, type Role } from '#domain/roles.ts'
import type { StanceCounts } from '#domain/stance.ts'
import { db } from './firestore.ts'
import { byRole, parseOrSkip } from './schemas.ts'

// What a reviewer may add up. scripts/lib/tallies.ts asks the same as an administrator, and counts what it comes from.

async function sums<Field extends string>(tallies: Query, fields: readonly Field[]): Promise<Record<Field, number>> {
  const spec = Object.fromEntries(fields.map((field) => [field, sum(field)]))
  return (await getAggregate(tallies, spec)).data() as Record<Field, number>
}

const ofRole = (path: string, role: Role): Query => query(collection(db, path), where('role', '==', role))

const forRoles = async <T>(read: (role: Role) => Promise<T>): Promise<Record<Role, T>> =>
  Object.fromEntries(await Promise.all(ROLES.map(async (role) => [role, await read(role)] as const))) as Record<Role, T>

/** The stances on a revision, by group. Five sums over at most 32 documents each: 5 reads. */
export const sumStances = (taskId: TaskId, revision: number): Promise<Record<Role, StanceCounts>> =>
  forRoles((role) =>
    sums(ofRole(`tasks/${taskId}/revisions/${revision}/stanceTallies`, role), ['agree', 'unsure', 'disagree']),
  )

/** The ballots, by group. Firestore takes at most five sums at once: 10 reads. */
export const sumBallots = (): Promise<Record<Role, StickerCounts>> =>
  forRoles(async (role) => {
    const tallies = ofRole('ballotTallies', role)
    const [some, others] = await Promise.all([
      sums(tallies, ['t1', 't2', 't3', 'voters']),
      sums(tallies, ['t4', 't5', 't6']),
    ])
    return { ...some, ...others }
  })

const votesSchema = v.object({ agree: byRole, disagree: byRole })

/** What the groups share of a task's comments, and what divides them. At most 40 reads, however many comments there are. */
export async function readCommonGround(taskId: TaskId): Promise<CommonGround> {
  const comments = collection(db, 'tasks', taskId, 'comments')
  const read = async (total: 'agreeTotal' | 'disagreeTotal') => {
    const isStatement = [where('status', '==', 'visible'), where('parentId', '==', null)]
    return (await getDocs(query(comments, ...isStatement, orderBy(total, 'desc'), limit(COMMENTS_READ)))).docs
  }
  const found = new Map<string, Voted>()
  for (const one of (await Promise.all([read('agreeTotal'), read('disagreeTotal')])).flat()) {
    const votes = parseOrSkip(votesSchema, one.ref.path, one.data())
    if (votes) found.set(one.id, { id: one.id, ...votes })
  }
  return commonGround([...found.values()], COMMENTS_NAMED)
}

/** For each task. */
export const forTasks = async <T>(read: (id: TaskId) => Promise<T>): Promise<Record<TaskId, T>> =>
  Object.fromEntries(await Promise.all(TASK_IDS.map(async (id) => [id, await read(id)] as const))) as Record<TaskId, T>
