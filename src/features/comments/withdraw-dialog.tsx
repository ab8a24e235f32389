import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Dialog } from '#components/dialog.tsx'
import { showToast } from '#components/toasts.ts'
import { editDraft } from '#data/drafts.ts'
import { outbox } from '#data/outbox.ts'
import type { Comment } from '#domain/comment.ts'
import styles from './dialogs.module.css'

type Props = { open: boolean; comment: Comment; uid: string; onClose: () => void; onWithdrawn: () => void }

/** Asks before a comment is withdrawn: it is for good. */
export function WithdrawDialog({ open, comment, uid, onClose, onWithdrawn }: Props) {
  const { t } = useTranslation('comments')
  const withdraw = () => {
    editDraft(comment.id).clear()
    outbox.put(uid, { kind: 'withdraw', taskId: comment.taskId, commentId: comment.id })
    showToast({ text: t('withdraw.begun') })
    onClose()
    onWithdrawn()
  }
  return (
    <Dialog open={open} onClose={onClose} title={t('withdraw.title')}>
      <p>{t('withdraw.text')}</p>
      <div className={styles.actions}>
        <Button look="primary" onClick={withdraw}>
          {t('withdraw.act')}
        </Button>
        <Button onClick={onClose}>{t('withdraw.cancel')}</Button>
      </div>
    </Dialog>
  )
}
