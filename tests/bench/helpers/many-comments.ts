import { noneByRole, ROLES } from '#domain/roles.ts'
import type { Admin } from '../../../scripts/lib/admin.ts'
import type { Doc } from '../../../scripts/seed/docs.ts'
import { randomFor } from '../../../scripts/seed/random.ts'
import { writeDocs } from '../../../scripts/seed/write.ts'

const WORDS = ['급식', '도서관', '통학로', '돌봄', '진로', '평가', '놀이터', '상담', '체험', '시간표']

/** Puts comments on task t1 as a busy month would leave them: of all groups, about all parts, some with replies. */
export async function writeComments(admin: Admin, number: number): Promise<void> {
  const random = randomFor('bench comments')
  const now = Date.now()
  const docs = Array.from({ length: number }, (_, i): Doc => {
    const role = random.pick(ROLES)
    const agree = { ...noneByRole(), [role]: random.below(400) }
    const disagree = { ...noneByRole(), [role]: random.below(60) }
    const text = Array.from({ length: 12 + random.below(40) }, () => random.pick(WORDS)).join(' ')
    return [
      `tasks/t1/comments/t1-${String(i).padStart(20, '0')}`,
      {
        authorId: `bench-${random.below(3000)}`,
        role,
        district: 'mapo',
        verification: 'email',
        text,
        lang: random.next() < 0.9 ? 'ko' : 'en',
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
        reportCount: 0,
        translation: null,
      },
    ]
  })
  await writeDocs(admin, docs)
}
