import { PEOPLE } from './people.ts'
import { PLAN_AND_TALK } from './plan-and-talk.ts'
import type { Policy } from './rows.ts'
import { WORK_AND_VOTES } from './work-and-votes.ts'

/** Everything that is stored, and who may do what with it. */
export const POLICY: readonly Policy[] = [...PLAN_AND_TALK, ...WORK_AND_VOTES, ...PEOPLE]
