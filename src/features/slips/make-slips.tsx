import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Choice } from '#components/choice.tsx'
import { useFirstProblem } from '#components/use-first-problem.ts'
import { type SlipForm, slipFormDraft } from '#data/drafts.ts'
import { SLIP_ROLES } from '#domain/slip.ts'
import { MakingState } from './making-state.tsx'
import { checkForm, emptyForm, type SlipFormProblems } from './slip-form.ts'
import styles from './slips.module.css'
import { TermsFields } from './terms-fields.tsx'
import { useMaking } from './use-making.ts'

/** A batch of slips: what each of them says, how many, until when. What is typed stays on the device until it is used. */
export function MakeSlips({ uid }: { uid: string }) {
  const { t } = useTranslation(['slips', 'common'])
  const [form, setForm] = useState<SlipForm>(() => slipFormDraft.load() ?? emptyForm(new Date()))
  const [problems, setProblems] = useState<SlipFormProblems>({})
  const { form: element, point } = useFirstProblem()
  const state = useRef<HTMLDivElement>(null)
  const making = useMaking(uid)

  const change = (part: Partial<SlipForm>) => {
    const next = { ...form, ...part }
    slipFormDraft.save(next)
    setForm(next)
    // What was pointed out goes when it is put right; nothing new is pointed out before the next try.
    const now = checkForm(next, new Date())
    if ('terms' in now) setProblems({})
    else setProblems((shown) => Object.fromEntries(Object.entries(now).filter(([field]) => field in shown)))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (making.isMaking) return
    const checked = checkForm(form, new Date())
    if (!('terms' in checked)) {
      setProblems(checked)
      point()
      return
    }
    setProblems({})
    slipFormDraft.clear()
    making.start(checked.terms, checked.purpose, checked.number, () => slipFormDraft.save(form))
    state.current?.focus()
  }

  return (
    <section aria-labelledby="make" className={styles.make}>
      <h2 id="make">{t('slips:make.title')}</h2>
      <div ref={state} tabIndex={-1}>
        <MakingState making={making} />
      </div>
      {!making.job && making.elsewhere !== 'making' && (
        <form ref={element} onSubmit={submit} noValidate className={styles.form}>
          <Choice
            legend={t('slips:make.role')}
            name="slip-role"
            layout="row"
            value={SLIP_ROLES.find((role) => role === form.role) ?? null}
            onChange={(role) => change({ role })}
            error={problems.role && t('slips:problem.role.missing')}
            options={SLIP_ROLES.map((role) => ({ value: role, label: t(`common:roles.${role}`) }))}
          />
          <TermsFields form={form} problems={problems} change={change} />
          <Button look="primary" type="submit">
            {t('slips:make.send')}
          </Button>
        </form>
      )}
    </section>
  )
}
