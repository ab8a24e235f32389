import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showToast } from '#components/toasts.ts'
import type { Participant } from '#domain/participant.ts'
import { type Withdrawn, withdrawAllKey, withdrawAllMutation } from './mutations.ts'

/**
 * Withdrawing all one's comments. It goes on when its dialog is closed, and is found there when that opens again.
 * @param isShown whether what comes of it is seen in the dialog
 */
export function useWithdrawal(participant: Participant, isShown: () => boolean) {
  const { t } = useTranslation(['me', 'errors'])
  const client = useQueryClient()
  const [progress, setProgress] = useState<Withdrawn | null>(null)
  /** What came of it, a sentence each. */
  const told = ({ all, hidden }: { all: number; hidden: number }) => [
    all > 0 ? t('me:leave.withdrawn', { count: all }) : t('me:leave.nothingToWithdraw'),
    ...(hidden > 0 ? [t('me:leave.stillHidden')] : []),
  ]
  const withdraw = useMutation({
    ...withdrawAllMutation(client, participant, setProgress),
    onSuccess: (data) => {
      if (!isShown()) showToast({ text: told(data).join(' ') })
    },
    onError: ({ kind }) => {
      if (!isShown()) showToast({ text: `${t('me:leave.withdrawFailed')} ${t(`errors:${kind}`)}` })
    },
  })
  return {
    /** Also where it was begun before somebody left the page and came back. */
    isWorking: useIsMutating({ mutationKey: withdrawAllKey(participant.uid) }) > 0,
    progress,
    error: withdraw.error,
    done: withdraw.data ? told(withdraw.data) : null,
    start: () => withdraw.mutate(),
    /** Forgets what came of the last one. */
    beginAnew() {
      if (withdraw.isPending) return
      withdraw.reset()
      setProgress(null)
    },
  }
}

export type Withdrawal = ReturnType<typeof useWithdrawal>
