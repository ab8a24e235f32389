import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { backUp } from '../../scripts/lib/backup.ts'
import { readManifest } from '../../scripts/lib/backup-files.ts'
import { UserError } from '../../scripts/lib/cli.ts'
import { json } from '../../scripts/lib/database.ts'
import { checkBackup, restore } from '../../scripts/lib/restore.ts'
import { pause } from '../../scripts/lib/wait.ts'
import { seedFirestore } from '../../scripts/seed/seed.ts'
import { collectionsOfRules } from '../helpers/collections-of-rules.ts'
import { admin, database, empty, everything, run, script } from './helpers/emulator.ts'
import { newFolder } from './helpers/folders.ts'

// Scripts are started, killed and started again.
vi.setConfig({ testTimeout: 120_000 })

const PER_FILE = 200
/** What a restoration comes to that leaves the backup and nothing else. */
const WHOLE = { further: 0, changed: 0, away: [], wrong: [] }

afterAll(() => admin.close())

/** What a person would read. */
async function refusal(doing: Promise<unknown>): Promise<string> {
  const error = await doing.then(
    () => 'it was not refused',
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof UserError)) throw error
  return `${error.message} ${error.details}`
}

/** How many documents there are in collections of this kind, by another way than a backup's. */
async function count(name: string): Promise<number> {
  const group = admin.db.collectionGroup(name.split('/').at(-1) ?? '')
  return (await group.count().get()).data().count
}

