import type { QueryClient } from '@tanstack/react-query'
import { meQuery } from '#data/me.ts'
import type { OutboxEntry } from '#data/outbox.ts'
import { taskOf } from '#domain/deed.ts'
import { reconcileOwn } from '#features/account/reconcile.ts'
import { askAnew, isOfTask } from '#features/comments/cached-comments.ts'
import { reconcileComment, reconcileDeed } from '#features/comments/mutations.ts'
import { noteReported } from '#features/comments/reported.ts'
import { reconcileBallot } from '#features/priorities/mutations.ts'
import { reconcileStance } from '#features/stance/mutations.ts'

/** Something has arrived: each feature puts it into what it has read, or reads that anew. */
export async function reconcile(client: QueryClient, entry: OutboxEntry): Promise<void> {
  await Promise.all([reconcileOwn(client, entry.uid, entry.deed.kind), reconcileWhereDone(client, entry)])
}

async function reconcileWhereDone(client: QueryClient, entry: OutboxEntry): Promise<void> {
  const { uid, deed } = entry
  switch (deed.kind) {
    case 'comment':
      return reconcileComment(client, deed, entry.at)
    case 'stance':
      return reconcileStance(client, uid, deed)
    case 'ballot':
      return reconcileBallot(client, uid)
    default: {
      const role = client.getQueryData(meQuery.queryKey)?.participant?.role
      if (role) return reconcileDeed(client, role, { ...entry, deed })
      return undefined
    }
  }
}

/** Something may have been done elsewhere: what it changes is read anew. */
export async function readAgain(client: QueryClient, { uid, deed }: Pick<OutboxEntry, 'uid' | 'deed'>): Promise<void> {
  const task = taskOf(deed)
  if (deed.kind === 'report') noteReported(uid, deed.commentId)
  const read = askAnew(client, (query) => {
    const [what, ...about] = query.queryKey
    if (deed.kind === 'ballot') return what === 'ballot'
    if (deed.kind === 'stance') return what === 'stance' && about.includes(task)
    return what === 'reactions' || isOfTask(task, query)
  })
  await Promise.all([reconcileOwn(client, uid, deed.kind), read])
}
