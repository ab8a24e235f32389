import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { Editor } from '#data/plan-drafts.ts'
import type { Opening } from '#data/plan-publishing.ts'
import { remote } from '#data/remote.ts'
import { ALL_NEWEST } from '#domain/comment-list.ts'
import type { Task, TaskId } from '#domain/plan.ts'
import type { PlanDraft } from '#domain/plan-draft.ts'

const tasks = () => import('#data/tasks.ts')
const drafts = () => import('#data/plan-drafts.ts')
const publishing = () => import('#data/plan-publishing.ts')
const ground = () => import('#data/ground.ts')

/** How often it is looked whether another editor writes at the same draft. */
const LOOK_MS = 15_000

/** The tasks as they are now: those that have a first revision. */
export const planNowQuery = queryOptions({
  queryKey: ['review', 'plan'],
  queryFn: () => remote(tasks, ({ readPlan }) => readPlan()),
})

/** A task as it is now, or as it is before its first revision, and nothing that a device has kept. */
export const taskNowQuery = (id: TaskId) =>
  queryOptions({
    queryKey: ['review', 'plan', id],
    queryFn: () => remote(drafts, ({ readWritten }) => readWritten(id)),
  })

/** The draft that editors share, as it is stored. */
export const draftQuery = (id: TaskId) =>
  queryOptions({
    queryKey: ['review', 'draft', id],
    queryFn: () => remote(drafts, ({ readDraft }) => readDraft(id)),
    refetchInterval: LOOK_MS,
    // What an editor begins with is what is stored now.
    gcTime: 0,
  })

/** The drafts that are begun, of all tasks. */
export const draftsQuery = queryOptions({
  queryKey: ['review', 'draft'],
  queryFn: () => remote(drafts, ({ readDrafts }) => readDrafts()),
})

/** What an editor may cite: what the groups share, and the most agreed. */
export const citableQuery = (id: TaskId) =>
  queryOptions({
    queryKey: ['review', 'citable', id],
    queryFn: async () => {
      const [shared, agreed] = await Promise.all([
        remote(ground, async ({ readGround, readVisible }) => {
          const ids = (await readGround())?.tasks[id].shared.map((comment) => comment.id) ?? []
          return readVisible(ids)
        }),
        remote(
          () => import('#data/comment-lists.ts'),
          ({ readComments }) => readComments(id, { ...ALL_NEWEST, sort: 'agreed' }, null),
        ),
      ])
      return { shared, agreed: agreed.comments }
    },
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Comments that a draft cites and that are in neither list. */
export const alsoCitedQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['review', 'cited', ids],
    queryFn: () => remote(ground, ({ readVisible }) => readVisible(ids)),
    enabled: ids.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
  })

export const readStoredDraft = (id: TaskId) => remote(drafts, ({ readDraft }) => readDraft(id))

/** @returns the version that is stored now */
export const saveDraft = (id: TaskId, draft: PlanDraft | null, seen: number, editor: Editor) =>
  remote(drafts, ({ writeDraft }) => writeDraft(id, draft, seen, editor))

/** For a draft that saves itself. */
export const draftMutation = (id: TaskId, editor: Editor) =>
  mutationOptions({
    mutationFn: ({ draft, seen }: { draft: PlanDraft; seen: number }) => saveDraft(id, draft, seen, editor),
  })

type Publication = { task: Task; draft: PlanDraft; seen: number; editor: Editor }

/** What was read of a task and of the plan is not so any more. */
async function forgetPlan(client: QueryClient, id: TaskId): Promise<void> {
  // First the draft, which is empty now: with a new revision the editor begins anew with what is stored.
  await client.invalidateQueries({ queryKey: ['review', 'draft', id] })
  const others = [['review', 'plan'], ['plan'], ['task', id], ['revisions', id]]
  await Promise.all(others.map((queryKey) => client.invalidateQueries({ queryKey })))
}

export const publishMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ task, draft, seen, editor }: Publication) =>
      remote(publishing, ({ publishRevision }) => publishRevision(task, draft, seen, editor)),
    onSuccess: (_, { task }) => forgetPlan(client, task.id),
  })

type Turn = { id: TaskId; opening: Opening; uid: string; reason: string }

export const openingMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ id, opening, uid, reason }: Turn) =>
      remote(publishing, ({ setOpening }) => setOpening(id, opening, uid, reason)),
    // After a refusal, too: somebody else may have changed it.
    onSettled: (_, __, { id }) => forgetPlan(client, id),
  })
