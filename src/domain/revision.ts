import type { Localized } from './language.ts'
import type { Citations } from './plan.ts'

/** Revisions in one page of a task's history. */
export const REVISIONS_PER_PAGE = 10

/** What a published revision of a task says of itself. */
export type Revision = {
  readonly number: number
  readonly publishedAt: Date
  /** Why the text is as it is now. */
  readonly changeNote: Localized
  /** True if its wording is our sample and not the office's own. */
  readonly sample: boolean
  /** The comments that shaped it. */
  readonly citations: Citations
}

/** As many comments can be read at once. */
export const MAX_CITATIONS = 20
