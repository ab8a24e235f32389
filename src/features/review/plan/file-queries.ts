import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { type DataErrorKind, toDataError } from '#data/errors.ts'
import type { Editor, StoredDraft } from '#data/plan-drafts.ts'
import { PlanFileError, type PlanFileFault, parsePlanFile } from '#data/plan-file.ts'
import { remote } from '#data/remote.ts'
import type { Task, TaskId } from '#domain/plan.ts'
import { draftFrom, newsIn, type PlanFile, type PlanFileTask } from '#domain/plan-file.ts'
import { readStoredDraft, saveDraft } from './queries.ts'

const exporting = () => import('#data/plan-export.ts')
const tasks = () => import('#data/tasks.ts')

/** Six tasks as long as they may be have fewer. */
const MOST_BYTES = 4_000_000

/** A task of a file, beside what is published of it and the draft that editors share. */
export type Found = {
  readonly task: PlanFileTask
  readonly published: Task | null
  readonly news: ReturnType<typeof newsIn>
  /** Null where there is none, or none begun. */
  readonly stored: StoredDraft | null
}

/** Whether it can become a draft, of the next revision or of the first: not over one that nobody here can read. */
export const isNew = ({ news, stored }: Found): boolean =>
  (news === 'first' || news === 'next') && !stored?.isUnreadable

/** What a file turned out to be. */
export type LookedInto = { readonly name: string } & (
  | { readonly is: 'too-big' }
  | { readonly is: 'faulty'; readonly faults: readonly PlanFileFault[] }
  | { readonly is: 'plan'; readonly found: readonly Found[] }
)

async function lookInto(file: File): Promise<LookedInto> {
  const { name } = file
  if (file.size > MOST_BYTES) return { name, is: 'too-big' }
  try {
    return { name, is: 'plan', found: await layBeside(parsePlanFile(await file.text())) }
  } catch (error) {
    if (error instanceof PlanFileError) return { name, is: 'faulty', faults: error.faults }
    throw toDataError(error)
  }
}

async function layBeside(file: PlanFile): Promise<readonly Found[]> {
  const plan = await remote(tasks, ({ readPlan }) => readPlan())
  return Promise.all(
    file.tasks.map(async (task) => {
      const published = plan.find(({ id }) => id === task.id) ?? null
      const news = newsIn(task, published)
      const found = { task, published, news, stored: null }
      return isNew(found) ? { ...found, stored: await readStoredDraft(task.id) } : found
    }),
  )
}

/** Reads a file, and what is published and drafted of its tasks. Changes nothing. */
export const fileMutation = mutationOptions({ mutationFn: lookInto })

/** What became of each task that was to be a draft. */
export type Outcomes = ReadonlyMap<TaskId, 'done' | DataErrorKind>

/** Makes tasks of a file the drafts of their next revisions, or their first, each upon the draft that was shown. */
export const draftsMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: async ({ found, editor }: { found: readonly Found[]; editor: Editor }): Promise<Outcomes> => {
      const outcomes = new Map<TaskId, 'done' | DataErrorKind>()
      for (const { task, stored } of found) {
        const draft = draftFrom(task, stored?.draft ?? null)
        const outcome = await saveDraft(task.id, draft, stored?.version ?? 0, editor).then(
          () => 'done' as const,
          (error) => toDataError(error).kind,
        )
        outcomes.set(task.id, outcome)
      }
      return outcomes
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['review', 'draft'] }),
  })

/** What is published, as a file. */
export const exportMutation = mutationOptions({
  mutationFn: () => remote(exporting, ({ readPlanFile }) => readPlanFile()),
})
