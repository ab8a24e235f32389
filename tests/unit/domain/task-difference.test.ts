import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGS, type Localized } from '#domain/language.ts'
import { type TaskTexts, textsIn } from '#domain/plan.ts'
import { applyToTask, inverseOfTask, isSubtaskChanged, isTaskChanged, taskDifference } from '#domain/task-difference.ts'
import { sampleTask } from '../../helpers/samples.ts'

const localized: fc.Arbitrary<Localized> = fc.record({
  ko: fc.constantFrom('읽는 학교', '쓰는 학교', '읽는 학교를 만듭니다.', ''),
  en: fc.constantFrom('A school', 'Schools that read', 'Schools, all of them.'),
})
const subtask = fc.record({ id: fc.constantFrom('s1', 's2', 's3', 's4', 's5'), title: localized, text: localized })
const texts: fc.Arbitrary<TaskTexts> = fc.record({
  title: localized,
  summary: localized,
  body: localized,
  plain: localized,
  subtasks: fc.uniqueArray(subtask, { selector: ({ id }) => id, maxLength: 5 }),
})

const kinds = (before: TaskTexts, after: TaskTexts) =>
  taskDifference(textsIn('ko', before), textsIn('ko', after), 'ko').subtasks.map(({ id, kind }) => `${id} ${kind}`)

const withSubtasks = (...ids: string[]): TaskTexts => {
  const said = { ko: '글', en: 'Text' }
  return sampleTask({ subtasks: ids.map((id) => ({ id, title: said, text: said })) })
}

describe('the difference of a task', () => {
  it('applied gives the new texts and subtasks in their order, and its inverse the old ones', () => {
    fc.assert(
      fc.property(texts, texts, fc.constantFrom(...LANGS), (before, after, lang) => {
        const [old, now] = [textsIn(lang, before), textsIn(lang, after)]
        const difference = taskDifference(old, now, lang)
        expect(applyToTask(old, difference)).toEqual(now)
        expect(applyToTask(now, inverseOfTask(difference))).toEqual(old)
        expect(isTaskChanged(difference)).toBe(JSON.stringify(old) !== JSON.stringify(now))
      }),
    )
  })

  it('finds subtasks again by their ids: added, removed, moved', () => {
    expect(kinds(withSubtasks('s1', 's2'), withSubtasks('s1', 's3', 's2'))).toEqual(['s1 kept', 's3 added', 's2 kept'])
    expect(kinds(withSubtasks('s1', 's2'), withSubtasks('s2'))).toEqual(['s1 removed', 's2 kept'])
    expect(kinds(withSubtasks('s1', 's2', 's3'), withSubtasks('s2', 's3', 's1'))).toEqual([
      's1 gone',
      's2 kept',
      's3 kept',
      's1 come',
    ])
  })

  it('tells a subtask that stayed as it is', () => {
    const same = textsIn('ko', withSubtasks('s1'))
    const [first] = taskDifference(same, same, 'ko').subtasks
    expect(first && isSubtaskChanged(first)).toBe(false)
  })
})
