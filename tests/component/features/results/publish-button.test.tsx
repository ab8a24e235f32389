import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { DataError, type DataErrorKind } from '#data/errors.ts'
import { PublishButton } from '#features/results/publish-button.tsx'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { LANGUAGES, WORDS } from '../../../helpers/words.ts'

// Publishing itself is tried on the emulator, by tests/rules and in the browser.
const { publishResults } = vi.hoisted(() => ({ publishResults: vi.fn() }))
vi.mock('#data/publications.ts', () => ({ publishResults }))

beforeEach(() => void publishResults.mockReset())

describe.each(LANGUAGES)('the button that publishes, in %s', (lang) => {
  const { publish: words } = WORDS[lang].priorities
  const press = async (reason: string) => {
    const app = await renderInApp(<PublishButton uid="kim" />, { lang })
    if (reason) await app.user.type(screen.getByLabelText(words.reason), reason)
    await app.user.click(screen.getByRole('button', { name: words.act }))
    return app
  }

  it('asks for a reason first, and puts the cursor there', async () => {
    await press('')
    expect(screen.getByText(words.noReason)).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByLabelText(words.reason))
    expect(publishResults).not.toHaveBeenCalled()
  })

  it.each([
    [true, words.done],
    [false, words.same],
  ])('says what came of it: %s', async (isNew, said) => {
    publishResults.mockResolvedValue(isNew)
    await press('회의 전에')
    await waitFor(() => expect(screen.getByText(said)).toBeTruthy())
    expect(publishResults).toHaveBeenCalledExactlyOnceWith('kim', '회의 전에')
  })

  it.each<[DataErrorKind, string]>([
    ['missing', words.missing],
    ['refused', words.refused],
    ['offline', words.offline],
    ['quota', words.failed],
  ])('says why it failed, and keeps the reason: %s', async (kind, said) => {
    publishResults.mockRejectedValue(new DataError(kind))
    await press('회의 전에')
    await waitFor(() => expect(screen.getByRole('alert').textContent).toBe(said))
    expect(screen.getByLabelText<HTMLInputElement>(words.reason).value).toBe('회의 전에')
  })
})
