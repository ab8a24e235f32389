import { describe, expect, it, vi } from 'vitest'
import { backUp } from '../../scripts/lib/backup.ts'
import { readManifest } from '../../scripts/lib/backup-files.ts'
import { Database } from '../../scripts/lib/database.ts'
import { newFolder } from './helpers/folders.ts'
import { Broken, Refused, standIn } from './helpers/stand-in.ts'

// Answers that no emulator gives: Firestore has said 200, and something goes wrong in the middle of what follows.

// Seven tries take half a minute.
vi.mock('../../scripts/lib/wait.ts', () => ({ pause: async () => {} }))

const projectId = 'demo-madang'
const ROOT = `projects/${projectId}/databases/(default)/documents`
const DOCUMENTS = 7

type Question = { readonly structuredQuery?: { readonly startAt?: { readonly values: [{ referenceValue: string }] } } }

const document = (index: number) => ({ document: { name: `${ROOT}/many/${index}`, fields: {} } })
const unavailable = { error: { code: 503, message: 'The service is currently unavailable.', status: 'UNAVAILABLE' } }

type Page = (documents: readonly object[], asked: number) => unknown

/** A database of seven documents. @param page makes of the documents after the one asked for what is answered the nth time */
async function holding(page: Page, counted: unknown = DOCUMENTS): Promise<Database> {
  let asked = 0
  const firestore = await standIn((question) => {
    const { structuredQuery } = question as Question
    if (!structuredQuery) return [{ result: { aggregateFields: { all: { integerValue: String(counted) } } } }]
    const after = structuredQuery.startAt?.values[0].referenceValue.split('/').at(-1)
    const first = after === undefined ? 0 : Number(after) + 1
    const documents = Array.from({ length: DOCUMENTS - first }, (_, index) => document(first + index))
    return page(documents.length > 0 ? documents : [{ readTime: '2026-03-13T13:59:00Z' }], asked++)
  })
  return new Database({ projectId, emulators: { firestore, auth: firestore } })
}

const half = (documents: readonly object[]) => documents.slice(0, Math.ceil(documents.length / 2))

describe('a backup is complete', () => {
  it.each<[string, Page]>([
    ['half a page and an error were answered', (all, asked) => (asked === 0 ? [...half(all), unavailable] : all)],
    ['an answer broke off in the middle', (all, asked) => (asked < 2 ? new Broken(all) : all)],
    ['a page is shorter than it could be', (all) => half(all)],
  ])('although %s', async (_, page) => {
    const folder = newFolder()
    expect(await backUp(folder, await holding(page), 3)).toMatchObject({ complete: true, documents: DOCUMENTS })
  })

  it('although Firestore does not say how many documents there are', async () => {
    const manifest = await backUp(newFolder(), await holding((all) => all, 'many'), 3)
    expect(manifest).toMatchObject({ complete: true, documents: DOCUMENTS })
  })
})

it('a backup of fewer documents than Firestore counts is not called one', async () => {
  const folder = newFolder()
  const short = await holding((all, asked) => (asked === 0 ? half(all) : []))
  await expect(backUp(folder, short, 3)).rejects.toThrow('Firestore counts 7 documents')
  expect(readManifest(folder)).toMatchObject({ complete: false, documents: 4 })
})

it('an error that does not pass ends a backup in words, and no database is empty by it', {
  timeout: 60_000,
}, async () => {
  const failing = await holding((all) => [...half(all), unavailable])
  const empty = await holding(() => [unavailable])
  const said = { message: `Firestore of ${projectId} refuses :runQuery:`, details: unavailable.error.message }
  const folder = newFolder()
  await Promise.all([
    expect(backUp(folder, failing, 3)).rejects.toMatchObject(said),
    expect(empty.isEmpty()).rejects.toMatchObject(said),
  ])
  expect(readManifest(folder)?.complete).toBe(false)
})

it('a document that could not be added is tried again; one that is there already is not', async () => {
  const statuses = [{}, { code: 6, message: 'Document already exists.' }]
  const asked: string[] = []
  const firestore = await standIn((_, address) => {
    asked.push(address)
    return { status: asked.length === 1 ? [{}, { code: 14, message: 'Try again.' }] : statuses }
  })
  const database = new Database({ projectId, emulators: { firestore, auth: firestore } })
  await database.add(['a/1', 'a/2'].map((path) => ({ path, fields: {} })))
  expect(asked).toEqual([1, 2].map(() => `/v1/${ROOT}:batchWrite`))
})

it.each([
  ['somebody else writes the same document', 409, 'ABORTED'],
  ['Firestore is away for a moment', 503, 'UNAVAILABLE'],
])('documents are written although %s', async (_, code, status) => {
  const asked: string[] = []
  const firestore = await standIn((_, address) => {
    asked.push(address)
    return asked.length === 1 ? new Refused(code, status) : { writeResults: [{}] }
  })
  const database = new Database({ projectId, emulators: { firestore, auth: firestore } })
  await database.write([{ path: 'a/1', fields: {} }])
  expect(asked).toEqual([1, 2].map(() => `/v1/${ROOT}:commit`))
})
