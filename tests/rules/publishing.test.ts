import { type DocumentData, deleteField, doc, getDoc, Timestamp } from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { TASK_IDS } from '#domain/plan.ts'
import { admin, anyone, onEmulator, signedIn } from './helpers/emulator.ts'
import { accepts } from './helpers/outcomes.ts'
import { seed, seedParticipant, seedStaff } from './helpers/people.ts'
import {
  commonGround,
  ENTRY,
  logged,
  publication,
  publishing,
  seedPublication,
  taskResult,
} from './helpers/publications.ts'
import { double, plus, restCommit, restWrite, serverTime } from './helpers/rest.ts'
import { asSent } from './helpers/sent.ts'
import { refused, unheardOf } from './helpers/verdicts.ts'
import { commit, type Write } from './helpers/writes.ts'

onEmulator()

beforeEach(async () => {
  await seedPublication()
  await seedStaff('reviewer', { canReview: true })
  await seedStaff('editor', { canEdit: true, canInvite: true, canManage: true })
  await seedParticipant('mina')
})

const write = (...writes: Write[]) => commit(signedIn('reviewer'), writes)
const [kept, current, ground, entry] = publishing('reviewer')
const publish = (change: DocumentData) => write(...publishing('reviewer', publication(change)))
const withTask = (change: DocumentData) => publish({ tasks: { ...publication().tasks, t4: taskResult(change) } })

describe('a reviewer publishes', () => {
  it('results that are kept, current and logged, with or without common ground', async () => {
    await write(kept, current, ground, entry)
    const [now, always] = await Promise.all(
      ['results/current', 'results/000002'].map(async (path) => (await getDoc(doc(anyone(), path))).data()),
    )
    expect(now).toEqual(always)
    expect(now?.logEntry).toBe(ENTRY)
    expect((await getDoc(doc(signedIn('reviewer'), `auditLog/${ENTRY}`))).get('byUid')).toBe('reviewer')
    await seedPublication()
    await commit(admin(), [
      { path: 'results/000002', remove: true },
      { path: `auditLog/${ENTRY}`, remove: true },
    ])
    await write(entry, current, kept)
  })

  it.each([
    ['somebody who has not signed in', anyone, 'isSignedIn'],
    ['a participant', () => signedIn('mina'), 'holds'],
    ['staff with every other right', () => signedIn('editor'), 'holds'],
  ])('and %s does not', (_, person, reason) => refused(() => commit(person(), publishing('editor')), reason))
})

describe('what publications of before did not say', () => {
  it('a reviewer says: whether tasks are open, until when, and how many voices are about subtasks', async () => {
    const { status: _, turnsAt: __, subtaskVoices: ___, ...older } = taskResult()
    await seedPublication({ tasks: Object.fromEntries(TASK_IDS.map((id) => [id, older])) })
    const closing = taskResult({ status: 'closed', turnsAt: '2026-03-02T00:00:00.000Z', subtaskVoices: {} })
    await publish({ tasks: Object.fromEntries(TASK_IDS.map((id) => [id, closing])) })
    expect((await getDoc(doc(anyone(), 'results/current'))).get('tasks.t4')).toEqual(closing)
  })

  it('no reviewer leaves out', () => {
    const { status: _, turnsAt: __, ...older } = taskResult()
    return refused(() => publish({ tasks: { ...publication().tasks, t4: older } }), 'isTaskResult')
  })
})

