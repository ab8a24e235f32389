import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '#components/button.tsx'
import { isLookedUp } from '#data/looked-up.ts'
import { type Me, meQuery } from '#data/me.ts'
import { placed, type VotingPhase } from '#domain/ballot.ts'
import type { BallotInHand } from './use-ballot.ts'

type Props = { ballot: BallotInHand; phase: VotingPhase | null; me: Me | undefined; joinLink: string }

/** The one thing to do next: join, cast, or nothing. */
export function CastAct({ ballot, phase, me, joinLink }: Props) {
  const { t } = useTranslation(['priorities', 'outbox'])
  const { stickers, isDraft, receipt, waiting } = ballot
  // The page has asked who is here: until that is known nobody is told to join, unless it cannot be found out, which joining tells.
  const { isError } = useQuery({ ...meQuery, enabled: false })
  const isEmpty = placed(stickers) === 0
  if (phase === 'closed' || phase === 'before') return null
  if (me?.staff && !me.participant) return <p>{t('priorities:staff')}</p>
  if (!me?.participant) {
    if (isEmpty) return <p>{t('priorities:first')}</p>
    if (isLookedUp(me) && !isError) return null
    return (
      <ButtonLink look="primary" to={waiting ? `${joinLink}&again=` : joinLink}>
        {t(waiting ? 'outbox:signInAgain' : 'priorities:join')}
      </ButtonLink>
    )
  }
  if (!isDraft) return <p>{t(isEmpty ? 'priorities:first' : 'priorities:changeable')}</p>
  const act = isEmpty ? 'takeBack' : receipt || waiting ? 'castAgain' : 'cast'
  return (
    <Button
      look="primary"
      onClick={({ currentTarget }) => {
        // The button goes away under the focus.
        currentTarget.closest('section')?.focus()
        ballot.send()
      }}
    >
      {t(`priorities:${act}`)}
    </Button>
  )
}
