import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { EditForm } from '#features/comments/edit-form.tsx'
import { quotaExceeded } from '../../../helpers/fake-storage.ts'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { sampleComment } from '../../../helpers/samples.ts'
import { LANGUAGES, WORDS } from '../../../helpers/words.ts'

/** Whether the browser asks before the page is closed. */
const asks = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }))

const read = sampleComment({ authorId: 'mina', text: '먼저 쓴 글', lang: 'ko' })

const show = (lang: 'ko' | 'en') =>
  renderInApp(
    <EditForm
      read={read}
      begin={{ text: read.text, lang: read.lang }}
      waits={undefined}
      uid="mina"
      onClose={() => {}}
    />,
    { lang },
  )

describe.each(LANGUAGES)('a change that is being written, in %s', (lang) => {
  const words = WORDS[lang].comments
  const box = () => screen.getByRole('textbox', { name: words.edit.label })

  it('is said not to be kept where the device keeps nothing, and the browser asks as long as it is one', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw quotaExceeded()
    })
    const { user, unmount } = await show(lang)
    expect(asks()).toBe(false)
    await user.type(box(), '!')
    expect(screen.getByText(words.form.notKept)).toBeTruthy()
    expect(asks()).toBe(true)
    await user.type(box(), '{Backspace}')
    expect(asks()).toBe(false)
    await user.selectOptions(screen.getByRole('combobox', { name: words.edit.lang }), 'en')
    expect(asks()).toBe(true)
    unmount()
    expect(asks()).toBe(false)
  })

  it('and kept on the device is there again: nobody is asked', async () => {
    const { user } = await show(lang)
    await user.type(box(), '!')
    expect(asks()).toBe(false)
  })
})
