import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router-dom'
import { Field } from '#components/field.tsx'
import { type TaskId, type TaskOverview, taskIdFromNumber, taskNumber } from '#domain/plan.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './ground.module.css'

/** The task that the address asks for, `?task=3`; null for all of them. */
export function useTaskFilter(): readonly [TaskId | null, (taskId: TaskId | null) => void] {
  const [search, setSearch] = useSearchParams()
  const choose = (taskId: TaskId | null) =>
    setSearch(taskId === null ? {} : { task: String(taskNumber(taskId)) }, { replace: true })
  return [taskIdFromNumber(search.get('task') ?? undefined), choose]
}

type Props = {
  tasks: readonly TaskOverview[]
  value: TaskId | null
  onChange: (taskId: TaskId | null) => void
}

/** Which task's comments to show. */
export function TaskFilter({ tasks, value, onChange }: Props) {
  const { t } = useTranslation('common-ground')
  const lang = useLang()
  return (
    <div className={styles.filter} data-screen-only>
      <Field label={t('filter')}>
        {(control) => (
          <select
            {...control}
            value={value === null ? '' : taskNumber(value)}
            onChange={(event) => onChange(taskIdFromNumber(event.target.value))}
          >
            <option value="">{t('all')}</option>
            {tasks.map(({ id, title }) => (
              <option key={id} value={taskNumber(id)}>
                {t('task', { number: taskNumber(id), title: title[lang] })}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  )
}
