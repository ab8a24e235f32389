import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Dialog } from '#components/dialog.tsx'
import { Field } from '#components/field.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { Progress } from '#components/progress.tsx'
import { useFirstProblem } from '#components/use-first-problem.ts'
import { useKeptText } from '#components/use-kept-text.ts'
import { reviewDraft } from '#data/drafts.ts'
import { textProblem, tidyText } from '#domain/comment.ts'
import styles from './slips.module.css'
import { useVoiding } from './use-voiding.ts'

type Props = { batch: string; purpose: string; uid: string }

/** Voids what nobody has used of a batch, after a reason and a second look. */
export function VoidRest({ batch, purpose, uid }: Props) {
  const { t } = useTranslation('slips')
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  const voiding = useVoiding(batch, uid, isOpen, close)
  const open = () => {
    voiding.beginAnew()
    setOpen(true)
  }
  return (
    <>
      <Button onClick={open}>
        {t('void.open')}
        <span className="visually-hidden">: {purpose}</span>
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => {
          voiding.stop()
          close()
        }}
        title={t('void.title')}
      >
        <VoidForm batch={batch} purpose={purpose} voiding={voiding} onKeep={close} />
      </Dialog>
    </>
  )
}

type FormProps = { batch: string; purpose: string; voiding: ReturnType<typeof useVoiding>; onKeep: () => void }

function VoidForm({ batch, purpose, voiding, onKeep }: FormProps) {
  const { t } = useTranslation(['slips', 'errors'])
  const { text: reason, type, clear } = useKeptText(() => reviewDraft('void', batch))
  const { isWorking, isStopping, progress, error, stopped, stop } = voiding
  const { form, tried, point } = useFirstProblem()
  const problem = textProblem(tidyText(reason))

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (problem) return point()
    if (!isWorking) voiding.start(tidyText(reason))
  }
  const keep = () => {
    clear()
    onKeep()
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
      {progress && (
        <Progress
          label={t('slips:void.label')}
          value={progress.done}
          max={progress.all}
          text={t('slips:making.progress', progress)}
        />
      )}
      {isWorking && <p className={styles.note}>{t('slips:void.untilStopped')}</p>}
      <Live urgency="alert">
        {stopped && (
          <Notice tone="warning">
            <p>{stopped}</p>
          </Notice>
        )}
        {error && (
          <Notice tone="danger">
            <p>{t(`errors:${error.kind}`)}</p>
          </Notice>
        )}
      </Live>
      <div className={styles.actions}>
        <Button look="primary" type="submit" aria-disabled={isWorking}>
          {t('slips:void.send')}
        </Button>
        {/* One and the same button: whoever presses it stays at it. */}
        <Button aria-disabled={isStopping} onClick={isWorking ? stop : keep}>
          {t(isStopping ? 'slips:void.stopping' : isWorking ? 'slips:void.stop' : 'slips:void.cancel')}
        </Button>
      </div>
    </form>
  )
}
