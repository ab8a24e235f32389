import type { ReactNode } from 'react'
import type { OutboxEntry } from '#data/outbox.ts'
import type { Comment } from '#domain/comment.ts'
import { Named } from './named.tsx'
import { laidOver } from './overlay.ts'
import { SaidItem } from './said-item.tsx'
import type { Talk } from './talk.ts'
import type { Around } from './use-around.ts'

export type ThreadProps = {
  comment: Comment
  talk: Talk
  around: Around
  entries: readonly OutboxEntry[]
  /** Whether its replies are open from the beginning. */
  opened?: boolean
  /** The comment or reply that the address of the page names. */
  named?: Comment | undefined
}

/** A comment or a reply in its thread. */
export function ThreadItem({
  comment,
  talk,
  around,
  entries,
  named,
  actions,
}: Omit<ThreadProps, 'opened'> & { actions?: ReactNode }) {
  const { id } = comment
  const item = (
    <SaidItem
      read={comment}
      said={laidOver(comment, around.reactions[id] ?? null, talk.me?.participant?.role, entries)}
      talk={talk}
      answer={around.answers[id]}
      actions={actions}
    />
  )
  return named?.id === id ? <Named marked={comment.parentId !== null}>{item}</Named> : item
}
