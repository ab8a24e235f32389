import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { remote } from '#data/remote.ts'
import type { Participant } from '#domain/participant.ts'
import type { Task } from '#domain/plan.ts'
import type { Stance } from '#domain/stance.ts'
import { stanceQuery } from './queries.ts'

/** Takes or changes a stance: shown at once, taken back if it is refused. One after the other, never two at a time. */
export const takeStanceMutation = (client: QueryClient, me: Participant, task: Task) => {
  const { queryKey } = stanceQuery(me.uid, task.id, task.revision)
  return mutationOptions({
    mutationKey: ['take-stance', task.id],
    scope: { id: `stance:${task.id}` },
    mutationFn: (value: Stance) =>
      remote(
        () => import('#data/stances.ts'),
        ({ takeStance }) => takeStance(me, task.id, task.revision, value),
      ),
    onMutate: async (value) => {
      await client.cancelQueries({ queryKey })
      const before = client.getQueryData(queryKey)
      client.setQueryData(queryKey, value)
      return { before }
    },
    onError: (_error, _value, context) => client.setQueryData(queryKey, context?.before ?? null),
  })
}
