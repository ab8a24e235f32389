import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, lazy, type Ref, Suspense, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router-dom'
import { Button } from '#components/button.tsx'
import { PartBoundary } from '#components/part-boundary.tsx'
import { QueryState } from '#components/query-state.tsx'
import { Skeleton } from '#components/skeleton.tsx'
import type { Me } from '#data/me.ts'
import type { TaskIn } from '#domain/plan.ts'
import { GroupResults } from '#features/plan/group-results.tsx'
import { resultsQuery } from '#features/plan/queries.ts'
import { arriveAt } from '../arrival.ts'
import styles from './task-panel.module.css'

// Nobody can take a stance before it is known who is here.
const StancePanel = lazy(async () => ({ default: (await import('#features/stance/stance-panel.tsx')).StancePanel }))

const STANCE_LINES = 5
const RESULT_LINES = 9

type Props = {
  /** Whose turn it is at this device: their choice begins anew. */
  turn: string
  task: TaskIn
  me: Me | undefined
  joinLink: string
  /** Where the stance stands, and whether somebody has come near it. */
  stance: Ref<HTMLElement>
  isNear: boolean
}

/**
 * My stance and where the groups stand. On a wide screen it stays at the side of the text; on a narrow one it is a
 * bar at the foot that opens.
 */
export function TaskPanel({ turn, task, me, joinLink, stance, isNear }: Props) {
  const { t } = useTranslation('plan')
  const { hash, key } = useLocation()
  const [open, setOpen] = useState(false)
  // A part of it that an address names, and that can be gone to only once it is open; the key: also a second time.
  const [wanted, setWanted] = useState('')
  useEffect(() => {
    const isHere = hash === '#stance' || hash === '#groups'
    setWanted(isHere ? `${hash.slice(1)} ${key}` : '')
    if (isHere) setOpen(true)
  }, [hash, key])
  useEffect(() => {
    const part = open && document.getElementById(wanted.split(' ')[0] ?? '')
    if (part) arriveAt(part)
  }, [open, wanted])
  const contentId = useId()
  const results = useQuery(resultsQuery)
  const onKeyDown = ({ key, currentTarget }: KeyboardEvent<HTMLElement>) => {
    if (!open || key !== 'Escape') return
    setOpen(false)
    // What had the focus is folded away. The button is there on a narrow screen alone, where there is a bar.
    currentTarget.querySelector('button')?.focus()
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls where it is taller than the window, by keys too
    <aside aria-label={t('panel.label')} className={styles.panel} data-open={open} tabIndex={0} onKeyDown={onKeyDown}>
      <div className={styles.bar} data-screen-only>
        <Button aria-expanded={open} aria-controls={contentId} onClick={() => setOpen(!open)}>
          {open ? t('panel.close') : t('panel.open')}
        </Button>
        <Link to="#voices" className={styles.toVoices} onClick={() => setOpen(false)}>
          {t('panel.toVoices')}
        </Link>
      </div>
      <div id={contentId} className={styles.content}>
        <section ref={stance} aria-labelledby="stance" className={styles.section} data-screen-only>
          <h2 id="stance">{t('panel.title')}</h2>
          <PartBoundary>
            <Suspense fallback={<Skeleton lines={STANCE_LINES} />}>
              {me && isNear ? (
                <StancePanel key={turn} task={task} me={me} joinLink={joinLink} />
              ) : (
                <Skeleton lines={STANCE_LINES} />
              )}
            </Suspense>
          </PartBoundary>
        </section>
        <section aria-labelledby="groups" className={styles.section}>
          <h2 id="groups">{t('results.title')}</h2>
          <QueryState query={results} lines={RESULT_LINES}>
            {(read) => <GroupResults result={read?.tasks[task.id]} publishedAt={read?.publishedAt} />}
          </QueryState>
        </section>
      </div>
    </aside>
  )
}
