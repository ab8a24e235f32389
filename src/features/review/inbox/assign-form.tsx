import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Field } from '#components/field.tsx'
import type { InboxRow } from '#domain/inbox.ts'
import { detectLang } from '#domain/language.ts'
import { useLang } from '#i18n/use-lang.ts'
import type { Act } from './acts.ts'
import { focusedFirst } from './focused-first.ts'
import styles from './forms.module.css'
import { useInbox } from './inbox-store.ts'

type Props = { rows: readonly InboxRow[]; uid: string; onAct: (act: Act) => void }

/** Whose work comments are: mine first. */
export function AssignForm({ rows, uid, onAct }: Props) {
  const { t } = useTranslation('review-inbox')
  const lang = useLang()
  const { staff } = useInbox()
  const assigned = new Set(rows.map(({ review }) => review?.assignee ?? ''))
  const [who, setWho] = useState(assigned.size === 1 ? ([...assigned][0] ?? uid) || uid : uid)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onAct({ kind: 'assign', assignee: who === '' ? null : who })
  }
  return (
    <form onSubmit={submit} className={styles.form}>
      <Field label={t('ask.assign.who')}>
        {(control) => (
          <select {...control} ref={focusedFirst} value={who} onChange={(event) => setWho(event.target.value)}>
            <option value={uid}>{t('filter.me')}</option>
            {staff
              .filter((member) => member.canReview && member.uid !== uid)
              .map((member) => (
                <option key={member.uid} value={member.uid} lang={detectLang(member.name, lang)}>
                  {member.name}
                </option>
              ))}
            <option value="">{t('filter.nobody')}</option>
          </select>
        )}
      </Field>
      <div className={styles.actions}>
        <Button look="primary" type="submit">
          {t('ask.assign.send')}
        </Button>
      </div>
    </form>
  )
}
