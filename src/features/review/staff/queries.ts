import { queryOptions } from '@tanstack/react-query'
import { remote } from '#data/remote.ts'

const A_MINUTE = 60_000

/** Everybody who works here, for reviewers and managers: for names, and to assign work. */
export const staffListQuery = queryOptions({
  queryKey: ['staff-list'],
  queryFn: () =>
    remote(
      () => import('#data/staff-list.ts'),
      ({ readStaffList }) => readStaffList(),
    ),
  staleTime: A_MINUTE,
})

export const OWN_RECORD = 'own-staff-record'

/** One's own staff record, looked at each minute: it may be taken away while somebody works. */
export const ownRecordQuery = (uid: string) =>
  queryOptions({
    queryKey: [OWN_RECORD, uid],
    queryFn: () =>
      remote(
        () => import('#data/staff.ts'),
        ({ readStaff }) => readStaff(uid),
      ),
    refetchInterval: A_MINUTE,
    refetchOnWindowFocus: 'always',
  })
