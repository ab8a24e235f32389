import { screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { i18n } from '#i18n/i18n.ts'
import { useFixedT } from '#i18n/use-fixed-t.ts'
import { renderInApp } from '../../helpers/render-in-app.tsx'

afterEach(() => void i18n.removeResourceBundle('en', 'late'))

/** A text of a namespace that comes late, and one with a value. */
function Texts({ value }: { value: string }) {
  const t = useFixedT('late' as 'common') as unknown as (key: string, options?: object) => string
  return (
    <>
      <p>{t('title')}</p>
      <p>{t('of', { value })}</p>
    </>
  )
}

it('looks a text up once for the same values, and not before it is there', async () => {
  const { rerender } = await renderInApp(<Texts value="1" />, { lang: 'en' })
  expect(screen.getByText('title')).toBeTruthy()
  i18n.addResourceBundle('en', 'late', { title: 'The title', of: '{{value}} of 9' })
  rerender(<Texts value="2" />)
  expect(screen.getByText('The title')).toBeTruthy()
  expect(screen.getByText('2 of 9')).toBeTruthy()
  i18n.addResourceBundle('en', 'late', { title: 'Another' }, true, true)
  i18n.addResourceBundle('en', 'late', { of: '{{value}} of 10' }, true, true)
  rerender(<Texts value="2" />)
  expect(screen.getByText('The title')).toBeTruthy()
  expect(screen.getByText('2 of 9')).toBeTruthy()
  rerender(<Texts value="3" />)
  expect(screen.getByText('3 of 10')).toBeTruthy()
})
