import { FieldValue } from 'firebase-admin/firestore'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { SHARDS } from '#domain/stance.ts'
import { rebuild } from '../../scripts/lib/rebuild.ts'
import { publishResults } from '../../scripts/lib/results.ts'
import { ballotSums, commentSums, type Sums, stanceSums } from '../../scripts/lib/sums.ts'
import { seedFirestore } from '../../scripts/seed/seed.ts'
import { violations } from '../rules/helpers/invariants.ts'
import { readStored } from '../rules/helpers/stored.ts'
import { admin, everything, run, writeAtOnce } from './helpers/emulator.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const { db } = admin
const ALL = [ballotSums(db), stanceSums(db), commentSums(db)]
const EXACT = ALL.map(() => ({ differences: [], strays: [] }))

const look = async () => {
  const found = []
  for (const sums of ALL) found.push(await rebuild(db, sums, false))
  return found
}
const wrongSums = async () => violations(new Map(), await readStored(), 'x').filter((law) => law.startsWith('2:'))
const idOf = async (path: string) => (await db.collection(path).limit(1).get()).docs[0]?.id ?? ''
const voteUntil = (closesAt: Date) => db.doc('settings/voting').set({ opensAt: new Date(0), closesAt })
/** Everything but what was published, and when voting ends. */
const data = async () => (await everything()).filter((line) => !/"path":"(results|settings)\//.test(line))
/** What is there and was not, or the other way round. */
const changedSince = async (before: readonly string[]) => {
  const [now, then] = [new Set(await data()), new Set(before)]
  return [...[...now].filter((line) => !then.has(line)), ...before.filter((line) => !now.has(line))]
}

beforeAll(() => seedFirestore(admin))
afterAll(() => admin.close())

it('the sums of the sample are right but for its reactions, which are counters only, and put right with them', async () => {
  const [ballots, stances, comments] = await look()
  expect([ballots, stances]).toEqual(EXACT.slice(1))
  const wrong = comments?.differences.flatMap(({ fields }) => fields.map(({ name }) => name)) ?? []
  expect(wrong.filter((name) => !/^(dis)?agree(Total|\.\w+)$/.test(name))).toEqual([])
  await rebuild(db, commentSums(db), true)
  expect(await look()).toEqual(EXACT)
  expect(await wrongSums()).toEqual([])
})

describe('sums that something wrote past the rules', () => {
  const comment = { path: '', replied: '' }
  let before: string[]

  beforeAll(async () => {
    before = await data()
    const { docs } = await db.collection('tasks/t1/comments').where('parentId', '!=', null).limit(1).get()
    comment.replied = `tasks/t1/comments/${docs[0]?.get('parentId')}`
    comment.path = `tasks/t4/comments/${await idOf('tasks/t4/comments')}`
    const [gone, wrong] = (await db.collection('ballotTallies').where('voters', '>', 0).limit(2).get()).docs
    const former = `tasks/t2/revisions/1/stanceTallies/${await idOf('tasks/t2/revisions/1/stanceTallies')}`
    await Promise.all([
      gone?.ref.delete(),
      wrong?.ref.update({ voters: FieldValue.increment(2), t3: FieldValue.increment(-1), role: 'resident' }),
      db.doc(former).update({ agree: FieldValue.increment(40) }),
      db.doc(`tasks/t6/revisions/1/stanceTallies/${await idOf('tasks/t6/revisions/1/stanceTallies')}`).delete(),
      db.doc(comment.path).update({ 'agree.parent': FieldValue.increment(3), disagreeTotal: -1 }),
      db.doc(comment.replied).update({ replyCount: 0, reportCount: FieldValue.increment(1) }),
    ])
    expect(await wrongSums()).not.toEqual([])
  })

  it('are shown, and left as they are', async () => {
    const broken = await data()
    const { code, said } = await run('tallies:rebuild')
    expect(code).toBe(1)
    for (const part of [
      /^Ballots: sums that differ: 2/m,
      /^Stances: sums that differ: 2/m,
      /^Comments: sums that differ: 2/m,
      /^ballotTallies\/\w+-\d+: role nothing, counted \w+; voters nothing, counted \d+/m,
      /^tasks\/t2\/revisions\/1\/stanceTallies\/\w+-\d+: agree 4\d, counted \d+$/m,
      /replyCount 0, counted [1-9]/,
      /Add --apply/,
    ]) {
      expect(said).toMatch(part)
    }
    expect(await changedSince(broken)).toEqual([])
  })

  it('are put right but for those of ballots, as long as voting is open', async () => {
    await voteUntil(new Date(Date.now() + 3_600_000))
    const { code, said } = await run('tallies:rebuild', '--apply')
    expect({ code, said }).toMatchObject({ code: 1, said: expect.stringContaining('Voting is open') })
    expect(said).toMatch(/^Ballots: sums that differ: 2/m)
    expect(said).toMatch(/^Stances: sums put right: 2/m)
    const left = await look()
    expect(left.map(({ differences }) => differences.length)).toEqual([2, 0, 0])
  })

  it('are all put right once it is closed: everything is as it was', async () => {
    await voteUntil(new Date(Date.now() - 1000))
    const { code, said } = await run('tallies:rebuild', '--apply')
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringMatching(/^Ballots: sums put right: 2/m) })
    expect(await changedSince(before)).toEqual([])
    expect(await wrongSums()).toEqual([])
  })

  it('are published anew, those of replaced revisions too', async () => {
    expect((await db.doc('results/agreement').get()).exists).toBe(false)
    expect((await publishResults(db)).isNew).toBe(true)
    expect((await db.doc('results/agreement').get()).get('tasks.t2')).toHaveLength(1)
  })
})

