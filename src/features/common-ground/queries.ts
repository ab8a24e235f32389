import { queryOptions } from '@tanstack/react-query'
import { remote } from '#data/remote.ts'

const MINUTE = 60_000
const ground = () => import('#data/ground.ts')

/** Which comments the groups share and which divide them, as last published. */
export const groundQuery = queryOptions({
  queryKey: ['results', 'common-ground'],
  queryFn: () => remote(ground, ({ readGround }) => readGround()),
  staleTime: MINUTE,
  meta: { keep: 'whole' },
})

/** What these comments say now, without those that nobody sees any more. */
export const saidQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['said', ids],
    queryFn: () => remote(ground, ({ readVisible }) => readVisible(ids)),
    staleTime: MINUTE,
    meta: { keep: 'whole' },
  })
