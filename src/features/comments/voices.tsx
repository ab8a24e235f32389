import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Skeleton } from '#components/skeleton.tsx'
import { useHydrated } from '#components/use-hydrated.ts'
import { painted } from '#data/painted.ts'
import type { ConversationProps } from './conversation.tsx'
import styles from './voices.module.css'

// Below the text and no part of it: loaded once the text can be read.
const Conversation = lazy(async () => {
  await painted()
  return { default: (await import('./conversation.tsx')).Conversation }
})

const LINES = 24

/** The voices on a task. What is prerendered of them is their place alone: nobody types into a form that is not alive. */
export function Voices(props: ConversationProps) {
  const { t } = useTranslation('plan')
  const place = <Skeleton lines={LINES} />
  return (
    <section aria-labelledby="voices" className={styles.voices}>
      <div>
        <h2 id="voices">{t('voices.title')}</h2>
        <p className={styles.intro}>{t('voices.intro')}</p>
      </div>
      {useHydrated() ? (
        <Suspense fallback={place}>
          <Conversation {...props} />
        </Suspense>
      ) : (
        place
      )}
    </section>
  )
}
