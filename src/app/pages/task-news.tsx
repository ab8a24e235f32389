import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useParams } from 'react-router-dom'
import { Live } from '#components/live.tsx'
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
      {/* There before its words, which come by themselves and change by themselves. */}
      <Live>
        <Suspense>{task.turnsAt && <OpeningTimes task={task} />}</Suspense>
      </Live>
      <News task={task} />
    </>
  )
}
