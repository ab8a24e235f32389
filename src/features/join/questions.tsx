import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { Button, ButtonLink } from '#components/button.tsx'
import { Checkbox } from '#components/checkbox.tsx'
import { Choice } from '#components/choice.tsx'
import { Field } from '#components/field.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { useFirstProblem } from '#components/use-first-problem.ts'
import type { JoinDraft } from '#data/drafts.ts'
import type { User } from '#data/session.ts'
import { DISTRICTS } from '#domain/districts.ts'
import { ROLES } from '#domain/roles.ts'
import { useLang } from '#i18n/use-lang.ts'
import { CONSENT } from './consent.ts'
import styles from './join.module.css'
import { removeAccountMutation } from './mutations.ts'

type Props = { answers: JoinDraft; change: (part: Partial<JoinDraft>) => void; onNext: () => void }

/**
 * First step: which group somebody speaks for, and of students whether they are old enough to be asked for an e-mail.
 * @property user somebody who has signed in before they were asked
 */
export function WhoStep({ user, answers, change, onNext }: Props & { user: User | null }) {
  const { t } = useTranslation('join')
  const lang = useLang()
  const { form, tried, point } = useFirstProblem()
  const removal = useMutation(removeAccountMutation)
  const asksAge = answers.role === 'student'
  const isChild = asksAge && answers.fourteen === false
  const { mutate: removeAccount } = removal
  // Who is here may be known a moment after the answer.
  useEffect(() => {
    if (isChild && user) removeAccount(user)
  }, [isChild, user, removeAccount])
  const ready = answers.role !== null && (!asksAge || answers.fourteen === true)
  return (
    <form
      ref={form}
      className={styles.step}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) onNext()
        else point()
      }}
    >
      <Choice
        legend={t('who.title')}
        name="role"
        value={answers.role}
        onChange={(role) => change({ role })}
        error={tried && answers.role === null ? t('who.missing') : undefined}
        options={ROLES.map((role) => ({ value: role, label: t(`who.${role}`), hint: t(`who.${role}Hint`) }))}
      />
      {asksAge && (
        <Choice
          legend={t('age.title')}
          name="age"
          layout="row"
          value={answers.fourteen === null ? null : answers.fourteen ? 'yes' : 'no'}
          onChange={(age) => change({ fourteen: age === 'yes' })}
          error={tried && answers.fourteen === null ? t('age.missing') : undefined}
          options={[
            { value: 'yes', label: t('age.yes') },
            { value: 'no', label: t('age.no') },
          ]}
        />
      )}
      <Live>
        {isChild && (
          <Notice title={t('age.childTitle')}>
            <p>{t('age.child')}</p>
            {removal.isSuccess && (
              <p>{t(removal.data ? 'age.removed' : 'age.signedOut', { email: removal.variables.email })}</p>
            )}
            <ButtonLink to="?slip=">{t('slip.useIt')}</ButtonLink>
            <ButtonLink look="quiet" to={`/${lang}#tasks`}>
              {t('age.read')}
            </ButtonLink>
          </Notice>
        )}
      </Live>
      {!isChild && (
        <>
          <p className={styles.note}>{t('who.forGood')}</p>
          <Button look="primary" type="submit">
            {t('next')}
          </Button>
        </>
      )}
    </form>
  )
}

/** Second step: area, and consent to what is kept and shown. */
export function WhereStep({ answers, change, onNext, onBack }: Props & { onBack: () => void }) {
  const { t } = useTranslation('join')
  const lang = useLang()
  const { form, tried, point } = useFirstProblem()
  const districts = Object.entries(DISTRICTS).toSorted(([, a], [, b]) => a[lang].localeCompare(b[lang], lang))
  return (
    <form
      ref={form}
      className={styles.step}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (answers.consent) onNext()
        else point()
      }}
    >
      <Field label={t('where.title')} hint={t('where.hint')}>
        {(control) => (
          <select
            {...control}
            value={answers.district ?? ''}
            onChange={(event) => change({ district: event.target.value || null })}
          >
            <option value="">{t('where.none')}</option>
            {districts.map(([id, name]) => (
              <option key={id} value={id}>
                {name[lang]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <fieldset className={styles.consent}>
        <legend>{t('consent.title')}</legend>
        <ul>
          {CONSENT.map((part) => (
            <li key={part}>{t(`consent.${part}`)}</li>
          ))}
        </ul>
        <Link to={`/${lang}/about#privacy`}>{t('consent.more')}</Link>
        <Checkbox
          label={t('consent.agree')}
          checked={answers.consent}
          onChange={(consent) => change({ consent })}
          error={tried && !answers.consent ? t('consent.missing') : undefined}
        />
      </fieldset>
      <div className={styles.actions}>
        <Button look="primary" type="submit">
          {t('next')}
        </Button>
        <Button onClick={onBack}>{t('back')}</Button>
      </div>
    </form>
  )
}
