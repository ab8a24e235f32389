import { screen, within } from '@testing-library/react'
import jsQR from 'jsqr'
import { describe, expect, it } from 'vitest'
import { slipFormDraft } from '#data/drafts.ts'
import type { BatchCounts } from '#data/slip-batches.ts'
import { newSlipJob, slipJob } from '#data/slip-job.ts'
import { formatSlip, newSlipToken, type Slip } from '#domain/slip.ts'
import { BatchRow } from '#features/slips/batch-row.tsx'
import { Counts } from '#features/slips/counts.tsx'
import { MakeSlips } from '#features/slips/make-slips.tsx'
import { countsQuery } from '#features/slips/queries.ts'
import { Sheets } from '#features/slips/sheets.tsx'
import { descriptionOf } from '../../../helpers/described.ts'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

const terms = {
  role: 'student',
  school: '한빛초등학교',
  district: 'mapo',
  level: 'elementary',
  expiresAt: new Date('2026-12-31T23:59:59+09:00'),
} as const

const sampleSlips = (count: number): Slip[] =>
  Array.from({ length: count }, () => ({ ...terms, token: newSlipToken(), batch: 'b', used: false, voided: false }))

describe.each(LANGUAGES)('making slips, in %s', (lang) => {
  const { slips: words } = WORDS[lang]
  const show = () => renderInApp(<MakeSlips uid="inviter" />, { lang })
  const box = (name: string) => screen.getByLabelText<HTMLInputElement>(name)
  const send = () => screen.getByRole('button', { name: words.make.send })

  it('says what is wrong field by field, begins with the first, and keeps what is typed', async () => {
    const { user } = await show()
    await user.clear(box(words.make.number))
    await user.type(box(words.make.number), '501')
    await user.click(send())
    expect(document.activeElement).toBe(box(words.make.school))
    expect(descriptionOf(box(words.make.school))).toContain(words.problem.school.missing)
    expect(descriptionOf(box(words.make.number))).toContain(fill(words.problem.number.range, { max: 500 }))
    expect(descriptionOf(box(words.make.purpose))).toContain(words.problem.purpose.missing)
    expect(slipFormDraft.load()?.number).toBe('501')
    await user.type(box(words.make.school), '한빛')
    expect(descriptionOf(box(words.make.school))).not.toContain(words.problem.school.missing)
    expect(descriptionOf(box(words.make.purpose))).toContain(words.problem.purpose.missing)
  })

  it('offers what was cut off half-way, and nothing else meanwhile', async () => {
    slipJob.save(newSlipJob('inviter', terms, '1반', 30))
    const { user } = await show()
    const cutOff = fill(words.making.cutOff, { school: terms.school, all: 30 })
    expect(screen.getByRole('alert').textContent).toContain(cutOff)
    expect(screen.queryByRole('button', { name: words.make.send })).toBeNull()
    await user.click(screen.getByRole('button', { name: words.making.giveUp }))
    expect(send()).toBeTruthy()
    expect(slipJob.load('inviter')).toBeNull()
  })

  it('does not offer one person what another began', async () => {
    slipJob.save(newSlipJob('somebody-else', terms, '1반', 30))
    await show()
    expect(send()).toBeTruthy()
  })
})

describe.each(LANGUAGES)('how many slips are used, in %s', (lang) => {
  const { slips: words } = WORDS[lang]
  const numbers = () =>
    screen
      .getAllByRole('definition')
      .map((value) => `${value.previousElementSibling?.textContent} ${value.textContent}`)

  it.each([
    ['left', new Date(Date.now() + 86_400_000), words.count.left],
    ['expired', new Date(0), words.count.expiredCount],
  ])('tells the rest that is %s', async (_, expiresAt, rest) => {
    await renderInApp(<Counts counts={{ terms: { ...terms, expiresAt }, all: 30, used: 20, voided: 4 }} />, { lang })
    expect(numbers()).toEqual([
      `${words.count.all} 30`,
      `${words.count.used} 20`,
      `${rest} 6`,
      `${words.count.voided} 4`,
    ])
  })
})

