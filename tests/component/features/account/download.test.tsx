import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { DataError } from '#data/errors.ts'
import { Download } from '#features/account/download.tsx'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { LANGUAGES, WORDS } from '../../../helpers/words.ts'

const { read, saveFile } = vi.hoisted(() => ({ read: vi.fn<() => Promise<object>>(), saveFile: vi.fn() }))
vi.mock('#data/remote.ts', () => ({ remote: () => read() }))
vi.mock('#components/save-file.ts', () => ({ saveFile }))

beforeEach(() => {
  read.mockReset()
  saveFile.mockReset()
})

describe.each(LANGUAGES)('a download of what is one’s own, in %s', (lang) => {
  const { me: words, errors } = WORDS[lang]

  it.each(['offline', 'quota', 'signed-out'] as const)(
    'that fails says why (%s), and can be tried again',
    async (kind) => {
      read.mockRejectedValueOnce(new DataError(kind)).mockResolvedValue({ items: [], next: null })
      const { user } = await renderInApp(<Download uid="mina" />, { lang })
      const press = () => user.click(screen.getByRole('button', { name: words.data.act }))
      await press()
      const reason = await within(screen.getByRole('status')).findByText(errors[kind], { exact: false })
      expect(reason.textContent).toContain(words.data.failed)
      expect(screen.getByText(words.data.again).textContent).toContain(words.data.act)
      expect(saveFile).not.toHaveBeenCalled()
      await press()
      await vi.waitFor(() => expect(saveFile).toHaveBeenCalledOnce())
      expect(screen.queryByText(errors[kind], { exact: false })).toBeNull()
    },
  )
})
