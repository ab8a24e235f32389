import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryState } from '#components/query-state.tsx'
import { slipDraft } from '#data/drafts.ts'
import type { Me } from '#data/me.ts'
import { isWithoutAddress } from '#data/session.ts'
import { slipProblem } from '#domain/slip.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Occupied } from './occupied.tsx'
import styles from './slip.module.css'
import { SlipDone } from './slip-done.tsx'
import { SlipProblemNotice } from './slip-problem.tsx'
import { claimMutation, slipQuery } from './slip-queries.ts'
import { SlipUnchecked } from './slip-unchecked.tsx'
import { SlipWelcome } from './slip-welcome.tsx'

/** Unless it is somewhere else by then. */
const focusIfLost = (heading: HTMLElement | null) => {
  if (document.activeElement === document.body) heading?.focus()
}

type Props = {
  token: string
  me: Me
  /** False where the browser keeps nothing. */
  isKept: boolean
  forget: () => void
}

/** Where the QR code of a paper slip leads: one tap, and a child takes part. */
export function SlipJoin({ token, me, isKept, forget }: Props) {
  const { t } = useTranslation('join')
  const lang = useLang()
  const client = useQueryClient()
  const slip = useQuery({ ...slipQuery(token), enabled: me.participant === null })
  const claim = useMutation(claimMutation(client))
  const [looked, setLooked] = useState(false)
  // The button that was pressed to look again is gone; what came in its place is read out.
  const heading = looked ? focusIfLost : undefined

  if (me.participant?.invite === token) {
    // Also where the answer was lost, and the record was found before it was asked for again.
    return <SlipDone participant={me.participant} justNow={!claim.isIdle} heading={heading} />
  }
  if (me.asKept && me.participant?.verification === 'invite') {
    return <SlipUnchecked participant={me.participant} onLook={() => setLooked(true)} />
  }
  if (me.participant || me.staff || (me.user && !isWithoutAddress(me.user))) {
    return <Occupied me={me} by="slip" onwards={`/${lang}#tasks`} onGoOn={slipDraft.clear} heading={heading} />
  }
  if (claim.data && 'problem' in claim.data.claim) {
    const { meanwhile, claim: outcome } = claim.data
    return <SlipProblemNotice {...{ ...outcome, token, meanwhile }} role={slip.data?.role} onOther={forget} />
  }
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {t('slip.title')}
      </h1>
      <QueryState query={slip} lines={8}>
        {(found) => {
          const problem = slipProblem(found, new Date())
          return found && !problem ? (
            <SlipWelcome
              slip={found}
              isKept={isKept}
              claim={claim}
              onStart={() => {
                if (claim.isPending) return
                // Another tab may have come with another one since.
                slipDraft.save({ token })
                claim.mutate({ slip: found, readAt: slip.dataUpdatedAt, lang })
              }}
              onOther={forget}
            />
          ) : (
            <SlipProblemNotice
              problem={problem ?? 'unknown'}
              token={token}
              role={found?.role}
              meanwhile={false}
              onOther={forget}
            />
          )
        }}
      </QueryState>
    </>
  )
}
