import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Disclosure } from '#components/disclosure.tsx'
import { Field } from '#components/field.tsx'
import { QueryState } from '#components/query-state.tsx'
import { courseOf, type Measure, type Part } from '#domain/course.ts'
import { isTaskId, type TaskId, type TaskOverview, taskNumber } from '#domain/plan.ts'
import type { Results } from '#domain/results.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './course.module.css'
import { CourseChart } from './course-chart.tsx'
import { CourseTable } from './course-table.tsx'
import { Dot } from './dot.tsx'
import { keptResultsQuery } from './queries.ts'

type Props = {
  results: Results
  tasks: readonly TaskOverview[]
  measure: Measure
  parts: readonly [Part, Part]
}

/** How the shares on one task have moved from publication to publication. */
export function Course({ results, tasks, measure, parts }: Props) {
  const { t } = useTranslation('results')
  const lang = useLang()
  const [taskId, setTaskId] = useState<TaskId>('t1')
  const kept = useQuery(keptResultsQuery(results.number))
  const names = [t(`parts.${parts[0]}`), t(`parts.${parts[1]}`)] as const
  return (
    <>
      <div className={styles.choice} data-screen-only>
        <Field label={t('task')}>
          {(control) => (
            <select
              {...control}
              value={taskId}
              onChange={({ target }) => isTaskId(target.value) && setTaskId(target.value)}
            >
              {tasks.map(({ id, title }) => (
                <option key={id} value={id}>
                  {t('taskNumber', { number: taskNumber(id) })} {title[lang]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <QueryState query={kept} lines={8}>
        {(found) => {
          const course = courseOf(found, { measure, taskId, parts })
          if (course.length < 2) return <p>{t('course.few')}</p>
          return (
            <figure className={styles.figure}>
              <figcaption>
                {t(`course.caption.${measure}`, { number: taskNumber(taskId), one: names[0], other: names[1] })}
                <span className={styles.key}>
                  {names.map((name, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the first and the second, be they the same
                    <span key={place}>
                      <Dot place={place} /> {name}
                    </span>
                  ))}
                </span>
              </figcaption>
              <CourseChart course={course} />
              <Disclosure summary={t('course.table')}>
                <CourseTable course={course} names={names} />
              </Disclosure>
            </figure>
          )
        }}
      </QueryState>
      <p className={styles.note}>{t('course.note')}</p>
    </>
  )
}