describe('the sample data', () => {
  let before: string[]
  let folder: string

  beforeAll(async () => {
    await seedFirestore(admin)
    before = await everything()
    folder = newFolder()
    await backUp(folder, database, PER_FILE)
  }, 120_000)

  it('is in the manifest, as many documents of each collection as Firestore counts', async () => {
    const { documents, collections = {}, files } = readManifest(folder) ?? {}
    const counted = Object.entries(collections).map(([name, { documents }]) => [name, documents])
    const counts = await Promise.all(collectionsOfRules().map(async (name) => [name, await count(name)] as const))
    expect(counted.toSorted()).toEqual(counts.filter(([, documents]) => documents > 0))
    expect(documents).toBe(counts.reduce((sum, [, documents]) => sum + documents, 0))
    expect(files?.length).toBe(Math.ceil(before.length / PER_FILE))
    expect(collections.tasks?.documents).toBe(6)
  })

  it('comes back as it was after everything was destroyed', async () => {
    await empty()
    expect(await everything()).toEqual([])
    expect(await restore(folder, database, false)).toMatchObject(WHOLE)
    expect(await everything()).toEqual(before)
  })

  it('is not written over what is there, unless that is wanted', async () => {
    await admin.db.doc('tasks/t1').update({ order: 99 })
    await admin.db.doc('tasks/t1').collection('mine').doc('new').set({})
    expect(await refusal(restore(folder, database, false))).toContain('demo-madang is not empty')
    expect(await restore(folder, database, true)).toMatchObject({ ...WHOLE, further: 1 })
    expect(await everything()).toEqual(expect.arrayContaining(before))
    await admin.db.doc('tasks/t1').collection('mine').doc('new').delete()
  })

  it('goes on where a backup was killed', async () => {
    const broken = newFolder()
    const flags = ['--to', broken, '--per-file', '50']
    const { child, ended } = script('backup', ...flags)
    await untilTrue(
      () => (existsSync(join(broken, 'manifest.json')) ? (readManifest(broken)?.files.length ?? 0) : 0) > 2,
    )
    child.kill('SIGKILL')
    expect((await ended).code).toBeNull()
    const then = readManifest(broken)
    expect(then?.complete).toBe(false)
    expect(await refusal(checkBackup(broken))).toContain('stopped before its end')

    const { code, said } = await run('backup', ...flags)
    expect(said).toContain(`Going on after ${then?.documents} documents`)
    expect(code).toBe(0)
    expect(readManifest(broken)?.collections).toEqual(readManifest(folder)?.collections)
    expect((await run('backup', ...flags)).said).toContain('holds a finished backup')
  })

  it('goes on where a restoration was killed', async () => {
    await empty()
    const { child, ended } = script('restore', '--from', folder)
    await untilTrue(() => /"files":[^0]/.test(readIfThere(join(folder, 'restoring-demo-madang.json'))))
    child.kill('SIGKILL')
    expect((await ended).code).toBeNull()
    expect((await everything()).length).toBeLessThan(before.length)

    const { code, said } = await run('restore', '--from', folder)
    expect(said).toMatch(/Going on after \d+ of \d+ files/)
    expect(said).toContain('holds every document')
    expect(code).toBe(0)
    expect(await everything()).toEqual(before)
  })

  it('is not gone on with a day after it was begun: what was empty then may have become a site that people use', async () => {
    const file = join(folder, 'restoring-demo-madang.json')
    const at = readManifest(folder)?.at
    const begun = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()
    for (const kept of [{ begun: begun(25) }, {}]) {
      writeFileSync(file, JSON.stringify({ at, files: 2, ...kept }))
      const said = await refusal(restore(folder, database, false))
      expect(said).toContain('demo-madang is not empty')
      expect(said).toContain(`begun at ${kept.begun ?? 'an unknown time'} is no longer gone on with`)
    }
    await empty()
    expect(await restore(folder, database, false)).toMatchObject(WHOLE)
    expect(await everything()).toEqual(before)
    writeFileSync(file, JSON.stringify({ at, files: 2, begun: begun(23) }))
    expect(await restore(folder, database, false)).toMatchObject(WHOLE)
  })

  describe('if it was damaged', () => {
    const name = '00002.ndjson.gz'
    let file: string
    let whole: Buffer
    let lines: string[]

    beforeAll(() => {
      file = join(folder, name)
      whole = readFileSync(file)
      lines = gunzipSync(whole).toString().split('\n')
    })
    afterEach(() => writeFileSync(file, whole))

    const write = (changed: readonly string[]) => writeFileSync(file, gzipSync(changed.join('\n')))

    it.each<[string, () => void, string]>([
      [
        'a changed value',
        () => write(lines.with(16, (lines[16] ?? '').replace(/Value":"./, 'Value":"~'))),
        `${name}:17 is damaged`,
      ],
      ['a line that is no JSON', () => write(lines.with(3, '{')), `${name}:4 is damaged`],
      ['a line that is gone', () => write(lines.toSpliced(9, 1)), `${name}:`],
      ['a line that is there twice', () => write(lines.toSpliced(9, 0, lines[9] ?? '')), `${name}:11 is damaged`],
      [
        'its last lines gone',
        () => write([...lines.slice(0, 150), '']),
        `${name}:150 is its last line, but there should be 200`,
      ],
      ['its end cut off', () => writeFileSync(file, whole.subarray(0, whole.length / 2)), `${name}:`],
      [
        'a bit that flipped',
        () =>
          writeFileSync(
            file,
            whole.map((byte, index) => (index === 4000 ? byte ^ 1 : byte)),
          ),
        `${name}:`,
      ],
    ])('%s is found, and its line named', async (_, damage, said) => {
      damage()
      const found = await refusal(restore(folder, database, true))
      expect(found).toContain(said)
      expect(found).toMatch(/:\d+ (is|cannot|ends)/)
    })

    it('nothing was written', async () => {
      write(lines.with(16, '{}'))
      expect(await run('restore', '--from', folder, '--check')).toMatchObject({ code: 1 })
      await empty()
      await refusal(restore(folder, database, false))
      expect(await everything()).toEqual([])
    })
  })
})

it('a backup is of one moment, whatever people write meanwhile', async () => {
  await empty()
  const of = (path: string, n: number) => ({ path, fields: { n: { integerValue: String(n) } } })
  await database.write([of('a/1', 1), of('b/1', 1)])
  const folder = newFolder()
  await pause(2)
  const at = new Date().toISOString()
  await database.write([of('a/1', 2), of('c/1', 2)])
  await admin.db.doc('b/1').delete()
  expect(await backUp(folder, database, PER_FILE, at)).toMatchObject({ documents: 2, at })
  await empty()
  await restore(folder, database, false)
  expect(await everything()).toEqual([json(of('a/1', 1)), json(of('b/1', 1))])
})

it('an empty database can be backed up and restored', async () => {
  await empty()
  const folder = newFolder()
  expect(await backUp(folder, database, PER_FILE)).toMatchObject({ documents: 0, files: [], complete: true })
  expect(await restore(folder, database, false)).toMatchObject(WHOLE)
})

it('a folder with something else in it is left alone', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'notes.txt'), '')
  expect(await refusal(backUp(folder, database, PER_FILE))).toContain('is neither empty nor a backup')
  expect(await refusal(checkBackup(folder))).toContain('There is no backup in')
})

async function untilTrue(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 3000; tries++) {
    if (condition()) return
    await pause(5)
  }
  throw new Error('it never came to that')
}

const readIfThere = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '')
