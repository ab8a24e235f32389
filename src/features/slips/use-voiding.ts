import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showToast } from '#components/toasts.ts'
import { useIsShown } from '#components/use-is-shown.ts'
import { reviewDraft } from '#data/drafts.ts'
import { voidMutation } from './mutations.ts'

/**
 * Voiding what is left of a batch. Nobody can undo it: it goes on only as long as its dialog is open, and whoever closes
 * that or goes to another page stops it. What came of it is told wherever they are by then.
 * @param onDone all that were left are void
 */
export function useVoiding(batch: string, uid: string, isOpen: boolean, onDone: () => void) {
  const { t } = useTranslation(['slips', 'errors'])
  const client = useQueryClient()
  const isShown = useIsShown(isOpen)
  const [progress, setProgress] = useState<{ done: number; all: number } | null>(null)
  const [isStopping, setStopping] = useState(false)
  const stopper = useRef<AbortController | null>(null)
  // These are heard, unlike those of one mutate(), also when what asked has gone.
  const voiding = useMutation({
    ...voidMutation(client, (done, all) => setProgress({ done, all })),
    onSuccess: (voided) => {
      if (voided.isStopped) {
        if (!isShown()) showToast({ text: stoppedText(voided.count) })
        return
      }
      reviewDraft('void', batch).clear()
      showToast({ text: t('slips:void.done') })
      onDone()
    },
    onError: ({ kind }) => {
      if (!isShown()) showToast({ text: `${t('slips:void.failed')} ${t(`errors:${kind}`)}` })
    },
  })
  const stoppedText = (count: number) =>
    count > 0 ? t('slips:void.stopped', { count }) : t('slips:void.stoppedBefore')
  const stop = () => {
    stopper.current?.abort()
    setStopping(true)
  }
  useEffect(() => () => stopper.current?.abort(), [])
  return {
    isWorking: voiding.isPending,
    isStopping: voiding.isPending && isStopping,
    progress: voiding.isPending ? progress : null,
    error: voiding.error,
    /** How many are void and that the rest are good, once it was stopped. */
    stopped: voiding.data?.isStopped ? stoppedText(voiding.data.count) : null,
    start(reason: string) {
      stopper.current = new AbortController()
      setStopping(false)
      setProgress(null)
      voiding.mutate({ batch, uid, reason, stop: stopper.current.signal })
    },
    stop,
    /** Forgets what came of the last one. */
    beginAnew: () => !voiding.isPending && voiding.reset(),
  }
}
