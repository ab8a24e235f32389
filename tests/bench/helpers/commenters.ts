import { setTimeout } from 'node:timers/promises'
import type { Firestore as Admin } from 'firebase-admin/firestore'
import { type Comment, commentFromDraft, newCommentId } from '#domain/comment.ts'
import type { Participant } from '#domain/participant.ts'
import { TASK_IDS } from '#domain/plan.ts'
import { REACTIONS, type Reaction } from '#domain/reaction.ts'
import { ROLES } from '#domain/roles.ts'
import { randomFor } from '../../../scripts/seed/random.ts'
import { clientOf, type Load, noLoad, outboxOf } from './arriving.ts'
import { participantOf, seedParticipants } from './voters.ts'

/** Somebody's comment, a reply to what an earlier one says if there is a parent, and what they think of others' in turn. */
type Commenter = {
  readonly me: Participant
  readonly comment: Comment
  readonly thinks: readonly { readonly of: number; readonly values: readonly Reaction[] }[]
}

const REACTIONS_EACH = 4

/** How long somebody reads or writes between two things. */
const PAUSE_MS = { least: 1_000, most: 5_000 } as const

/** Every fourth replies, to one of these, so that many meet at one comment. */
const FIRST = 10

const random = randomFor('commenters')

const pathOf = ({ taskId, id }: Comment): string => `tasks/${taskId}/comments/${id}`

/** Makes people who joined long ago, and what each of them is going to say. The plan is there already. */
export async function seedCommenters(db: Admin, number: number): Promise<readonly Commenter[]> {
  const commenters: Commenter[] = []
  for (let index = 0; index < number; index++) {
    const me = participantOf(`commenter-${index}`, random.pick(ROLES))
    const parent = index % 4 === 3 ? commenters[random.below(Math.min(FIRST, index))]?.comment : undefined
    const top = parent?.parentId ? undefined : parent
    const taskId = top?.taskId ?? random.pick(TASK_IDS)
    const draft = { id: newCommentId(taskId), text: `${index}번째 의견이에요.`, subtaskId: null }
    const others = Array.from({ length: REACTIONS_EACH }, () => random.below(index % 2 === 0 ? FIRST : number))
    commenters.push({
      me,
      comment: commentFromDraft(me, { id: taskId, revision: 1, subtasks: [] }, draft, top ?? null),
      thinks: [...new Set(others)]
        .filter((of) => of !== index && of < number)
        .map((of) => ({ of, values: random.below(3) === 0 ? REACTIONS : [random.pick(REACTIONS)] })),
    })
  }
  await seedParticipants(
    db,
    commenters.map(({ me }) => me),
  )
  return commenters
}

/**
 * All of them at once: each says something, then reacts to what others say once it is there and they have read it.
 * @param pace how many times faster they read and write than people do
 */
export async function commentAtOnce(
  firestore: string,
  commenters: readonly Commenter[],
  patience: number,
  pace: number,
): Promise<Load> {
  const load = noLoad()
  const pause = () => setTimeout((PAUSE_MS.least + Math.random() * (PAUSE_MS.most - PAUSE_MS.least)) / pace)
  const said = new Map<string, Promise<void>>()
  const people = commenters.map((one) => ({
    ...one,
    send: outboxOf(one.me, clientOf(firestore, one.me.uid), patience, load),
  }))
  for (const { comment, send } of people) {
    const speak = async () => {
      await pause()
      await (comment.parentId && said.get(comment.parentId))
      await send({ kind: 'comment', comment })
    }
    said.set(comment.id, speak())
  }
  await Promise.all(
    people.map(async ({ comment, thinks, send }) => {
      await said.get(comment.id)
      for (const { of, values } of thinks) {
        const other = commenters[of]?.comment
        if (!other) continue
        await said.get(other.id)
        for (const value of values) {
          await pause()
          await send({ kind: 'react', taskId: other.taskId, commentId: other.id, value })
        }
      }
    }),
  )
  return load
}

/** What is missing, or there twice, or miscounted, each in words: everything that was said and thought, one by one. */
export async function wrongWords(db: Admin, commenters: readonly Commenter[]): Promise<string[]> {
  const [comments, reactions] = await Promise.all([
    db.collectionGroup('comments').get(),
    db.collectionGroup('reactions').get(),
  ])
  const wrong: string[] = []
  const expect = (what: string, found: unknown, expected: unknown) => {
    if (found !== expected) wrong.push(`${what}: ${found}, not ${expected}`)
  }
  const thoughts = commenters.flatMap(({ me, thinks }) =>
    thinks.map(({ of, values }) => ({ me, of: commenters[of]?.comment.id, value: values.at(-1) })),
  )
  const byPath = new Map(reactions.docs.map((one) => [one.ref.path, one]))
  const byId = new Map(comments.docs.map((one) => [one.id, one]))
  expect('comments', comments.size, commenters.length)
  expect('reactions', reactions.size, thoughts.length)
  for (const { comment } of commenters) {
    const stored = byId.get(comment.id)
    expect(
      `replies to ${comment.id}`,
      stored?.get('replyCount'),
      commenters.filter((one) => one.comment.parentId === comment.id).length,
    )
    const about = thoughts.filter(({ of }) => of === comment.id)
    for (const side of REACTIONS) {
      expect(
        `${side} with ${comment.id}`,
        stored?.get(`${side}Total`),
        about.filter(({ value }) => value === side).length,
      )
      for (const role of ROLES) {
        const theirs = about.filter(({ me, value }) => me.role === role && value === side)
        expect(`${side} of ${role} with ${comment.id}`, stored?.get(`${side}.${role}`), theirs.length)
      }
    }
    for (const { me, value } of about) {
      expect(`${me.uid} of ${comment.id}`, byPath.get(`${pathOf(comment)}/reactions/${me.uid}`)?.get('value'), value)
    }
  }
  return wrong
}
