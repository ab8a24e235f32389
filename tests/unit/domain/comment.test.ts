import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Comment,
  commentFromDraft,
  isCollapsed,
  MAX_COMMENT_LENGTH,
  newCommentId,
  openReports,
  type TextProblem,
  textProblem,
  tidyText,
} from '#domain/comment.ts'
import { givesPause } from '#domain/second-thought.ts'
import { sampleComment, sampleParticipant, sampleTask } from '../../helpers/samples.ts'
import { TEXTS } from '../../rules/helpers/texts.ts'

describe('what is wrong with a text', () => {
  it.each(TEXTS)('%s', (_, text, problem) => {
    expect(textProblem(text)).toBe(problem)
  })

  it('is something wherever a control character other than tab and newline stands', () => {
    const control = fc.integer({ min: 0, max: 0x9f }).filter((code) => code < 32 || code > 126)
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), control, fc.string({ unit: 'grapheme' }), (before, code, after) => {
        const text = `네${before}${String.fromCharCode(code)}${after}`
        const allowed = code === 9 || code === 10
        expect(textProblem(text) === 'control').toBe(!allowed)
      }),
    )
  })

  it('is nothing for letters of any length up to the longest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 * MAX_COMMENT_LENGTH }), (length) => {
        const expected: TextProblem | null = length > 2000 ? 'too-long' : null
        expect(textProblem('글'.repeat(length))).toBe(expected)
      }),
    )
  })
})

describe('a tidied text', () => {
  it('has one kind of line end and nothing blank around it', () => {
    expect(tidyText(' \r\n첫째\r\n둘째\r셋째\n\t ')).toBe('첫째\n둘째\n셋째')
  })

  it('keeps blank lines and spaces within', () => {
    expect(tidyText('가  나\n\n\n다')).toBe('가  나\n\n\n다')
  })

  it.each(['래미안 101동 1203호', '3학년 2반 15번', '공일공 일이삼사 오육칠팔', '씨발', 'café'])(
    'has each letter as one, so that it is counted and looked at as it reads: %s',
    (text) => {
      expect(tidyText(text.normalize('NFD'))).toBe(text)
      expect(givesPause(tidyText(text.normalize('NFD')))).toBe(text !== 'café')
    },
  )

  it('stays as it is when tidied again', () => {
    const letters = fc.constantFrom('\r', '\n', ' ', '\t', '네', 'a', '\u3164', '\u1112', '\u1161', '\u11AB', '\u0301')
    fc.assert(
      fc.property(fc.string({ unit: letters }), (typed) => {
        expect(tidyText(tidyText(typed))).toBe(tidyText(typed))
      }),
    )
  })
})

describe('the id of a new comment', () => {
  it('is its task and twenty letters and digits', () => {
    expect(newCommentId('t4')).toMatch(/^t4-[A-Za-z0-9]{20}$/)
  })

  it('is never the same twice, and uses every letter equally often', () => {
    const ids = Array.from({ length: 10_000 }, () => newCommentId('t1'))
    expect(new Set(ids).size).toBe(ids.length)
    const times = new Map<string, number>()
    for (const letter of ids.flatMap((id) => [...id.slice(3)])) times.set(letter, (times.get(letter) ?? 0) + 1)
    expect(times.size).toBe(62)
    // 200,000 letters: each is expected 3,226 times with a deviation of 57. `byte % 62` would bring some 3,906 times.
    for (const count of times.values()) expect(Math.abs(count - 200_000 / 62)).toBeLessThan(420)
  })
})

describe('a comment made of a draft', () => {
  const me = sampleParticipant({ lang: 'en', role: 'teacher', verification: 'domain', district: 'jongno' })
  const made = (text: string) => commentFromDraft(me, sampleTask(), { id: 't3-x', text, subtaskId: 's1' })

  it('is of its author, on the revision that they read, and nobody has answered it yet', () => {
    expect(made('책을 더 주세요')).toMatchObject({
      id: 't3-x',
      taskId: 't3',
      authorId: me.uid,
      role: 'teacher',
      verification: 'domain',
      district: 'jongno',
      text: '책을 더 주세요',
      subtaskId: 's1',
      parentId: null,
      revision: 2,
      editedAt: null,
      agreeTotal: 0,
      disagreeTotal: 0,
      replyCount: 0,
    })
  })

  it('about a part that a later revision has removed is about the whole task; so is a reply to one', () => {
    const about = (subtaskId: string | null, parent: Comment | null = null) =>
      commentFromDraft(me, sampleTask(), { id: 't3-x', text: '글', subtaskId }, parent).subtaskId
    expect(about('gone')).toBeNull()
    expect(about(null, sampleComment({ subtaskId: 's2' }))).toBe('s2')
    expect(about(null, sampleComment({ subtaskId: 'gone' }))).toBeNull()
  })

  it('says the level of an author who has agreed that it is public, and of nobody else', () => {
    const levelOf = (consentVersion: number) =>
      commentFromDraft({ ...me, level: 'high', consentVersion }, sampleTask(), {
        id: 't3-x',
        text: '글',
        subtaskId: null,
      }).level
    expect([2, 3].map(levelOf)).toEqual([null, 'high'])
  })

  it('is in the language of its text, or else in that of its author', () => {
    expect(made('책을 더 주세요').lang).toBe('ko')
    expect(made('More books').lang).toBe('en')
    expect(made('👍 100').lang).toBe('en')
  })
})

describe('reports that nobody has looked at', () => {
  const of = (reportCount: number, edits = 0, decided: { reports: number; edits: number } | null = null) => {
    const comment = sampleComment({ reportCount, edits, decided })
    return [openReports(comment), isCollapsed(comment)]
  }

  it('are all as long as nobody has decided', () => {
    expect(of(0)).toEqual([0, false])
    expect(of(2)).toEqual([2, false])
    expect(of(3, 1)).toEqual([3, true])
  })

  it('are those since the decision', () => {
    expect(of(3, 1, { reports: 3, edits: 1 })).toEqual([0, false])
    expect(of(5, 1, { reports: 3, edits: 1 })).toEqual([2, false])
    expect(of(6, 1, { reports: 3, edits: 1 })).toEqual([3, true])
  })

  it('are all where the words have changed since the decision', () => {
    expect(of(3, 2, { reports: 3, edits: 1 })).toEqual([3, true])
    expect(of(1, 2, { reports: 1, edits: 1 })).toEqual([1, false])
  })
})
