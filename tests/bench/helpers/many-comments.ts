import { ROLES } from '#domain/roles.ts'
import type { Admin } from '../../../scripts/lib/admin.ts'
import { randomFor } from '../../../scripts/seed/random.ts'
import { writeDocs } from '../../../scripts/seed/write.ts'
import { saidComment } from './said.ts'

const WORDS = ['급식', '도서관', '통학로', '돌봄', '진로', '평가', '놀이터', '상담', '체험', '시간표']

/** Puts comments on task t1 as a busy month would leave them: of all groups, about all parts, some with replies. */
export async function writeComments(admin: Admin, number: number): Promise<void> {
  const random = randomFor('bench comments')
  const now = Date.now()
  const docs = Array.from({ length: number }, (_, place) =>
    saidComment(random, now, {
      taskId: 't1',
      place,
      authors: 3000,
      role: random.pick(ROLES),
      district: 'mapo',
      verification: 'email',
      lang: random.next() < 0.9 ? 'ko' : 'en',
      words: WORDS,
      reactions: { agree: 400, disagree: 60 },
      reportCount: 0,
    }),
  )
  await writeDocs(admin, docs)
}
