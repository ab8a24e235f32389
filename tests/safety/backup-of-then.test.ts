import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { backUp, pastMinute } from '../../scripts/lib/backup.ts'
import { newManifest, readManifest, writeManifest } from '../../scripts/lib/backup-files.ts'
import { Database, json } from '../../scripts/lib/database.ts'
import { restore } from '../../scripts/lib/restore.ts'
import { admin, database, empty, everything, run } from './helpers/emulator.ts'
import { newFolder } from './helpers/folders.ts'
import { standIn } from './helpers/stand-in.ts'

vi.setConfig({ testTimeout: 60_000 })

afterAll(() => admin.close())
afterEach(() => void vi.unstubAllEnvs())

const minutesAgo = (minutes: number): string =>
  `${new Date(Date.now() - minutes * 60_000).toISOString().slice(0, 'YYYY-MM-DDThh:mm'.length)}Z`

describe('backup --at', () => {
  // That an emulator answers as of a moment is tried in backup.test.ts; whole minutes would have to be waited for.
  it('asks for every page, and for the count, as of that minute', async () => {
    const asked: unknown[] = []
    const name = 'projects/demo-madang/databases/(default)/documents/a/1'
    const host = await standIn((question) => {
      asked.push(question)
      const isFirst = json(question).includes('structuredQuery') && !json(question).includes('startAt')
      if (json(question).includes('aggregations'))
        return [{ result: { aggregateFields: { all: { integerValue: '1' } } } }]
      return isFirst ? [{ document: { name, fields: {} } }] : []
    })
    for (const name of ['FIRESTORE_EMULATOR_HOST', 'FIREBASE_AUTH_EMULATOR_HOST']) vi.stubEnv(name, host)
    const folder = newFolder()
    const minute = minutesAgo(100)
    const { code, said } = await run('backup', '--to', folder, '--at', minute)
    const readTime = new Date(minute).toISOString()
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining(`as of ${readTime}`) })
    expect(readManifest(folder)).toMatchObject({ at: readTime, documents: 1, complete: true })
    expect(asked).toEqual([1, 2, 3].map(() => expect.objectContaining({ readTime })))
  })

  it('takes a time of any zone', () => {
    vi.useFakeTimers({ now: new Date('2026-03-13T15:00Z'), toFake: ['Date'] })
    for (const text of ['2026-03-13T13:59Z', '2026-03-13T22:59+09:00', '2026-03-13T13:59:00.000Z']) {
      expect(pastMinute(text)).toBe('2026-03-13T13:59:00.000Z')
    }
    vi.useRealTimers()
  })

  it.each([
    ['yesterday', 'is no time'],
    ['2026-03-13', 'is no time'],
    ['2026-03-13T13:59', 'write it with its zone'],
    ['2026-03-13T13:59:30Z', 'is no whole minute'],
    [minutesAgo(-5), 'is yet to come'],
    [minutesAgo(7 * 24 * 60 + 1), 'more than seven days ago'],
  ])('does not take %s', (text, said) => expect(() => pastMinute(text)).toThrow(said))

  it('says so in a line', async () => {
    const ended = await run('backup', '--to', newFolder(), '--at', '13:59')
    expect(ended).toMatchObject({ code: 1, said: expect.stringContaining('“13:59” is no time') })
    expect(ended.said).not.toMatch(/^ {4}at /m)
  })

  it('does not go on with a backup of another moment', async () => {
    const folder = newFolder()
    writeManifest(folder, newManifest('demo-madang', minutesAgo(3)))
    await expect(backUp(folder, database, 1, minutesAgo(2))).rejects.toThrow('name another folder')
  })
})

it('a database that Google has restored beside the one that everything speaks to can be backed up, and written there', async () => {
  await empty()
  const of = (path: string) => ({ path, fields: { to: { referenceValue: 'a/1' } } })
  const restored = new Database(admin, 'restored')
  await restored.write([of('a/1'), of('b/1')])
  const folder = newFolder()
  const { code, said } = await run('backup', '--to', folder, '--database', 'restored')
  expect({ code, said }).toMatchObject({
    code: 0,
    said: expect.stringContaining('2 documents of demo-madang/restored'),
  })
  expect(await everything()).toEqual([])
  await restore(folder, database, false)
  expect(await everything()).toEqual(['a/1', 'b/1'].map((path) => json(of(path))))
})
