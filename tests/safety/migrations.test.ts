import { Timestamp } from 'firebase-admin/firestore'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { backUp } from '../../scripts/lib/backup.ts'
import { UserError } from '../../scripts/lib/cli.ts'
import { type Migration, migrate, schemaVersion } from '../../scripts/lib/migrations.ts'
import { MIGRATIONS } from '../../scripts/migrations/all.ts'
import { seedFirestore } from '../../scripts/seed/seed.ts'
import { admin, database, empty, everything, run, writeAtOnce } from './helpers/emulator.ts'
import { newFolder } from './helpers/folders.ts'

vi.setConfig({ testTimeout: 120_000 })

const { db } = admin
const at = Timestamp.fromMillis(1_700_000_000_000)
const read = async (path: string) => (await db.doc(path).get()).data()

afterAll(() => admin.close())
beforeEach(empty)

describe('the first migration', () => {
  const texts = { title: { ko: '제목', en: 'Title' }, revision: 1, publishedAt: at }
  const answer = { taskId: 't1', status: 'adopted', message: { ko: '네', en: 'Yes' }, at }

  beforeEach(async () => {
    await db.doc('tasks/t1').set({ ...texts, status: 'open' })
    await db.doc('tasks/t1/revisions/1').set({ ...texts, status: 'open', citations: [], publishedBy: 'editor' })
    await db.doc('responses/t1-x').set({ ...answer, byUid: 'reviewer' })
  })

  it('shows without changing anything', async () => {
    const before = await everything()
    expect([...(await migrate(db, MIGRATIONS, false))]).toEqual([[1, 3]])
    expect(await everything()).toEqual(before)
  })

  it('takes accounts out of what everybody reads, and into the log', async () => {
    await migrate(db, MIGRATIONS, true)
    expect(await read('tasks/t1')).toEqual({ ...texts, status: 'open', turnsAt: null, cited: {} })
    expect(await read('tasks/t1/revisions/1')).toEqual({ ...texts, citations: {}, logEntry: 'moved-t1-1' })
    expect(await read('responses/t1-x')).toEqual({ ...answer, logEntry: 'moved-t1-x' })
    expect(await read('auditLog/moved-t1-1')).toMatchObject({
      action: 'publish-revision',
      target: 't1/1',
      byUid: 'editor',
      at,
    })
    expect(await read('auditLog/moved-t1-x')).toEqual({
      action: 'answer',
      target: 't1-x',
      byUid: 'reviewer',
      at,
      reason: 'adopted',
    })
    expect(await schemaVersion(db)).toBe(1)
  })

  it('changes nothing the second time, also if nobody noted the first', async () => {
    await migrate(db, MIGRATIONS, true)
    const noted = await everything()
    expect([...(await migrate(db, MIGRATIONS, true))]).toEqual([[1, 0]])
    expect(await everything()).toEqual(noted)
    await db.doc('settings/schema').delete()
    const before = await everything()
    expect([...(await migrate(db, MIGRATIONS, true))]).toEqual([[1, 0]])
    await db.doc('settings/schema').delete()
    expect(await everything()).toEqual(before)
  })

  it.each(['--over', '--missing'])('changes what a backup of before has brought back by %s', async (flag) => {
    const folder = newFolder()
    await backUp(folder, database, 100)
    await migrate(db, MIGRATIONS, true)
    if (flag === '--missing')
      await Promise.all(['tasks/t1/revisions/1', 'responses/t1-x'].map((path) => db.doc(path).delete()))
    expect((await run('restore', '--from', folder, flag)).said).toContain('npm run migrate')
    expect((await read('tasks/t1/revisions/1'))?.publishedBy).toBe('editor')
    expect((await read('responses/t1-x'))?.byUid).toBe('reviewer')
    expect(await schemaVersion(db)).toBe(1)
    expect((await run('migrate')).said).toContain('Add --apply')
    await migrate(db, MIGRATIONS, true)
    expect(await read('tasks/t1/revisions/1')).toEqual({ ...texts, citations: {}, logEntry: 'moved-t1-1' })
    expect(await read('responses/t1-x')).toEqual({ ...answer, logEntry: 'moved-t1-x' })
    expect((await run('migrate')).said).not.toContain('Add --apply')
  })

  it('is run by npm run migrate, which only looks unless it is told', async () => {
    const looked = await run('migrate')
    expect(looked.said).toContain('3 documents to change')
    expect(looked.said).toContain('Add --apply')
    expect(await schemaVersion(db)).toBe(0)
    expect((await run('migrate', '--apply')).said).toContain('demo-madang has version 1 of 1.')
  })
})

it('the sample data is of today’s shapes', async () => {
  await seedFirestore(admin)
  expect([...(await migrate(db, MIGRATIONS, false)).values()]).toEqual(MIGRATIONS.map(() => 0))
})

describe('a migration', () => {
  const counting = (title: string, field: string): Migration => ({
    title,
    steps: [
      {
        of: (db) => db.collection('many'),
        change: (document) => (document.get(field) === true ? null : { update: { [field]: true } }),
      },
    ],
  })
  const MANY = 450

  beforeEach(async () => {
    const writer = db.bulkWriter()
    for (let index = 0; index < MANY; index++) void writer.set(db.doc(`many/${index}`), { index })
    await writer.close()
  })

  it('changes all pages, in the order of numbers', async () => {
    const changed = await migrate(db, [counting('one', 'a'), counting('two', 'b')], true)
    expect([...changed]).toEqual([
      [1, MANY],
      [2, MANY],
    ])
    expect((await db.collection('many').where('a', '==', true).where('b', '==', true).count().get()).data().count).toBe(
      MANY,
    )
    expect(await read('settings/schema')).toMatchObject({
      version: 2,
      applied: { 1: { title: 'one' }, 2: { title: 'two' } },
    })
  })

  it('that fails is not noted, and goes on with what is left', async () => {
    let left = 300
    const failing = counting('one', 'a')
    const change: Migration['steps'][number]['change'] = (document) => {
      if (left-- === 0) throw new Error('stopped')
      return failing.steps[0]?.change(document) ?? null
    }
    await expect(
      migrate(db, [{ ...failing, steps: failing.steps.map((step) => ({ ...step, change })) }], true),
    ).rejects.toThrow('stopped')
    expect(await schemaVersion(db)).toBe(0)
    expect([...(await migrate(db, [failing], true))]).toEqual([[1, MANY - 200]])
  })

  it('never undoes what somebody writes meanwhile', async () => {
    const usual = counting('one', 'a')
    let isWritten = false
    // Once the page is read and before it is written, somebody comes in between.
    const change: Migration['steps'][number]['change'] = (document) => {
      if (!isWritten) writeAtOnce('many/5', { index: { stringValue: 'changed' } })
      isWritten = true
      return usual.steps[0]?.change(document) ?? null
    }
    await migrate(db, [{ ...usual, steps: usual.steps.map((step) => ({ ...step, change })) }], true)
    expect(await read('many/5')).toEqual({ index: 'changed', a: true })
    expect((await db.collection('many').where('a', '==', true).count().get()).data().count).toBe(MANY)
  })

  it('is refused on a database that is newer than the code', async () => {
    await db.doc('settings/schema').set({ version: 7 })
    await expect(migrate(db, [], true)).rejects.toThrow(UserError)
    await expect(migrate(db, [], true)).rejects.toThrow('update the code')
  })
})
