import { DISTRICT_IDS } from '#domain/districts.ts'
import { TASK_IDS } from '#domain/plan.ts'
import { noneByRole, ROLES, VERIFICATIONS } from '#domain/roles.ts'
import type { Admin } from '../../../scripts/lib/admin.ts'
import type { Doc } from '../../../scripts/seed/docs.ts'
import { randomFor } from '../../../scripts/seed/random.ts'
import { writeDocs } from '../../../scripts/seed/write.ts'

const KOREAN = [
  '급식',
  '도서관을',
  '통학로',
  '돌봄',
  '진로',
  '평가',
  '놀이터',
  '상담',
  '체험',
  '시간표',
  '늦게',
  '열어',
  '학교가',
]
const ENGLISH = ['library', 'lunch', 'the', 'school', 'longer', 'hours', 'safe', 'roads', 'care', 'please', 'teachers']

/** One comment in so many has a review. */
const REVIEWED = 4

/** Puts comments on all tasks as a busy voting week would leave them, and reviews of some of them. */
export async function writeReviewLoad(admin: Admin, number: number): Promise<void> {
  const random = randomFor('bench review')
  const now = Date.now()
  const docs = Array.from({ length: number }, (_, i): Doc[] => {
    const taskId = random.pick(TASK_IDS)
    const id = `${taskId}-${String(i).padStart(20, '0')}`
    const role = random.pick(ROLES)
    const lang = random.next() < 0.85 ? 'ko' : 'en'
    const words = lang === 'ko' ? KOREAN : ENGLISH
    const agree = { ...noneByRole(), [role]: random.below(80) }
    const disagree = { ...noneByRole(), [role]: random.below(20) }
    const comment: Doc = [
      `tasks/${taskId}/comments/${id}`,
      {
        authorId: `bench-${random.below(9000)}`,
        role,
        district: random.pick(DISTRICT_IDS),
        verification: random.pick(VERIFICATIONS),
        text: Array.from({ length: 12 + random.below(40) }, () => random.pick(words)).join(' '),
        lang,
        subtaskId: random.pick([null, 's1', 's2', 's3']),
        parentId: null,
        revision: 1,
        createdAt: new Date(now - i * 60_000),
        editedAt: null,
        edits: 0,
        status: 'visible',
        hiddenReason: null,
        moderations: 0,
        decided: null,
        agree,
        disagree,
        agreeTotal: agree[role],
        disagreeTotal: disagree[role],
        replyCount: 0,
        reportCount: random.next() < 0.01 ? 1 : 0,
        translation: null,
      },
    ]
    const review: Doc = [
      `reviews/${id}`,
      {
        taskId,
        state: random.pick(['read', 'done']),
        themes: [],
        note: '',
        assignee: null,
        version: 1,
        byUid: 'demo-editor',
        at: new Date(now - i * 1000),
      },
    ]
    return i % REVIEWED === 0 ? [comment, review] : [comment]
  })
  await writeDocs(admin, docs.flat())
}
