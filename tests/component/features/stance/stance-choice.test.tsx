import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { StanceChoice } from '#features/stance/stance-choice.tsx'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { LANGUAGES, WORDS } from '../../../helpers/words.ts'

const radios = () => screen.getAllByRole<HTMLInputElement>('radio')

describe.each(LANGUAGES)('the choice of a stance, in %s', (lang) => {
  const words = WORDS[lang].stance

  it('asks, with disagreement left, agreement right and doubt between', async () => {
    await renderInApp(<StanceChoice taskId="t1" value={null} onChoose={vi.fn()} disabled={false} />, { lang })
    expect(screen.getByRole('group', { name: words.question })).toBeTruthy()
    const named = [words.disagree, words.unsure, words.agree].map((name) => screen.getByRole('radio', { name }))
    expect(radios()).toEqual(named)
    expect(radios().some((radio) => radio.checked)).toBe(false)
  })

  it('shows what was chosen', async () => {
    await renderInApp(<StanceChoice taskId="t1" value="unsure" onChoose={vi.fn()} disabled={false} />, { lang })
    expect(radios().map((radio) => radio.checked)).toEqual([false, true, false])
  })

  it('tells what somebody chooses', async () => {
    const onChoose = vi.fn()
    const { user } = await renderInApp(<StanceChoice taskId="t1" value={null} onChoose={onChoose} disabled={false} />, {
      lang,
    })
    await user.click(screen.getByText(words.agree))
    await user.click(screen.getByText(words.disagree))
    expect(onChoose.mock.calls).toEqual([['agree'], ['disagree']])
  })

  it('cannot be made while it is disabled', async () => {
    const onChoose = vi.fn()
    const { user } = await renderInApp(<StanceChoice taskId="t1" value="agree" onChoose={onChoose} disabled={true} />, {
      lang,
    })
    await user.click(screen.getByText(words.disagree))
    await user.tab()
    expect(document.activeElement).toBe(document.body)
    expect(onChoose).not.toHaveBeenCalled()
    expect(radios().map((radio) => radio.checked)).toEqual([false, false, true])
  })
})

it('each stance has a shape of its own, so that none is told by colour alone', async () => {
  const { container } = await renderInApp(<StanceChoice taskId="t1" value={null} onChoose={vi.fn()} disabled={false} />)
  const shapes = Array.from(container.querySelectorAll('svg'), (shape) => shape.innerHTML)
  expect(new Set(shapes).size).toBe(3)
})
