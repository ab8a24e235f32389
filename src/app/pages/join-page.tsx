import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { Suspense, use } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router-dom'
import { lazily } from '#components/lazily.ts'
import { QueryState } from '#components/query-state.tsx'
import { Skeleton } from '#components/skeleton.tsx'
import { type Me, meQuery } from '#data/me.ts'
import { isWithoutAddress } from '#data/session.ts'
import { isSignInLink } from '#data/sign-in.ts'
import { CompleteLink } from '#features/join/complete-link.tsx'
import { JoinFlow } from '#features/join/join-flow.tsx'
import { SlipCode } from '#features/join/slip-code.tsx'
import { SlipJoin } from '#features/join/slip-join.tsx'
import { useSlipToken } from '#features/join/use-slip-token.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Head } from '../head.tsx'
import { innerAddress } from '../links.ts'
import styles from './join-page.module.css'

// Few have left, and fewer come back.
const HasLeft = lazily(async () => (await import('#features/account/has-left.tsx')).HasLeft)

/** Joining, signing in again, the page that the link of a sign-in e-mail opens, and the one that a slip opens. */
export default function JoinPage() {
  use(pageTextsReady(useLang(), 'join'))
  const { t } = useTranslation('join')
  const me = useQuery(meQuery)
  return (
    <div className={styles.page}>
      <Head title={t('title')} unlisted />
      <Ways query={me} />
    </div>
  )
}

/** An account without an address that no slip let in is nobody. */
const withoutStrays = (me: Me): Me =>
  me.user && isWithoutAddress(me.user) && !me.participant && !me.leftAt ? { ...me, user: null } : me

function Ways({ query }: { query: UseQueryResult<Me> }) {
  const { t } = useTranslation('join')
  const lang = useLang()
  const [search, setSearch] = useSearchParams()
  const slip = useSlipToken()
  // What stands in the address, or on this device, shows after the page has come to life as it was drawn.
  if (!query.data) {
    return (
      <>
        <h1>{t('title')}</h1>
        <QueryState query={query} lines={8}>
          {() => null}
        </QueryState>
      </>
    )
  }
  const me = withoutStrays(query.data)
  const next = innerAddress(search.get('next'))
  const withNext = next ? { next } : {}
  const signInOnly = search.has('again')

  if (me.user && me.leftAt) {
    return (
      <>
        <h1>{t('signInTitle')}</h1>
        <Suspense fallback={<Skeleton lines={8} />}>
          <HasLeft user={me.user} leftAt={me.leftAt} />
        </Suspense>
      </>
    )
  }
  // Whatever else the device remembers: this was opened by a press, just now.
  if (isSignInLink(search)) {
    return (
      <CompleteLink
        me={me}
        href={location.href}
        newLink={`?${new URLSearchParams(withNext)}`}
        onwards={next ?? `/${lang}#tasks`}
        onSignedIn={() => setSearch(withNext, { replace: true })}
      />
    )
  }
  if (slip.token !== null)
    return <SlipJoin key={slip.token} token={slip.token} me={me} isKept={slip.isKept} forget={slip.forget} />
  if (slip.typed !== null) return <SlipCode typed={slip.typed} onToken={slip.bring} />
  return (
    <>
      <h1>{signInOnly ? t('signInTitle') : t('title')}</h1>
      {!me.user && !signInOnly && (
        <ul className={styles.others}>
          <li>
            {t('already')} <Link to={`?${new URLSearchParams({ ...withNext, again: '' })}`}>{t('signInOnly')}</Link>
          </li>
          <li>
            {t('slip.have')} <Link to="?slip=">{t('slip.useIt')}</Link>
          </li>
        </ul>
      )}
      <JoinFlow
        key={signInOnly ? 'sign-in' : 'join'}
        me={me}
        next={next}
        returnTo={`${location.origin}${location.pathname}?${new URLSearchParams(withNext)}`}
        signInOnly={signInOnly}
      />
    </>
  )
}
