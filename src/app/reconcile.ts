import type { QueryClient } from '@tanstack/react-query'
import type { OutboxEntry } from '#data/outbox.ts'
import { type Deed, taskOf } from '#domain/deed.ts'
import { reconcileComment } from '#features/comments/mutations.ts'
import { reconcileStance } from '#features/stance/mutations.ts'

/** Something has arrived: each feature puts it into what it has read, or reads that anew. */
export async function reconcile(client: QueryClient, { uid, deed }: OutboxEntry): Promise<void> {
  switch (deed.kind) {
    case 'comment':
      return reconcileComment(client, deed)
    case 'stance':
      return reconcileStance(client, uid, deed)
    default:
      return readAgain(client, deed)
  }
}

/** Something may have been done elsewhere: what it changes is read anew. */
export async function readAgain(client: QueryClient, deed: Deed): Promise<void> {
  const task = taskOf(deed)
  const changed = deed.kind === 'stance' ? ['stance'] : ['comments', 'replies']
  await client.invalidateQueries({
    predicate: ({ queryKey }) => changed.includes(String(queryKey[0])) && queryKey.includes(task),
  })
}
