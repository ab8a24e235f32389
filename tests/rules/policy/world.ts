import { Timestamp } from 'firebase/firestore/lite'
import { ballot, ballotPath, ballotTallyPath, on, seedVoting } from '../helpers/ballots.ts'
import { EMULATOR, PROJECT } from '../helpers/config.ts'
import { admin, emailOf } from '../helpers/emulator.ts'
import { emailHash, seed, seedParticipant, seedStaff, staffOf } from '../helpers/people.ts'
import { draft, seedPlan } from '../helpers/planning.ts'
import { seedPublication } from '../helpers/publications.ts'
import { answer, dismissing, LOG1, logEntry, namingTheme, review, THEME } from '../helpers/reviewing.ts'
import { seedSlip } from '../helpers/slips.ts'
import { reaction, reactionPath, reportPath } from '../helpers/talk.ts'
import { C1, C2, commentPath, seedComment, stance, stancePath, tallyPath } from '../helpers/voices.ts'
import { commit } from '../helpers/writes.ts'

/** Somebody else's comment, which those in the table may react to and report. */
export const C3 = 't1-AaBbCcDdEeFfGgHhIi03'
/** An id that no comment has yet. */
export const NEW = 't1-NnEeWwNnEeWwNnEeWw01'

export const identityOf = (uid: string): string => `identities/${emailHash(emailOf(uid))}`

async function empty(): Promise<void> {
  const answer_ = await fetch(`${EMULATOR}/emulator/v1/projects/${PROJECT}/databases/(default)/documents`, {
    method: 'DELETE',
  })
  if (!answer_.ok) throw new Error(await answer_.text())
}

/** A database with one of everything, as the product leaves it: the same at the start of every row of the table. */
export async function seedWorld(): Promise<void> {
  await empty()
  await Promise.all([seedPeople(), seedPlan(), seedTalk(), seedVotes(), seedWorkspace(), seedSlip()])
}

async function seedPeople(): Promise<void> {
  for (const uid of ['owner', 'participant', 'third']) await seedParticipant(uid)
  await seed('participants/gone', { leftAt: Timestamp.fromMillis(0) })
  await seed(identityOf('gone'), { uid: 'gone' })
  await seedStaff('reviewer', { canReview: true })
  await seedStaff('editor', { canEdit: true })
  await seedStaff('inviter', { canInvite: true })
  await seedStaff('manager', { canManage: true })
  await dismissFormer()
}

/** They had every right, until the manager took their record away. */
async function dismissFormer(): Promise<void> {
  const record = staffOf({ canReview: true, canEdit: true, canInvite: true, canManage: true })
  await seed('staff/former', record)
  await commit(admin(), dismissing('former', '', 'manager', record))
}

async function seedTalk(): Promise<void> {
  await seedComment('owner', { edits: 1, editedAt: Timestamp.fromMillis(1) })
  await seed(`${commentPath(C1)}/edits/1`, { text: '앞선 글', at: Timestamp.fromMillis(1) })
  await seedComment('owner', { status: 'hidden', hiddenReason: 'abuse', moderations: 1 }, C2)
  await seedComment(
    'third',
    { agree: { student: 1, parent: 0, teacher: 0, staff: 0, resident: 0 }, agreeTotal: 1, reportCount: 1 },
    C3,
  )
  await seed(reactionPath('owner', C3), reaction('owner', 'agree', { commentId: C3 }))
  await seed(reportPath('owner', C3), { reason: 'abuse', at: Timestamp.fromMillis(0) })
}

async function seedVotes(): Promise<void> {
  await seedVoting()
  await seed(stancePath('owner'), stance('agree'))
  await seed(tallyPath(), { role: 'student', agree: 1, unsure: 0, disagree: 0 })
  await seed(ballotPath('owner'), ballot(on({ t1: 1 })))
  await seed(ballotTallyPath(), { role: 'student', voters: 1, ...on({ t1: 1 }) })
  await seedPublication()
  // What scripts alone write.
  await seed('results/agreement', { tasks: {}, number: 1, publishedAt: Timestamp.fromMillis(0) })
  await seed('settings/schema', { version: 1 })
}

async function seedWorkspace(): Promise<void> {
  await seed(`responses/${C1}`, answer())
  for (const uid of ['reviewer', 'colleague'])
    await seed(`presence/${uid}`, { answering: C1, at: Timestamp.fromMillis(0) })
  await seed(`reviews/${C1}`, review())
  await seed(`themes/${THEME}`, namingTheme()[0].set)
  await seed('drafts/t1', draft('editor'))
  await seed(`auditLog/${LOG1}`, logEntry('theme', THEME))
  // Of what no rule speaks.
  await seed('elsewhere/x', { a: 1 })
}
