import { screen, waitFor } from '@testing-library/react'
import { type ComponentProps, useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { onDemand } from '#components/on-demand.tsx'
import { renderInApp } from '../../helpers/render-in-app.tsx'
import { LANGUAGES, WORDS } from '../../helpers/words.ts'

const Form = ({ onClose }: { onClose: () => void }) => (
  <button type="button" onClick={onClose}>
    form
  </button>
)

const missing = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'))

function Place({ part: Part }: { part: ReturnType<typeof onDemand<ComponentProps<typeof Form>>> }) {
  const [open, setOpen] = useState(false)
  return (
    <article tabIndex={-1}>
      {open ? (
        <Part onClose={() => setOpen(false)} meanwhile="in between" />
      ) : (
        <button type="button" onClick={() => setOpen(true)}>
          ask
        </button>
      )}
    </article>
  )
}

async function show(lang: 'ko' | 'en', load: () => Promise<typeof Form>) {
  const { user } = await renderInApp(<Place part={onDemand(load)} />, { lang })
  const press = (name: string) => user.click(screen.getByRole('button', { name }))
  return { press }
}

describe.each(LANGUAGES)('a part that somebody presses for, in %s', (lang) => {
  const { common } = WORDS[lang]
  const said = () => screen.queryByRole('region', { name: common.cannotRead.other })
  const saysSo = () => waitFor(() => expect(document.activeElement).toBe(said() ?? 'not said yet'))
  const form = () => screen.findByRole('button', { name: 'form' })

  it('comes, with something else in its place until then', async () => {
    let come: (form: typeof Form) => void = () => {}
    const { press } = await show(lang, () => new Promise((resolve) => (come = resolve)))
    await press('ask')
    expect(screen.getByText('in between')).toBeTruthy()
    come(Form)
    expect(await form()).toBeTruthy()
    expect(screen.queryByText('in between')).toBeNull()
  })

  it('and does not come says so, has the cursor, and is asked for again by a press alone', async () => {
    const load = vi.fn(async () => Form)
    load.mockImplementationOnce(missing).mockImplementationOnce(missing)
    const { press } = await show(lang, load)
    await press('ask')
    await saysSo()
    expect(screen.getByText('in between')).toBeTruthy()
    expect(load).toHaveBeenCalledTimes(1)
    const first = said()
    await press(common.retry)
    await waitFor(() => expect(said()).not.toBe(first))
    await saysSo()
    expect(load).toHaveBeenCalledTimes(2)
    await press(common.retry)
    expect(await form()).toBeTruthy()
    expect(said()).toBeNull()
  })

  it('stays there, with the cursor, while it is asked for again', async () => {
    let come: (form: typeof Form) => void = () => {}
    const load = vi.fn(() => new Promise<typeof Form>((resolve) => (come = resolve)))
    const { press } = await show(lang, load.mockImplementationOnce(missing))
    await press('ask')
    await saysSo()
    await press(common.retry)
    const retry = screen.getByRole('button', { name: common.retry })
    expect(document.activeElement).toBe(retry)
    expect(retry.getAttribute('aria-disabled')).toBe('true')
    come(Form)
    expect(await form()).toBeTruthy()
  })

  it('can be done without: the cursor goes back to what it belongs to, and the next press asks anew', async () => {
    const { press } = await show(lang, vi.fn(async () => Form).mockImplementationOnce(missing))
    await press('ask')
    await saysSo()
    await press(common.close)
    expect(document.activeElement).toBe(screen.getByRole('article'))
    await press('ask')
    expect(await form()).toBeTruthy()
  })

  it('says that there is no connection where the browser says so', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    const { press } = await show(lang, missing)
    await press('ask')
    expect(await screen.findByText(common.cannotRead.offline)).toBeTruthy()
  })
})
