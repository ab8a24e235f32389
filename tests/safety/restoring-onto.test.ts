import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { backUp } from '../../scripts/lib/backup.ts'
import { readManifest } from '../../scripts/lib/backup-files.ts'
import { restore } from '../../scripts/lib/restore.ts'
import { admin, database, empty, run } from './helpers/emulator.ts'
import { newFolder } from './helpers/folders.ts'

// What is done after a backup was written, and what is never written: where people go on meanwhile, and where it is stopped.
vi.setConfig({ testTimeout: 60_000 })

const WHOLE = { further: 0, changed: 0, away: [], wrong: [] }
const { db } = admin
const stored = async (path: string) => (await db.doc(path).get()).data()
const of = (path: string, n: number) => ({ path, fields: { n: { integerValue: String(n) } } })

let folder: string

afterAll(() => admin.close())
beforeEach(async () => {
  await empty()
  await database.write([of('a/1', 1), of('staff/dismissed', 1), of('staff/manager', 1)])
  folder = newFolder()
  await backUp(folder, database, 2)
})

it('what follows is done also where people go on meanwhile, and some of it differs', async () => {
  const meanwhile = vi.spyOn(database, 'write').mockImplementation(async () => void (await db.doc('a/1').delete()))
  const afterwards = vi.fn(async () => {})
  expect(await restore(folder, database, true, afterwards)).toMatchObject({ ...WHOLE, wrong: ['a/1 is missing'] })
  meanwhile.mockRestore()
  expect(afterwards).toHaveBeenCalledOnce()
})

it.each<[string, boolean]>([
  ['into what is empty', false],
  ['over what is there', true],
])('what follows and stops is done by the same command, which writes nothing again: %s', async (_, over) => {
  if (!over) await empty()
  const stopping = restore(folder, database, over, async (_, changed) => {
    await db.doc('a/1').update({ n: 2 })
    changed(['a/1'])
    throw new Error('no connection')
  })
  await expect(stopping).rejects.toMatchObject({
    message: expect.stringContaining('The same command, given again within a day'),
    details: expect.stringContaining('no connection'),
  })
  const afterwards = vi.fn(async () => {})
  expect(await restore(folder, database, over, afterwards)).toMatchObject({ ...WHOLE, changed: 1 })
  expect(afterwards).toHaveBeenCalledOnce()
  expect(await stored('a/1')).toEqual({ n: 2 })
  // It is through: another one begins anew.
  expect(await restore(folder, database, true)).toMatchObject(WHOLE)
  expect(await stored('a/1')).toEqual({ n: 1 })
})

it('what could not be compared is compared by the same command', async () => {
  const broken = vi.spyOn(database, 'documents').mockImplementation(() => {
    throw new Error('no connection')
  })
  await expect(restore(folder, database, true)).rejects.toThrow('no connection')
  broken.mockRestore()
  await db.doc('a/1').update({ n: 2 })
  expect(await restore(folder, database, true)).toMatchObject({ wrong: ['a/1 differs'] })
})

it('records of staff come back into what is empty, and into nothing else', async () => {
  await db.doc('staff/dismissed').delete()
  await db.doc('staff/manager').update({ n: 2 })
  const seen: unknown[] = []
  const look = async () => void seen.push(await stored('staff/dismissed'), await stored('staff/manager'))
  const away = ['staff/dismissed', 'staff/manager']
  expect(await restore(folder, database, true, look)).toMatchObject({ ...WHOLE, away })
  expect(seen).toEqual([undefined, { n: 2 }])
  await empty()
  expect(await restore(folder, database, true)).toMatchObject(WHOLE)
})

it('a restoration that was begun over what was there writes none when it goes on', async () => {
  await db.doc('staff/dismissed').delete()
  const stopped = vi.spyOn(database, 'write').mockRejectedValue(new Error('no connection'))
  await expect(restore(folder, database, true)).rejects.toThrow('brought up to the log')
  stopped.mockRestore()
  // As if it had stopped where everything was gone already.
  expect(await restore(folder, database, false)).toMatchObject({ away: ['staff/dismissed'] })
})

it('where people went on meanwhile it is said what comes next, and not to write all of it once more', async () => {
  await db.doc('a/1').update({ n: 2 })
  const { at, files } = readManifest(folder) ?? {}
  const kept = { at, files: files?.length, begun: new Date().toISOString() }
  writeFileSync(join(folder, 'restoring-demo-madang.json'), JSON.stringify(kept))
  const { code, said } = await run('restore', '--from', folder, '--over')
  expect({ code, said }).toMatchObject({ code: 1, said: expect.stringContaining('a/1 differs') })
  expect(said).toContain('Now rebuild the sums')
  expect(said).not.toContain('--over')
})

it('what was left is named, and not said to be as it was', async () => {
  await db.doc('staff/dismissed').delete()
  const { code, said } = await run('restore', '--from', folder, '--over')
  expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('  staff/dismissed') })
  expect(said).toContain('as it was, but for what is named above, and nothing else')
})
