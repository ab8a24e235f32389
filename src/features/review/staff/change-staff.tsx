import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { showToast } from '#components/toasts.ts'
import { useFirstProblem } from '#components/use-first-problem.ts'
import { staffDraft } from '#data/drafts.ts'
import type { StaffMember } from '#domain/staff.ts'
import { changeMutation } from './mutations.ts'
import styles from './staff.module.css'
import { StaffFields } from './staff-fields.tsx'
import { checkStaff } from './staff-form.ts'
import { StaffProblem, useRecordNow } from './staff-problem.tsx'

type Props = { member: StaffMember; isOwn: boolean; onDone: () => void }

/**
 * Changes what a staff record says. Who was not the first to do so sees what it says now, and decides again; what was
 * begun is kept with the record that it was begun upon.
 */
export function ChangeStaff({ member: before, isOwn, onDone }: Props) {
  const { t } = useTranslation('review-staff')
  const client = useQueryClient()
  const draft = staffDraft(before.uid)
  const [begun] = useState(() => draft.load())
  const [form, setForm] = useState({ ...(begun ?? before), uid: before.uid })
  const [seen, setSeen] = useState({ ...before, logEntry: form.logEntry })
  const recordNow = useRecordNow(before)
  const changing = useMutation(changeMutation(client))
  const { form: ref, tried, point } = useFirstProblem()
  const { member, problems } = checkStaff(form)

  const look = (newer: StaffMember) => {
    setSeen(newer)
    draft.save({ ...form, logEntry: newer.logEntry })
  }
  const giveUp = () => {
    draft.clear()
    onDone()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (Object.keys(problems).length > 0) return point()
    if (changing.isPending) return
    changing.mutate(
      { ...member, logEntry: seen.logEntry },
      {
        onError: ({ kind }) => kind === 'conflict' && look(recordNow()),
        onSuccess() {
          draft.clear()
          showToast({ text: t('change.done', { name: member.name }) })
          onDone()
        },
      },
    )
  }
  return (
    <form ref={ref} onSubmit={submit} noValidate className={styles.form}>
      {begun && <p className={styles.note}>{t('change.begun')}</p>}
      <StaffFields
        form={form}
        problems={tried ? problems : {}}
        change={(part) => {
          const typed = { ...form, ...part }
          draft.save({ ...typed, logEntry: seen.logEntry })
          setForm(typed)
        }}
        isOwn={isOwn}
      />
      <StaffProblem error={changing.error} member={seen} />
      <div className={styles.actions}>
        <Button look="primary" type="submit" aria-disabled={changing.isPending}>
          {t('change.send')}
        </Button>
        <Button onClick={giveUp}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
