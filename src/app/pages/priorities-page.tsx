import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, use } from 'react'
import { useTranslation } from 'react-i18next'
import { Paragraphs } from '#components/paragraphs.tsx'
import { PartBoundary } from '#components/part-boundary.tsx'
import { Skeleton } from '#components/skeleton.tsx'
import { useNear } from '#components/use-near.ts'
import { meQuery } from '#data/me.ts'
import type { TaskId } from '#domain/plan.ts'
import { resultsQuery } from '#features/plan/queries.ts'
import { usePlan } from '#features/plan/use-plan.ts'
import { useTask } from '#features/plan/use-task.ts'
import { Board } from '#features/priorities/board.tsx'
import { StickerResults } from '#features/results/sticker-results.tsx'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Head } from '../head.tsx'
import { useJoinLink } from '../links.ts'
import { usePersonTurn } from '../use-person-turn.ts'
import { PageHeader } from './page-header.tsx'
import styles from './priorities-page.module.css'
import { WaysOn } from './ways-on.tsx'

const PublishButton = lazy(async () => ({
  default: (await import('#features/results/publish-button.tsx')).PublishButton,
}))

const WAYS = ['results', 'common-ground', 'present'] as const

/** Five stickers on six tasks, and where everybody's are. */
export default function PrioritiesPage() {
  const lang = useLang()
  use(pageTextsReady(lang, 'priorities'))
  use(pageTextsReady(lang, 'outbox'))
  const { t } = useTranslation('priorities')
  const { data: results } = useQuery(resultsQuery)
  const { data: me } = useQuery(meQuery)
  const tasks = usePlan(results)
  return (
    <div className={styles.page}>
      <Head title={t('title')} description={t('lead')} />
      <PageHeader title={t('title')} lead={t('lead')} />
      <Board
        key={usePersonTurn(me)}
        tasks={tasks}
        me={me}
        joinLink={useJoinLink('#stickers')}
        easyWords={(id) => <EasyWords id={id} />}
      />
      <section aria-labelledby="results" className={styles.results}>
        <h2 id="results">{t('results.title')}</h2>
        <StickerResults results={results} tasks={tasks} />
        <WaysOn ways={WAYS.map((to) => ({ to, label: t(`ways.${to}`) }))} />
        {me?.user && me.staff?.canReview && (
          <PartBoundary>
            <Suspense>
              <PublishButton uid={me.user.uid} />
            </Suspense>
          </PartBoundary>
        )}
      </section>
    </div>
  )
}

/** A task for a ten-year-old, loaded when somebody has opened it: only then it is on the screen. */
function EasyWords({ id }: { id: TaskId }) {
  const [place, near] = useNear<HTMLDivElement>()
  return (
    <div ref={place}>
      <PartBoundary>
        <Suspense fallback={<Skeleton lines={3} />}>{near ? <Plain id={id} /> : <Skeleton lines={3} />}</Suspense>
      </PartBoundary>
    </div>
  )
}

function Plain({ id }: { id: TaskId }) {
  const { task } = useTask(id)
  return <Paragraphs text={task.plain} />
}
