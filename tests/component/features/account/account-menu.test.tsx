import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { meQuery } from '#data/me.ts'
import { AccountMenu } from '#features/account/account-menu.tsx'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { joined } from '../../../helpers/samples.ts'

vi.mock('#features/account/menu.tsx', () => ({
  Menu: () => {
    throw new TypeError('Failed to fetch dynamically imported module: menu.json')
  },
}))

it('a menu whose words do not arrive is missing, and not the page on which somebody is writing', async () => {
  const complained = vi.spyOn(console, 'error').mockImplementation(() => {})
  const client = testClient()
  client.setQueryData(meQuery.queryKey, joined())
  await renderInApp(
    <>
      <AccountMenu joinLink="/ko/join" />
      <textarea aria-label="words" />
    </>,
    { lang: 'ko', client },
  )
  await vi.waitFor(() => expect(complained).toHaveBeenCalled())
  complained.mockClear()
  expect(screen.getByRole('textbox', { name: 'words' })).toBeTruthy()
})