describe('a publication is refused', () => {
  it('unless it is kept, current and logged', async () => {
    await refused(() => write(kept, current, ground), 'hasEntry')
    await refused(() => write(kept, ground, entry), 'isNow')
    await refused(() => write(current, ground, entry), 'isThatPublication')
    await refused(() => write(kept, entry), 'isCurrentToo')
  })

  it('unless all say the same', async () => {
    const other = publication({ stickers: { ...publication().stickers, total: null } })
    await refused(() => write(kept, { ...current, set: other }, entry), 'isThatPublication')
  })

  it.each([
    ['000001', 1],
    ['000003', 3],
  ])('under another number than the next: %s', (id, number) => {
    const set = publication({ number })
    return refused(
      () => write({ path: `results/${id}`, set }, { ...current, set }, logged('reviewer', { target: id })),
      id === '000001' ? 'isNewPublication' : 'isNextTo',
    )
  })

  it.each(['2', '0000002', 'x00002', '000002 '])('under the id “%s”', (id) =>
    refused(
      () => write({ ...kept, path: `results/${id}` }, current, logged('reviewer', { target: id })),
      'isPublicationId',
    ),
  )

  it('under an id that is not its number', () =>
    refused(
      () => write({ ...kept, path: 'results/000007' }, current, logged('reviewer', { target: '000007' })),
      'isNewPublication',
    ))

  it('as long as the script has published nothing', async () => {
    for (const id of ['current', '000001', 'common-ground'])
      await commit(admin(), [{ path: `results/${id}`, remove: true }])
    const set = publication({ number: 1 })
    const first: Write = { path: 'results/000001', set }
    await refused(() => write(first, logged('reviewer', { target: '000001' })), 'isNewPublication')
    await refused(() => write({ path: 'results/current', set }), 'isThatPublication')
    await refused(() => write({ path: 'results/common-ground', set: commonGround() }), 'isOfThatPublication')
  })

  const changes: [string, DocumentData, string][] = [
    ['an unknown field', { note: '' }, 'hasExactly'],
    ['a past time', { publishedAt: Timestamp.fromMillis(1) }, 'isNow'],
    ['no time', { publishedAt: null }, 'isNow'],
    ['a number that is none', { number: '2' }, 'isCount'],
    ['another recount', { recount: { ...publication().recount, ballots: 9, ballotsTallied: 9 } }, 'isNextTo'],
    ['no recount', { recount: null }, 'isNextTo'],
    ['no tasks', { tasks: null }, 'isMapOfTasks'],
    ['a task less', { tasks: { t1: taskResult() } }, 'hasExactly'],
    ['no entry in the log', { logEntry: null }, 'isEntryId'],
    ['stickers that are none', { stickers: 8 }, 'isStickerResult'],
    ['stickers of no groups', { stickers: { total: null, groups: [] } }, 'isStickerResult'],
    ['stickers with something else', { stickers: { ...publication().stickers, note: '' } }, 'hasExactly'],
  ]
  it.each(changes)('with %s', (_, change, reason) => refused(() => publish(change), reason))

  const ofTask: [string, DocumentData, string][] = [
    ['another number of voices', { voices: 13 }, 'isTaskResult'],
    ['another number of voices on a subtask', { subtaskVoices: { first: 4 } }, 'isTaskResult'],
    ['half a revision', { revision: 1.5 }, 'isCount'],
    ['groups that are none', { groups: null }, 'isTaskResult'],
    ['another status', { status: 'ajar' }, 'isTaskResult'],
    ['an unknown group', { groups: { ...taskResult().groups, press: null } }, 'isTaskResult'],
    ['a group less', { groups: { student: null } }, 'isTaskResult'],
    ['an unknown field', { note: '' }, 'isTaskResult'],
  ]
  it.each(ofTask)('with a task that has %s', (_, change, reason) => refused(() => withTask(change), reason))

  it.each(['t1', 't2', 't3', 't4', 't5', 't6'])('with anything for a task: %s', (id) =>
    refused(() => publish({ tasks: { ...publication().tasks, [id]: null } }), 'isTaskResult'),
  )
})

