import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, use } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink, Route, Routes } from 'react-router-dom'
import { ButtonLink } from '#components/button.tsx'
import { QueryState } from '#components/query-state.tsx'
import { type Me, meQuery } from '#data/me.ts'
import type { Staff } from '#data/staff.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Head } from '../head.tsx'
import layout from '../layout.module.css'
import { useJoinLink } from '../links.ts'
import styles from './review-page.module.css'

const InboxPage = lazy(() => import('./review-inbox-page.tsx'))
const ThemesPage = lazy(() => import('./review-themes-page.tsx'))
const SlipsPage = lazy(() => import('./review-slips-page.tsx'))
const NotFoundPage = lazy(() => import('./not-found-page.tsx'))
const SlipBatchPage = lazy(() => import('./review-slip-batch-page.tsx'))

/** The rooms of the workspace, each with the right that opens it. */
const ROOMS = [
  { path: 'inbox', right: 'canReview' },
  { path: 'themes', right: 'canReview' },
  { path: 'slips', right: 'canInvite' },
] as const

/** The workspace of the education office. What stands in it is read under the rules: this frame only shows the way. */
export default function ReviewPage() {
  use(pageTextsReady(useLang(), 'review'))
  const { t } = useTranslation('review')
  const me = useQuery(meQuery)
  return (
    <>
      <Head title={t('title')} unlisted />
      <QueryState query={me} lines={8}>
        {(loaded) =>
          loaded.staff ? <Workspace me={loaded} staff={loaded.staff} /> : <Outside isSignedIn={!!loaded.user} />
        }
      </QueryState>
    </>
  )
}

function Workspace({ me, staff }: { me: Me; staff: Staff }) {
  const { t } = useTranslation('review')
  const lang = useLang()
  const open = ROOMS.filter(({ right }) => staff[right])
  const uid = me.user?.uid ?? ''
  return (
    <div className={styles.workspace}>
      <div className={styles.frame} data-screen-only>
        <p className={styles.title}>{t('title')}</p>
        <p className={styles.who}>
          {staff.name} · {staff.office}
        </p>
        <nav aria-label={t('rooms')} className={`${layout.nav} ${styles.rooms}`}>
          {open.map(({ path }) => (
            <NavLink key={path} to={`/${lang}/review/${path}`}>
              {t(`room.${path}`)}
            </NavLink>
          ))}
        </nav>
      </div>
      <Suspense>
        <Routes>
          <Route index element={<Entrance rooms={open.map(({ path }) => path)} />} />
          <Route path="inbox" element={staff.canReview ? <InboxPage uid={uid} /> : <NoRight />} />
          <Route path="themes/:theme?" element={staff.canReview ? <ThemesPage uid={uid} /> : <NoRight />} />
          <Route path="slips" element={staff.canInvite ? <SlipsPage uid={uid} /> : <NoRight />} />
          <Route path="slips/:batch" element={staff.canInvite ? <SlipBatchPage /> : <NoRight />} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </div>
  )
}

/** The first page of the workspace: where one may go from here. */
function Entrance({ rooms }: { rooms: readonly (typeof ROOMS)[number]['path'][] }) {
  const { t } = useTranslation('review')
  const lang = useLang()
  return (
    <div className={styles.page}>
      <h1>{t('title')}</h1>
      {rooms.length === 0 ? (
        <p>{t('noRooms')}</p>
      ) : (
        <ul className={styles.list}>
          {rooms.map((room) => (
            <li key={room}>
              <ButtonLink to={`/${lang}/review/${room}`}>{t(`room.${room}`)}</ButtonLink>
              <p>{t(`about.${room}`)}</p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function NoRight() {
  const { t } = useTranslation('review')
  return (
    <div className={styles.page}>
      <h1>{t('noRight.title')}</h1>
      <p>{t('noRight.text')}</p>
    </div>
  )
}

/** For those who are not staff of the office, as far as this device knows. */
function Outside({ isSignedIn }: { isSignedIn: boolean }) {
  const { t } = useTranslation('review')
  const lang = useLang()
  const join = useJoinLink()
  return (
    <div className={styles.page}>
      <h1>{t('outside.title')}</h1>
      <p>{t(isSignedIn ? 'outside.signedIn' : 'outside.signedOut')}</p>
      <div className={styles.actions}>
        {!isSignedIn && (
          <ButtonLink look="primary" to={`${join}&again`}>
            {t('outside.signIn')}
          </ButtonLink>
        )}
        <ButtonLink to={`/${lang}`}>{t('outside.home')}</ButtonLink>
      </div>
    </div>
  )
}
