import { beforeEach, describe, expect, it, vi } from 'vitest'
import { readDraft, writeDraft } from '#data/plan-drafts.ts'
import { draftOf } from '#domain/plan-draft.ts'
import { sampleTask } from '../../helpers/samples.ts'

// One stored document, and the rule that each write is upon the version before.
const at = vi.hoisted(() => ({ stored: null as Record<string, unknown> | null, isAnswered: true }))
vi.mock('#data/firestore.ts', () => ({ db: {} }))
vi.mock('firebase/firestore/lite', () => ({
  doc: () => ({ path: 'drafts/t3' }),
  getDoc: async () => ({ exists: () => at.stored !== null, data: () => at.stored, ref: { path: 'drafts/t3' } }),
  serverTimestamp: () => ({ toDate: () => new Date('2026-03-05T05:30:00Z') }),
}))
vi.mock('#data/commit.ts', () => ({
  commit: async (fill: (batch: object) => void) => {
    let next: Record<string, unknown> = {}
    fill({
      set: (_: unknown, fields: Record<string, unknown>) => {
        next = fields
      },
    })
    if (next.version !== Number(at.stored?.version ?? 0) + 1) throw { code: 'permission-denied' }
    at.stored = next
    if (!at.isAnswered) throw { code: 'unavailable' }
  },
}))

const HANA = { uid: 'hana', name: '김하나' }
const DURI = { uid: 'duri', name: '이두리' }
const draft = { ...draftOf(sampleTask()), citations: { 't3-b': 's1', 't3-a': null } }

beforeEach(() => {
  at.stored = null
  at.isAnswered = true
})

describe('a draft that another version of the app has stored', () => {
  it('is there, and cannot be read', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
    await writeDraft('t3', draft, 0, DURI)
    at.stored = { ...at.stored, content: '{"base":"of another kind"}' }
    expect(await readDraft('t3')).toMatchObject({ draft: null, isUnreadable: true, byName: DURI.name })
    expect(warned).toHaveBeenCalledOnce()
    at.stored = { ...at.stored, content: '' }
    expect(await readDraft('t3')).toMatchObject({ draft: null, isUnreadable: false })
  })
})

describe('a draft that is written', () => {
  it('has arrived where only the answer was lost: sent again, it is no conflict with oneself', async () => {
    at.isAnswered = false
    await expect(writeDraft('t3', draft, 0, HANA)).rejects.toMatchObject({ kind: 'offline' })
    at.isAnswered = true
    expect(await writeDraft('t3', draft, 0, HANA)).toBe(1)
  })

  it('is refused upon a version that another has written since, or oneself elsewhere', async () => {
    await writeDraft('t3', draft, 0, DURI)
    await expect(writeDraft('t3', draft, 0, HANA)).rejects.toMatchObject({ kind: 'conflict' })
    await writeDraft('t3', draft, 1, HANA)
    await expect(writeDraft('t3', { ...draft, sample: false }, 1, HANA)).rejects.toMatchObject({ kind: 'conflict' })
    expect(await readDraft('t3')).toMatchObject({ draft, version: 2 })
  })
})
