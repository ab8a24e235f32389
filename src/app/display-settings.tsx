import { Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#components/icon.tsx'
import { lazily } from '#components/lazily.ts'
import { Popover } from '#components/popover.tsx'
import { Skeleton } from '#components/skeleton.tsx'
import styles from './layout.module.css'

const loadChoices = async () => (await import('./display-choices.tsx')).DisplayChoices
const DisplayChoices = lazily(loadChoices)

/** The page comes marked with what was chosen; that it stays so while it is open is not needed for its first picture. */
function follow() {
  // Here by the time somebody opens the panel, even if the connection is not.
  void loadChoices().catch(() => undefined)
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
      <Suspense fallback={<Skeleton lines={6} />}>
        <DisplayChoices />
      </Suspense>
    </Popover>
  )
}
