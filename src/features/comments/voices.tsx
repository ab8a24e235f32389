import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { PartBoundary } from '#components/part-boundary.tsx'
import { Loading } from '#components/query-state.tsx'
import { Skeleton } from '#components/skeleton.tsx'
import { useNear } from '#components/use-near.ts'
import type { ConversationProps } from './conversation.tsx'
import styles from './voices.module.css'

// Below the text and no part of it: neither loaded nor read before somebody comes near.
const Conversation = lazy(async () => ({ default: (await import('./conversation.tsx')).Conversation }))

const LINES = 24

/** The voices on a task. What is prerendered of them is their place alone: nobody types into a form that is not alive. */
export function Voices(props: ConversationProps) {
  const { t } = useTranslation('plan')
  const [section, near] = useNear<HTMLElement>()
  return (
    <section ref={section} aria-labelledby="voices" className={styles.voices} data-screen-only={!near || undefined}>
      <div>
        <h2 id="voices">{t('voices.title')}</h2>
        <p className={styles.intro}>{t('voices.intro')}</p>
      </div>
      {near ? (
        <PartBoundary>
          <Suspense fallback={<Loading lines={LINES} />}>
            <Conversation {...props} />
          </Suspense>
        </PartBoundary>
      ) : (
        <Skeleton lines={LINES} />
      )}
    </section>
  )
}
