import { QueryClient } from '@tanstack/react-query'
import { connection } from '#data/connection.ts'
import { DataError } from '#data/errors.ts'

const client = new QueryClient({ defaultOptions: { queries: { networkMode: 'always', retry: false } } })
connection.watch(client)

const read = (queryFn: () => Promise<unknown>): Promise<unknown> =>
  client.fetchQuery({ queryKey: ['something'], queryFn, meta: { keep: 'whole' } }).catch(() => {})

/** Something was read: the connection is there. */
export const somethingAnswers = () => read(async () => 'an answer')

/** Something could not be read, whatever the browser says of the connection. */
export const nothingAnswers = () => read(() => Promise.reject(new DataError('offline')))
