import { doc, documentId, getDoc, getDocs, limit, query, where } from 'firebase/firestore/lite'
import * as v from 'valibot'
import { type Comment, isCollapsed } from '#domain/comment.ts'
import { COMMENTS_PER_PAGE } from '#domain/comment-list.ts'
import type { PublishedGround } from '#domain/ground.ts'
import { TASK_IDS, type TaskId } from '#domain/plan.ts'
import { commentsOf, parseComment } from './comment-schema.ts'
import { db } from './firestore.ts'
import { byRole, count, date, parseOrSkip } from './schemas.ts'

const voted = v.array(v.object({ id: v.string(), agree: byRole, disagree: byRole }))
const ground = v.object({ shared: voted, dividing: voted })

const groundSchema = v.object({
  number: count,
  publishedAt: date,
  tasks: v.object({ t1: ground, t2: ground, t3: ground, t4: ground, t5: ground, t6: ground }),
})

/** The published common ground, or null before the first publication. Costs 1 read. */
export async function readGround(): Promise<PublishedGround | null> {
  const snapshot = await getDoc(doc(db, 'results', 'common-ground'))
  return snapshot.exists() ? parseOrSkip(groundSchema, 'results/common-ground', snapshot.data()) : null
}

/**
 * Of these at most 20 comments those that can be seen now: not what was hidden or withdrawn since, nor what is collapsed
 * because several people have reported it. A read each.
 */
export async function readVisible(ids: readonly string[]): Promise<readonly Comment[]> {
  const found = await Promise.all(TASK_IDS.map((taskId) => readIn(taskId, ids.filter(isIn(taskId)))))
  return found.flat()
}

/** An id begins with its task. */
const isIn = (taskId: TaskId) => (id: string) => id.startsWith(`${taskId}-`)

async function readIn(taskId: TaskId, ids: readonly string[]): Promise<readonly Comment[]> {
  if (ids.length === 0) return []
  const chosen = query(
    commentsOf(taskId),
    where(documentId(), 'in', ids),
    where('status', '==', 'visible'),
    limit(COMMENTS_PER_PAGE),
  )
  const { docs } = await getDocs(chosen)
  return docs
    .map((snapshot) => parseComment(taskId, snapshot.id, snapshot.data()))
    .filter((comment) => comment !== null)
    .filter((comment) => !isCollapsed(comment))
}
