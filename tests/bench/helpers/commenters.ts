import { setTimeout } from 'node:timers/promises'
import { FirebaseError } from 'firebase/app'
import { doc, type Firestore, getDoc, increment, serverTimestamp } from 'firebase/firestore/lite'
import type { Firestore as Admin } from 'firebase-admin/firestore'
import { type Comment, commentFromDraft, newCommentId } from '#domain/comment.ts'
import type { Participant } from '#domain/participant.ts'
import { TASK_IDS } from '#domain/plan.ts'
import { gain, REACTIONS, type Reaction } from '#domain/reaction.ts'
import { ROLES } from '#domain/roles.ts'
import { randomFor } from '../../../scripts/seed/random.ts'
import { arrive, clientOf, type Load, noLoad } from './arriving.ts'
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
const pause = () => setTimeout(PAUSE_MS.least + Math.random() * (PAUSE_MS.most - PAUSE_MS.least))

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

/** All of them at once: each says something, then reacts to what others say once it is there and they have read it. */
export async function commentAtOnce(firestore: string, commenters: readonly Commenter[]): Promise<Load> {
  const load = noLoad()
  const said = new Map<string, Promise<void>>()
  const speak = async ({ comment, me }: Commenter, db: Firestore) => {
    await pause()
    await (comment.parentId && said.get(comment.parentId))
    await publish(db, me, comment, load)
  }
  const clients = commenters.map(({ me }) => clientOf(firestore, me.uid))
  for (const [index, one] of commenters.entries()) said.set(one.comment.id, speak(one, clients[index] as Firestore))
  await Promise.all(
    commenters.map(async ({ me, comment, thinks }, index) => {
      await said.get(comment.id)
      for (const { of, values } of thinks) {
        const other = commenters[of]?.comment
        if (!other) continue
        await said.get(other.id)
        for (const value of values) {
          await pause()
          await react(clients[index] as Firestore, me, other, value, load)
        }
      }
    }),
  )
  return load
}

async function publish(db: Firestore, me: Participant, comment: Comment, load: Load): Promise<void> {
  const { id, taskId, createdAt: _, ...fields } = comment
  const target = doc(db, pathOf(comment))
  await arrive(
    db,
    {
      read: () => isThere(db, pathOf(comment)),
      isDone: (arrived) => arrived,
      write(batch) {
        batch.set(target, { ...fields, createdAt: serverTimestamp(), hiddenReason: null })
        batch.update(doc(db, 'participants', me.uid), { lastComment: { id, at: serverTimestamp() } })
        if (comment.parentId) {
          batch.update(doc(db, 'tasks', taskId, 'comments', comment.parentId), { replyCount: increment(1) })
        }
      },
    },
    load,
  )
}

/** Of a comment that is not there nobody is told so: reading it is refused. */
async function isThere(db: Firestore, path: string): Promise<boolean> {
  try {
    return (await getDoc(doc(db, path))).exists()
  } catch (error) {
    if (error instanceof FirebaseError && error.code === 'permission-denied') return false
    throw error
  }
}

async function react(db: Firestore, me: Participant, comment: Comment, value: Reaction, load: Load): Promise<void> {
  const target = doc(db, pathOf(comment))
  const mine = doc(target, 'reactions', me.uid)
  await arrive<Reaction | null>(
    db,
    {
      read: async () => ((await getDoc(mine)).get('value') as Reaction | undefined) ?? null,
      isDone: (stored) => stored === value,
      write(batch, stored) {
        batch.set(mine, { authorId: me.uid, commentId: comment.id, value, role: me.role, at: serverTimestamp() })
        const moves = REACTIONS.map((side) => [side, gain(side, stored, value)] as const).filter(([, by]) => by !== 0)
        const counts = moves.flatMap(([side, by]) => [
          [`${side}.${me.role}`, increment(by)],
          [`${side}Total`, increment(by)],
        ])
        batch.update(target, Object.fromEntries(counts))
      },
    },
    load,
  )
}

/** What is missing, or there twice, or miscounted, each in words: everything that was said and thought, one by one. */
export async function whatIsWrong(db: Admin, commenters: readonly Commenter[]): Promise<string[]> {
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
