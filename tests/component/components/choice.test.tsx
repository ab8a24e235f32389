import { screen } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { Choice } from '#components/choice.tsx'
import { descriptionOf } from '../../helpers/described.ts'
import { renderInApp } from '../../helpers/render-in-app.tsx'

const OPTIONS = [
  { value: 'tea', label: '차', hint: '따뜻해요' },
  { value: 'water', label: '물' },
  { value: 'juice', label: '주스' },
] as const

type Drink = (typeof OPTIONS)[number]['value']

function Drinks({ onChange, error }: { onChange?: (value: Drink) => void; error?: string }) {
  const [value, setValue] = useState<Drink | null>(null)
  const change = (chosen: Drink) => {
    setValue(chosen)
    onChange?.(chosen)
  }
  return (
    <Choice legend="무엇을 마실까요?" name="drink" options={OPTIONS} value={value} onChange={change} error={error} />
  )
}

const radio = (name: RegExp) => screen.getByRole<HTMLInputElement>('radio', { name })

describe('a choice', () => {
  it('is a named group of radio buttons, none chosen at first', async () => {
    await renderInApp(<Drinks />)
    const group = screen.getByRole('group', { name: '무엇을 마실까요?' })
    expect(group.getAttribute('aria-invalid')).toBeNull()
    expect(descriptionOf(group)).toBe('')
    expect(screen.getAllByRole<HTMLInputElement>('radio').map((option) => option.checked)).toEqual([
      false,
      false,
      false,
    ])
  })

  it('reads a hint together with its answer', async () => {
    await renderInApp(<Drinks />)
    expect(radio(/^차\s*따뜻해요$/).value).toBe('tea')
  })

  it('is made by a click on the words', async () => {
    const onChange = vi.fn()
    const { user } = await renderInApp(<Drinks onChange={onChange} />)
    await user.click(screen.getByText('물'))
    expect(onChange.mock.calls).toEqual([['water']])
    expect(radio(/물/).checked).toBe(true)
  })

  it('is made with the keyboard alone: Tab into it once, arrows within it', async () => {
    const onChange = vi.fn()
    const { user } = await renderInApp(
      <>
        <Drinks onChange={onChange} />
        <button type="button">다음</button>
      </>,
    )
    await user.tab()
    expect(document.activeElement).toBe(radio(/차/))
    await user.keyboard(' ')
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(onChange.mock.calls.flat()).toEqual(['tea', 'water', 'juice'])
    expect(document.activeElement).toBe(radio(/주스/))
    await user.tab()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '다음' }))
  })

  it('ties what is wrong to the group', async () => {
    await renderInApp(<Drinks error="하나를 골라 주세요." />)
    const group = screen.getByRole('group')
    expect(group.getAttribute('aria-invalid')).toBe('true')
    expect(descriptionOf(group)).toBe('하나를 골라 주세요.')
  })
})
