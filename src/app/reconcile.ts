import type { QueryClient } from '@tanstack/react-query'
import type { OutboxEntry } from '#data/outbox.ts'
import { reconcileComment } from '#features/comments/mutations.ts'
import { reconcileBallot } from '#features/priorities/mutations.ts'
import { reconcileStance } from '#features/stance/mutations.ts'

/** Something has arrived: each feature puts it into what it has read, or reads that anew. */
export async function reconcile(client: QueryClient, { uid, deed }: OutboxEntry): Promise<void> {
  switch (deed.kind) {
    case 'comment':
      return reconcileComment(client, deed)
    case 'stance':
      return reconcileStance(client, uid, deed)
    case 'ballot':
      return reconcileBallot(client, uid)
    default:
      // Edits, withdrawals, reactions and reports change what is read of comments.
      return client.invalidateQueries({ queryKey: ['comments', deed.taskId] })
  }
}
