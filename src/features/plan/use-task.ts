import { useQuery } from '@tanstack/react-query'
import { use } from 'react'
import { builtTask } from '#data/built-plan.ts'
import type { Task, TaskId } from '#domain/plan.ts'
import { taskQuery } from './queries.ts'

/** A task: the text that came with the app, until Firestore's is here. @returns also whether a newer text took its place */
export function useTask(id: TaskId): { task: Task; isNewer: boolean } {
  const built = use(builtTask(id))
  const { data } = useQuery(taskQuery(id))
  // What this device has kept may be older than the app.
  const task = data && data.revision >= built.revision ? data : built
  return { task, isNewer: task.revision > built.revision }
}
