import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { newSlipJob, type SlipJob, slipJob } from '#data/slip-job.ts'
import { slipTurn } from '#data/slip-turn.ts'
import type { SlipTerms } from '#domain/slip.ts'
import { issueMutation } from './mutations.ts'
import { SLIPS } from './queries.ts'

/**
 * Whether another tab makes slips, or this page since before somebody left it; `unknown` until that has been looked for.
 * `gone`: what was offered here as cut off was finished or given up in another tab; it cannot be told which.
 */
type Elsewhere = 'unknown' | 'no' | 'making' | 'made' | 'gone'

/** Making slips: the job that is under way, here or in another tab, or was cut off, how far it is, and what came of it. */
export function useMaking(uid: string) {
  const client = useQueryClient()
  const [job, setJob] = useState<SlipJob | null>(() => slipJob.load(uid))
  const [elsewhere, setElsewhere] = useState<Elsewhere>('unknown')
  const [done, setDone] = useState<number | null>(null)
  const making = useMutation(issueMutation(client, setDone))
  // Before that has been looked for, it would be said of what another tab is about to finish.
  const isCutOff = job !== null && !making.isPending && elsewhere !== 'making' && elsewhere !== 'unknown'

  /** Looks what is going on elsewhere, and again once that has ended. */
  const look = async () => {
    const isTaken = await slipTurn.isTaken()
    let left = slipJob.load(uid)
    setJob(left)
    if (isCutOff && !left) {
      // Who has seen it being made hears how that ended.
      setElsewhere((was) => (was === 'making' || was === 'made' ? was : 'gone'))
    } else if (isTaken) {
      setElsewhere('making')
      await slipTurn.isFree()
      left = slipJob.load(uid)
      setJob(left)
      setElsewhere(left ? 'no' : 'made')
    } else return setElsewhere((was) => (!left && (was === 'made' || was === 'gone') ? was : 'no'))
    await client.invalidateQueries({ queryKey: SLIPS })
  }
  const follow = useEffectEvent(look)
  useEffect(() => {
    void follow()
    return slipJob.watch(() => void follow())
  }, [])

  /** @param refused what to do if it has to be left to another tab */
  const run = (next: SlipJob, refused = () => {}) => {
    setJob(next)
    setDone(null)
    setElsewhere('no')
    const end = (batches: readonly string[] | null) => {
      if (batches) return setJob(null)
      setElsewhere('unknown')
      refused()
      void look()
    }
    making.mutate(next, { onSuccess: end })
  }
  return {
    job,
    /** Whether some of the job are missing, and can be made now. */
    isCutOff,
    elsewhere,
    done,
    isMaking: making.isPending,
    error: making.error,
    /** The batches of what was made last on this page. */
    made: making.data ?? null,
    start: (terms: SlipTerms, purpose: string, number: number, refused: () => void) =>
      run(newSlipJob(uid, terms, purpose, number), refused),
    goOn: () => job && run(job),
    giveUp: async () => {
      const isGiven = await slipTurn.take(async () => {
        slipJob.clear()
        return true
      })
      if (!isGiven) return look()
      setJob(null)
      making.reset()
    },
  }
}
