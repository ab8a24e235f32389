import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import type { DataError } from '#data/errors.ts'
import { RIGHTS, type StaffMember } from '#domain/staff.ts'
import { staffListQuery } from './queries.ts'

/** Why a record could not be written. @property member as it is shown: where another manager was faster, as it is now */
export function StaffProblem({ error, member }: { error: DataError | null; member: StaffMember }) {
  const { t } = useTranslation(['review-staff', 'errors'])
  const { name, office } = member
  const rights = RIGHTS.filter((right) => member[right]).map((right) => t(`review-staff:right.${right}.name`))
  return (
    <Live urgency="alert">
      {error?.kind === 'conflict' && (
        <Notice tone="warning" title={t('review-staff:conflict.title')}>
          <p>
            {t('review-staff:conflict.now', {
              name,
              office,
              rights: rights.join(', ') || t('review-staff:conflict.none'),
            })}
          </p>
          <p>{t('review-staff:conflict.how')}</p>
        </Notice>
      )}
      {error && error.kind !== 'conflict' && (
        <Notice tone="danger">
          <p>{t(`errors:${error.kind}`)}</p>
        </Notice>
      )}
    </Live>
  )
}

/** The record as it was read last: after a conflict, what the other manager has made of it. */
export function useRecordNow(before: StaffMember): () => StaffMember {
  const client = useQueryClient()
  return () => client.getQueryData(staffListQuery.queryKey)?.find(({ uid }) => uid === before.uid) ?? before
}
