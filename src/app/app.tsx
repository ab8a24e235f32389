import { type QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { Route, Routes } from 'react-router-dom'
import { refreshMe } from '#data/me.ts'
import { onSessionChange } from '#data/session.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { LanguageDoor, LanguageFrame } from './language-frame.tsx'
import { useAlive } from './use-alive.ts'

const HomePage = lazy(() => import('./pages/home-page.tsx'))
const TaskPage = lazy(() => import('./pages/task-page.tsx'))
const HistoryPage = lazy(() => import('./pages/history-page.tsx'))
const CommentPage = lazy(() => import('./pages/comment-page.tsx'))
const PrioritiesPage = lazy(() => import('./pages/priorities-page.tsx'))
const ResultsPage = lazy(() => import('./pages/results-page.tsx'))
const CommonGroundPage = lazy(() => import('./pages/common-ground-page.tsx'))
const AnswersPage = lazy(() => import('./pages/answers-page.tsx'))
const PresentPage = lazy(() => import('./pages/present-page.tsx'))
const AboutPage = lazy(() => import('./pages/about-page.tsx'))
const JoinPage = lazy(() => import('./pages/join-page.tsx'))
const MePage = lazy(() => import('./pages/me-page.tsx'))
const ReviewPage = lazy(() => import('./pages/review-page.tsx'))
const NotFoundPage = lazy(() => import('./pages/not-found-page.tsx'))
// The design system to look at: known in development only, so that a build has nothing of it.
const ComponentsPage = import.meta.env.DEV ? lazy(() => import('./dev/components-page.tsx')) : null

/** The whole app, inside whichever router it is given. */
export function App({ client }: { client: QueryClient }) {
  return (
    <QueryClientProvider client={client}>
      <ErrorBoundary>
        <Suspense>
          <WatchSession>
            <Routes>
              <Route index element={<LanguageDoor />} />
              {ComponentsPage && <Route path="dev/components" element={<ComponentsPage />} />}
              <Route path=":lang" element={<LanguageFrame />}>
                <Route index element={<HomePage />} />
                <Route path="tasks/:number" element={<TaskPage />} />
                <Route path="tasks/:number/history" element={<HistoryPage />} />
                <Route path="tasks/:number/comments/:comment" element={<CommentPage />} />
                <Route path="priorities" element={<PrioritiesPage />} />
                <Route path="results" element={<ResultsPage />} />
                <Route path="common-ground" element={<CommonGroundPage />} />
                <Route path="answers" element={<AnswersPage />} />
                <Route path="present" element={<PresentPage />} />
                <Route path="about" element={<AboutPage />} />
                <Route path="join" element={<JoinPage />} />
                <Route path="me" element={<MePage />} />
                <Route path="review/*" element={<ReviewPage />} />
                <Route path="*" element={<NotFoundPage />} />
              </Route>
            </Routes>
          </WatchSession>
        </Suspense>
      </ErrorBoundary>
    </QueryClientProvider>
  )
}

/** Somebody may sign in or out in another tab, or their sign-in may expire: the app follows. */
function WatchSession({ children }: { children: ReactNode }) {
  const client = useQueryClient()
  useEffect(() => onSessionChange(() => refreshMe(client)), [client])
  useAlive()
  return children
}
