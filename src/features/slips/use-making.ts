import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newSlipJob, type SlipJob, slipJob } from '#data/slip-job.ts'
import type { SlipTerms } from '#domain/slip.ts'
import { issueMutation } from './mutations.ts'

/** Making slips: the job that is under way or was cut off, how far it is, and what came of it. */
export function useMaking(uid: string) {
  const client = useQueryClient()
  const [job, setJob] = useState<SlipJob | null>(() => slipJob.load(uid))
  const [done, setDone] = useState<number | null>(null)
  const making = useMutation(issueMutation(client, setDone))

  const run = (next: SlipJob) => {
    slipJob.save(next)
    setJob(next)
    setDone(null)
    making.mutate(next, { onSuccess: () => setJob(null) })
  }
  return {
    job,
    done,
    isMaking: making.isPending,
    error: making.error,
    /** The batches of what was made last on this page. */
    made: making.data ?? null,
    start: (terms: SlipTerms, purpose: string, number: number) => run(newSlipJob(uid, terms, purpose, number)),
    /** With the entries of the log as they were noted last. */
    goOn: () => {
      const cutOff = slipJob.load(uid) ?? job
      if (cutOff) run(cutOff)
    },
    giveUp: () => {
      slipJob.clear()
      setJob(null)
      making.reset()
    },
  }
}
