import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { newManifest, writeDocuments } from '../../../scripts/lib/backup-files.ts'
import type { StoredDocument } from '../../../scripts/lib/database.ts'

const FOLDER = '/backups/last'

const entry = (id: string, action: string, reason = '욕설'): StoredDocument => ({
  path: `auditLog/${id}`,
  fields: { action: { stringValue: action }, reason: { stringValue: reason }, target: { stringValue: 't1-a' } },
})

async function* documents() {
  yield entry('1', 'hide')
  yield entry('2', 'answer', 'what to "hide"')
  yield entry('3', 'staff')
}
async function* more() {
  yield entry('4', 'void-slips')
  yield entry('5', 'restore')
  yield { path: 'comments/auditLog', fields: { status: { stringValue: 'hide' } } }
}

it('what docs/operations.md has typed lists the decisions in the log of a backup, from all its files', async () => {
  const command = /^gunzip .*$/m.exec(readFileSync('docs/operations.md', 'utf8'))?.[0] ?? ''
  expect(command).toContain(`${FOLDER}/`)
  const folder = mkdtempSync(join(tmpdir(), 'madang-test-'))
  const begun = await writeDocuments(folder, newManifest('demo-madang', '2026-03-13T13:59:00Z'), documents())
  await writeDocuments(folder, begun, more())
  const listed = execFileSync('sh', ['-c', command.replace(FOLDER, folder)], { encoding: 'utf8' })
  const entries = listed.trimEnd().split('\n')
  expect(entries.map((line) => JSON.parse(line).path)).toEqual([1, 3, 4, 5].map((id) => `auditLog/${id}`))
})
