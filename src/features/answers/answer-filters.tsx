import { useTranslation } from 'react-i18next'
import { Field } from '#components/field.tsx'
import { ANSWER_STATUSES, type AnswerFilter, isAnswerStatus } from '#domain/official-answer.ts'
import { type TaskOverview, taskIdFromNumber, taskNumber } from '#domain/plan.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './answers.module.css'

type Props = { filter: AnswerFilter; tasks: readonly TaskOverview[]; onChange: (filter: AnswerFilter) => void }

/** Which answers to show: those of one kind, those on one task. */
export function AnswerFilters({ filter, tasks, onChange }: Props) {
  const { t } = useTranslation(['answers', 'answer'])
  const lang = useLang()
  return (
    <div className={styles.filters} data-screen-only>
      <Field label={t('answers:filter.status')}>
        {(control) => (
          <select
            {...control}
            value={filter.status ?? ''}
            onChange={({ target: { value } }) => onChange({ ...filter, status: isAnswerStatus(value) ? value : null })}
          >
            <option value="">{t('answers:filter.everyStatus')}</option>
            {ANSWER_STATUSES.map((status) => (
              <option key={status} value={status}>
                {t(`answer:status.${status}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('answers:filter.task')}>
        {(control) => (
          <select
            {...control}
            value={filter.taskId === null ? '' : taskNumber(filter.taskId)}
            onChange={({ target }) => onChange({ ...filter, taskId: taskIdFromNumber(target.value) })}
          >
            <option value="">{t('answers:filter.everyTask')}</option>
            {tasks.map(({ id, title }) => (
              <option key={id} value={taskNumber(id)}>
                {t('answers:task', { number: taskNumber(id), title: title[lang] })}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  )
}
