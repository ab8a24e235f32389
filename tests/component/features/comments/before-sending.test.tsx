import { screen, within } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type { Lang } from '#domain/language.ts'
import { BeforeSending } from '#features/comments/before-sending.tsx'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

const PERSONAL = '제 번호는 010-1234-5678이고 메일은 hong@naver.com이에요.'

function Harness({ begin, onSend, onBack }: { begin: string; onSend: (text: string) => void; onBack: () => void }) {
  const [text, setText] = useState(begin)
  return (
    <>
      <textarea aria-label="box" value={text} onChange={({ target }) => setText(target.value)} />
      <BeforeSending typed={text} onChange={setText} onSend={onSend} onBack={onBack} />
    </>
  )
}

async function show(begin: string, lang: Lang = 'ko') {
  const words = WORDS[lang]['before-sending']
  const onSend = vi.fn()
  const onBack = vi.fn()
  const app = await renderInApp(<Harness begin={begin} onSend={onSend} onBack={onBack} />, { lang })
  const press = (name: string) => app.user.click(screen.getByRole('button', { name }))
  const box = () => screen.getByRole<HTMLTextAreaElement>('textbox').value
  return { ...app, words, onSend, onBack, press, box }
}

describe.each(LANGUAGES)('before sending, in %s', (lang) => {
  const words = WORDS[lang]['before-sending']
  const phone = words.kinds.phone
  const maskPhone = fill(words.mask, { kind: phone })

  it('points at what looks like personal data, each with its kind and marked within its words', async () => {
    await show(PERSONAL, lang)
    const list = screen.getByRole('list', { name: words.personal.list })
    const items = within(list).getAllByRole('listitem')
    expect(items.map((item) => item.querySelector('mark')?.textContent)).toEqual(['010-1234-5678', 'hong@naver.com'])
    expect(items[0]?.textContent).toContain(phone)
    expect(screen.getByText(fill(words.personal.found_other, { count: 2 }))).toBeTruthy()
  })

  it('masks everything and sends it with one press', async () => {
    const { onSend, press } = await show(PERSONAL, lang)
    await press(words.maskAndSend)
    expect(onSend.mock.calls).toEqual([['제 번호는 ***이고 메일은 ***이에요.']])
  })

  it('masks one passage, says so, keeps the focus, and takes it back', async () => {
    const { press, box, onSend } = await show(PERSONAL, lang)
    await press(maskPhone)
    expect(box()).toBe('제 번호는 ***이고 메일은 hong@naver.com이에요.')
    expect(screen.getByText(fill(words.masked, { kind: phone }))).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('region', { name: words.title }))
    await press(words.undo)
    expect(box()).toBe(PERSONAL)
    expect(screen.queryByRole('button', { name: words.undo })).toBeNull()
    expect(onSend).not.toHaveBeenCalled()
  })

  it('offers to send once nothing is left to look at, whether masked or changed by hand', async () => {
    const { press, user, onSend } = await show('010-1234-5678', lang)
    await user.clear(screen.getByRole('textbox'))
    await user.type(screen.getByRole('textbox'), 'ok')
    expect(screen.getByText(words.clear)).toBeTruthy()
    await press(words.send)
    expect(onSend.mock.calls).toEqual([['ok']])
  })

  it('stands in nobody’s way: the text goes as it is, or writing goes on', async () => {
    const { press, onSend, onBack, user } = await show(PERSONAL, lang)
    await press(words.asItIs)
    expect(onSend.mock.calls).toEqual([[PERSONAL]])
    await press(words.back)
    await user.keyboard('{Escape}')
    expect(onBack).toHaveBeenCalledTimes(2)
  })

  it('asks kindly about words that may hurt, and only asks', async () => {
    const { press, onSend } = await show('이 병신 같은 계획', lang)
    expect(document.activeElement).toBe(screen.getByRole('region', { name: words.unkind.title }))
    expect(screen.queryByRole('button', { name: words.maskAndSend })).toBeNull()
    expect(document.querySelector('mark')?.textContent).toBe('병신')
    await press(words.asItIs)
    expect(onSend.mock.calls).toEqual([['이 병신 같은 계획']])
  })

  it('does both at once', async () => {
    await show('병신아 010-1234-5678로 전화해', lang)
    expect(screen.getByRole('region', { name: words.title })).toBeTruthy()
    expect(screen.getByRole('list', { name: words.unkind.list })).toBeTruthy()
    expect(screen.getByRole('button', { name: words.maskAndSend })).toBeTruthy()
  })
})

it('says in which language a passage is', async () => {
  await show('Call me at 010-1234-5678, please')
  expect(document.querySelector('q')?.lang).toBe('en')
})

it('cuts no character in two beside a passage', async () => {
  await show(`${'😀'.repeat(20)}010-1234-5678${'😀'.repeat(20)}`)
  const excerpt = document.querySelector('q')?.textContent ?? ''
  expect(excerpt).toContain('010-1234-5678')
  expect(excerpt.isWellFormed()).toBe(true)
})
