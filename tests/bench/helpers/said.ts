import type { Lang } from '#domain/language.ts'
import { LEVELS } from '#domain/participant.ts'
import type { TaskId } from '#domain/plan.ts'
import { noneByRole, type Role, type Verification } from '#domain/roles.ts'
import type { Doc } from '../../../scripts/seed/docs.ts'
import type { Random } from '../../../scripts/seed/random.ts'

type Said = {
  readonly taskId: TaskId
  /** The newest is the first. */
  readonly place: number
  /** Of how many there are. */
  readonly authors: number
  readonly role: Role
  readonly district: string
  readonly verification: Verification
  readonly lang: Lang
  readonly words: readonly string[]
  /** Agreements and disagreements are fewer than these. */
  readonly reactions: { readonly agree: number; readonly disagree: number }
  readonly reportCount: number
}

export const commentIdAt = (taskId: TaskId, place: number): string => `${taskId}-${String(place).padStart(20, '0')}`

/** A comment as somebody might have left it, a minute before the one in the place before. */
export function saidComment(random: Random, now: number, said: Said): Doc {
  const { taskId, place, authors, role, district, verification, lang, words, reactions, reportCount } = said
  const agreeTotal = random.below(reactions.agree)
  const disagreeTotal = random.below(reactions.disagree)
  return [
    `tasks/${taskId}/comments/${commentIdAt(taskId, place)}`,
    {
      authorId: `bench-${random.below(authors)}`,
      role,
      district,
      level: random.pick([null, ...LEVELS]),
      verification,
      text: Array.from({ length: 12 + random.below(40) }, () => random.pick(words)).join(' '),
      lang,
      subtaskId: random.pick([null, 's1', 's2', 's3']),
      parentId: null,
      revision: 1,
      createdAt: new Date(now - place * 60_000),
      editedAt: null,
      edits: 0,
      status: 'visible',
      hiddenReason: null,
      moderations: 0,
      decided: null,
      agree: { ...noneByRole(), [role]: agreeTotal },
      disagree: { ...noneByRole(), [role]: disagreeTotal },
      agreeTotal,
      disagreeTotal,
      replyCount: 0,
      reportCount,
      translation: null,
    },
  ]
}
