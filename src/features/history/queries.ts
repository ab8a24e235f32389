import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { remote } from '#data/remote.ts'
import type { RevisionPage } from '#data/revisions.ts'
import type { TaskId } from '#domain/plan.ts'

const revisions = () => import('#data/revisions.ts')

const MINUTE = 60_000

/** The history of a task, a page at a time; what is published does not change any more, but more may come. */
export const revisionsQuery = (taskId: TaskId) =>
  infiniteQueryOptions({
    queryKey: ['revisions', taskId],
    queryFn: async ({ pageParam, client }) => {
      const { page, texts } = await remote(revisions, ({ readRevisions }) => readRevisions(taskId, pageParam))
      // Read together, so that to open a difference costs nothing more.
      for (const [number, said] of texts) {
        void client.prefetchQuery({ ...revisionTextsQuery(taskId, number), queryFn: () => said })
      }
      return page
    },
    initialPageParam: null as number | null,
    getNextPageParam: (page: RevisionPage) => page.next,
    staleTime: MINUTE,
    meta: { keep: 'whole' },
  })

/** What a revision says, which never changes. */
export const revisionTextsQuery = (taskId: TaskId, number: number) =>
  queryOptions({
    queryKey: ['revision-texts', taskId, number],
    queryFn: () => remote(revisions, ({ readRevisionTexts }) => readRevisionTexts(taskId, number)),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    meta: { keep: 'whole' },
  })

/** What the cited comments say now, without those that nobody sees any more. */
export const citedQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['said', ids],
    queryFn: () =>
      remote(
        () => import('#data/ground.ts'),
        ({ readVisible }) => readVisible(ids),
      ),
    staleTime: MINUTE,
    meta: { keep: 'whole' },
  })

/** The final numbers of all revisions that were replaced. */
export const agreementQuery = queryOptions({
  queryKey: ['results', 'agreement'],
  queryFn: () =>
    remote(
      () => import('#data/agreement.ts'),
      ({ readAgreement }) => readAgreement(),
    ),
  staleTime: MINUTE,
  meta: { keep: 'whole' },
})
