import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { MemoryRouter, Route, Routes, useLocation } from 'react-router-dom'
import type { Lang } from '#domain/language.ts'
import { languageReady } from '#i18n/i18n.ts'
import { LangContext } from '#i18n/lang-context.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { PAGE_NAMESPACES } from './page-namespaces.ts'

type Options = {
  lang?: Lang
  /** What follows the language in the address: “/tasks/3?x=1#voices”. */
  path?: string
  /** Give one whose cache is filled where a component asks for data: nothing is fetched in these tests. */
  client?: QueryClient
}

export const testClient = () => new QueryClient({ defaultOptions: { queries: { retry: false } } })

function SeeAddress({ see }: { see: (address: string) => void }) {
  const { pathname, search, hash } = useLocation()
  see(pathname + search + hash)
  return null
}

/** Renders something as it stands in the app: under the address of a language, with its texts and a query cache. */
export async function renderInApp(ui: ReactNode, { lang = 'ko', path = '', client = testClient() }: Options = {}) {
  await languageReady(lang)
  await Promise.all(PAGE_NAMESPACES.map((page) => pageTextsReady(lang, page)))
  const user = userEvent.setup()
  let address = ''
  const see = (seen: string) => {
    address = seen
  }
  const inApp = (content: ReactNode) => (
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[`/${lang}${path}`]}>
        <SeeAddress see={see} />
        <Routes>
          <Route path="/:lang/*" element={<LangContext value={lang}>{content}</LangContext>} />
        </Routes>
      </MemoryRouter>
    </QueryClientProvider>
  )
  // What suspends while its code loads comes back inside of an awaited act() only.
  const { container, rerender, unmount } = await act(async () => render(inApp(ui)))
  return {
    user,
    container,
    unmount,
    rerender: (content: ReactNode) => rerender(inApp(content)),
    /** Where the person is now. */
    address: () => address,
  }
}
