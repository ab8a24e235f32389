import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { showToast } from '#components/toasts.ts'
import type { StaffMember } from '#domain/staff.ts'
import { removeMutation } from './mutations.ts'
import styles from './staff.module.css'

type Props = { member: StaffMember; onDone: () => void; onCancel: () => void }

/** Takes a staff record away, after a second look. */
export function RemoveStaff({ member, onDone, onCancel }: Props) {
  const { t } = useTranslation(['review-staff', 'errors'])
  const client = useQueryClient()
  const removing = useMutation(removeMutation(client))
  const remove = () => {
    if (removing.isPending) return
    removing.mutate(member, {
      onSuccess() {
        showToast({ text: t('review-staff:remove.done', { name: member.name }) })
        onDone()
      },
    })
  }
  return (
    <div className={styles.form}>
      <p>{t('review-staff:remove.text', { name: member.name, office: member.office })}</p>
      <Live urgency="alert">
        {removing.error && (
          <Notice tone="danger">
            <p>{t(`errors:${removing.error.kind}`)}</p>
          </Notice>
        )}
      </Live>
      <div className={styles.actions}>
        <Button look="primary" aria-disabled={removing.isPending} onClick={remove}>
          {t('review-staff:remove.send')}
        </Button>
        <Button onClick={onCancel}>{t('review-staff:cancel')}</Button>
      </div>
    </div>
  )
}
