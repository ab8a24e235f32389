import { describe, expect, it } from 'vitest'
import { MAX_SUBTASKS } from '#domain/plan.ts'
import {
  cleanDraft,
  draftOf,
  gapsIn,
  MAX_LENGTH,
  type PlanDraft,
  withMoved,
  withoutSubtask,
  withSubtask,
} from '#domain/plan-draft.ts'
import { sampleTask } from '../../helpers/samples.ts'

const task = sampleTask()
const note = { ko: '더 늦게 열어요.', en: 'Open longer.' }
const kinds = (changes: Partial<PlanDraft>, published = task) =>
  gapsIn({ ...draftOf(task), ...changes }, published).map(({ kind, lang, place }) =>
    [kind, place?.name, lang].filter(Boolean).join(' '),
  )

describe('what is missing in a draft', () => {
  it('is a change, as long as it says what is published', () => {
    expect(kinds({})).toEqual(['no-change'])
    expect(kinds({ changeNote: note })).toEqual(['no-change'])
  })

  it('is a note in each language on what changed', () => {
    const title = { ko: '쓰는 학교', en: 'Schools that write' }
    expect(kinds({ title })).toEqual(['missing changeNote ko', 'missing changeNote en'])
    expect(kinds({ title, changeNote: { ...note, en: ' ' } })).toEqual(['missing changeNote en'])
    expect(kinds({ title, changeNote: note })).toEqual([])
  })

  it('is a language in which nothing was said, or nothing was changed', () => {
    const summary = { ko: '새 요약', en: '' }
    expect(kinds({ summary, changeNote: note })).toEqual(['missing summary en'])
    expect(kinds({ summary: { ...task.summary, ko: '새 요약' }, changeNote: note })).toEqual([
      'one-language summary en',
    ])
  })

  it('is the easy text, where only the full one changed', () => {
    const body = { ko: '새 본문', en: 'A new text' }
    expect(kinds({ body, changeNote: note })).toEqual(['easy-reading plain'])
    expect(kinds({ body, plain: { ko: '쉬운 글', en: 'Easy' }, changeNote: note })).toEqual([])
  })

  it('is room, where a text is too long or too many are cited', () => {
    const title = { ko: '가'.repeat(MAX_LENGTH.title + 1), en: 'Other' }
    expect(kinds({ title, changeNote: note })).toEqual(['too-long title ko'])
    const citations = Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`t3-${i}`, null]))
    expect(kinds({ title: { ko: '가', en: 'O' }, changeNote: note, citations })).toEqual(['too-many-citations'])
  })

  it('is not a change of words, where a sample becomes the wording of the office or the bureau is another', () => {
    expect(kinds({ sample: false, changeNote: note })).toEqual([])
    expect(kinds({ bureau: 'planning', changeNote: note })).toEqual([])
  })

  it('stops no publication where it is a warning', () => {
    const gaps = gapsIn({ ...draftOf(task), changeNote: note, summary: { ...task.summary, ko: '새 요약' } }, task)
    expect(gaps.map(({ isWarning }) => isWarning)).toEqual([true])
  })
})

describe('what is pasted into a draft', () => {
  const pasted = '\t가\t\t나\r\n다\r라\v마\u0000\u202e바\u2069\t'
  const clean = ' 가  나\n다\n라\n마바 '

  it('is published as the rules want it: no tabs, one kind of line end, nothing that nobody sees', () => {
    const both = { ko: pasted, en: pasted }
    const [first] = draftOf(task).subtasks
    const draft = { ...draftOf(task), title: both, changeNote: both, subtasks: [{ id: 's1', title: both, text: both }] }
    const tidy = { ko: clean, en: clean }
    const subtasks = [{ id: first?.id, title: tidy, text: tidy }]
    expect(cleanDraft(draft)).toEqual({ ...draftOf(task), title: tidy, changeNote: tidy, subtasks })
    expect(cleanDraft(draftOf(task))).toEqual(draftOf(task))
  })

  it('is missing where nothing of it would be left, and no change where the published words would', () => {
    expect(kinds({ title: { ko: '\u202a\u0007', en: '\t' }, changeNote: note })).toEqual([
      'missing title ko',
      'missing title en',
    ])
    expect(kinds({ title: { ...task.title, ko: `${task.title.ko}\u202c` } })).toEqual(['no-change'])
  })
})

describe('the subtasks of a draft', () => {
  it('get an id that none ever had, of the form that the rules want', () => {
    const ids = Array.from({ length: 10 }, () => withSubtask(withoutSubtask(draftOf(task), 's2')).subtasks[1]?.id)
    expect(new Set(ids).size).toBe(10)
    for (const id of ids) expect(id).toMatch(/^s[1-9][0-9]{7}$/)
  })

  it('are no more than there may be', () => {
    let draft = draftOf(task)
    for (let i = 0; i < MAX_SUBTASKS + 2; i++) draft = withSubtask(draft)
    expect(draft.subtasks).toHaveLength(MAX_SUBTASKS)
  })

  it('move one step, and not beyond an end', () => {
    const ids = (draft: PlanDraft) => draft.subtasks.map(({ id }) => id)
    expect(ids(withMoved(draftOf(task), 's1', 1))).toEqual(['s2', 's1'])
    expect(ids(withMoved(draftOf(task), 's1', -1))).toEqual(['s1', 's2'])
    expect(ids(withMoved(draftOf(task), 'none', 1))).toEqual(['s1', 's2'])
  })

  it('leave what was cited for them to the whole', () => {
    const draft = { ...draftOf(task), citations: { 't3-a': 's1', 't3-b': 's2' } }
    expect(withoutSubtask(draft, 's1').citations).toEqual({ 't3-a': null, 't3-b': 's2' })
  })
})
