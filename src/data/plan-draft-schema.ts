import * as v from 'valibot'
import { BUREAUS } from '#domain/plan.ts'
import { count, localized, taskTexts } from './schemas.ts'

/** A draft of the next revision: in the text that editors share, and as it is kept on a device. */
export const planDraftSchema = v.object({
  base: count,
  bureau: v.picklist(BUREAUS),
  sample: v.boolean(),
  ...taskTexts,
  changeNote: localized,
  citations: v.record(v.string(), v.nullable(v.string())),
})