describe('what comes while it is counted:', () => {
  const revision = 'tasks/t3/revisions/1'
  const at = new Date()
  const vote = (uid: string, shard: number) => {
    const batch = db.batch()
    batch.set(db.doc(`${revision}/stances/${uid}`), { value: 'agree', role: 'parent', shard, at })
    const tally = db.doc(`${revision}/stanceTallies/parent-${shard}`)
    const [more, same] = [FieldValue.increment(1), FieldValue.increment(0)]
    batch.set(tally, { role: 'parent', agree: more, unsure: same, disagree: same }, { merge: true })
    return batch.commit()
  }

  /** As it is, but for somebody who comes in between, when the sum has been read and is about to be counted. */
  const interrupted = (sums: Sums, come: () => void): Sums => ({
    ...sums,
    summed: sums.summed.map((summed) => ({
      ...summed,
      of: (sum) => {
        come()
        return summed.of(sum)
      },
    })),
  })

  it('a vote on a tally that is put right is not lost', async () => {
    const tally = db.doc(`${revision}/stanceTallies/parent-5`)
    const { role, ...right } = (await tally.get()).data() as Record<string, number>
    const stored = (agree: number) => ({
      role: { stringValue: 'parent' },
      ...Object.fromEntries(
        Object.entries({ ...right, agree }).map(([side, count]) => [side, { integerValue: String(count) }]),
      ),
    })
    const agree = right.agree ?? 0
    await tally.update({ agree: agree + 7 })
    let times = 0
    const come = () => {
      if (times++ > 0) return
      const late = { value: { stringValue: 'agree' }, role: { stringValue: 'parent' }, shard: { integerValue: '5' } }
      writeAtOnce(`${revision}/stances/late`, late)
      writeAtOnce(tally.path, stored(agree + 8))
    }
    const { differences } = await rebuild(db, interrupted(stanceSums(db), come), true)
    const fields = [{ name: 'agree', held: agree + 8, counted: agree + 1 }]
    expect({ differences, times }).toEqual({ differences: [{ path: tally.path, fields }], times: 2 })
    expect((await tally.get()).data()).toEqual({ role, ...right, agree: agree + 1 })
  })

  it('many votes are neither lost nor taken for differences', async () => {
    await db.doc(`${revision}/stanceTallies/parent-9`).set({ role: 'parent', agree: 90, unsure: 0, disagree: 0 })
    const before = (await db.collection(`${revision}/stances`).count().get()).data().count
    let isOver = false
    let voted = 0
    const voting = (async () => {
      while (!isOver) await vote(`voter-${voted}`, voted++ % SHARDS)
    })()
    const { differences } = await rebuild(db, stanceSums(db), true)
    const looked = await rebuild(db, stanceSums(db), false)
    isOver = true
    await voting
    expect(voted).toBeGreaterThan(10)
    expect(differences.map(({ path }) => path)).toEqual([`${revision}/stanceTallies/parent-9`])
    expect(looked.differences).toEqual([])
    expect(await look()).toEqual(EXACT)
    expect((await db.collection(`${revision}/stances`).count().get()).data().count).toBe(before + voted)
  })

  it('a reaction to a comment that is put right is not lost', async () => {
    const comment = db.doc(`tasks/t3/comments/${await idOf('tasks/t3/comments')}`)
    const right = (await comment.get()).get('disagreeTotal')
    await comment.update({ disagreeTotal: 100 })
    const react = async () => {
      const batch = db.batch()
      const reaction = { value: 'disagree', role: 'staff', authorId: 'late', commentId: comment.id, at }
      batch.set(comment.collection('reactions').doc('late'), reaction)
      const more = FieldValue.increment(1)
      batch.update(comment, { 'disagree.staff': more, disagreeTotal: more })
      await batch.commit()
    }
    await Promise.all([rebuild(db, commentSums(db), true), react()])
    expect((await comment.get()).get('disagreeTotal')).toBe(right + 1)
    expect(await look()).toEqual(EXACT)
  })
})

it('what names no group and shard is told, and counted nowhere', async () => {
  const stray = db.doc('ballots/stray')
  await stray.set({ role: 'student', shard: 32, stickers: { t1: 1, t2: 0, t3: 0, t4: 0, t5: 0, t6: 0 } })
  expect(await rebuild(db, ballotSums(db), true)).toEqual({ differences: [], strays: ['ballots/stray'] })
  await stray.delete()
})
