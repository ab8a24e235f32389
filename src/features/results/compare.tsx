import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Switcher } from '#components/switcher.tsx'
import type { Measure, Part } from '#domain/course.ts'
import type { TaskOverview } from '#domain/plan.ts'
import type { Results } from '#domain/results.ts'
import styles from './compare.module.css'
import { Course } from './course.tsx'
import { PartChoice } from './part-choice.tsx'
import { SideBySide } from './side-by-side.tsx'

type Props = { results: Results; tasks: readonly TaskOverview[] }

/** Two groups side by side: what they say now, task by task, and how that has moved. */
export function Compare({ results, tasks }: Props) {
  const { t } = useTranslation('results')
  const [measure, setMeasure] = useState<Measure>('agree')
  const [one, setOne] = useState<Part>('student')
  const [other, setOther] = useState<Part>('parent')
  const chosen = { results, tasks, measure, parts: [one, other] as const }
  return (
    <>
      <section aria-labelledby="compare" className={styles.section}>
        <h2 id="compare">{t('compare.title')}</h2>
        <div className={styles.choices} data-screen-only>
          <PartChoice label={t('compare.one')} value={one} onChange={setOne} />
          <PartChoice label={t('compare.other')} value={other} onChange={setOther} />
          <Switcher
            label={t('compare.measure')}
            value={measure}
            options={(['agree', 'stickers'] as const).map((value) => ({ value, label: t(`measures.${value}`) }))}
            onChange={setMeasure}
          />
        </div>
        <SideBySide {...chosen} />
      </section>
      <section aria-labelledby="course" className={styles.section}>
        <h2 id="course">{t('course.title')}</h2>
        <Course {...chosen} />
      </section>
    </>
  )
}
