import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Disclosure } from '#components/disclosure.tsx'
import { Field } from '#components/field.tsx'
import { Switcher } from '#components/switcher.tsx'
import { ALL_NEWEST, type CommentList, FILTERS, SORTS } from '#domain/comment-list.ts'
import { isLang, LANGS } from '#domain/language.ts'
import type { TaskIn } from '#domain/plan.ts'
import { isRole, ROLES } from '#domain/roles.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { isMeant } from './ahead.ts'
import styles from './list-controls.module.css'

type Props = {
  list: CommentList
  task: TaskIn
  onChange: (list: CommentList) => void
  /** Another list is likely to be chosen in a moment. */
  onPress: (list: CommentList) => void
}

/** In which order comments are shown, and which of them. */
export function ListControls({ list, task, onChange, onPress }: Props) {
  const { t } = useTranslation(['comments', 'common'])
  const lang = useLang()
  const chosen = FILTERS.filter((filter) => list[filter] !== null).length
  const summary =
    chosen === 0
      ? t('comments:list.filter')
      : t('comments:list.filtered', { count: chosen, value: formatNumber(chosen, lang) })
  return (
    <div className={styles.controls} data-screen-only>
      <Switcher
        label={t('comments:list.sort')}
        value={list.sort}
        options={SORTS.map((value) => ({ value, label: t(`comments:list.${value}`) }))}
        onChange={(sort) => onChange({ ...list, sort })}
        onPress={(sort, event) => isMeant(event) && onPress({ ...list, sort })}
      />
      <Disclosure summary={summary}>
        <Select
          label={t('comments:list.group')}
          any={t('comments:list.anyGroup')}
          value={list.role}
          options={ROLES.map((role) => [role, t(`common:roles.${role}`)])}
          onChange={(value) => onChange({ ...list, role: isRole(value) ? value : null })}
        />
        <Select
          label={t('comments:list.part')}
          any={t('comments:list.anyPart')}
          value={list.subtaskId}
          options={task.subtasks.map(({ id, title }) => [id, title])}
          onChange={(subtaskId) => onChange({ ...list, subtaskId })}
        />
        <Select
          label={t('comments:list.written')}
          any={t('comments:list.anyLang')}
          value={list.lang}
          options={LANGS.map((each) => [each, t(`comments:list.${each}`)])}
          onChange={(value) => onChange({ ...list, lang: isLang(value) ? value : null })}
        />
        {chosen > 0 && (
          <Button
            look="quiet"
            onClick={({ currentTarget }) => {
              // The button goes away under the focus.
              currentTarget.closest('details')?.querySelector('select')?.focus()
              onChange({ ...ALL_NEWEST, sort: list.sort })
            }}
          >
            {t('comments:list.clear')}
          </Button>
        )}
      </Disclosure>
    </div>
  )
}

type SelectProps = {
  label: string
  /** What the choice of none is called. */
  any: string
  value: string | null
  options: readonly (readonly [value: string, label: string])[]
  onChange: (value: string | null) => void
}

function Select({ label, any, value, options, onChange }: SelectProps) {
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} value={value ?? ''} onChange={({ target }) => onChange(target.value || null)}>
          <option value="">{any}</option>
          {options.map(([each, name]) => (
            <option key={each} value={each}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