describe.each(LANGUAGES)('a batch, in %s', (lang) => {
  const { slips: words } = WORDS[lang]
  const batch = { id: 'a batch', issuedBy: 'inviter', issuedAt: new Date(0), purpose: '1학년 1반' }
  const show = (counts: BatchCounts | null) => {
    const client = testClient()
    client.setDefaultOptions({ queries: { staleTime: Number.POSITIVE_INFINITY } })
    client.setQueryData(countsQuery(batch.id).queryKey, counts)
    return renderInApp(<BatchRow batch={batch} uid="inviter" />, { lang, client })
  }

  it('says that it has no slips, and offers nothing to do with them', async () => {
    await show(null)
    expect(screen.getByText(words.list.empty)).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('says how many slips it has where what they say cannot be read, and offers nothing to do with them', async () => {
    await show({ terms: null, all: 30, used: 20, voided: 4 })
    expect(screen.queryByText(words.list.empty)).toBeNull()
    expect(screen.getByText(words.list.unread)).toBeTruthy()
    expect(screen.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual(['30', '20', '6', '4'])
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.queryByRole('link')).toBeNull()
  })

  it('offers what can be done with those that are left', async () => {
    await show({ terms, all: 30, used: 20, voided: 4 })
    expect(screen.queryByText(words.list.empty)).toBeNull()
    expect(screen.getByRole('button', { name: new RegExp(words.void.open) })).toBeTruthy()
  })
})

/** As a camera sees it: every module some pixels wide. */
function picture(svg: Element): { pixels: Uint8ClampedArray; side: number } {
  const size = Number(svg.getAttribute('viewBox')?.split(' ')[2])
  const dark = [...(svg.querySelectorAll('path')[1]?.getAttribute('d') ?? '').matchAll(/M(\d+) (\d+)h/g)]
  const isDark = new Set(dark.map(([, x, y]) => `${x} ${y}`))
  const scale = 4
  const side = size * scale
  const pixels = new Uint8ClampedArray(side * side * 4)
  for (let i = 0; i < side * side; i++) {
    const module = `${Math.floor((i % side) / scale)} ${Math.floor(i / side / scale)}`
    pixels.set([...Array(3).fill(isDark.has(module) ? 0 : 255), 255], i * 4)
  }
  return { pixels, side }
}

describe.each(LANGUAGES)('slips to cut out, on a page in %s', (lang) => {
  const slips = sampleSlips(12)
  const show = () => renderInApp(<Sheets slips={slips} site="https://madang.example.kr" />, { lang })

  it('stand ten on a page', async () => {
    await show()
    const pages = screen.getAllByRole('list')
    expect(pages.map((page) => within(page).getAllByRole('listitem').length)).toEqual([10, 2])
  })

  it('have a QR code that leads to the slip, its number by hand, school, and words in both languages', async () => {
    await show()
    for (const [place, item] of screen.getAllByRole('listitem').entries()) {
      const { token } = slips[place] as Slip
      const { pixels, side } = picture(within(item).getByRole('img'))
      expect(jsQR(pixels, side, side)?.data).toBe(`https://madang.example.kr/ko/join?slip=${token}`)
      expect(within(item).getByText(formatSlip(token))).toBeTruthy()
      expect(within(item).getByText(terms.school)).toBeTruthy()
      const address = (of: string) => `madang.example.kr/${of}/join`
      expect(item.querySelector('p[lang=ko]')?.textContent).toContain(
        fill(WORDS.ko.slips.sheet.how, { address: address('ko') }),
      )
      expect(item.querySelector('p[lang=en]')?.textContent).toContain(
        fill(WORDS.en.slips.sheet.how, { address: address('en') }),
      )
      expect(item.textContent).toContain('2026년 12월 31일')
      expect(item.textContent).toContain('31 December 2026')
    }
  })
})
