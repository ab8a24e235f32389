import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Choice } from '#components/choice.tsx'
import { useFirstProblem } from '#components/use-first-problem.ts'
import { HIDE_REASONS, type HideReason } from '#domain/review.ts'
import type { Act } from './acts.ts'
import { focusedFirst } from './focused-first.ts'
import styles from './forms.module.css'

/** Why comments are hidden: their authors will read it. */
export function HideForm({ onAct, onCancel }: { onAct: (act: Act) => void; onCancel: () => void }) {
  const { t } = useTranslation('review-inbox')
  const [reason, setReason] = useState<HideReason | null>(null)
  const { form, tried, point } = useFirstProblem()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason) onAct({ kind: 'hide', reason })
    else point()
  }
  return (
    <form ref={form} onSubmit={submit} noValidate className={styles.form}>
      <p>{t('ask.hide.text')}</p>
      <div ref={focusedFirst}>
        <Choice
          legend={t('ask.hide.reason')}
          name="hide-reason"
          value={reason}
          onChange={setReason}
          error={tried && !reason ? t('ask.hide.missing') : undefined}
          options={HIDE_REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
        />
      </div>
      <div className={styles.actions}>
        <Button look="primary" type="submit">
          {t('ask.hide.send')}
        </Button>
        <Button onClick={onCancel}>{t('ask.cancel')}</Button>
      </div>
    </form>
  )
}
