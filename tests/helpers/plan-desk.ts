import { isDeepStrictEqual } from 'node:util'
import { DataError } from '#data/errors.ts'
import type { Editor, StoredDraft } from '#data/plan-drafts.ts'
import type { Comment } from '#domain/comment.ts'
import type { Task, TaskId } from '#domain/plan.ts'
import { type PlanDraft, unwritten } from '#domain/plan-draft.ts'
import { fileTaskOf, PLAN_FORMAT, type PlanFile } from '#domain/plan-file.ts'

/** What Firestore holds for editors of the plan, in memory: the rules are tried on the emulator. */
export class PlanDesk {
  readonly drafts = new Map<TaskId, StoredDraft>()
  agreed: readonly Comment[] = []
  shared: readonly Comment[] = []
  /** What fails next, once. */
  failure: DataError | null = null
  /** No write arrives, or none is answered. */
  line: 'up' | 'down' | 'mute' = 'up'
  plan: readonly Task[]

  constructor(plan: readonly Task[]) {
    this.plan = plan
  }

  /** Another editor, or the same elsewhere, stores a draft. */
  storedBy({ uid, name }: Editor, taskId: TaskId, draft: PlanDraft | null): void {
    const version = (this.drafts.get(taskId)?.version ?? 0) + 1
    this.drafts.set(taskId, {
      draft,
      isUnreadable: false,
      version,
      byUid: uid,
      byName: name,
      at: new Date('2026-03-05T05:30:00Z'),
    })
  }

  /** What another version of the app has stored. */
  storedStrangely({ uid, name }: Editor, taskId: TaskId): void {
    this.storedBy({ uid, name }, taskId, null)
    const stored = this.drafts.get(taskId)
    if (stored) this.drafts.set(taskId, { ...stored, isUnreadable: true })
  }

  #fail(): void {
    const { failure } = this
    this.failure = null
    if (failure) throw failure
    if (this.line === 'down') throw new DataError('offline')
  }

  // What the modules of src/data offer, by their names.

  readPlan = async () => this.plan
  readTask = async (id: TaskId) => this.plan.find((task) => task.id === id)
  readWritten = async (id: TaskId) => {
    const draft = this.drafts.get(id)?.draft
    return (await this.readTask(id)) ?? (draft && unwritten(id, draft))
  }
  readDraft = async (id: TaskId) => this.drafts.get(id) ?? null
  readDrafts = async () => new Map([...this.drafts].filter(([, { draft }]) => draft))
  readGround = async () => ({ tasks: Object.fromEntries(this.plan.map(({ id }) => [id, { shared: this.shared }])) })
  readVisible = async (ids: readonly string[]) => [...this.agreed, ...this.shared].filter(({ id }) => ids.includes(id))
  readComments = async () => ({ comments: this.agreed, next: null })

  writeDraft = async (id: TaskId, draft: PlanDraft | null, seen: number, editor: Editor): Promise<number> => {
    this.#fail()
    const now = this.drafts.get(id)
    if (now?.version === seen + 1 && now.byUid === editor.uid && isDeepStrictEqual(now.draft, draft)) return seen + 1
    if ((now?.version ?? 0) !== seen) throw new DataError('conflict')
    this.storedBy(editor, id, draft)
    if (this.line === 'mute') throw new DataError('offline')
    return seen + 1
  }

  publishRevision = async (task: Task, draft: PlanDraft, seen: number, editor: Editor): Promise<void> => {
    this.#fail()
    if ((this.drafts.get(task.id)?.version ?? 0) !== seen) throw new DataError('conflict')
    const { base, changeNote: _, citations, ...texts } = draft
    const revision = base + 1
    const next = { ...task, ...texts, revision, cited: { ...task.cited, [revision]: citations } }
    this.plan = base === 0 ? [...this.plan, next] : this.plan.map((one) => (one.id === task.id ? next : one))
    this.storedBy(editor, task.id, null)
  }

  readPlanFile = async (): Promise<PlanFile> => {
    this.#fail()
    return { format: PLAN_FORMAT, tasks: this.plan.map((task) => fileTaskOf(task, { ko: '까닭', en: 'Why' })) }
  }
}
