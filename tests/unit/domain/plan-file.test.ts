import { describe, expect, it } from 'vitest'
import { parsePlanFile } from '#data/plan-file.ts'
import { draftOf } from '#domain/plan-draft.ts'
import { draftFrom, fileTaskOf, newsIn, PLAN_FORMAT } from '#domain/plan-file.ts'
import { sampleTask } from '../../helpers/samples.ts'

const NOTE = { ko: '까닭', en: 'Why' }
const cited = { 1: { 't3-old': null }, 2: { 't3-new': 's1' } }
const published = sampleTask({ cited })
const written = fileTaskOf(published, NOTE)

describe('a task in a plan file', () => {
  it('is as the checks of such files want it, with what shaped its newest revision', () => {
    const { tasks } = parsePlanFile(JSON.stringify({ format: PLAN_FORMAT, tasks: [written] }))
    expect(tasks).toEqual([written])
    expect(written).toMatchObject({ citations: { 't3-new': 's1' }, publishedAt: '2026-03-01T16:00:00.000Z' })
  })

  it('holds no tabs, one kind of line end, and nothing that nobody sees, whatever wrote the file', () => {
    const pasted = { ...written, changeNote: { ko: '까\t닭\r\n', en: '\u202aWhy\u202c' } }
    const parse = (task: object) => parsePlanFile(JSON.stringify({ format: PLAN_FORMAT, tasks: [task] })).tasks[0]
    expect(parse(pasted)?.changeNote).toEqual({ ko: '까 닭\n', en: 'Why' })
    expect(() => parse({ ...written, title: { ko: '\u202a', en: 'Title' } })).toThrow(
      expect.objectContaining({
        faults: [expect.objectContaining({ path: ['tasks', 0, 'title', 'ko'], problem: 'empty' })],
      }),
    )
  })

  it('is nothing new where it says what is published', () => {
    expect(newsIn(written, published)).toBe('same')
    expect(newsIn({ ...written, title: { ...written.title, en: 'Other' } }, published)).toBe('next')
    expect(newsIn({ ...written, sample: false }, published)).toBe('next')
    expect(newsIn({ ...written, bureau: 'planning' }, published)).toBe('next')
  })

  it('is outdated where it was written upon another revision than the published one', () => {
    expect(newsIn({ ...written, revision: 1 }, published)).toBe('outdated')
    expect(newsIn({ ...written, revision: 3 }, published)).toBe('outdated')
    expect(newsIn(written, null)).toBe('outdated')
    expect(newsIn({ ...written, revision: 0 }, null)).toBe('first')
  })

  it('becomes the draft that an editor would have begun, with its note', () => {
    expect(draftFrom(written, null)).toEqual({ ...draftOf(published), changeNote: NOTE })
  })

  it('leaves to a draft what that cites, and to the whole what was cited for a part that is gone', () => {
    const before = { ...draftOf(published), citations: { 't3-a': 's1', 't3-b': 's2', 't3-c': null } }
    const draft = draftFrom({ ...written, subtasks: written.subtasks.slice(1) }, before)
    expect(draft.citations).toEqual({ 't3-a': null, 't3-b': 's2', 't3-c': null })
  })
})
