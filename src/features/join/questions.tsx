import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { Button } from '#components/button.tsx'
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
import { Child } from './child.tsx'
import { CONSENT } from './consent.ts'
import styles from './join.module.css'
import { removeAccountMutation } from './mutations.ts'
import { isOfChild } from './use-join-answers.ts'

type Props = { answers: JoinDraft; change: (part: Partial<JoinDraft>) => void; onNext: () => void }

/**
 * First step: which group somebody speaks for, and of students whether they are old enough to be asked for an e-mail.
 * @property user somebody who has signed in before they were asked
 * @property onRemove their account is about to be deleted, since they are a child
 */
export function WhoStep({
  user,
  answers,
  change,
  onNext,
  onRemove,
}: Props & { user: User | null; onRemove: () => void }) {
  const { t } = useTranslation(['join', 'errors'])
  const { form, tried, point } = useFirstProblem()
  const removal = useMutation(removeAccountMutation)
  const asksAge = answers.role === 'student'
  const isChild = isOfChild(answers)
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
        legend={t('join:who.title')}
        name="role"
        value={answers.role}
        onChange={(role) => change({ role })}
        error={tried && answers.role === null ? t('join:who.missing') : undefined}
        options={ROLES.map((role) => ({ value: role, label: t(`join:who.${role}`), hint: t(`join:who.${role}Hint`) }))}
      />
      {asksAge && (
        <Choice
          legend={t('join:age.title')}
          name="age"
          layout="row"
          value={answers.fourteen === null ? null : answers.fourteen ? 'yes' : 'no'}
          onChange={(age) => change({ fourteen: age === 'yes' })}
          error={tried && answers.fourteen === null ? t('join:age.missing') : undefined}
          options={[
            { value: 'yes', label: t('join:age.yes') },
            { value: 'no', label: t('join:age.no') },
          ]}
        />
      )}
      <Live>
        {isChild && (
          <Child
            user={user}
            removal={removal}
            onRemove={(child) => {
              onRemove()
              removal.mutate(child)
            }}
          />
        )}
      </Live>
      <Live urgency="alert">
        {isChild && removal.error && (
          <Notice tone="danger">
            <p>{t(`errors:${removal.error.kind}`)}</p>
          </Notice>
        )}
      </Live>
      {!isChild && (
        <>
          <p className={styles.note}>{t('join:who.forGood')}</p>
          <Button look="primary" type="submit">
            {t('join:next')}
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
