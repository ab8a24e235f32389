import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router-dom'
import { type TaskId, taskIdFromNumber } from '#domain/plan.ts'
import { News } from '#features/history/news.tsx'
import { resultsQuery } from '#features/plan/queries.ts'
import { useTask } from '#features/plan/use-task.ts'

/** What is new in the task of this page. */
export default function TaskNews() {
  const id = taskIdFromNumber(useParams().number)
  return id && <NewsOf key={id} id={id} />
}

function NewsOf({ id }: { id: TaskId }) {
  const published = useQuery(resultsQuery).data?.tasks[id].revision
  const { task } = useTask(id, { isNear: false, published })
  return <News key={task.revision} task={task} />
}
