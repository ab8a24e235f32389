import * as v from 'valibot'
import { byRole, count, lang, level, role, verification } from './schemas.ts'

/** What a comment says of itself, wherever it is kept. @param when how its times are kept there */
export const commentFields = <When extends v.GenericSchema<unknown, Date>>(when: When) => ({
  authorId: v.string(),
  role,
  district: v.nullable(v.string()),
  // Of before people agreed that it is public, and in what a device has kept since then.
  level: v.optional(v.nullable(level), null),
  verification,
  text: v.string(),
  lang,
  subtaskId: v.nullable(v.string()),
  parentId: v.nullable(v.string()),
  revision: count,
  createdAt: when,
  editedAt: v.nullable(when),
  edits: count,
  agree: byRole,
  disagree: byRole,
  agreeTotal: count,
  disagreeTotal: count,
  replyCount: count,
  reportCount: count,
  moderations: count,
  // Of before decisions said so, and in what a device has kept since then: nobody knows upon what.
  decided: v.optional(v.nullable(v.object({ reports: count, edits: count })), null),
})
