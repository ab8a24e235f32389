import { screen } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { Dialog } from '#components/dialog.tsx'
import { letDialogsOpen } from '../../helpers/dialogs.ts'
import { renderInApp } from '../../helpers/render-in-app.tsx'
import { LANGUAGES, WORDS } from '../../helpers/words.ts'

// Escape and where the focus goes: tests/e2e/design-system.spec.ts.
beforeEach(letDialogsOpen)

function Deleting({ lightDismiss = false }: { lightDismiss?: boolean }) {
  const [open, setOpen] = useState(false)
  const [closed, setClosed] = useState(0)
  const close = () => {
    setOpen(false)
    setClosed(closed + 1)
  }
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        지우기
      </button>
      <output>{closed}</output>
      <Dialog open={open} onClose={close} title="의견을 지울까요?" lightDismiss={lightDismiss}>
        <p>되돌릴 수 없어요.</p>
      </Dialog>
    </>
  )
}

describe.each(LANGUAGES)('a dialog, in %s', (lang) => {
  const { common } = WORDS[lang]
  const open = async (lightDismiss = false) => {
    const app = await renderInApp(<Deleting lightDismiss={lightDismiss} />, { lang })
    expect(screen.queryByRole('dialog')).toBeNull()
    await app.user.click(screen.getByRole('button', { name: '지우기' }))
    return app
  }

  it('opens, with its title as name', async () => {
    await open()
    expect(screen.getByRole('dialog', { name: '의견을 지울까요?' }).textContent).toContain('되돌릴 수 없어요.')
  })

  it('closes by its cross, and says so once', async () => {
    const { user } = await open()
    await user.click(screen.getByRole('button', { name: common.close }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByRole('status').textContent).toBe('1')
  })

  it('closes on a press outside only if it may', async () => {
    const { user } = await open()
    await user.click(screen.getByRole('dialog'))
    expect(screen.getByRole('dialog')).toBeTruthy()
  })

  it('that may closes on a press outside, and not on one inside', async () => {
    const { user } = await open(true)
    await user.click(screen.getByText('되돌릴 수 없어요.'))
    expect(screen.getByRole('dialog')).toBeTruthy()
    await user.click(screen.getByRole('dialog'))
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})