describe('what was published', () => {
  beforeEach(() => write(kept, current, ground, entry))

  it('is never changed or deleted', async () => {
    for (const path of ['results/000001', 'results/000002']) {
      await refused(() => write({ path, update: { stickers: null } }), 'isNewPublication')
      await refused(() => write({ path, update: { note: deleteField() } }), 'isNewPublication')
      await unheardOf(() => write({ path, remove: true }))
    }
    for (const path of ['results/current', 'results/common-ground'])
      await unheardOf(() => write({ path, remove: true }))
  })

  it('is not brought back, nor published twice', async () => {
    const first = (await getDoc(doc(admin(), 'results/000001'))).data() ?? {}
    await refused(() => write({ path: 'results/current', set: first }), 'isNow')
    expect(await accepts(signedIn('reviewer'), publishing('reviewer'))).toBe(false)
  })

  it('is not current under a number that is none', async () => {
    for (const number of ['2', -1, 2.5, null]) {
      await refused(() => write({ path: 'results/current', set: publication({ number }) }), 'isCount')
    }
    await refused(() => write({ path: 'results/current', set: { publishedAt: null } }), 'isNow')
    for (const number of [1_000_000, Number.MAX_SAFE_INTEGER]) {
      await refused(() => write({ path: 'results/current', set: publication({ number }) }), 'isPublicationNumber')
    }
    // As large as can be: adding anything to it would be an evaluation error.
    const largest = plus('number', { integerValue: '9223372036854775807' })
    const moves = [serverTime('publishedAt'), largest]
    await refused(() => restCommit('reviewer', restWrite('results/current', {}, moves, [])), 'isPublicationNumber')
  })
})

describe('common ground is refused', () => {
  const withGround = (change: DocumentData) => write(kept, current, { ...ground, set: commonGround(change) }, entry)

  it('without a publication', async () => {
    await refused(() => write(ground), 'isNow')
    await refused(() => write({ ...ground, set: commonGround({ number: 1 }) }), 'isNow')
  })

  it('with the float 2.0 for its number', async () => {
    const writes = (await asSent(publishing('reviewer'))).map((write) => {
      const { name, fields } = write.update as { name: string; fields: object }
      return name.endsWith('common-ground')
        ? { ...write, update: { name, fields: { ...fields, number: double(2) } } }
        : write
    })
    await refused(() => restCommit('reviewer', ...writes), 'isCount')
  })

  const changes: [string, DocumentData, string][] = [
    ['another number', { number: 3 }, 'isOfThatPublication'],
    ['another time', { publishedAt: Timestamp.fromMillis(0) }, 'isNow'],
    ['an unknown field', { note: '' }, 'hasExactly'],
    ['no tasks', { tasks: null }, 'isMapOfTasks'],
    ['a task less', { tasks: {} }, 'hasExactly'],
  ]
  it.each(changes)('with %s', (_, change, reason) => refused(() => withGround(change), reason))
})

describe('the entry of a publication', () => {
  const withEntry = (change: DocumentData) => write(kept, current, ground, logged('reviewer', change))

  it.each<[string, DocumentData, string]>([
    ['another publication', { target: '000001' }, 'isEntry'],
    ['no publication', { target: null }, 'isEntry'],
    ['another action', { action: 'issue-slips' }, 'isEntry'],
    ['somebody else', { byUid: 'editor' }, 'isMe'],
    ['no reason', { reason: ' ' }, 'showsSomething'],
    ['a past time', { at: Timestamp.fromMillis(Date.now() - 60_000) }, 'isNow'],
  ])('is not made with %s', (_, change, reason) => refused(() => withEntry(change), reason))

  it('is not made without a publication', async () => {
    await refused(() => write(entry), 'isNamedBy')
    await refused(() => write(logged('reviewer', { target: '000001' })), 'isNamedBy')
    await refused(() => write(logged('reviewer', { target: '1' })), 'isPublicationId')
    await refused(() => write(logged('reviewer', { target: 1 })), 'isPublicationId')
  })

  it('is not made by those who may not publish', async () => {
    await refused(() => commit(signedIn('editor'), [logged('editor')]), 'holds')
    await seed('results/000002', publication({ logEntry: 'x' }))
    await refused(() => write(entry), 'isNamedBy')
  })
})
