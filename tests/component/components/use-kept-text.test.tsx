import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useKeptText } from '#components/use-kept-text.ts'
import { reviewDraft } from '#data/drafts.ts'
import { renderInApp } from '../../helpers/render-in-app.tsx'

function Line({ about }: { about: string }) {
  const { text, type, clear } = useKeptText(() => reviewDraft('void', about))
  return (
    <>
      <input aria-label="Reason" value={text} onChange={({ target }) => type(target.value)} />
      <button type="button" onClick={clear}>
        Give up
      </button>
    </>
  )
}

const typed = () => screen.getByRole<HTMLInputElement>('textbox').value

it('a line that was begun is there again, for what it is about, until it is stored or given up', async () => {
  const { user, rerender } = await renderInApp(<Line key="1" about="a" />, { lang: 'en' })
  await user.type(screen.getByRole('textbox'), 'Lost on the way')
  rerender(<Line key="2" about="b" />)
  expect(typed()).toBe('')
  rerender(<Line key="3" about="a" />)
  expect(typed()).toBe('Lost on the way')
  await user.click(screen.getByRole('button', { name: 'Give up' }))
  expect(typed()).toBe('')
  rerender(<Line key="4" about="a" />)
  expect(typed()).toBe('')
})
