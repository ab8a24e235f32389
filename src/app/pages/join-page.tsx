import { useQuery } from '@tanstack/react-query'
import { Suspense, use } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router-dom'
import { lazily } from '#components/lazily.ts'
import { QueryState } from '#components/query-state.tsx'
import { Skeleton } from '#components/skeleton.tsx'
import { meQuery } from '#data/me.ts'
import { isSignInLink } from '#data/session.ts'
import { CompleteLink } from '#features/join/complete-link.tsx'
import { JoinFlow } from '#features/join/join-flow.tsx'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Head } from '../head.tsx'
import { innerAddress } from '../links.ts'
import styles from './join-page.module.css'

// Few have left, and fewer come back.
const HasLeft = lazily(async () => (await import('#features/account/has-left.tsx')).HasLeft)

/** Joining, signing in again, and the page that the link of a sign-in e-mail opens. */
export default function JoinPage() {
  use(pageTextsReady(useLang(), 'join'))
  const { t } = useTranslation('join')
  const [search, setSearch] = useSearchParams()
  const me = useQuery(meQuery)
  const next = innerAddress(search.get('next'))
  const signInOnly = search.has('again')
  const withNext = next ? { next } : {}
  const followed = isSignInLink(search) && me.data?.user === null
  return (
    <div className={styles.page}>
      <Head title={t('title')} unlisted />
      <h1>{signInOnly ? t('signInTitle') : t('title')}</h1>
      {followed ? (
        <CompleteLink
          href={location.href}
          newLink={`?${new URLSearchParams(withNext)}`}
          onSignedIn={() => setSearch(withNext, { replace: true })}
        />
      ) : (
        <QueryState query={me} lines={8}>
          {(loaded) =>
            loaded.user && loaded.leftAt ? (
              <Suspense fallback={<Skeleton lines={8} />}>
                <HasLeft user={loaded.user} leftAt={loaded.leftAt} />
              </Suspense>
            ) : (
              <>
                {!loaded.user && !signInOnly && (
                  <p>
                    {t('already')}{' '}
                    <Link to={`?${new URLSearchParams({ ...withNext, again: '' })}`}>{t('signInOnly')}</Link>
                  </p>
                )}
                <JoinFlow
                  me={loaded}
                  next={next}
                  returnTo={`${location.origin}${location.pathname}?${new URLSearchParams(withNext)}`}
                  signInOnly={signInOnly}
                />
              </>
            )
          }
        </QueryState>
      )}
    </div>
  )
}
