import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Popover } from '#components/popover.tsx'
import { renderInApp } from '../../helpers/render-in-app.tsx'

const show = () =>
  renderInApp(
    <>
      <p>글</p>
      <Popover button="내 계정">
        <button type="button">로그아웃</button>
      </Popover>
      <button type="button">다음</button>
    </>,
  )

const trigger = () => screen.getByRole('button', { name: '내 계정' })
const inside = () => screen.queryByRole('button', { name: '로그아웃' })

describe('a popover', () => {
  it('is closed until its button is pressed, and says which it is', async () => {
    const { user } = await show()
    expect(inside()).toBeNull()
    expect(trigger().getAttribute('aria-expanded')).toBe('false')
    await user.click(trigger())
    expect(trigger().getAttribute('aria-expanded')).toBe('true')
    expect(document.getElementById(trigger().getAttribute('aria-controls') ?? '')?.contains(inside())).toBe(true)
    await user.click(trigger())
    expect(inside()).toBeNull()
    expect(trigger().getAttribute('aria-expanded')).toBe('false')
  })

  it('closes on Escape, with the cursor back on its button', async () => {
    const { user } = await show()
    await user.click(trigger())
    await user.tab()
    expect(document.activeElement).toBe(inside())
    await user.keyboard('{Escape}')
    expect(inside()).toBeNull()
    expect(document.activeElement).toBe(trigger())
  })

  it('leaves the cursor alone on Escape while it is closed', async () => {
    const { user } = await show()
    await user.click(screen.getByRole('button', { name: '다음' }))
    await user.keyboard('{Escape}')
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '다음' }))
  })

  it('closes on a press outside, and not on one inside', async () => {
    const { user } = await show()
    await user.click(trigger())
    await user.click(inside() ?? document.body)
    expect(inside()).toBeTruthy()
    await user.click(screen.getByText('글'))
    expect(inside()).toBeNull()
  })

  it('closes when Tab leads out of it, where the cursor then is', async () => {
    const { user } = await show()
    await user.click(trigger())
    await user.tab()
    await user.tab()
    expect(inside()).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '다음' }))
  })
})
