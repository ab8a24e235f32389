import { screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { BatchCounts } from '#data/slip-batches.ts'
import { newSlipToken, type Slip } from '#domain/slip.ts'
import { BatchPrint } from '#features/slips/batch-print.tsx'
import { BatchRow } from '#features/slips/batch-row.tsx'
import { formatDay } from '#i18n/format.ts'
import { hrefOf } from '../../../helpers/described.ts'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

// The other side of the network; the browser tests have the real one.
const far = vi.hoisted(() => ({
  readCounts: vi.fn<() => Promise<BatchCounts>>(),
  readLeft: vi.fn<() => Promise<Slip[]>>(),
}))
vi.mock('#data/slip-batches.ts', () => far)

const TOMORROW = new Date(Date.now() + 86_400_000)
const YESTERDAY = new Date(Date.now() - 86_400_000)

/** A batch of which six are left, until then. */
function until(expiresAt: Date): void {
  const terms = { role: 'student', school: '한빛초등학교', district: 'mapo', level: 'elementary', expiresAt } as const
  far.readCounts.mockResolvedValue({ terms, all: 30, used: 20, voided: 4 })
  far.readLeft.mockResolvedValue(
    Array.from({ length: 6 }, () => ({ ...terms, token: newSlipToken(), batch: 'b', used: false, voided: false })),
  )
}

beforeEach(() => {
  for (const fake of Object.values(far)) fake.mockReset()
})

describe.each(LANGUAGES)('slips that are over, in %s', (lang) => {
  const { slips: words } = WORDS[lang]
  const batch = { id: 'b', issuedBy: 'inviter', issuedAt: new Date(0), purpose: '1반' }
  const row = () => renderInApp(<BatchRow batch={batch} uid="inviter" />, { lang })
  const print = () => renderInApp(<BatchPrint batch="b" />, { lang })
  const toPrint = () => screen.queryByRole('link', { name: new RegExp(`^${words.list.print}`) })

  it('are said to be, and not offered for printing', async () => {
    until(YESTERDAY)
    await row()
    const ended = fill(words.expired, { day: formatDay(YESTERDAY, lang) })
    expect(await screen.findByText(new RegExp(ended))).toBeTruthy()
    expect(screen.getByText(words.count.expiredCount)).toBeTruthy()
    expect(toPrint()).toBeNull()
  })

  it('are not printed by the address of their page', async () => {
    until(YESTERDAY)
    const { container } = await print()
    expect(await screen.findByText(fill(words.print.over, { day: formatDay(YESTERDAY, lang) }))).toBeTruthy()
    expect(screen.queryByRole('button', { name: words.print.send })).toBeNull()
    expect(container.querySelector('[data-sheet]')).toBeNull()
  })

  it('are printed as long as they can be used', async () => {
    until(TOMORROW)
    const { unmount } = await row()
    await screen.findByText(words.count.left)
    const link = toPrint()
    expect(link && hrefOf(link)).toBe(`/${lang}/review/slips/b`)
    unmount()
    await print()
    expect(await screen.findByRole('button', { name: words.print.send })).toBeTruthy()
  })
})
