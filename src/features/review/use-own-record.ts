import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { DataError } from '#data/errors.ts'
import type { Staff } from '#domain/staff.ts'
import { OWN_RECORD, ownRecordQuery } from './staff/queries.ts'

const isRefusal = (error: unknown): boolean => error instanceof DataError && error.kind === 'refused'

/** Of an account, which is no error that anybody looks after: a sign-in that ended, too. */
const isRefused = (why: unknown): boolean => why === 'refused' || why === 'signed-out'

/** Of many things written at once, some may be refused without an error: the data layer's account of it, or the inbox's. */
type Partly = { readonly failed: readonly { readonly error?: unknown; readonly why?: unknown }[] }

const holdsRefusal = (result: unknown): boolean =>
  typeof result === 'object' &&
  result !== null &&
  'failed' in result &&
  Array.isArray(result.failed) &&
  (result as Partly).failed.some(
    ({ error, why }) => isRefused(why) || (error instanceof DataError && isRefused(error.kind)),
  )

type Event = {
  readonly type: string
  readonly action?: { readonly type: string; error?: unknown; data?: unknown }
  readonly query?: { readonly queryKey: readonly unknown[] }
}

/** Whether the rules have refused something; the record itself is no reason to look at it again. */
const tellsOfRefusal = ({ type, action, query }: Event): boolean =>
  type === 'updated' &&
  query?.queryKey[0] !== OWN_RECORD &&
  ((action?.type === 'error' && isRefusal(action.error)) || (action?.type === 'success' && holdsRefusal(action.data)))

/**
 * One's own staff record as it is now, not as it was when the page came: looked at each minute, and at once when the
 * rules refuse something. Null when it was taken away.
 */
export function useOwnRecord(uid: string, known: Staff): Staff | null {
  const client = useQueryClient()
  const { data, refetch } = useQuery({ ...ownRecordQuery(uid), initialData: known as Staff | null })
  useEffect(() => {
    const look = (event: Event) => void (tellsOfRefusal(event) && refetch())
    const stops = [client.getQueryCache().subscribe(look), client.getMutationCache().subscribe(look)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [client, refetch])
  return data
}
