import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { MAX_SUBTASKS, TASK_IDS } from '#domain/plan.ts'
import { COMMENTS_READ } from '#domain/results.ts'
import { readsToPublish } from '../../scripts/lib/publication-reads.ts'
import { publishResults } from '../../scripts/lib/results.ts'
import { seedFirestore } from '../../scripts/seed/seed.ts'
import { publicationReads } from '../bench/helpers/publication-reads.ts'
import { admin } from './helpers/emulator.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const { db } = admin

beforeAll(async () => {
  await seedFirestore(admin)
  // As many statements as a publication reads, and more.
  const batch = db.batch()
  for (const id of TASK_IDS) {
    for (let index = 0; index <= COMMENTS_READ; index++) {
      const votes = { agree: {}, disagree: {}, agreeTotal: 0, disagreeTotal: 0 }
      const statement = { ...votes, status: 'visible', parentId: null, subtaskId: null }
      batch.set(db.doc(`tasks/${id}/comments/statement-${index}`), statement)
    }
  }
  await batch.commit()
  // As many that bear a number as are looked at.
  await publishResults(db)
})
afterAll(() => admin.close())

it('a publication takes exactly the reads that are computed, also where revisions were replaced and many subtasks are there', async () => {
  const tasks = (await db.collection('tasks').get()).docs
  const replaced = tasks.reduce((all, task) => all + task.get('revision') - 1, 0)
  expect(replaced).toBeGreaterThan(0)
  const subtasks = tasks.reduce((all, task) => all + task.get('subtasks').length, 0)
  await db.doc('results/agreement').delete()
  expect((await publicationReads(db)).reads).toBe(readsToPublish({ subtasks, replaced }))
  // What was replaced is final, and is not read again.
  expect((await publicationReads(db)).reads).toBe(readsToPublish({ subtasks }))
  const many = Array.from({ length: MAX_SUBTASKS }, (_, index) => ({ id: `s${index}` }))
  await Promise.all(tasks.map((task) => task.ref.update({ subtasks: many })))
  expect((await publicationReads(db)).reads).toBe(readsToPublish({ subtasks: TASK_IDS.length * MAX_SUBTASKS }))
})
