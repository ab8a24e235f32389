import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'
import styles from './step-indicator.module.css'

type Props = {
  label: string
  steps: readonly string[]
  /** The step one is at, from 1. */
  current: number
}

/** How far along a short way one is: the steps by name, those done with a tick. It leads nowhere by itself. */
export function StepIndicator({ label, steps, current }: Props) {
  const { t } = useTranslation('common')
  return (
    <ol aria-label={label} className={styles.steps}>
      {steps.map((step, index) => {
        const isDone = index + 1 < current
        return (
          <li
            key={step}
            className={styles.step}
            data-state={isDone ? 'done' : undefined}
            aria-current={index + 1 === current ? 'step' : undefined}
          >
            {isDone && <Icon name="check" />}
            {step} {isDone && <span className="visually-hidden">{t('done')}</span>}
          </li>
        )
      })}
    </ol>
  )
}
