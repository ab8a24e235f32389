import type { AnswerList } from '#data/answers.ts'
import { isAnswerStatus } from '#domain/official-answer.ts'
import { taskIdFromNumber, taskNumber } from '#domain/plan.ts'

// How a choice of answers is written in an address, so that it can be shared: ?status=adopted&task=3

/** The choice that an address asks for. What there is not is not asked for. */
export function listIn(address: URLSearchParams): AnswerList {
  const status = address.get('status')
  return {
    status: isAnswerStatus(status) ? status : null,
    taskId: taskIdFromNumber(address.get('task') ?? undefined),
  }
}

/** The same address with another choice; whatever else it says stays. */
export function withList(address: URLSearchParams, { status, taskId }: AnswerList): URLSearchParams {
  const changed = new URLSearchParams(address)
  const values = { status, task: taskId === null ? null : String(taskNumber(taskId)) }
  for (const [name, value] of Object.entries(values)) {
    if (value === null) changed.delete(name)
    else changed.set(name, value)
  }
  return changed
}
