import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { remote } from '#data/remote.ts'
import type { Participant } from '#domain/participant.ts'
import type { Task } from '#domain/plan.ts'
import type { Stance } from '#domain/stance.ts'
import { stanceQuery } from './queries.ts'

/** Takes or changes a stance. One after the other, never two at a time. */
export const takeStanceMutation = (client: QueryClient, me: Participant, task: Task) =>
  mutationOptions({
    mutationKey: ['take-stance', task.id],
    scope: { id: `stance:${task.id}` },
    mutationFn: (value: Stance) =>
      remote(
        () => import('#data/stances.ts'),
        ({ takeStance }) => takeStance(me, task.id, task.revision, value),
      ),
    // A lost answer may have been a yes: what is stored decides what is shown.
    onError: () => client.invalidateQueries({ queryKey: stanceQuery(me.uid, task.id, task.revision).queryKey }),
    onSuccess: (_, value) => client.setQueryData(stanceQuery(me.uid, task.id, task.revision).queryKey, value),
  })
