import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { PartBoundary } from '#components/part-boundary.tsx'
import { Loading } from '#components/query-state.tsx'
import { Tag } from '#components/tag.tsx'
import type { TaskId } from '#domain/plan.ts'
import type { Revision } from '#domain/revision.ts'
import { formatDay } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './timeline.module.css'

// Not everybody looks at what changed.
const WhatChanged = lazy(async () => ({ default: (await import('./what-changed.tsx')).WhatChanged }))

type Props = {
  taskId: TaskId
  revision: Revision
  current: boolean
  /** The address names it. */
  wanted: boolean
}

/** One stop of the timeline: when, why, how many comments shaped it, and a press away what changed. */
export function RevisionItem({ taskId, revision, current, wanted }: Props) {
  const { t } = useTranslation('history')
  const lang = useLang()
  const [toggled, setToggled] = useState<boolean>()
  const open = toggled ?? wanted
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  // One that is newer than the app comes after the page did, and nobody has gone to it yet.
  useEffect(() => {
    if (!wanted) return
    heading.current?.scrollIntoView()
    heading.current?.focus({ preventScroll: true })
  }, [wanted])
  const { number, publishedAt, changeNote, sample, citations } = revision
  const cited = Object.keys(citations).length
  return (
    <li className={styles.revision} data-current={current}>
      <h3 ref={heading} tabIndex={-1} className={styles.number} id={`r${number}`}>
        {t('revision', { revision: number })}
      </h3>
      <p className={styles.facts}>
        <time dateTime={publishedAt.toISOString()}>{formatDay(publishedAt, lang)}</time>
        {current && <Tag>{t('current')}</Tag>}
        {sample && <Tag>{t('sample')}</Tag>}
        {cited > 0 && <span>{t('cited', { count: cited })}</span>}
      </p>
      <p>{changeNote[lang]}</p>
      {number > 1 && (
        <>
          <p>
            <Button
              aria-expanded={open}
              aria-controls={id}
              aria-label={t(open ? 'hideOf' : 'showOf', { revision: number })}
              onClick={() => setToggled(!open)}
            >
              {t(open ? 'hide' : 'show')}
            </Button>
          </p>
          <div id={id}>
            {open && (
              <PartBoundary>
                <Suspense fallback={<Loading lines={8} />}>
                  <WhatChanged taskId={taskId} revision={revision} />
                </Suspense>
              </PartBoundary>
            )}
          </div>
        </>
      )}
    </li>
  )
}
