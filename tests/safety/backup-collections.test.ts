import { afterAll, expect, it } from 'vitest'
import { backUp } from '../../scripts/lib/backup.ts'
import { readManifest } from '../../scripts/lib/backup-files.ts'
import { restore } from '../../scripts/lib/restore.ts'
import { collectionsOfRules } from '../helpers/collections-of-rules.ts'
import { seedWorld } from '../rules/policy/world.ts'
import { walked } from './helpers/collections.ts'
import { admin, database, empty } from './helpers/emulator.ts'
import { newFolder } from './helpers/folders.ts'

afterAll(() => admin.close())

it('a backup has every collection that the rules speak of, and what lies below a document that is gone', async () => {
  await seedWorld()
  await admin.db.doc('tasks/t6/comments/t6-gone/edits/1').set({ text: '앞선 글' })
  const before = await walked()
  expect(before.join('\n')).toContain('t6-gone')

  const folder = newFolder()
  await backUp(folder, database, 10)
  const { documents, collections = {} } = readManifest(folder) ?? {}
  // One of them no rule speaks of: a backup keeps that, too.
  expect(Object.keys(collections).toSorted()).toEqual([...collectionsOfRules(), 'elsewhere'].toSorted())
  expect(documents).toBe(before.length)

  await empty()
  expect(await walked()).toEqual([])
  expect(await restore(folder, database, false)).toEqual({ further: 0, changed: 0, away: [], wrong: [] })
  expect(await walked()).toEqual(before)
})
