import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { Badge } from '#components/badge.tsx'
import { Checkbox } from '#components/checkbox.tsx'
import { Disclosure } from '#components/disclosure.tsx'
import { EmptyState } from '#components/empty-state.tsx'
import { OutwardLink } from '#components/outward-link.tsx'
import { Progress } from '#components/progress.tsx'
import { StackedBar } from '#components/stacked-bar.tsx'
import { StepIndicator } from '#components/step-indicator.tsx'
import { descriptionOf, hrefOf } from '../../helpers/described.ts'
import { renderInApp } from '../../helpers/render-in-app.tsx'
import { LANGUAGES, WORDS } from '../../helpers/words.ts'

describe.each(LANGUAGES)('a link that leads away, in %s', (lang) => {
  it('says so, and tells the other site nothing', async () => {
    await renderInApp(<OutwardLink href="https://www.sen.go.kr/">교육청</OutwardLink>, { lang })
    const link = screen.getByRole('link', { name: `교육청 ${WORDS[lang].common.outward}` })
    expect(hrefOf(link)).toBe('https://www.sen.go.kr/')
    expect(link.getAttribute('rel')?.split(' ')).toEqual(expect.arrayContaining(['noopener', 'noreferrer']))
  })
})

it.each([
  'http://example.com/',
  ['javascript', 'alert(1)'].join(':'),
  'JAVASCRIPT:https://x',
  '//example.com',
  'https://sen.go.kr@example.com/',
  ' https://example.com/',
  'data:text/html,https://x',
])('an address that is not plain https stays text: %s', async (href) => {
  await renderInApp(<OutwardLink href={href}>여기</OutwardLink>)
  expect(screen.queryByRole('link')).toBeNull()
  expect(screen.getByText('여기')).toBeTruthy()
})

it('a disclosure opens and closes by its heading', async () => {
  const { user } = await renderInApp(<Disclosure summary="누가 보나요?">모두가 봐요.</Disclosure>)
  const details = screen.getByRole<HTMLDetailsElement>('group')
  expect(details.open).toBe(false)
  await user.click(screen.getByText('누가 보나요?'))
  expect(details.open).toBe(true)
  await user.click(screen.getByText('누가 보나요?'))
  expect(details.open).toBe(false)
})

describe('a badge', () => {
  it('with a number alone says what it means', async () => {
    const { container } = await renderInApp(<Badge label="새 의견 3개">3</Badge>)
    expect(container.textContent).toBe('새 의견 3개3')
    expect(container.querySelector('[aria-hidden="true"]')?.textContent).toBe('3')
  })

  it('with words is those words', async () => {
    const { container } = await renderInApp(<Badge tone="success">등록 마침</Badge>)
    expect(container.textContent).toBe('등록 마침')
    expect(container.querySelector('[aria-hidden="true"]')).toBeNull()
  })
})

it('an empty state says what is missing, and what to do about it', async () => {
  const { container } = await renderInApp(
    <EmptyState action={<button type="button">의견 남기기</button>}>아직 의견이 없어요.</EmptyState>,
  )
  expect(screen.getByText('아직 의견이 없어요.')).toBeTruthy()
  expect(screen.getByRole('button', { name: '의견 남기기' })).toBeTruthy()
  expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
})

describe.each(LANGUAGES)('steps, in %s', (lang) => {
  it('say which is the current one and which are done', async () => {
    await renderInApp(<StepIndicator label="단계" steps={['하나', '둘', '셋']} current={2} />, { lang })
    const items = within(screen.getByRole('list', { name: '단계' })).getAllByRole('listitem')
    expect(items.map((item) => item.textContent.trim())).toEqual([`하나 ${WORDS[lang].common.done}`, '둘', '셋'])
    expect(items.map((item) => item.getAttribute('aria-current'))).toEqual([null, 'step', null])
  })
})

it('progress is said in words', async () => {
  await renderInApp(<Progress label="고른 과제" value={2} max={6} text="여섯 과제 중 두 과제" />)
  const bar = screen.getByRole<HTMLProgressElement>('progressbar', { name: '고른 과제' })
  expect(bar.position).toBeCloseTo(1 / 3)
  expect(bar.getAttribute('aria-valuetext')).toBe('여섯 과제 중 두 과제')
  expect(screen.getByText('여섯 과제 중 두 과제')).toBeTruthy()
})

describe('a checkbox', () => {
  it('tells what somebody chooses, by a click on its words', async () => {
    const onChange = vi.fn()
    const { user } = await renderInApp(<Checkbox label="동의해요" checked={false} onChange={onChange} />)
    await user.click(screen.getByText('동의해요'))
    expect(onChange.mock.calls).toEqual([[true]])
    expect(screen.getByRole('checkbox').getAttribute('aria-invalid')).toBeNull()
  })

  it('has tied to it what is wrong with it', async () => {
    await renderInApp(<Checkbox label="동의해요" checked={false} onChange={() => undefined} error="동의가 필요해요." />)
    const box = screen.getByRole('checkbox', { name: '동의해요' })
    expect(box.getAttribute('aria-invalid')).toBe('true')
    expect(descriptionOf(box)).toBe('동의가 필요해요.')
  })
})

describe('a stacked bar', () => {
  const part = (label: string, value: number) => ({ label, value, share: `${value}%`, count: `${value}명` })
  const show = (agree: number, unsure: number, disagree: number) =>
    renderInApp(
      <StackedBar
        caption="모두의 입장"
        heads={['입장', '비율', '사람']}
        parts={[part('동의', agree), part('모름', unsure), part('반대', disagree)]}
      />,
    )
  const widths = () =>
    Array.from(screen.getByRole('img').querySelectorAll('rect'), (rect) => [
      rect.getAttribute('x'),
      rect.getAttribute('width'),
    ])

  it('says its parts, and is as wide as they are', async () => {
    await show(62, 20, 18)
    expect(within(screen.getByRole('figure')).getByText('모두의 입장')).toBeTruthy()
    expect(screen.getByRole('img', { name: '동의 62%, 모름 20%, 반대 18%' })).toBeTruthy()
    expect(widths()).toEqual([
      ['0%', '62%'],
      ['62%', '20%'],
      ['82%', '18%'],
    ])
  })

  it('stands above a table of the same numbers', async () => {
    await show(62, 20, 18)
    const rows = screen.getAllByRole('row').map((row) => Array.from(row.children, (cell) => cell.textContent))
    expect(rows).toEqual([
      ['입장', '비율', '사람'],
      ['동의', '62%', '62명'],
      ['모름', '20%', '20명'],
      ['반대', '18%', '18명'],
    ])
  })

  it('tells its parts apart by pattern, and has no style of its own in the page', async () => {
    const { container } = await show(62, 20, 18)
    const fills = Array.from(screen.getByRole('img').querySelectorAll('rect'), (rect) => rect.getAttribute('fill'))
    expect(new Set(fills).size).toBe(3)
    expect(container.querySelector('[style]')).toBeNull()
  })

  it('of nothing is empty', async () => {
    await show(0, 0, 0)
    expect(widths().map(([, width]) => width)).toEqual(['0%', '0%', '0%'])
  })
})
