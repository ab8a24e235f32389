import { useQuery } from '@tanstack/react-query'
import { useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { connection } from '#data/connection.ts'
import { stanceDraft } from '#data/drafts.ts'
import type { Me } from '#data/me.ts'
import { outbox } from '#data/outbox.ts'
import { stateOf } from '#data/outbox-state.ts'
import { isRefusal } from '#data/refusals.ts'
import type { Participant } from '#domain/participant.ts'
import { isOpen, type TaskIn } from '#domain/plan.ts'
import type { Stance } from '#domain/stance.ts'
import { stanceQuery } from './queries.ts'
import { StanceChoice } from './stance-choice.tsx'
import { useOutboxStance } from './use-outbox-stance.ts'
import { useSettled } from './use-settled.ts'

type Props = { task: TaskIn; me: Me; participant: Participant }

/** The stance of a participant: what is stored, and over it what has been chosen and has not arrived. */
export function MyStance({ task, me, participant: { uid } }: Props) {
  const { t } = useTranslation(['stance', 'outbox'])
  const stored = useQuery(stanceQuery(uid, task.id, task.revision))
  const entry = useOutboxStance(task, me)
  const waiting = entry && !entry.refused ? entry : undefined
  const draft = stanceDraft(task.id)
  const [kept, setKept] = useState(() => draft.load())
  const [hasSent, setHasSent] = useState(false)
  const status = useRef<HTMLParagraphElement>(null)
  const closed = !isOpen(task)
  const current = waiting?.deed.value ?? stored.data ?? null

  const put = (value: Stance) => {
    if (value !== current || entry?.refused) {
      outbox.put(uid, { kind: 'stance', taskId: task.id, revision: task.revision, value })
    }
    setHasSent(true)
    draft.clear()
    setKept(null)
  }
  const { choice, choose, leave } = useSettled(put)
  // The button goes away under the focus: on to what is said in its stead, also where nothing can be chosen any more.
  const onToStatus = (act: () => void) => () => {
    status.current?.focus()
    act()
  }

  const isAsked = kept !== null && kept !== current && choice === null && !closed
  return (
    <>
      <StanceChoice
        taskId={task.id}
        value={choice ?? current}
        onChoose={choose}
        onLeave={leave}
        disabled={closed || stored.isPending}
      />
      {isAsked && (
        <Notice>
          <p>{t('stance:kept')}</p>
          <Button look="primary" onClick={onToStatus(() => put(kept))}>
            {t('stance:send', { stance: t(`stance:${kept}`) })}
          </Button>
        </Notice>
      )}
      <Live urgency="alert">
        {entry?.refused && (
          <Notice tone="danger" title={t('outbox:stance.back')}>
            {isRefusal(entry.reason) && <p>{t(`outbox:refused.${entry.reason}`)}</p>}
            <Button onClick={onToStatus(() => outbox.drop(entry))}>{t('outbox:stance.gotIt')}</Button>
          </Notice>
        )}
      </Live>
      <p ref={status} role="status" tabIndex={-1}>
        {isAsked || entry?.refused ? '' : <Status {...{ waiting, me, closed, isChosen: choice !== null, hasSent }} />}
      </p>
    </>
  )
}

type StatusProps = {
  waiting: ReturnType<typeof useOutboxStance>
  me: Me
  closed: boolean
  isChosen: boolean
  hasSent: boolean
}

/** In words, where the stance is. */
function Status({ waiting, me, closed, isChosen, hasSent }: StatusProps) {
  const { t } = useTranslation(['stance', 'outbox'])
  const isOnline = useSyncExternalStore(connection.subscribe, connection.isOnline, () => true)
  if (isChosen) return t('stance:saving')
  const state = waiting && stateOf(waiting, me, isOnline)
  if (state) return state === 'sending' ? t('stance:saving') : t(`outbox:state.${state}`)
  if (closed) return t('stance:closed')
  return hasSent ? t('stance:saved') : t('stance:changeable')
}
