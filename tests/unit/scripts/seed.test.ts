import type { DocumentData } from 'firebase-admin/firestore'
import { describe, expect, it } from 'vitest'
import { AUDIT_ACTIONS, moderationEntryId } from '#domain/audit.ts'
import { DEMO_ACCOUNTS } from '#domain/demo-accounts.ts'
import { TASK_IDS } from '#domain/plan.ts'
import { gapsIn } from '#domain/plan-draft.ts'
import { draftFrom, type PlanFileTask } from '#domain/plan-file.ts'
import { ROLES } from '#domain/roles.ts'
import { parseSlip } from '#domain/slip.ts'
import { answerDocs } from '../../../scripts/seed/answers.ts'
import type { Doc } from '../../../scripts/seed/docs.ts'
import { readInputs } from '../../../scripts/seed/inputs.ts'
import { ballotDocs, stanceDocs, votingDocs } from '../../../scripts/seed/opinions.ts'
import { people, peopleDocs } from '../../../scripts/seed/people.ts'
import { planDocs, sampleRevisions } from '../../../scripts/seed/plan-docs.ts'
import { reviewDocs, withReviews } from '../../../scripts/seed/reviews.ts'
import { DEMO_SLIPS, slipDocs } from '../../../scripts/seed/slips.ts'
import { voiceDocs } from '../../../scripts/seed/voices.ts'

