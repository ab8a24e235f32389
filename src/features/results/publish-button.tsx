import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Field } from '#components/field.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { useFirstProblem } from '#components/use-first-problem.ts'
import { publishMutation } from './mutations.ts'
import styles from './publish-button.module.css'

const LONGEST_REASON = 200

/** For reviewers: publishes what the tallies say now, with a reason for the log. */
export function PublishButton({ uid }: { uid: string }) {
  const { t } = useTranslation('priorities')
  const [reason, setReason] = useState('')
  const publish = useMutation(publishMutation(useQueryClient(), uid))
  const { form, tried, point } = useFirstProblem()
  const isMissing = reason.trim() === ''
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (isMissing) return point()
    if (!publish.isPending) publish.mutate(reason.trim(), { onSuccess: () => setReason('') })
  }
  const failure = publish.error?.kind
  return (
    <section aria-labelledby="publish" className={styles.publish}>
      <h3 id="publish">{t('publish.title')}</h3>
      <p className={styles.note}>{t('publish.text')}</p>
      <form ref={form} onSubmit={send} className={styles.form} noValidate>
        <Field
          label={t('publish.reason')}
          error={tried && isMissing && !publish.isSuccess ? t('publish.noReason') : undefined}
        >
          {(control) => (
            <input
              {...control}
              value={reason}
              maxLength={LONGEST_REASON}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" aria-disabled={publish.isPending}>
          {t(publish.isPending ? 'publish.pending' : 'publish.act')}
        </Button>
      </form>
      <Live>{publish.isSuccess && <p>{t(publish.data ? 'publish.done' : 'publish.same')}</p>}</Live>
      <Live urgency="alert">
        {failure && (
          <Notice tone="danger">
            {t(
              failure === 'missing' || failure === 'refused' || failure === 'offline'
                ? `publish.${failure}`
                : 'publish.failed',
            )}
          </Notice>
        )}
      </Live>
    </section>
  )
}
