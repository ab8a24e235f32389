import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#components/icon.tsx'
import { PartBoundary } from '#components/part-boundary.tsx'
import { Popover } from '#components/popover.tsx'
import { Skeleton } from '#components/skeleton.tsx'
import styles from './layout.module.css'

const DisplayChoices = lazy(async () => ({ default: (await import('./display-choices.tsx')).DisplayChoices }))

/** The page comes marked with what was chosen; that it stays so while it is open is not needed for its first picture. */
function follow() {
  const following = import('./display.ts').then(
    ({ followDisplay }) => followDisplay(),
    () => undefined,
  )
  return () => void following.then((stop) => stop?.())
}

/** Colours and text size. What is in the panel is loaded when somebody opens it. */
export function DisplaySettings() {
  const { t } = useTranslation('common')
  useEffect(follow, [])
  const button = (
    <>
      <Icon name="letters" />
      <span className={styles.toolLabel}>{t('display.open')}</span>
    </>
  )
  return (
    <Popover button={button}>
      <PartBoundary>
        <Suspense fallback={<Skeleton lines={6} />}>
          <DisplayChoices />
        </Suspense>
      </PartBoundary>
    </Popover>
  )
}
