import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Field } from '#components/field.tsx'
import { showToast } from '#components/toasts.ts'
import { useFirstProblem } from '#components/use-first-problem.ts'
import { staffDraft } from '#data/drafts.ts'
import type { StaffMember } from '#domain/staff.ts'
import { NotDone } from '../not-done.tsx'
import { addMutation } from './mutations.ts'
import styles from './staff.module.css'
import { StaffFields } from './staff-fields.tsx'
import { checkStaff, EMPTY_RECORD } from './staff-form.ts'

/** Gives somebody a staff record, by the access code that they have seen at the door of the workspace. */
export function AddStaff() {
  const { t } = useTranslation('review-staff')
  const [added, setAdded] = useState(0)
  const heading = useRef<HTMLHeadingElement>(null)
  return (
    <section aria-labelledby="add-staff">
      <h2 id="add-staff" ref={heading} tabIndex={-1}>
        {t('add.title')}
      </h2>
      {/* A new form for the next person; the button that was pressed goes with the old one. */}
      <AddForm
        key={added}
        onDone={() => {
          setAdded(added + 1)
          heading.current?.focus()
        }}
      />
    </section>
  )
}

const draft = staffDraft('new')

function AddForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('review-staff')
  const client = useQueryClient()
  const [form, setForm] = useState(() => draft.load() ?? EMPTY_RECORD)
  const adding = useMutation(addMutation(client))
  const { form: ref, tried, point } = useFirstProblem()
  const { member, problems } = checkStaff(form)
  const shown = tried ? problems : {}
  const change = (part: Partial<StaffMember>) => {
    const typed = { ...form, ...part }
    draft.save(typed)
    setForm(typed)
  }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (Object.keys(problems).length > 0) return point()
    if (adding.isPending) return
    adding.mutate(member, {
      onSuccess() {
        draft.clear()
        showToast({ text: t('add.done', { name: member.name }) })
        onDone()
      },
    })
  }
  return (
    <form ref={ref} onSubmit={submit} noValidate className={styles.form}>
      <Field label={t('form.uid')} hint={t('form.uidHint')} error={shown.uid && t(`problem.uid.${shown.uid}`)}>
        {(control) => (
          <input
            {...control}
            type="text"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            value={form.uid}
            onChange={(event) => change({ uid: event.target.value })}
          />
        )}
      </Field>
      <StaffFields form={form} problems={shown} change={change} />
      <NotDone error={adding.error} reason={adding.error?.kind === 'taken' ? t('add.taken') : undefined} />
      <Button look="primary" type="submit" aria-disabled={adding.isPending}>
        {t('add.send')}
      </Button>
    </form>
  )
}
