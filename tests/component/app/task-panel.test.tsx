import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { stanceDraft } from '#data/drafts.ts'
import { TaskPanel } from '../../../src/app/pages/task-panel.tsx'
import { renderInApp } from '../../helpers/render-in-app.tsx'
import { NOBODY, sampleTaskIn } from '../../helpers/samples.ts'
import { LANGUAGES, WORDS } from '../../helpers/words.ts'

describe.each(LANGUAGES)('the panel of a task, in %s', (lang) => {
  it('shows the next one at the device nothing that the former one had chosen', async () => {
    const panelOf = (turn: string) => (
      <TaskPanel turn={turn} task={sampleTaskIn(lang)} me={NOBODY} joinLink="/" stance={null} isNear />
    )
    const agree = () => screen.findByRole<HTMLInputElement>('radio', { name: WORDS[lang].stance.agree })
    const { user, rerender } = await renderInApp(panelOf('first'), { lang })
    await user.click(await agree())
    stanceDraft('t3').clear()
    rerender(panelOf('first'))
    expect((await agree()).checked).toBe(true)
    rerender(panelOf('second'))
    expect((await agree()).checked).toBe(false)
  })
})
