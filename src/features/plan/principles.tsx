import { useTranslation } from 'react-i18next'
import styles from './three.module.css'

const PRINCIPLES = ['agency', 'autonomy', 'openness'] as const
const STEPS = ['read', 'speak', 'see'] as const

/** The three principles of the plan. */
export function Principles() {
  const { t } = useTranslation('plan')
  return (
    <section aria-labelledby="principles" className={styles.section}>
      <h2 id="principles">{t('principles.title')}</h2>
      <ul className={styles.three}>
        {PRINCIPLES.map((principle) => (
          <li key={principle}>
            <h3>{t(`principles.${principle}`)}</h3>
            <p>{t(`principles.${principle}Text`)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How to take part. */
export function Steps() {
  const { t } = useTranslation('plan')
  return (
    <section aria-labelledby="steps" className={styles.section}>
      <h2 id="steps">{t('steps.title')}</h2>
      <ol className={`${styles.three} ${styles.numbered}`}>
        {STEPS.map((step) => (
          <li key={step}>
            <h3>{t(`steps.${step}`)}</h3>
            <p>{t(`steps.${step}Text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
