import { act } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { ReadAt } from '#features/comments/read-at.tsx'
import { formatMoment } from '#i18n/format.ts'
import { nothingAnswers, somethingAnswers } from '../../../helpers/reading.ts'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

afterEach(async () => {
  await somethingAnswers()
})

describe.each(LANGUAGES)('when comments were read, in %s', (lang) => {
  const said = (at: number) => fill(WORDS[lang].comments.list.readAt, { when: formatMoment(new Date(at), lang) })

  it('is said of those that a former visit left here', async () => {
    const yesterday = performance.timeOrigin - 86_400_000
    const { container } = await renderInApp(<ReadAt at={yesterday} />, { lang })
    expect(container.textContent).toBe(said(yesterday))
  })

  it('is said of those read on this visit once the connection is lost', async () => {
    const now = Date.now()
    const { container } = await renderInApp(<ReadAt at={now} />, { lang })
    expect(container.textContent).toBe('')
    await act(nothingAnswers)
    expect(container.textContent).toBe(said(now))
  })

  it('is not said of what has not been read', async () => {
    await act(nothingAnswers)
    const { container } = await renderInApp(<ReadAt at={0} />, { lang })
    expect(container.textContent).toBe('')
  })
})
