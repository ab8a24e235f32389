import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Live } from '#components/live.tsx'
import { Mixed } from '#components/mixed.tsx'
import { Notice } from '#components/notice.tsx'
import type { DataError } from '#data/errors.ts'
import { RIGHTS, type StaffMember } from '#domain/staff.ts'
import { NotDone } from '../not-done.tsx'
import { staffListQuery } from './queries.ts'

/** Why a record could not be written. @property member as it is shown: where another manager was faster, as it is now */
export function StaffProblem({ error, member }: { error: DataError | null; member: StaffMember }) {
  const { t } = useTranslation('review-staff')
  const { name, office } = member
  const rights = RIGHTS.filter((right) => member[right]).map((right) => t(`right.${right}.name`))
  return (
    <>
      <NotDone error={error?.kind === 'conflict' ? null : error} />
      <Live urgency="alert">
        {error?.kind === 'conflict' && (
          <Notice tone="warning" title={t('conflict.title')}>
            <p>
              <Mixed text={t('conflict.now', { name, office, rights: rights.join(', ') || t('conflict.none') })} />
            </p>
            <p>{t('conflict.how')}</p>
          </Notice>
        )}
      </Live>
    </>
  )
}

/** The record as it was read last: after a conflict, what the other manager has made of it. */
export function useRecordNow(before: StaffMember): () => StaffMember {
  const client = useQueryClient()
  return () => client.getQueryData(staffListQuery.queryKey)?.find(({ uid }) => uid === before.uid) ?? before
}
