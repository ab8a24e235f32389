import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Choice } from '#components/choice.tsx'
import { useFirstProblem } from '#components/use-first-problem.ts'
import type { DraftStore } from '#data/draft-store.ts'
import { HIDE_REASONS, type HideReason } from '#domain/review.ts'
import type { Act } from './acts.ts'
import { focusedFirst } from './focused-first.ts'
import styles from './forms.module.css'

type Props = { draft: DraftStore<string>; onAct: (act: Act) => void; onCancel: () => void }

/** Why comments are hidden: their authors will read it. What was chosen stays until they are. */
export function HideForm({ draft, onAct, onCancel }: Props) {
  const { t } = useTranslation('review-inbox')
  const [reason, setReason] = useState(() => HIDE_REASONS.find((known) => known === draft.load()) ?? null)
  const choose = (chosen: HideReason) => {
    draft.save(chosen)
    setReason(chosen)
  }
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
          onChange={choose}
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
