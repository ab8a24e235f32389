import { beforeEach, describe, expect, it } from 'vitest'
import { type TextProblem, textProblem } from '#domain/comment.ts'
import { onEmulator, signedIn } from './helpers/emulator.ts'
import { seedParticipant } from './helpers/people.ts'
import { TEXTS } from './helpers/texts.ts'
import { refused } from './helpers/verdicts.ts'
import { commenting, editing, seedComment, seedTask } from './helpers/voices.ts'
import { commit } from './helpers/writes.ts'

onEmulator()

beforeEach(async () => {
  await seedTask()
  await seedParticipant('mina')
})

const REASONS: Record<TextProblem, string> = {
  empty: 'showsSomething',
  blank: 'showsSomething',
  'too-long': 'isAtMostTwoThousandUnits',
  control: 'hasNoControl',
  bidi: 'hasNoBidiControl',
}

const notTexts = [null, true, 5, 1.5, ['네'], { text: '네' }, new Date(0)]

describe('the text of a new comment', () => {
  it.each(TEXTS)('%s, to the app and to the rules', async (_, text, problem) => {
    expect(textProblem(text)).toBe(problem)
    const say = () => commit(signedIn('mina'), commenting('mina', { text }))
    if (problem === null) await say()
    else await refused(say, REASONS[problem])
  })

  it.each(notTexts)('is refused when it is no text: %j', (text) =>
    refused(() => commit(signedIn('mina'), commenting('mina', { text })), 'isFitText'),
  )
})

describe('the text of an edit', () => {
  const edit = (text: unknown) => () => commit(signedIn('mina'), editing({ text }))

  it('is looked at in the same way', async () => {
    await seedComment('mina')
    await refused(edit(''), 'showsSomething')
    await refused(edit('\u3164'), 'showsSomething')
    await refused(edit('😀'.repeat(1001)), 'isAtMostTwoThousandUnits')
    await refused(edit('네\u001B'), 'hasNoControl')
    await refused(edit('\u202Etxet'), 'hasNoBidiControl')
    for (const text of notTexts) await refused(edit(text), 'isFitText')
    await edit('😀'.repeat(1000))()
  })
})
