import { lazy, type Ref, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { PartBoundary } from '#components/part-boundary.tsx'
import { Loading } from '#components/query-state.tsx'
import { Skeleton } from '#components/skeleton.tsx'
import type { ConversationProps } from './conversation.tsx'
import styles from './voices.module.css'

// Below the text and no part of it: neither loaded nor read before somebody comes near.
const Conversation = lazy(async () => ({ default: (await import('./conversation.tsx')).Conversation }))

const LINES = 24

type Props = ConversationProps & {
  ref: Ref<HTMLElement>
  isNear: boolean
  /** Another one for another person: what somebody is writing is not the next one's. */
  turn: string
}

/** The voices on a task. What is prerendered of them is their place alone: nobody types into a form that is not alive. */
export function Voices({ ref, isNear, turn, ...props }: Props) {
  const { t } = useTranslation('plan')
  return (
    <section ref={ref} aria-labelledby="voices" className={styles.voices} data-screen-only={!isNear || undefined}>
      <div>
        <h2 id="voices">{t('voices.title')}</h2>
        <p className={styles.intro}>{t('voices.intro')}</p>
      </div>
      {isNear ? (
        <PartBoundary>
          <Suspense fallback={<Loading lines={LINES} />}>
            <Conversation key={turn} {...props} />
          </Suspense>
        </PartBoundary>
      ) : (
        <Skeleton lines={LINES} />
      )}
    </section>
  )
}
