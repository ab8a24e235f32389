import { screen, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { Button, ButtonLink } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { Paragraphs } from '#components/paragraphs.tsx'
import { Skeleton } from '#components/skeleton.tsx'
import { Switcher } from '#components/switcher.tsx'
import { hrefOf } from '../../helpers/described.ts'
import { renderInApp } from '../../helpers/render-in-app.tsx'

describe('a button', () => {
  it('does what it says, by mouse and by keyboard', async () => {
    const onClick = vi.fn()
    const { user } = await renderInApp(<Button onClick={onClick}>보내기</Button>)
    await user.click(screen.getByRole('button', { name: '보내기' }))
    await user.keyboard('{Enter}')
    await user.keyboard(' ')
    expect(onClick).toHaveBeenCalledTimes(3)
  })

  it('sends no form unless it is made to', async () => {
    const onSubmit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault())
    const { user } = await renderInApp(
      <form onSubmit={onSubmit}>
        <Button>이전</Button>
        <Button type="submit">다음</Button>
      </form>,
    )
    await user.click(screen.getByRole('button', { name: '이전' }))
    expect(onSubmit).not.toHaveBeenCalled()
    await user.click(screen.getByRole('button', { name: '다음' }))
    expect(onSubmit).toHaveBeenCalledTimes(1)
  })

  it('stays focusable while it is busy', async () => {
    const { user } = await renderInApp(<Button aria-disabled={true}>보내고 있어요</Button>)
    await user.tab()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '보내고 있어요' }))
  })

  it('that leads somewhere is a link', async () => {
    const { user, address } = await renderInApp(<ButtonLink to="/ko/join">참여하기</ButtonLink>)
    expect(screen.queryByRole('button')).toBeNull()
    expect(hrefOf(screen.getByRole('link', { name: '참여하기' }))).toBe('/ko/join')
    await user.click(screen.getByRole('link'))
    expect(address()).toBe('/ko/join')
  })
})

describe('a notice', () => {
  it.each(['status', 'alert'] as const)(
    'that appears is read out as %s, by a place that was there before it',
    async (urgency) => {
      const shown = (notice: boolean) => <Live urgency={urgency}>{notice && <Notice title="제목">내용</Notice>}</Live>
      const { rerender } = await renderInApp(shown(false))
      const place = screen.getByRole(urgency)
      expect(place.childNodes).toHaveLength(0)
      rerender(shown(true))
      expect(screen.getByRole(urgency)).toBe(place)
      expect(place.textContent).toBe('제목내용')
    },
  )

  it('that was there from the start is not read out', async () => {
    await renderInApp(<Notice>내용</Notice>)
    expect(screen.queryByRole('status')).toBeNull()
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.getByText('내용')).toBeTruthy()
  })
})

describe('paragraphs', () => {
  it('are parted by blank lines', async () => {
    const { container } = await renderInApp(<Paragraphs text={'하나\n\n둘\n\n\n셋'} />)
    expect(Array.from(container.querySelectorAll('p'), (p) => p.textContent)).toEqual(['하나', '둘', '셋'])
  })

  it('show markup as the text it is', async () => {
    const hostile = '<img src=x onerror="alert(1)"> <script>alert(1)</script> <a href="javascript:alert(1)">눌러요</a>'
    const { container } = await renderInApp(<Paragraphs text={hostile} />)
    expect(container.querySelectorAll('p')).toHaveLength(1)
    expect(container.querySelectorAll('p *')).toHaveLength(0)
    expect(container.textContent).toBe(hostile)
  })

  it('may say the same twice', async () => {
    const { container } = await renderInApp(<Paragraphs text={'후렴\n\n절\n\n후렴'} />)
    expect(Array.from(container.querySelectorAll('p'), (p) => p.textContent)).toEqual(['후렴', '절', '후렴'])
  })
})

describe('a switcher', () => {
  const options = [
    { value: 'full', label: '전체 글' },
    { value: 'plain', label: '쉬운 글' },
  ] as const

  it('is a named group that shows what is chosen', async () => {
    await renderInApp(<Switcher label="글 고르기" value="plain" options={options} onChange={() => undefined} />)
    const group = within(screen.getByRole('group', { name: '글 고르기' }))
    expect(group.getByRole<HTMLInputElement>('radio', { name: '전체 글' }).checked).toBe(false)
    expect(group.getByRole<HTMLInputElement>('radio', { name: '쉬운 글' }).checked).toBe(true)
  })

  it.each([
    ['mouse', (user: UserEvent) => user.click(screen.getByText('쉬운 글'))],
    ['keyboard', (user: UserEvent) => user.tab().then(() => user.keyboard('{ArrowRight}'))],
  ])('tells what somebody chooses by %s', async (_, choose) => {
    const onChange = vi.fn()
    const { user } = await renderInApp(
      <Switcher label="글 고르기" value="full" options={options} onChange={onChange} />,
    )
    await choose(user)
    expect(onChange.mock.calls).toEqual([['plain']])
  })

  it('does not mix with another on the same page', async () => {
    await renderInApp(
      <>
        <Switcher label="하나" value="full" options={options} onChange={() => undefined} />
        <Switcher label="둘" value="plain" options={options} onChange={() => undefined} />
      </>,
    )
    expect(screen.getAllByRole<HTMLInputElement>('radio').map(({ checked }) => checked)).toEqual([
      true,
      false,
      false,
      true,
    ])
  })
})

it('a skeleton holds the place of as many lines as will come, and says nothing', async () => {
  const { container } = await renderInApp(<Skeleton lines={5} />)
  expect(container.querySelectorAll('[aria-hidden="true"] > span')).toHaveLength(5)
  expect(container.textContent).toBe('')
})
