import { afterAll, expect, it, vi } from 'vitest'
import { readManifest } from '../../scripts/lib/backup-files.ts'
import { run } from './helpers/emulator.ts'
import { newFolder } from './helpers/folders.ts'
import { standIn } from './helpers/stand-in.ts'

// Of a database that the process could not hold. An emulator takes minutes for so much, so a server stands in for it that
// says the same of every document.

const DOCUMENTS = 40_000
const WORDS = '서울의 아이들에게 '.repeat(100)
/** What the process may keep, in MB. */
const MEMORY = 64

const PER_PAGE = 500
const root = 'projects/demo-madang/databases/(default)/documents'
const fields = { words: { stringValue: WORDS } }

type Question = { readonly structuredQuery?: { readonly startAt?: { readonly values: [{ referenceValue: string }] } } }

/** The page of documents after the one that is named; to any other question, nothing. */
function answer({ structuredQuery }: Question): unknown {
  if (!structuredQuery) return []
  const after = structuredQuery.startAt?.values[0].referenceValue.split('/').at(-1)
  const first = after === undefined ? 0 : Number(after) + 1
  return Array.from({ length: Math.min(PER_PAGE, DOCUMENTS - first) }, (_, index) => ({
    document: { name: `${root}/many/${String(first + index).padStart(6, '0')}`, fields },
  }))
}

afterAll(() => void vi.unstubAllEnvs())

it('a backup passes through a process that could not hold it', { timeout: 60_000 }, async () => {
  expect(DOCUMENTS * Buffer.byteLength(WORDS)).toBeGreaterThan(1.5 * MEMORY * 2 ** 20)
  const host = await standIn((asked) => answer(asked as Question))
  for (const name of ['FIRESTORE_EMULATOR_HOST', 'FIREBASE_AUTH_EMULATOR_HOST']) vi.stubEnv(name, host)
  vi.stubEnv('NODE_OPTIONS', `--max-old-space-size=${MEMORY}`)
  const folder = newFolder()
  const { code, said } = await run('backup', '--to', folder)
  expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining(`many: ${DOCUMENTS}`) })
  expect(readManifest(folder)).toMatchObject({ complete: true, documents: DOCUMENTS })
})
