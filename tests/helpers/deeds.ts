import { noStickers, type Stickers } from '#domain/ballot.ts'
import type { Comment } from '#domain/comment.ts'
import type { DeedOf } from '#domain/deed.ts'
import { sampleComment } from './samples.ts'

let made = 0

/** A comment of Mina's on task 3 that nobody else has the id of. */
export const commentDeed = (text: string, changes: Partial<Comment> = {}): DeedOf<'comment'> => ({
  kind: 'comment',
  comment: sampleComment({
    id: `t3-${String(++made).padStart(20, '0')}`,
    authorId: 'mina',
    role: 'student',
    text,
    ...changes,
  }),
})

export const stanceDeed = (value: 'agree' | 'unsure' | 'disagree', taskId: 't3' | 't4' = 't3'): DeedOf<'stance'> => ({
  kind: 'stance',
  taskId,
  revision: 2,
  value,
})

export const reactDeed = (commentId: string, value: 'agree' | 'disagree' | null = 'agree'): DeedOf<'react'> => ({
  kind: 'react',
  taskId: 't3',
  commentId,
  value,
})

export const ballotDeed = (stickers: Partial<Stickers>): DeedOf<'ballot'> => ({
  kind: 'ballot',
  stickers: { ...noStickers(), ...stickers },
})
