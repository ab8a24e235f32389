import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Field } from '#components/field.tsx'
import { useFirstProblem } from '#components/use-first-problem.ts'
import { useKeptText } from '#components/use-kept-text.ts'
import type { DraftStore } from '#data/draft-store.ts'
import { textProblem, tidyText } from '#domain/comment.ts'
import type { Act } from './acts.ts'
import { focusedFirst } from './focused-first.ts'
import styles from './forms.module.css'

type Props = { draft: DraftStore<string>; onAct: (act: Act) => void; onCancel: () => void }

/** Why comments are shown again, or left as they are although somebody reported them: for the log. */
export function RestoreForm({ draft, onAct, onCancel }: Props) {
  const { t } = useTranslation('review-inbox')
  const { text: reason, type } = useKeptText(() => draft)
  const { form, tried, point } = useFirstProblem()
  const problem = textProblem(tidyText(reason))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (problem) point()
    else onAct({ kind: 'restore', reason: tidyText(reason) })
  }
  return (
    <form ref={form} onSubmit={submit} noValidate className={styles.form}>
      <p>{t('ask.restore.text')}</p>
      <Field label={t('ask.restore.reason')} error={tried && problem ? t('ask.restore.missing') : undefined}>
        {(control) => (
          <input
            {...control}
            ref={focusedFirst}
            type="text"
            value={reason}
            onChange={({ target }) => type(target.value)}
          />
        )}
      </Field>
      <div className={styles.actions}>
        <Button look="primary" type="submit">
          {t('ask.restore.send')}
        </Button>
        <Button onClick={onCancel}>{t('ask.cancel')}</Button>
      </div>
    </form>
  )
}
