import type { TaskId } from '#domain/plan.ts'
import { storage } from './storage.ts'

const keyOf = (taskId: TaskId) => `seen:${taskId}`

/** The revision of a task that was read last on this device, or null on a first visit. It is kept here and nowhere else. */
export function seenRevision(taskId: TaskId): number | null {
  const number = Number(storage.read(keyOf(taskId)) ?? Number.NaN)
  return Number.isInteger(number) ? number : null
}

/** A page may first show an older text than the last one did, until a newer one arrives: that is not read later. */
export function rememberRevision(taskId: TaskId, revision: number): void {
  if ((seenRevision(taskId) ?? 0) < revision) storage.write(keyOf(taskId), String(revision))
}
