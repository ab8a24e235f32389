import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Mixed } from '#components/mixed.tsx'
import { showToast } from '#components/toasts.ts'
import type { StaffMember } from '#domain/staff.ts'
import { removeMutation } from './mutations.ts'
import styles from './staff.module.css'
import { StaffProblem, useRecordNow } from './staff-problem.tsx'

type Props = { member: StaffMember; onDone: () => void; onCancel: () => void }

/** Takes a staff record away, after a second look; after a third, where another manager has changed it meanwhile. */
export function RemoveStaff({ member: before, onDone, onCancel }: Props) {
  const { t } = useTranslation('review-staff')
  const client = useQueryClient()
  const removing = useMutation(removeMutation(client))
  const [member, setMember] = useState(before)
  const recordNow = useRecordNow(before)
  const remove = () => {
    if (removing.isPending) return
    removing.mutate(member, {
      onError: ({ kind }) => kind === 'conflict' && setMember(recordNow()),
      onSuccess() {
        showToast({ text: t('remove.done', { name: member.name }) })
        onDone()
      },
    })
  }
  return (
    <div className={styles.form}>
      <p>
        <Mixed text={t('remove.text', { name: member.name, office: member.office })} />
      </p>
      <StaffProblem error={removing.error} member={member} />
      <div className={styles.actions}>
        <Button look="primary" aria-disabled={removing.isPending} onClick={remove}>
          {t('remove.send')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </div>
  )
}
