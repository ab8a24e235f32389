import { useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '#components/button.tsx'
import { Choice } from '#components/choice.tsx'
import { Dialog } from '#components/dialog.tsx'
import { Live } from '#components/live.tsx'
import { showToast } from '#components/toasts.ts'
import { useFirstProblem } from '#components/use-first-problem.ts'
import { isLookedUp } from '#data/looked-up.ts'
import { outbox } from '#data/outbox.ts'
import type { Comment } from '#domain/comment.ts'
import { REPORT_REASONS, type ReportReason } from '#domain/report.ts'
import styles from './dialogs.module.css'
import { JoinLink } from './join-link.ts'
import { LookingUp } from './looking-up.tsx'
import type { Talk } from './talk.ts'

type Props = { open: boolean; comment: Comment; talk: Talk; onClose: () => void }

/** Asks why somebody reports a comment; those who have not joined are told why they need to. */
export function ReportDialog({ open, comment, talk, onClose }: Props) {
  const { t } = useTranslation('comments')
  const me = talk.me?.participant
  const joinLink = useContext(JoinLink)
  const isUnknown = isLookedUp(talk.me)
  return (
    <Dialog open={open} onClose={onClose} title={t('report.title')}>
      {me ? (
        <Reasons
          onCancel={onClose}
          onSend={(reason) => {
            outbox.put(me.uid, { kind: 'report', taskId: comment.taskId, commentId: comment.id, reason })
            showToast({ text: t('report.begun') })
            onClose()
          }}
        />
      ) : (
        <>
          <Live>{isUnknown && <LookingUp />}</Live>
          {!isUnknown && <p>{t('report.joinFirst')}</p>}
          <div className={styles.actions}>
            {!isUnknown && (
              <ButtonLink look="primary" to={joinLink}>
                {t('report.join')}
              </ButtonLink>
            )}
            <Button onClick={onClose}>{t('report.cancel')}</Button>
          </div>
        </>
      )}
    </Dialog>
  )
}

function Reasons({ onSend, onCancel }: { onSend: (reason: ReportReason) => void; onCancel: () => void }) {
  const { t } = useTranslation('comments')
  const [reason, setReason] = useState<ReportReason | null>(null)
  const { form, tried, point } = useFirstProblem()
  return (
    <form
      ref={form}
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (reason) onSend(reason)
        else point()
      }}
    >
      <p>{t('report.text')}</p>
      <Choice
        legend={<span className="visually-hidden">{t('report.title')}</span>}
        name="reason"
        options={REPORT_REASONS.map((value) => ({ value, label: t(`report.${value}`) }))}
        value={reason}
        onChange={setReason}
        error={tried && !reason ? t('report.missing') : undefined}
      />
      <div className={styles.actions}>
        <Button look="primary" type="submit">
          {t('report.act')}
        </Button>
        <Button onClick={onCancel}>{t('report.cancel')}</Button>
      </div>
    </form>
  )
}
