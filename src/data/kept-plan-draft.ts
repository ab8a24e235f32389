import * as v from 'valibot'
import type { TaskId } from '#domain/plan.ts'
import type { PlanDraft } from '#domain/plan-draft.ts'
import { type DraftStore, draftStore } from './draft-store.ts'
import { planDraftSchema } from './plan-draft-schema.ts'
import { count } from './schemas.ts'

const keptSchema = v.object({
  draft: planDraftSchema,
  /** The version that it was written upon. */
  seen: count,
  /** What was sent last and has no answer yet: it may be what is stored. */
  sent: v.nullable(planDraftSchema),
})

export type KeptPlanDraft = { readonly draft: PlanDraft; readonly seen: number; readonly sent: PlanDraft | null }

/** What an editor has typed of a task's next revision and is not stored yet. It saves itself, so it says whose it is. */
export const keptPlanDraft = (uid: string, taskId: TaskId): DraftStore<KeptPlanDraft> =>
  draftStore(
    `plan:${taskId}`,
    (kept) => {
      const { success, output } = v.safeParse(keptSchema, kept)
      return success ? output : null
    },
    { whose: () => uid },
  )
