import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { showToast } from '#components/toasts.ts'
import type { StaffMember } from '#domain/staff.ts'
import { Mixed } from '../mixed.tsx'
import { NotDone } from '../not-done.tsx'
import { removeMutation } from './mutations.ts'
import styles from './staff.module.css'

type Props = { member: StaffMember; onDone: () => void; onCancel: () => void }

/** Takes a staff record away, after a second look. */
export function RemoveStaff({ member, onDone, onCancel }: Props) {
  const { t } = useTranslation('review-staff')
  const client = useQueryClient()
  const removing = useMutation(removeMutation(client))
  const remove = () => {
    if (removing.isPending) return
    removing.mutate(member, {
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
      <NotDone error={removing.error} />
      <div className={styles.actions}>
        <Button look="primary" aria-disabled={removing.isPending} onClick={remove}>
          {t('remove.send')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </div>
  )
}