const now = new Date('2026-03-02T09:00:00+09:00')
const inputs = readInputs()
const everyone = people(inputs)
const docs: Doc[] = [
  ...planDocs(inputs, now),
  ...withReviews(voiceDocs(inputs, now), inputs),
  ...reviewDocs(inputs, now),
  ...answerDocs(inputs, now),
  ...peopleDocs(everyone, true, now),
  ...stanceDocs(everyone, inputs, now),
  ...ballotDocs(everyone, now),
  ...votingDocs(now),
  ...slipDocs(now),
]
/** The comments themselves, without what they said before. */
const COMMENTS = /\/comments\/[^/]+$/
const under = (pattern: RegExp) => docs.filter(([path]) => pattern.test(path))
const doc = (path: string): DocumentData => docs.find(([other]) => other === path)?.[1] ?? {}
const participants = new Map(under(/^participants\//).map(([path, data]) => [path.split('/')[1], data]))

describe('the sample data', () => {
  it('writes each document once', () => {
    const paths = docs.map(([path]) => path)
    expect(new Set(paths).size).toBe(paths.length)
  })

  it('is the same every time', () => {
    expect(stanceDocs(people(readInputs()), readInputs(), now)).toEqual(stanceDocs(everyone, inputs, now))
  })

  it('has a newest revision of each task that says what the task says, each with its entry in the log', () => {
    for (const id of TASK_IDS) {
      const task = doc(`tasks/${id}`)
      const { status: _, turnsAt: __, cited, ...said } = task
      const logEntry = expect.any(String)
      const newest = doc(`tasks/${id}/revisions/${said.revision}`)
      expect(newest).toEqual({ ...said, changeNote: expect.anything(), citations: cited[said.revision], logEntry })
      for (let number = 1; number <= said.revision; number++) {
        const { changeNote, logEntry, publishedAt: at } = doc(`tasks/${id}/revisions/${number}`)
        const entry = { action: 'publish-revision', target: `${id}/${number}`, byUid: 'demo-editor' }
        expect(doc(`auditLog/${logEntry}`)).toEqual({ ...entry, reason: changeNote.ko, at })
      }
    }
  })

  it('has a plan that was published before anybody spoke of it, at the beginning of its years', () => {
    const published = under(/^tasks\/t\d\/revisions\/1$/).map(([, { publishedAt }]) => publishedAt.toISOString())
    expect(new Set(published)).toEqual(new Set(['2023-03-02T00:00:00.000Z']))
    const said = under(COMMENTS).map(([, { createdAt }]) => createdAt.getTime())
    expect(Math.min(...said)).toBeGreaterThan(now.getTime() - 400 * 86_400_000)
  })

  it('has second revisions that an editor could publish, shaped by what was said before, and after an answer', () => {
    const revised = TASK_IDS.filter((id) => sampleRevisions(inputs, id, now).length > 1)
    expect(revised).toEqual(['t2'])
    for (const id of revised) {
      const [before, after] = sampleRevisions(inputs, id, now) as [PlanFileTask, PlanFileTask]
      const citations = Object.entries(after.citations ?? {})
      expect(gapsIn({ ...draftFrom(after, null), citations: Object.fromEntries(citations) }, before)).toEqual([])
      expect(citations.length).toBeGreaterThan(3)
      const at = new Date(after.publishedAt ?? '')
      expect(now.getTime() - at.getTime()).toBeLessThan(31 * 86_400_000)
      for (const [cited] of citations) expect(doc(`tasks/${id}/comments/${cited}`).createdAt < at).toBe(true)
      const answers = citations.flatMap(([cited]) => under(new RegExp(`^responses/${cited}$`)))
      expect(answers.some(([, answer]) => answer.status === 'adopted' && answer.at < at)).toBe(true)
    }
  })

  it('has stances on each revision while it was the newest, and most of the first ones anew', () => {
    const revised = doc('tasks/t2').publishedAt
    const [before, after] = [1, 2].map((number) => under(new RegExp(`^tasks/t2/revisions/${number}/stances/`)))
    expect(before?.every(([, { at }]) => at < revised)).toBe(true)
    expect(after?.every(([, { at }]) => at >= revised && at <= now)).toBe(true)
    expect(after?.length).toBeGreaterThan((before?.length ?? 0) / 2)
  })

  it('lets every comment be said by a participant who is what the comment says', () => {
    const comments = under(COMMENTS)
    expect(comments.length).toBeGreaterThan(60)
    for (const [path, { authorId, role, verification, level }] of comments) {
      expect(path).toMatch(/^(tasks\/t\d)\/comments\/t\d-[A-Za-z0-9]{20}$/)
      expect(path.split('/')[1]).toBe(path.split('/')[3]?.split('-')[0])
      expect(participants.get(authorId)).toMatchObject({ role, verification, level })
    }
  })

  it('tells a level of those alone who came with a slip, as the rules do, and of several kinds of school', () => {
    const told = [...participants.values()].filter(({ level }) => level)
    expect(told.filter(({ verification }) => verification !== 'invite')).toEqual([])
    expect(new Set(told.map(({ level }) => level)).size).toBeGreaterThan(3)
    for (const { uid } of DEMO_ACCOUNTS) expect(participants.get(uid)?.level ?? null).toBeNull()
  })

  it('lets no comment have more reactions of a group than the group has people', () => {
    const size = (role: string) => everyone.filter((person) => person.role === role).length
    for (const [, { agree, disagree }] of under(COMMENTS)) {
      for (const role of ROLES) expect(agree[role] + disagree[role]).toBeLessThanOrEqual(size(role))
    }
  })

  it('counts the replies under their parents', () => {
    const comments = under(COMMENTS)
    for (const [path, { replyCount }] of comments) {
      const id = path.split('/').at(-1)
      expect(replyCount).toBe(comments.filter(([, { parentId }]) => parentId === id).length)
    }
  })

  it('has tallies that are the sums of the stances, by group and shard', () => {
    for (const id of TASK_IDS) {
      const sums: Record<string, DocumentData> = {}
      for (const [path, { role, shard, value }] of under(new RegExp(`^tasks/${id}/.*/stances/`))) {
        const tally = path.replace(/stances\/.*/, `stanceTallies/${role}-${shard}`)
        const sum = sums[tally] ?? { role, agree: 0, unsure: 0, disagree: 0 }
        sums[tally] = { ...sum, [value]: sum[value] + 1 }
      }
      expect(Object.fromEntries(under(new RegExp(`^tasks/${id}/.*/stanceTallies/`)))).toEqual(sums)
    }
  })

  it('has ballots of at most five stickers, and tallies that are their sums', () => {
    const ballots = under(/^ballots\//)
    for (const [, { stickers }] of ballots) {
      const numbers = TASK_IDS.map((id): number => stickers[id])
      expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
      expect(numbers.reduce((sum, number) => sum + number)).toBeLessThanOrEqual(5)
    }
    const tallies = under(/^ballotTallies\//)
    const total = (field: string) => tallies.reduce((sum, [, data]) => sum + data[field], 0)
    expect(total('voters')).toBe(ballots.length)
    for (const id of TASK_IDS) expect(total(id)).toBe(ballots.reduce((sum, [, { stickers }]) => sum + stickers[id], 0))
  })

  it('takes ballots since before the first was cast', () => {
    const [[, { opensAt, closesAt }] = ['', {}]] = under(/^settings\/voting$/)
    const cast = under(/^ballots\//).map(([, { at }]) => at.getTime())
    expect(Math.min(...cast)).toBeGreaterThan(opensAt.getTime())
    expect(closesAt.getTime()).toBeGreaterThan(now.getTime())
  })

  it('has comments that the public must not see, none of them with a text its author has withdrawn', () => {
    const unseen = under(COMMENTS).filter(([, { status }]) => status !== 'visible')
    expect(unseen.map(([, { status }]) => status).sort()).toEqual(['hidden', 'hidden', 'withdrawn'])
    expect(unseen.find(([, { status }]) => status === 'withdrawn')?.[1]).toMatchObject({ text: '', hiddenReason: null })
  })

  it('keeps what was said before an edit, as many texts as there were edits', () => {
    const edited = under(COMMENTS).filter(([, { edits }]) => edits > 0)
    expect(edited.length).toBeGreaterThan(0)
    for (const [path, { edits, editedAt, createdAt, text }] of edited) {
      const former = docs.filter(([other]) => other.startsWith(`${path}/edits/`))
      expect(former.map(([other]) => other.split('/').at(-1))).toEqual(
        Array.from({ length: edits }, (_, i) => `${i + 1}`),
      )
      expect(former.at(-1)?.[1].at).toEqual(editedAt)
      expect(editedAt.getTime()).toBeGreaterThan(createdAt.getTime())
      for (const [, data] of former) expect(data.text).not.toBe(text)
    }
  })

  it('answers comments that are there, after they were made, each with an entry in the log', () => {
    const answers = under(/^responses\//)
    expect(new Set(answers.map(([, { status }]) => status)).size).toBeGreaterThan(3)
    for (const [path, { taskId, at, logEntry }] of answers) {
      const comment = docs.find(([other]) => other === `tasks/${taskId}/comments/${path.split('/')[1]}`)?.[1]
      expect(comment?.status).toBe('visible')
      expect(at.getTime()).toBeGreaterThan(comment?.createdAt.getTime())
      expect(docs.find(([other]) => other === `auditLog/${logEntry}`)?.[1]).toMatchObject({ action: 'answer' })
    }
  })

  it('reviews comments that are there, under themes that are there', () => {
    const themes = under(/^themes\//).map(([path]) => path.split('/')[1])
    const reviews = under(/^reviews\//)
    expect(reviews.length).toBeGreaterThan(10)
    for (const [path, review] of reviews) {
      expect(docs.some(([other]) => other === `tasks/${review.taskId}/comments/${path.split('/')[1]}`)).toBe(true)
      for (const theme of review.themes) expect(themes).toContain(theme)
      if (review.assignee !== null) expect(docs.some(([other]) => other === `staff/${review.assignee}`)).toBe(true)
    }
  })

  it('counts the reports of each comment, made by other people after it was', () => {
    const reports = under(/^reports\//)
    for (const [path, comment] of under(COMMENTS)) {
      const its = reports.filter(([other]) => other.split('~')[1] === path.split('/').at(-1))
      expect(comment.reportCount).toBe(its.length)
      for (const [other, { at }] of its) {
        expect(participants.has(other.split('~')[2])).toBe(true)
        expect(other.split('~')[2]).not.toBe(comment.authorId)
        expect(at.getTime()).toBeGreaterThan(comment.createdAt.getTime())
      }
    }
    expect(reports.length).toBeGreaterThan(5)
  })

  it('has as many decisions in the log as the comments count', () => {
    const decided = under(/^auditLog\//).filter(([, { action }]) => ['hide', 'restore'].includes(action))
    const counted = under(COMMENTS).flatMap(([path, { moderations }]) =>
      Array.from(
        { length: moderations },
        (_, i) => `auditLog/${moderationEntryId(path.split('/').at(-1) ?? '', i + 1)}`,
      ),
    )
    expect(decided.map(([path]) => path).toSorted()).toEqual(counted.toSorted())
    expect(counted.length).toBe(3)
  })

  it('has slips to try, under one entry of the log, most of them unused', () => {
    expect(DEMO_SLIPS.map(parseSlip)).toEqual(DEMO_SLIPS)
    const slips = under(/^invites\//)
    expect(slips.map(([path]) => path.split('/')[1])).toEqual(DEMO_SLIPS)
    for (const [, { batch, issuedBy }] of slips) {
      expect(docs.find(([path]) => path === `auditLog/${batch}`)?.[1]).toMatchObject({ target: batch, byUid: issuedBy })
    }
    expect(slips.filter(([, { used }]) => !used).length).toBeGreaterThan(6)
    expect(DEMO_ACCOUNTS.find(({ staffRights }) => staffRights?.canInvite)?.uid).toBe(slips[0]?.[1].issuedBy)
  })

  it('writes nothing into the log that the app has no name for', () => {
    for (const [, { action }] of under(/^auditLog\//)) expect(AUDIT_ACTIONS).toContain(action)
  })

  it('gives staff records to demo accounts only where these are wanted', () => {
    expect(under(/^staff\//)).toHaveLength(2)
    expect(peopleDocs(everyone, false, now).some(([path]) => /^(staff|identities)\//.test(path))).toBe(false)
  })
})
