import type { DocumentData } from 'firebase/firestore/lite'
import { beforeEach, describe, it } from 'vitest'
import { MAX_LENGTH } from '#domain/plan-draft.ts'
import { onEmulator, signedIn } from './helpers/emulator.ts'
import { seedStaff } from './helpers/people.ts'
import { revising, seedPlan, subtask } from './helpers/planning.ts'
import { refused } from './helpers/verdicts.ts'
import { commit } from './helpers/writes.ts'

onEmulator()

beforeEach(async () => {
  await seedPlan()
  await seedStaff('editor', { canEdit: true })
})

const publish = (changes: DocumentData) => commit(signedIn('editor'), revising('editor', { citations: {}, ...changes }))

const { title, summary, plain, body, subtaskTitle, subtaskText } = MAX_LENGTH
const letters = (number: number) => ({ ko: '가'.repeat(number), en: 'a'.repeat(number) })
const oneMore = (number: number) => ({ ...letters(number), ko: '가'.repeat(number + 1) })
const texts = { title: letters(title), summary: letters(summary), plain: letters(plain), body: letters(body) }
const longest = { title: letters(subtaskTitle), text: letters(subtaskText) }

/** Ten subtasks, of which one says something else. */
const subtasks = (at: number, changes: DocumentData) =>
  Array.from({ length: 10 }, (_, i) => subtask(`s${i}`, i === at ? changes : {}))

// Everybody who reads a task reads all of it. How long each text may be, the editor and the import look at.
describe('the texts of a task are together as long as the longest that the editor takes', () => {
  it('and not a letter longer', async () => {
    await refused(() => publish({ ...texts, title: oneMore(title) }), 'say')
    await refused(() => publish({ ...texts, body: oneMore(body) }), 'say')
    await publish(texts)
  })
})

// The task's rule looks at the first, the entry's at the last.
describe('a subtask is as long as the longest that the editor takes', () => {
  it.each([0, 9])('and not a letter longer, as number %d', async (at) => {
    await refused(() => publish({ subtasks: subtasks(at, { ...longest, title: oneMore(subtaskTitle) }) }), 'say')
    await refused(() => publish({ subtasks: subtasks(at, { ...longest, text: oneMore(subtaskText) }) }), 'say')
    await publish({ subtasks: subtasks(at, longest) })
  })

  it('nor as long as Firestore stores it, as the last', () =>
    refused(() => publish({ subtasks: subtasks(9, { text: { ko: 'x'.repeat(1_030_000), en: 'x' } }) }), 'say'))
})
