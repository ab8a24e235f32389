import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { stanceDraft } from '#data/drafts.ts'
import type { Me } from '#data/me.ts'
import type { Participant } from '#domain/participant.ts'
import type { Task } from '#domain/plan.ts'
import type { Stance } from '#domain/stance.ts'
import { takeStanceMutation } from './mutations.ts'
import { stanceQuery } from './queries.ts'
import { StanceChoice } from './stance-choice.tsx'

type Props = { task: Task; me: Me; joinLink: string }

/** What I think of this task: one of three, saved as soon as it is chosen. */
export function StancePanel({ task, me, joinLink }: Props) {
  const { t } = useTranslation('stance')
  const [expired, setExpired] = useState(false)
  if (me.participant) return <MyStance task={task} me={me.participant} onExpired={() => setExpired(true)} />
  if (me.staff) return <p>{t('staff')}</p>
  if (task.status === 'closed') return <p>{t('closed')}</p>
  return <StanceBeforeJoining task={task} joinLink={joinLink} expired={expired} />
}

function MyStance({ task, me, onExpired }: { task: Task; me: Participant; onExpired: () => void }) {
  const { t } = useTranslation(['stance', 'errors'])
  const client = useQueryClient()
  const stance = useQuery(stanceQuery(me.uid, task.id, task.revision))
  const take = useMutation(takeStanceMutation(client, me, task))
  const draft = stanceDraft(task.id)
  const [kept, setKept] = useState(() => draft.load())
  // Shown at once; taken back, with the reason, if it is refused.
  const [chosen, setChosen] = useState<Stance | null>(null)
  const closed = task.status === 'closed'

  const choose = (value: Stance) => {
    setChosen(value)
    draft.save(value)
    take.mutate(value, {
      onSettled: () => setChosen(null),
      onError: (error) => {
        setKept(value)
        if (error.kind === 'signed-out') onExpired()
      },
      onSuccess: () => {
        draft.clear()
        setKept(null)
      },
    })
  }

  const waiting = kept !== null && kept !== stance.data && !closed
  return (
    <>
      <StanceChoice
        taskId={task.id}
        value={chosen ?? stance.data ?? null}
        onChoose={choose}
        disabled={closed || stance.isPending}
      />
      {waiting && (
        <Notice>
          <p>{t('stance:kept')}</p>
          <Button look="primary" onClick={() => choose(kept)}>
            {t('stance:send', { stance: t(`stance:${kept}`) })}
          </Button>
        </Notice>
      )}
      <Live urgency="alert">
        {take.error && (
          <Notice tone="danger">
            <p>{t(`errors:${take.error.kind}`)}</p>
          </Notice>
        )}
      </Live>
      <p role="status">{waiting ? '' : t(`stance:${statusOf(take, closed)}`)}</p>
    </>
  )
}

const statusOf = ({ isPending, isSuccess }: { isPending: boolean; isSuccess: boolean }, closed: boolean) => {
  if (closed) return 'closed'
  if (isPending) return 'saving'
  return isSuccess ? 'saved' : 'changeable'
}

function StanceBeforeJoining({ task, joinLink, expired }: { task: Task; joinLink: string; expired: boolean }) {
  const { t } = useTranslation(['stance', 'errors'])
  const draft = stanceDraft(task.id)
  const [value, setValue] = useState(() => draft.load())
  const choose = (chosen: Stance) => {
    draft.save(chosen)
    setValue(chosen)
  }
  return (
    <>
      <StanceChoice taskId={task.id} value={value} onChoose={choose} disabled={false} />
      {expired ? (
        <Notice tone="danger">
          <p>{t('errors:signed-out')}</p>
        </Notice>
      ) : (
        <p role="status">{value === null ? t('stance:beforeJoining') : t('stance:joinFirst')}</p>
      )}
      {value !== null && (
        <ButtonLink look="primary" to={expired ? `${joinLink}&again=` : joinLink}>
          {expired ? t('stance:signInAgain') : t('stance:join')}
        </ButtonLink>
      )}
    </>
  )
}
