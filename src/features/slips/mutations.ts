import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import type { SlipJob } from '#data/slip-job.ts'
import { issueSlips, voidRest } from '#data/slip-making.ts'
import { SLIPS } from './queries.ts'

const readAgain = (client: QueryClient) => client.invalidateQueries({ queryKey: SLIPS })

/** Issues the slips of a job, or what is missing of them. Brings the batches they are in. */
export const issueMutation = (client: QueryClient, onProgress: (done: number) => void) =>
  mutationOptions({
    mutationKey: ['issue-slips'],
    mutationFn: (job: SlipJob) => issueSlips(job, onProgress),
    // What was made before it failed, too.
    onSettled: () => readAgain(client),
  })

export type Voiding = {
  readonly batch: string
  readonly uid: string
  readonly reason: string
  /** Stops it half-way. */
  readonly stop: AbortSignal
}

/** Voids the slips of a batch that nobody has used. */
export const voidMutation = (client: QueryClient, onProgress: (done: number, all: number) => void) =>
  mutationOptions({
    mutationKey: ['void-slips'],
    mutationFn: ({ stop, ...order }: Voiding) => voidRest(order, onProgress, stop),
    onSettled: () => readAgain(client),
  })
