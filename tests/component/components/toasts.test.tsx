import { act, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ToastList } from '#components/toast-list.tsx'
import { ToastRegion } from '#components/toast-region.tsx'
import { dismissToast, showToast, useToasts } from '#components/toasts.ts'
import { renderInApp } from '../../helpers/render-in-app.tsx'
import { LANGUAGES, WORDS } from '../../helpers/words.ts'

function All() {
  return <ToastList toasts={useToasts()} />
}

/** What the toasts say; on an English page Korean words in it stand in elements of their own. */
const said = () => screen.queryAllByRole('paragraph').map(({ textContent }) => textContent)

const say = (toast: Parameters<typeof showToast>[0]) => act(async () => showToast(toast))

afterEach(() => {
  for (let id = 0; id < 100; id++) act(() => dismissToast(id))
})

describe.each(LANGUAGES)('a toast, in %s', (lang) => {
  const { common } = WORDS[lang]

  it('is read out by a place that was there before it', async () => {
    await renderInApp(<ToastRegion />, { lang })
    const place = screen.getByRole('status')
    expect(place.textContent).toBe('')
    await say({ text: '의견을 지웠어요.' })
    await within(place).findByRole('paragraph')
    expect(said()).toEqual(['의견을 지웠어요.'])
    expect(screen.getByRole('status')).toBe(place)
  })

  it('says in which language a Korean name in it is', async () => {
    const { container } = await renderInApp(<All />, { lang })
    await say({ text: '김하나 has been added.' })
    expect(container.querySelector('[lang=ko]')?.textContent).toBe(lang === 'en' ? '김하나' : undefined)
  })

  it('goes when it is dismissed, with the cursor back where it was', async () => {
    const { user } = await renderInApp(
      <>
        <button type="button">지우기</button>
        <All />
      </>,
      { lang },
    )
    await user.click(screen.getByRole('button', { name: '지우기' }))
    await say({ text: '의견을 지웠어요.' })
    await user.tab()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: common.close }))
    await user.keyboard('{Enter}')
    expect(said()).toEqual([])
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '지우기' }))
  })

  it('does what its button says, once, and goes', async () => {
    const run = vi.fn()
    const { user } = await renderInApp(<All />, { lang })
    await say({ text: '새 글이 나왔어요.', action: { label: '새로 보기', run } })
    await user.click(screen.getByRole('button', { name: '새로 보기' }))
    expect(run).toHaveBeenCalledTimes(1)
    expect(said()).toEqual([])
  })

  it('is not shown twice with the same words', async () => {
    await renderInApp(<All />, { lang })
    await say({ text: '연결이 끊겼어요.' })
    await say({ text: '연결이 돌아왔어요.' })
    await say({ text: '연결이 끊겼어요.' })
    expect(said()).toEqual(['연결이 돌아왔어요.', '연결이 끊겼어요.'])
  })
})

it('with the same words stays for each thing that can be undone', async () => {
  const undone: number[] = []
  const { user } = await renderInApp(<All />)
  const undo = (run: () => void) => ({ text: '버렸어요.', action: { label: '되돌리기', run, isUndo: true } })
  await say(undo(() => undone.push(1)))
  await say(undo(() => undone.push(2)))
  expect(said()).toEqual(['버렸어요.', '버렸어요.'])
  for (const button of screen.getAllByRole('button', { name: '되돌리기' })) await user.click(button)
  expect(undone).toEqual([1, 2])
})

describe('in time, a toast', () => {
  beforeEach(async () => {
    await renderInApp(<All />)
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const wait = (seconds: number) => act(() => void vi.advanceTimersByTime(seconds * 1000))
  const shown = () => screen.queryByText('했어요.') !== null

  it('goes by itself', async () => {
    await say({ text: '했어요.' })
    wait(7)
    expect(shown()).toBe(true)
    wait(2)
    expect(shown()).toBe(false)
  })

  it('stays while there is something to do about it', async () => {
    await say({ text: '했어요.', action: { label: '되돌리기', run: () => undefined } })
    wait(600)
    expect(shown()).toBe(true)
  })

  it('stays while somebody is at it', async () => {
    await say({ text: '했어요.' })
    const close = screen.getByRole('button')
    act(() => close.focus())
    wait(60)
    expect(shown()).toBe(true)
    act(() => close.blur())
    wait(9)
    expect(shown()).toBe(false)
  })

  it('stays under the pointer', async () => {
    await say({ text: '했어요.' })
    const toast = screen.getByText('했어요.')
    fireEvent.pointerEnter(toast.parentElement ?? toast)
    wait(60)
    expect(shown()).toBe(true)
  })
})
