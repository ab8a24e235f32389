import { useTranslation } from 'react-i18next'
import { Field } from '#components/field.tsx'
import type { AnswerList } from '#data/answers.ts'
import { ANSWER_STATUSES, isAnswerStatus } from '#domain/official-answer.ts'
import { type TaskOverview, taskIdFromNumber, taskNumber } from '#domain/plan.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './answers.module.css'

type Props = { list: AnswerList; tasks: readonly TaskOverview[]; onChange: (list: AnswerList) => void }

/** Which answers to show: those of one kind, those on one task. */
export function AnswerFilters({ list, tasks, onChange }: Props) {
  const { t } = useTranslation(['answers', 'answer'])
  const lang = useLang()
  return (
    <div className={styles.filters} data-screen-only>
      <Field label={t('answers:filter.status')}>
        {(control) => (
          <select
            {...control}
            value={list.status ?? ''}
            onChange={({ target: { value } }) => onChange({ ...list, status: isAnswerStatus(value) ? value : null })}
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
            value={list.taskId === null ? '' : taskNumber(list.taskId)}
            onChange={({ target }) => onChange({ ...list, taskId: taskIdFromNumber(target.value) })}
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
