import {
  AggregateField,
  type AggregateSpec,
  type Firestore,
  type Query,
  type Timestamp,
  type Transaction,
} from 'firebase-admin/firestore'
import { type Agreement, type RevisionResult, unknownRevisions } from '#domain/agreement.ts'
import { type CommonGround, commonGround, type Voted } from '#domain/consensus.ts'
import { TASK_IDS, type Task, type TaskId } from '#domain/plan.ts'
import { COMMENTS_NAMED, COMMENTS_READ, type Recount, type StickerCounts } from '#domain/results.ts'
import { ROLES, type Role } from '#domain/roles.ts'
import type { StanceCounts } from '#domain/stance.ts'
import { stancesOf, type TaskTally, talliedIn, totalsOf } from '#domain/totals.ts'
import { UserError } from './cli.ts'

type PublishedTask = Pick<Task, 'revision' | 'subtasks' | 'status'> & { readonly turnsAt?: Timestamp | null }

/**
 * What there is to publish, as of the moment of the transaction. Firestore sums and counts by itself and sends numbers
 * only: sums run over at most 32 tallies a group and question however many people have voted; a count costs one read
 * for every thousand documents. Of the comments at most 40 a task are read: the most agreed and the most disagreed.
 * @param known the final numbers of revisions that were replaced, as far as they are published: they are not read again
 */
export async function readEverything(db: Firestore, transaction: Transaction, known: Agreement | undefined) {
  const reader = new Reader(db, transaction)
  const tasks = await reader.tasks()
  const [tallies, stances, ballots, ballotCount, grounds, revisions] = await Promise.all([
    Promise.all(TASK_IDS.map((id) => reader.tally(id, tasks[id]))),
    Promise.all(TASK_IDS.map((id) => reader.count(`tasks/${id}/revisions/${tasks[id].revision}/stances`))),
    byRole((role) => reader.ballots(role)),
    reader.count('ballots'),
    Promise.all(TASK_IDS.map((id) => reader.commonGround(id))),
    Promise.all(TASK_IDS.map((id) => reader.replaced(id, tasks[id], known?.[id] ?? []))),
  ])
  const everything = { tasks: byTask(tallies), ballots }
  const recount: Omit<Recount, 'at'> = {
    stances: stances.reduce((sum, counted) => sum + counted),
    ballots: ballotCount,
    ...talliedIn(everything),
  }
  return { totals: totalsOf(everything), recount, commonGround: byTask(grounds), agreement: byTask(revisions) }
}

const byTask = <T>(values: readonly T[]): Record<TaskId, T> =>
  Object.fromEntries(TASK_IDS.map((id, index) => [id, values[index]])) as Record<TaskId, T>

const byRole = async <T>(read: (role: Role) => Promise<T>): Promise<Record<Role, T>> =>
  Object.fromEntries(await Promise.all(ROLES.map(async (role) => [role, await read(role)] as const))) as Record<Role, T>

class Reader {
  readonly #db: Firestore
  readonly #transaction: Transaction

  constructor(db: Firestore, transaction: Transaction) {
    this.#db = db
    this.#transaction = transaction
  }

  async tasks(): Promise<Record<TaskId, PublishedTask>> {
    const documents = await Promise.all(TASK_IDS.map((id) => this.#transaction.get(this.#db.doc(`tasks/${id}`))))
    return byTask(
      documents.map((document, index) => {
        const task = document.data() as PublishedTask | undefined
        if (!task) throw new UserError(`There is no task ${TASK_IDS[index]} yet, so there are no results.`)
        return task
      }),
    )
  }

  async tally(id: TaskId, { revision, subtasks, status, turnsAt }: PublishedTask): Promise<TaskTally> {
    const visible = this.#visible(id)
    const voicesOn = async (subtaskId: string) =>
      [subtaskId, await this.#count(visible.where('subtaskId', '==', subtaskId))] as const
    const [voices, subtaskVoices, stances] = await Promise.all([
      this.#count(visible),
      Promise.all(subtasks.map((subtask) => voicesOn(subtask.id))),
      byRole((role) => this.#stances(`tasks/${id}/revisions/${revision}/stanceTallies`, role)),
    ])
    const opening = { status, turnsAt: turnsAt?.toDate().toISOString() ?? null }
    return { revision, ...opening, voices, subtaskVoices: Object.fromEntries(subtaskVoices), stances }
  }

  /** The final numbers of the revisions before this one. */
  async replaced(
    id: TaskId,
    { revision: newest }: PublishedTask,
    known: readonly RevisionResult[],
  ): Promise<RevisionResult[]> {
    const found = unknownRevisions(known, newest).map(async (revision) => ({
      revision,
      ...stancesOf(await byRole((role) => this.#stances(`tasks/${id}/revisions/${revision}/stanceTallies`, role))),
    }))
    return [...known, ...(await Promise.all(found))].toSorted((one, other) => one.revision - other.revision)
  }

  count = (path: string): Promise<number> => this.#count(this.#db.collection(path))

  /** Firestore takes at most five sums at once. */
  async ballots(role: Role): Promise<StickerCounts> {
    const tallies = this.#db.collection('ballotTallies').where('role', '==', role)
    const [some, others] = await Promise.all([
      this.#sums(tallies, ['t1', 't2', 't3', 'voters']),
      this.#sums(tallies, ['t4', 't5', 't6']),
    ])
    return { ...some, ...others }
  }

  async commonGround(id: TaskId): Promise<CommonGround> {
    const statements = this.#visible(id).where('parentId', '==', null)
    const lists = await Promise.all(
      ['agreeTotal', 'disagreeTotal'].map((total) =>
        this.#transaction.get(statements.orderBy(total, 'desc').limit(COMMENTS_READ).select('agree', 'disagree')),
      ),
    )
    const found = new Map(
      lists.flatMap(({ docs }) => docs.map((one) => [one.id, { id: one.id, ...one.data() } as Voted])),
    )
    return commonGround([...found.values()], COMMENTS_NAMED)
  }

  #visible = (id: TaskId): Query => this.#db.collection(`tasks/${id}/comments`).where('status', '==', 'visible')

  #stances = (path: string, role: Role): Promise<StanceCounts> =>
    this.#sums(this.#db.collection(path).where('role', '==', role), ['agree', 'unsure', 'disagree'])

  async #sums<Field extends string>(query: Query, fields: readonly Field[]): Promise<Record<Field, number>> {
    const spec: AggregateSpec = Object.fromEntries(fields.map((field) => [field, AggregateField.sum(field)]))
    return (await this.#transaction.get(query.aggregate(spec))).data() as Record<Field, number>
  }

  async #count(query: Query): Promise<number> {
    return (await this.#transaction.get(query.count())).data().count
  }
}
