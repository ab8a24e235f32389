import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Dialog } from '#components/dialog.tsx'
import { Field } from '#components/field.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { Progress } from '#components/progress.tsx'
import { showToast } from '#components/toasts.ts'
import { useFirstProblem } from '#components/use-first-problem.ts'
import { useKeptText } from '#components/use-kept-text.ts'
import { reviewDraft } from '#data/drafts.ts'
import { textProblem, tidyText } from '#domain/comment.ts'
import { voidMutation } from './mutations.ts'
import styles from './slips.module.css'

type Props = { batch: string; purpose: string; uid: string }

/** Voids what nobody has used of a batch, after a reason and a second look. */
export function VoidRest({ batch, purpose, uid }: Props) {
  const { t } = useTranslation('slips')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {t('void.open')}
        <span className="visually-hidden">: {purpose}</span>
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={t('void.title')}>
        <VoidForm batch={batch} purpose={purpose} uid={uid} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function VoidForm({ batch, purpose, uid, onDone }: Props & { onDone: () => void }) {
  const { t } = useTranslation(['slips', 'errors'])
  const client = useQueryClient()
  const { text: reason, type, clear } = useKeptText(() => reviewDraft('void', batch))
  const [progress, setProgress] = useState<{ done: number; all: number } | null>(null)
  const voiding = useMutation(voidMutation(client, (done, all) => setProgress({ done, all })))
  const { form, tried, point } = useFirstProblem()
  const problem = textProblem(tidyText(reason))

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (problem) return point()
    if (voiding.isPending) return
    voiding.mutate(
      { batch, uid, reason: tidyText(reason) },
      {
        onSuccess() {
          clear()
          showToast({ text: t('slips:void.done') })
          onDone()
        },
      },
    )
  }
  return (
    <form ref={form} onSubmit={submit} noValidate className={styles.form}>
      <p>{t('slips:void.text', { purpose })}</p>
      <Field
        label={t('slips:void.reason')}
        hint={t('slips:void.reasonHint')}
        error={
          tried && problem
            ? t(problem === 'empty' || problem === 'blank' ? 'slips:void.missing' : 'slips:void.unfit')
            : undefined
        }
      >
        {(control) => <input {...control} type="text" value={reason} onChange={({ target }) => type(target.value)} />}
      </Field>
      {voiding.isPending && progress && (
        <Progress
          label={t('slips:void.label')}
          value={progress.done}
          max={progress.all}
          text={t('slips:making.progress', progress)}
        />
      )}
      <Live urgency="alert">
        {voiding.error && (
          <Notice tone="danger">
            <p>{t(`errors:${voiding.error.kind}`)}</p>
          </Notice>
        )}
      </Live>
      <div className={styles.actions}>
        <Button look="primary" type="submit" aria-disabled={voiding.isPending}>
          {t('slips:void.send')}
        </Button>
        <Button
          onClick={() => {
            clear()
            onDone()
          }}
        >
          {t('slips:void.cancel')}
        </Button>
      </div>
    </form>
  )
}
