import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router-dom'
import { type TaskId, taskIdFromNumber } from '#domain/plan.ts'
import { News } from '#features/history/news.tsx'
import { OpeningTimes } from '#features/plan/opening-times.tsx'
import { resultsQuery } from '#features/plan/queries.ts'
import { useTask } from '#features/plan/use-task.ts'

/** What few readers of a task need: when it closes or opens, and what is new since they were here. */
export default function TaskNews() {
  const id = taskIdFromNumber(useParams().number)
  return id && <NewsOf key={id} id={id} />
}

function NewsOf({ id }: { id: TaskId }) {
  const result = useQuery(resultsQuery).data?.tasks[id]
  const { task } = useTask(id, { isNear: false, result })
  return (
    <>
      {task.turnsAt && <OpeningTimes task={task} />}
      <News task={task} />
    </>
  )
}
