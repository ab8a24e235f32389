import { useQuery, useQueryClient } from '@tanstack/react-query'
import { use, useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router-dom'
import { PartBoundary } from '#components/part-boundary.tsx'
import { showToast } from '#components/toasts.ts'
import { useWarningBeforeLoss } from '#components/use-warning-before-loss.ts'
import { meQuery, refreshMe } from '#data/me.ts'
import { type OutboxEntry, outbox } from '#data/outbox.ts'
import { startPostman } from '#data/postman.ts'
import type { Refusal, Wait } from '#data/refusals.ts'
import { isTakingBack, taskOf } from '#domain/deed.ts'
import { addressOf } from '#domain/deed-address.ts'
import { watchCounts } from '#features/comments/counted-already.ts'
import { taskQuery } from '#features/plan/queries.ts'
import { votingQuery } from '#features/priorities/queries.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { ConsentQuestion } from './consent-question.tsx'
import { pageOf } from './links.ts'
import { readAgain, reconcile } from './reconcile.ts'
import { StrangeThings } from './strange-things.tsx'

/** Sees to it that what a participant has done arrives, and says what becomes of it. Loaded when there is something. */
export function Keeper() {
  const lang = useLang()
  use(pageTextsReady(lang, 'outbox'))
  const { t } = useTranslation('outbox')
  const client = useQueryClient()
  const { data: me } = useQuery(meQuery)
  const { pathname } = useLocation()
  const navigate = useNavigate()

  const say = (text: string, entry: OutboxEntry, isAlwaysShown: boolean) => {
    const address = addressOf(entry.deed)
    const here = pageOf(pathname)
    // Who is on that page sees it there, and what belongs to one of the voices also among all of them.
    const isThere = address.split('#')[0] === here || address.startsWith(`${here}/comments/`)
    const run = () => void navigate(`/${lang}${address}`)
    showToast(isThere && !isAlwaysShown ? { text } : { text, action: { label: t('look'), run } })
  }

  const onArrived = useEffectEvent(async (entry: OutboxEntry) => {
    await reconcile(client, entry)
    const { deed } = entry
    if (isTakingBack(deed)) showToast({ text: t('arrived.takenBack') })
    else if (deed.kind === 'comment') {
      // Who has taken it back while it was on its way hears of that alone, once it is done.
      if (outbox.look().some(({ id, at }) => id === entry.id && at === entry.at))
        say(t(deed.comment.parentId === null ? 'arrived.comment' : 'arrived.reply'), entry, false)
    }
    // What is done at once shows by itself.
    else if (entry.reason !== null) say(t('arrived.other'), entry, false)
  })

  const onWaits = useEffectEvent(async (entry: OutboxEntry, reason: Wait) => {
    // Of what somebody has just taken back it would sound as if that were to be sent.
    if (!isTakingBack(entry.deed)) showToast({ text: t(entry.kept ? `state.${reason}` : 'state.not-kept') })
    if (reason === 'not-joined') await refreshMe(client)
  })

  const onRefused = useEffectEvent((entry: OutboxEntry, reason: Refusal) => {
    const { kind } = entry.deed
    const isDropped = kind === 'react' || kind === 'report' || kind === 'withdraw'
    // Of comments and votes the reason stands where they are shown.
    if (isDropped) say(`${t(`cameBack.${kind}`)} ${t(`why.${reason}`)}`, entry, true)
    else say(t(`cameBack.${kind}`), entry, true)
    // The task, or when voting is, may be another than the page shows.
    const task = taskOf(entry.deed)
    if (reason === 'closed' || reason === 'refused')
      void client.invalidateQueries({ queryKey: task === null ? votingQuery.queryKey : taskQuery(task).queryKey })
    // There is nothing in it to give back.
    if (isDropped) outbox.drop(entry)
  })

  const uid = me?.participant?.uid
  const latestMe = useEffectEvent(() => me?.participant ?? null)
  useEffect(() => {
    const participant = uid === undefined ? null : latestMe()
    return participant ? startPostman(participant, { onArrived, onWaits, onRefused }) : undefined
  }, [uid])
  useEffect(() => outbox.watchRemovals((entry) => void readAgain(client, entry)), [client])
  useEffect(() => watchCounts(client), [client])
  useWarningBeforeLoss(useSyncExternalStore(outbox.subscribe, outbox.entries, outbox.none).some(({ kept }) => !kept))
  return (
    <>
      <StrangeThings me={me} />
      <PartBoundary>
        <ConsentQuestion />
      </PartBoundary>
    </>
  )
}
