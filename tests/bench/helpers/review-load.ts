import type { Firestore } from 'firebase-admin/firestore'
import { DISTRICT_IDS } from '#domain/districts.ts'
import { TASK_IDS } from '#domain/plan.ts'
import { ROLES, VERIFICATIONS } from '#domain/roles.ts'
import type { Doc } from '../../../scripts/seed/docs.ts'
import { randomFor } from '../../../scripts/seed/random.ts'
import { writeDocs } from '../../../scripts/seed/write.ts'
import { commentIdAt, saidComment } from './said.ts'

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
export async function writeReviewLoad(db: Firestore, number: number): Promise<void> {
  const random = randomFor('bench review')
  const now = Date.now()
  const docs = Array.from({ length: number }, (_, i): Doc[] => {
    const taskId = random.pick(TASK_IDS)
    const lang = random.next() < 0.85 ? 'ko' : 'en'
    const comment = saidComment(random, now, {
      taskId,
      place: i,
      authors: 9000,
      role: random.pick(ROLES),
      district: random.pick(DISTRICT_IDS),
      verification: random.pick(VERIFICATIONS),
      lang,
      words: lang === 'ko' ? KOREAN : ENGLISH,
      reactions: { agree: 80, disagree: 20 },
      reportCount: random.next() < 0.01 ? 1 : 0,
    })
    const review: Doc = [
      `reviews/${commentIdAt(taskId, i)}`,
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
  await writeDocs({ db }, docs.flat())
}
