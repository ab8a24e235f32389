import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Choice } from '#components/choice.tsx'
import { Field } from '#components/field.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { showToast } from '#components/toasts.ts'
import { useKeptText } from '#components/use-kept-text.ts'
import { reviewDraft } from '#data/drafts.ts'
import type { Opening } from '#data/plan-publishing.ts'
import { isOpen, type Task } from '#domain/plan.ts'
import styles from './plan.module.css'
import { openingMutation } from './queries.ts'

const WAYS = ['open', 'closed', 'until', 'from'] as const
type Way = (typeof WAYS)[number]

/** What is typed is a time in Seoul, wherever the editor is. */
const inSeoul = (typed: string): Date | null => {
  const date = new Date(`${typed}:00+09:00`)
  return Number.isNaN(date.getTime()) ? null : date
}

const openingOf = (way: Way, at: Date | null): Opening => ({
  status: way === 'open' || way === 'until' ? 'open' : 'closed',
  turnsAt: way === 'until' || way === 'from' ? at : null,
})

/** Closes or reopens a task for comments and stances, at once or at a date, with a reason for the log. */
export function OpeningForm({ task, uid }: { task: Task; uid: string }) {
  const { t } = useTranslation(['review-plan', 'errors'])
  const client = useQueryClient()
  const turning = useMutation(openingMutation(client))
  const [way, setWay] = useState<Way>(isOpen(task) ? 'closed' : 'open')
  const [typed, setTyped] = useState('')
  const { text: reason, type, clear } = useKeptText(() => reviewDraft('opening', task.id))
  const [tried, setTried] = useState(false)
  const at = inSeoul(typed)
  const wantsDate = way === 'until' || way === 'from'
  const problems = {
    at: wantsDate && (!at || at.getTime() <= Date.now()) ? t('review-plan:opening.noDate') : undefined,
    reason: reason.trim() === '' ? t('review-plan:opening.noReason') : undefined,
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (problems.at || problems.reason || turning.isPending) return
    turning.mutate(
      { id: task.id, opening: openingOf(way, at), uid, reason: reason.trim() },
      {
        onSuccess() {
          showToast({ text: t('review-plan:opening.done') })
          clear()
          setTried(false)
        },
      },
    )
  }
  return (
    <form onSubmit={submit} noValidate className={styles.section}>
      <Choice
        legend={t('review-plan:opening.legend')}
        name={`opening-${task.id}`}
        value={way}
        onChange={setWay}
        options={WAYS.map((value) => ({ value, label: t(`review-plan:opening.way.${value}`) }))}
      />
      {wantsDate && (
        <Field label={t('review-plan:opening.at')} error={tried ? problems.at : undefined}>
          {(control) => (
            <input {...control} type="datetime-local" value={typed} onChange={({ target }) => setTyped(target.value)} />
          )}
        </Field>
      )}
      <Field
        label={t('review-plan:opening.reason')}
        hint={t('review-plan:opening.reasonHint')}
        error={tried ? problems.reason : undefined}
      >
        {(control) => <input {...control} type="text" value={reason} onChange={({ target }) => type(target.value)} />}
      </Field>
      <Live urgency="alert">{turning.error && <Notice tone="danger">{t(`errors:${turning.error.kind}`)}</Notice>}</Live>
      <div>
        <Button type="submit" aria-disabled={turning.isPending}>
          {t('review-plan:opening.act')}
        </Button>
      </div>
    </form>
  )
}
