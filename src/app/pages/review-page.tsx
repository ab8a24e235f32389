import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, use, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink, Route, Routes } from 'react-router-dom'
import { ButtonLink } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { Mixed } from '#components/mixed.tsx'
import { Notice } from '#components/notice.tsx'
import { QueryState } from '#components/query-state.tsx'
import { draftsKept } from '#data/draft-store.ts'
import { meQuery, refreshMe } from '#data/me.ts'
import { hasExpired, onSessionChange } from '#data/session.ts'
import type { Staff } from '#domain/staff.ts'
import { forgetAll } from '#features/review/inbox/queries.ts'
import { useOwnRecord } from '#features/review/use-own-record.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Head } from '../head.tsx'
import layout from '../layout.module.css'
import { ReviewDoor } from './review-door.tsx'
import styles from './review-page.module.css'

const InboxPage = lazy(() => import('./review-inbox-page.tsx'))
const ThemesPage = lazy(() => import('./review-themes-page.tsx'))
const AnswersPage = lazy(() => import('./review-answers-page.tsx'))
const InsightsPage = lazy(() => import('./review-insights-page.tsx'))
const ExportPage = lazy(() => import('./review-export-page.tsx'))
const SlipsPage = lazy(() => import('./review-slips-page.tsx'))
const NotFoundPage = lazy(() => import('./not-found-page.tsx'))
const SlipBatchPage = lazy(() => import('./review-slip-batch-page.tsx'))
const StaffPage = lazy(() => import('./review-staff-page.tsx'))
const PlanPage = lazy(() => import('./review-plan-page.tsx'))
const PlanTaskPage = lazy(() => import('./review-plan-task-page.tsx'))
const LogPage = lazy(() => import('./review-log-page.tsx'))

/** The rooms of the workspace, each with the right that opens it, or either of two. */
const ROOMS = [
  { path: 'inbox', right: 'canReview' },
  { path: 'themes', right: 'canReview' },
  { path: 'answers', right: 'canReview' },
  { path: 'insights', right: 'canReview' },
  { path: 'export', right: 'canReview' },
  { path: 'plan', right: 'canEdit' },
  { path: 'slips', right: 'canInvite' },
  { path: 'staff', right: 'canManage' },
  { path: 'log', right: 'canReview', or: 'canManage' },
] as const

/** The workspace of the education office. What stands in it is read under the rules: this frame only shows the way. */
export default function ReviewPage() {
  use(pageTextsReady(useLang(), 'review'))
  const { t } = useTranslation('review')
  const me = useQuery(meQuery)
  const client = useQueryClient()
  const expired = useSyncExternalStore(onSessionChange, hasExpired, () => false)
  const [hasEnded, setEnded] = useState(false)
  const end = useCallback(() => {
    setEnded(true)
    // What only staff may read does not stay behind.
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meQuery.queryKey[0] })
    forgetAll()
    void refreshMe(client)
  }, [client])
  const lookAgain = () => {
    setEnded(false)
    void refreshMe(client)
  }
  return (
    <>
      <Head title={t('title')} unlisted />
      <QueryState query={me} lines={8}>
        {({ user, staff }) =>
          user && staff && !hasEnded ? (
            <Workspace key={user.uid} uid={user.uid} known={staff} onEnd={end} />
          ) : (
            <ReviewDoor
              user={user}
              left={hasEnded ? 'ended' : !user && expired ? 'expired' : null}
              onLookAgain={lookAgain}
            />
          )
        }
      </QueryState>
    </>
  )
}

type WorkspaceProps = { uid: string; known: Staff; onEnd: () => void }

function Workspace({ uid, known, onEnd }: WorkspaceProps) {
  const staff = useOwnRecord(uid, known)
  const hasEnded = staff === null
  useEffect(() => {
    if (hasEnded) onEnd()
  }, [hasEnded, onEnd])
  return staff && <Rooms uid={uid} staff={staff} />
}

function Rooms({ uid, staff }: { uid: string; staff: Staff }) {
  const { t } = useTranslation('review')
  const lang = useLang()
  const editor = { uid, name: staff.name }
  const open = ROOMS.filter((room) => staff[room.right] || ('or' in room && staff[room.or]))
  return (
    <div className={styles.workspace}>
      <div className={styles.frame} data-screen-only>
        <p className={styles.title}>{t('title')}</p>
        <p className={styles.who}>
          <Mixed text={`${staff.name} · ${staff.office}`} />
        </p>
        <nav aria-label={t('rooms')} className={layout.nav}>
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
          <Route path="answers" element={staff.canReview ? <AnswersPage /> : <NoRight />} />
          <Route path="insights" element={staff.canReview ? <InsightsPage uid={uid} /> : <NoRight />} />
          <Route path="export" element={staff.canReview ? <ExportPage uid={uid} /> : <NoRight />} />
          <Route path="slips" element={staff.canInvite ? <SlipsPage uid={uid} /> : <NoRight />} />
          <Route path="slips/:batch" element={staff.canInvite ? <SlipBatchPage /> : <NoRight />} />
          <Route path="plan" element={staff.canEdit ? <PlanPage editor={editor} /> : <NoRight />} />
          <Route
            path="plan/:number"
            element={staff.canEdit ? <PlanTaskPage editor={editor} canReview={staff.canReview} /> : <NoRight />}
          />
          <Route path="staff" element={staff.canManage ? <StaffPage uid={uid} /> : <NoRight />} />
          <Route path="log" element={staff.canReview || staff.canManage ? <LogPage /> : <NoRight />} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
      <KeepsNothing />
    </div>
  )
}

/** Whoever writes here counts on drafts: said, wherever on the page they are, as long as this device does not keep one. */
function KeepsNothing() {
  const { t } = useTranslation('review')
  const areKept = useSyncExternalStore(draftsKept.subscribe, draftsKept.now)
  return <Live>{!areKept && <Notice tone="warning">{t('notKept')}</Notice>}</Live>
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

/** Instead of a room: from the start, or from when a manager has taken the right away. */
function NoRight() {
  const { t } = useTranslation('review')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // What somebody was at is gone from the page.
    if (document.activeElement === document.body) heading.current?.focus()
  }, [])
  return (
    <div className={styles.page}>
      <h1 ref={heading} tabIndex={-1}>
        {t('noRight.title')}
      </h1>
      <p>{t('noRight.text')}</p>
    </div>
  )
}
