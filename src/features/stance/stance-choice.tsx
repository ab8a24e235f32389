import { useTranslation } from 'react-i18next'
import { STANCES, type Stance } from '#domain/stance.ts'
import styles from './stance-choice.module.css'

type Props = {
  taskId: string
  value: Stance | null
  onChoose: (value: Stance) => void
  /** The focus goes elsewhere. */
  onLeave?: () => void
  disabled: boolean
}

/** Disagree, not sure, agree, from left to right: told apart by place and shape first, by tone second. */
export function StanceChoice({ taskId, value, onChoose, onLeave, disabled }: Props) {
  const { t } = useTranslation('stance')
  return (
    <fieldset
      className={styles.stance}
      disabled={disabled}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) onLeave?.()
      }}
    >
      <legend>{t('question')}</legend>
      <div className={styles.options}>
        {STANCES.map((stance) => (
          <label key={stance} className={styles.option}>
            <input
              type="radio"
              name={`stance-${taskId}`}
              checked={stance === value}
              onChange={() => onChoose(stance)}
            />
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <StanceShape stance={stance} />
            </svg>
            {t(stance)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** A full round for agreement, half a round for not being sure, an empty one for disagreement. */
function StanceShape({ stance }: { stance: Stance }) {
  return (
    <>
      <circle cx="12" cy="12" r="9" fill={stance === 'agree' ? 'currentColor' : 'none'} />
      {stance === 'unsure' && <path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor" stroke="none" />}
      {stance === 'disagree' && <path d="M7 12h10" />}
    </>
  )
}
