import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Tabs } from '#components/tabs.tsx'
import { renderInApp } from '../../helpers/render-in-app.tsx'

const TABS = [
  { key: 'text', label: '과제 글', content: <p>글이에요</p> },
  { key: 'voices', label: '의견', content: <p>의견이에요</p> },
  { key: 'changes', label: '바뀐 점', content: <p>바뀌었어요</p> },
]

const show = () => renderInApp(<Tabs label="과제 보기" tabs={TABS} />)
const chosen = () => screen.getAllByRole('tab', { selected: true }).map((tab) => tab.textContent)
const panel = () => screen.getByRole('tabpanel')

describe('tabs', () => {
  it('are a named list of which the first is shown', async () => {
    await show()
    expect(screen.getByRole('tablist', { name: '과제 보기' }).children).toHaveLength(3)
    expect(chosen()).toEqual(['과제 글'])
    expect(panel().textContent).toBe('글이에요')
  })

  it('and their panel know each other', async () => {
    const { user } = await show()
    await user.click(screen.getByRole('tab', { name: '의견' }))
    expect(screen.getByRole('tabpanel', { name: '의견' }).textContent).toBe('의견이에요')
    expect(screen.getByRole('tab', { name: '의견' }).getAttribute('aria-controls')).toBe(panel().id)
    expect(screen.getByRole('tab', { name: '과제 글' }).getAttribute('aria-controls')).toBeNull()
  })

  it.each([
    ['{ArrowRight}', '의견'],
    ['{ArrowRight}{ArrowRight}{ArrowRight}', '과제 글'],
    ['{ArrowLeft}', '바뀐 점'],
    ['{End}', '바뀐 점'],
    ['{End}{ArrowLeft}', '의견'],
    ['{End}{Home}', '과제 글'],
  ])('are chosen by keys: %s', async (keys, name) => {
    const { user } = await show()
    await user.tab()
    await user.keyboard(keys)
    expect(chosen()).toEqual([name])
    expect(document.activeElement).toBe(screen.getByRole('tab', { name }))
  })

  it('are one stop for Tab, and the next is the panel', async () => {
    const { user } = await show()
    await user.tab()
    await user.keyboard('{ArrowRight}')
    await user.tab()
    expect(document.activeElement).toBe(panel())
    await user.tab({ shift: true })
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: '의견' }))
  })
})
