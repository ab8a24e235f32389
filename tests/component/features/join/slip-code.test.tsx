import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { SlipCode } from '#features/join/slip-code.tsx'
import { descriptionOf } from '../../../helpers/described.ts'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { sampleSlip } from '../../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

const TOKEN = sampleSlip().token

describe.each(LANGUAGES)('the number of a slip typed by hand, in %s', (lang) => {
  const words = WORDS[lang].join.slip.code
  const show = async (typed = '') => {
    const onToken = vi.fn()
    const app = await renderInApp(<SlipCode typed={typed} onToken={onToken} />, { lang, path: '/join' })
    const box = screen.getByRole<HTMLInputElement>('textbox', { name: words.label })
    const next = () => app.user.click(screen.getByRole('button', { name: words.next }))
    return { ...app, onToken, box, next }
  }

  it('may be written in small letters, without dashes, with letters that look alike', async () => {
    const { user, box, next, onToken } = await show()
    await user.type(box, 'o123 4567 89ab cdef ghjk')
    await next()
    expect(onToken).toHaveBeenCalledExactlyOnceWith(TOKEN)
  })

  it('stands in groups of four once somebody has left it', async () => {
    const { user, box } = await show()
    await user.type(box, '0123456789ab')
    await user.tab()
    expect(box.value).toBe('0123-4567-89AB')
  })

  it.each([
    ['', words.empty],
    ['ㅁㅠㅊㅇ', words.hangul],
    ['0123-4567-89AB-CDEF-GHJ*', fill(words.short, { typed: 19, all: 20 })],
    ['0123-4567-89AB-CDEF-GHJ<', words.strange],
    ['0123-4567-89AB-CDEF-GHJKM', fill(words.long, { typed: 21, all: 20 })],
  ])('says what is wrong with %j, and keeps it', async (typed, problem) => {
    const { user, box, next, onToken } = await show()
    await user.click(box)
    if (typed !== '') await user.paste(typed)
    await next()
    expect(descriptionOf(box)).toBe(`${words.hint} ${problem}`)
    expect(document.activeElement).toBe(box)
    expect(onToken).not.toHaveBeenCalled()
    if (typed !== '') expect(box.value).not.toBe('')
  })

  it('says at once what is wrong with a damaged address', async () => {
    const { box } = await show('0123-4567')
    expect(box.value).toBe('0123-4567')
    expect(descriptionOf(box)).toContain(fill(words.short, { typed: 8, all: 20 }))
  })

  it.each([
    ['was pointed out', ''],
    ['was said at once of a damaged address', '0123-4567-89AB-CDEF-GHJ'],
  ])('takes back what %s once it is put right, and points out nothing new before the next try', async (_, typed) => {
    const { user, box, next } = await show(typed)
    if (typed === '') {
      await user.type(box, '0123-4567-89AB-CDEF-GHJ')
      await next()
    }
    await user.type(box, '{Backspace}')
    expect(descriptionOf(box)).toBe(`${words.hint} ${fill(words.short, { typed: 18, all: 20 })}`)
    await user.type(box, 'JK')
    expect(descriptionOf(box)).toBe(words.hint)
    expect(box.getAttribute('aria-invalid')).not.toBe('true')
    await user.type(box, 'M')
    expect(descriptionOf(box)).toBe(words.hint)
    await next()
    expect(descriptionOf(box)).toContain(fill(words.long, { typed: 21, all: 20 }))
  })
})
