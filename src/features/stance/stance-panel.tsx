import { use, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#components/button.tsx'
import { stanceDraft } from '#data/drafts.ts'
import type { Me } from '#data/me.ts'
import { isOpen, type TaskIn } from '#domain/plan.ts'
import type { Stance } from '#domain/stance.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { MyStance } from './my-stance.tsx'
import { StanceChoice } from './stance-choice.tsx'
import { useOutboxStance } from './use-outbox-stance.ts'

type Props = { task: TaskIn; me: Me; joinLink: string }

/** What I think of this task: one of three, saved as soon as it is chosen. */
export function StancePanel({ task, me, joinLink }: Props) {
  const lang = useLang()
  use(pageTextsReady(lang, 'stance'))
  use(pageTextsReady(lang, 'outbox'))
  const { t } = useTranslation('stance')
  if (me.participant) return <MyStance key={task.id} task={task} me={me} participant={me.participant} />
  if (me.staff) return <p>{t('staff')}</p>
  if (!isOpen(task)) return <p>{t('closed')}</p>
  return <StanceBeforeJoining key={task.id} task={task} me={me} joinLink={joinLink} />
}

function StanceBeforeJoining({ task, me, joinLink }: Props) {
  const { t } = useTranslation(['stance', 'outbox'])
  const draft = stanceDraft(task.id)
  const [value, setValue] = useState(() => draft.load())
  const [isStored, setStored] = useState(true)
  const choose = (chosen: Stance) => {
    setStored(draft.save(chosen))
    setValue(chosen)
  }
  // Of somebody whose sign-in ended before it could be sent. After a sign-out of their own, it is not for others to see.
  const entry = useOutboxStance(task, me)
  const waiting = value === null && entry?.reason === 'signed-out' ? entry : undefined
  const shown = waiting?.deed.value ?? value
  const status = waiting
    ? t('outbox:state.signed-out')
    : t(shown === null ? 'stance:beforeJoining' : isStored ? 'stance:joinFirst' : 'stance:joinFirstUnkept')
  return (
    <>
      <StanceChoice taskId={task.id} value={shown} onChoose={choose} disabled={false} />
      <p role="status">{status}</p>
      {shown !== null && (
        <ButtonLink look="primary" to={waiting ? `${joinLink}&again=` : joinLink}>
          {t(waiting ? 'outbox:signInAgain' : 'stance:join')}
        </ButtonLink>
      )}
    </>
  )
}
